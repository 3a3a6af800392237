import Diagnostics

/// The `labels` of `geodata/theatre.yaml`, read once the gazetteer is known.
extension TheatreReader {
  func readLabelPins(_ value: YAMLValue?) -> [PlaceID: LabelPin] {
    var pins: [PlaceID: LabelPin] = [:]
    for item in value?.items() ?? [] {
      guard let members = item.members(["place", "position"]) else { continue }
      let place = members.required("place")?.place(in: register)
      let position = members.required("position")?.choice(of: LabelPin.Position.self)
      guard let place else { continue }
      if pins[place] != nil { members["place"]?.error("the label of `\(place)` is there twice") }
      guard let position else { continue }
      pins[place] = LabelPin(place: place, position: position, location: item.location)
    }
    return pins
  }
}
