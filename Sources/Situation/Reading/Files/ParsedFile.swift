import Geometry

/// What a file holds before anybody asks what it means: to be read ahead, while the files before it are understood.
///
/// One thread makes it and hands it over whole: that is why it may cross threads though the values in it may not be shared.
struct ParsedFile<Content>: @unchecked Sendable {
  let content: Result<Content, FileFailure>
  let faults: FileFaults
}

/// Files of a theatre that are being read ahead, by path.
struct FilesAhead {
  private var documents: [String: Ahead<ParsedFile<YAMLValue?>>] = [:]
  private var collections: [String: Ahead<ParsedFile<GeoJSONCollection?>>] = [:]

  mutating func startYAML(_ path: String, in files: some FileTree) {
    documents[path] = Ahead { parse(path, in: files) { YAMLSource.compose($0, faults: $1) } }
  }

  mutating func startGeoJSON(_ path: String, in files: some FileTree) {
    collections[path] = Ahead { parse(path, in: files) { GeoJSONReader.read($0, faults: $1) } }
  }

  /// Where the faults of a file go, if it was read ahead.
  func faults(for path: String) -> FileFaults? { documents[path]?.value.faults ?? collections[path]?.value.faults }

  func yaml(_ path: String) -> Result<YAMLValue?, FileFailure>? { documents[path]?.value.content }

  func geoJSON(_ path: String) -> Result<GeoJSONCollection?, FileFailure>? { collections[path]?.value.content }
}

private func parse<Content>(
  _ path: String, in files: some FileTree, _ read: (UnsafeRawBufferPointer, FileFaults) -> Content
) -> ParsedFile<Content> {
  let faults = FileFaults(file: path)
  do throws(FileFailure) {
    return ParsedFile(content: .success(try files.withBytes(of: path) { read($0, faults) }), faults: faults)
  } catch {
    return ParsedFile(content: .failure(error), faults: faults)
  }
}
