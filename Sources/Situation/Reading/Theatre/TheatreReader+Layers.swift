import Diagnostics
import Geometry

extension TheatreReader {
  /// The base layers; nil when one of them could not be read, so that what they should hold is not known.
  mutating func readLayers(_ entries: [TheatreHeader.LayerEntry]) -> [Layer]? {
    var layers: [Layer] = []
    var collections: [String: GeoJSONCollection?] = [:]
    var isComplete = true
    for entry in entries {
      var layer = Layer(id: entry.id, kind: entry.kind, path: entry.path, extent: entry.extent, location: entry.location)
      if entry.kind == .relief {
        if !exists(entry.path) { entry.file.error("there is no file `\(entry.path)`") }
      } else {
        let collection = collections[entry.path] ?? readCollection(entry.path, namedBy: entry.file)
        collections[entry.path] = .some(collection)
        if let collection { layer.features = readFeatures(of: collection, for: entry) } else { isComplete = false }
      }
      layers.append(layer)
    }
    return isComplete ? layers : nil
  }

  private func exists(_ path: String) -> Bool {
    guard let slash = path.lastIndex(of: "/"), let names = try? files.list(String(path[..<slash])) else { return false }
    return names.contains(String(path[path.index(after: slash)...]))
  }

  private mutating func readCollection(_ path: String, namedBy value: YAMLValue) -> GeoJSONCollection? {
    let faults = faults(for: path)
    do throws(FileFailure) {
      return try files.withBytes(of: path) { GeoJSONReader.read($0, faults: faults) }
    } catch .missing {
      value.error("there is no file `\(path)`")
    } catch {
      faults.error(error.description)
    }
    return nil
  }

  private mutating func readFeatures(of collection: GeoJSONCollection, for entry: TheatreHeader.LayerEntry) -> [Feature] {
    let faults = faults(for: entry.path)
    var features: [Feature] = []
    for read in collection.features {
      if !read.hasGeometry {
        faults.warning("\(read.title) has no geometry and is left out", at: read.location)
        continue
      }
      let name = read.name
      let rank = read.properties["rank"]?.int
      if let stated = read.properties["rank"], rank == nil, stated != .null {
        faults.warning("\(read.title): `rank` must be a whole number", at: read.location)
      }
      for shape in read.shapes {
        guard entry.kind.draws(shape) else {
          faults.warning(
            "\(read.title): the layer `\(entry.id)` (\(entry.kind.rawValue)) does not draw \(shape.title); they are left out",
            at: read.location)
          continue
        }
        features.append(Feature(shape: shape, name: name, rank: rank, properties: read.properties))
      }
    }
    return features
  }
}

extension GeoJSONFeature {
  /// One for each sort of geometry; mostly there is one sort.
  var shapes: [Feature.Shape] {
    var shapes: [Feature.Shape] = []
    if !points.isEmpty { shapes.append(.points(points)) }
    if !lines.isEmpty { shapes.append(.lines(lines)) }
    if !polygons.isEmpty { shapes.append(.polygons(polygons)) }
    return shapes
  }
}

extension Feature.Shape {
  fileprivate var title: String {
    switch self {
    case .points: "points"
    case .lines: "lines"
    case .polygons: "polygons"
    }
  }
}

extension Layer.Kind {
  /// Whether features of this shape mean something in such a layer.
  fileprivate func draws(_ shape: Feature.Shape) -> Bool {
    switch (self, shape) {
    case (.land, .polygons), (.country, .polygons), (.governorate, .polygons), (.lake, .polygons): true
    case (.country, .lines), (.governorate, .lines), (.river, .lines), (.road, .lines), (.border, .lines), (.coast, .lines): true
    case (.airfield, .points): true
    default: false
    }
  }
}
