import ArgumentParser

/// A folder of dated snapshots in place of the theatre's own control.
struct SeriesOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder of GeoJSON files, one for each day; the date in a property, in the `name` of the file's collection or in the file's name. "
        + "Needs no theatre; one given with --theatre lends its base map and factions.", valueName: "dir"))
  var snapshots: String?

  @Option(help: ArgumentHelp("The property that names the faction of a polygon in the snapshots.", valueName: "name"))
  var factionField: String?

  @Option(help: ArgumentHelp("The faction of all polygons in the snapshots.", valueName: "id"))
  var faction: String?

  func validate() throws {
    if snapshots == nil, factionField != nil || faction != nil {
      throw ValidationError("--faction-field and --faction go with --snapshots.")
    }
    if factionField != nil, faction != nil { throw ValidationError("--faction-field and --faction exclude each other.") }
    if let faction, faction.isEmpty { throw ValidationError("--faction needs a name.") }
  }
}
