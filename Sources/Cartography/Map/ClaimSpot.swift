import Geometry
import Situation

/// A spot of the map that claims are about: one number on the map and in the list.
struct ClaimSpot {
  enum Where: Hashable {
    case place(PlaceID)
    /// A claim about several places at once has a number of its own, shown at each of them.
    case places(ClaimReference)
    /// Moves, corridors and distances have a course of their own.
    case course(ClaimReference)
    case zone(ClaimReference)
    /// Not in the frame, or nowhere at all.
    case elsewhere
  }

  var site: Where
  var claims: [SituatedClaim]
  /// From 1 in the order of time; nil for what is not on the map.
  var number: Int?
}

extension ClaimSpot {
  /// Claims gathered by where they are, numbered by the earliest date.
  /// - Parameter isShown: whether a place lies in the frame.
  static func gather(_ claims: [SituatedClaim], isShown: (PlaceID) -> Bool) -> [ClaimSpot] {
    var spots: [ClaimSpot] = []
    var indexOf: [Where: Int] = [:]
    for situated in claims {
      let site = site(of: situated, isShown: isShown)
      if let index = indexOf[site] {
        spots[index].claims.append(situated)
      } else {
        indexOf[site] = spots.count
        spots.append(ClaimSpot(site: site, claims: [situated]))
      }
    }
    // Everything that cannot be shown comes last, in one group.
    spots = spots.filter { $0.site != .elsewhere } + spots.filter { $0.site == .elsewhere }
    var next = 1
    for index in spots.indices where spots[index].site != .elsewhere {
      spots[index].number = next
      next += 1
    }
    return spots
  }

  private static func site(of situated: SituatedClaim, isShown: (PlaceID) -> Bool) -> Where {
    switch situated.claim.placement {
    case .places(let ids):
      let shown = ids.filter(isShown)
      return shown.count > 1 ? .places(situated.reference) : shown.first.map(Where.place) ?? .elsewhere
    case .path(let ids):
      // A course of which one point alone is in the frame is a place on this map.
      let shown = ids.filter(isShown)
      if shown.isEmpty { return .elsewhere }
      return .course(situated.reference)
    case .zone(.circle(let center, _)): return isShown(center) ? .zone(situated.reference) : .elsewhere
    case .zone(.belt): return .zone(situated.reference)
    case .distance(let distance): return isShown(distance.from) ? .course(situated.reference) : .elsewhere
    case .nowhere: return .elsewhere
    }
  }
}
