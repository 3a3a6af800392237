import Drawing
import Geometry
import Situation

/// How much room the blocks of a sheet want, and where they go.
extension SheetComposer {
  /// The key is made from what the map shows, and how much the map shows depends on the room that the key leaves it. So the frame is laid
  /// out anew with whatever its ground brings into the key, until that brings nothing more.
  func layOut() throws(SheetFailure) -> SheetLayout {
    let margin = SheetLayout.margin(unit, width: request.width)
    let measure = Extent<Page>(minX: margin, minY: 0, maxX: request.width - margin, maxY: request.height)
    var expected = ExpectedKey()
    var frame = measure
    var hasInset = request.parts.contains(.inset) && request.inset != nil
    while true {
      let drafter = try MapDrafter(theatre: theatre, request: request, frame: frame, unit: unit, measuring: measuring)
      let hasGrown = expected.include(drafter, theatre, situation, request.parts)
      let legend = request.parts.contains(.legend) ? key(drafter, expected.control, expected.claims, layers: expected.layers) : nil
      var layout = arrange(measure, legend, hasInset: hasInset)
      if !isWorthwhile(layout) {
        hasInset = false
        layout = arrange(measure, legend, hasInset: hasInset)
      }
      if layout.isListCramped, second != nil {
        layout = arrange(measure, legend?.briefer, hasInset: hasInset)
        layout.hasBriefKey = true
      }
      if !hasGrown || layout.map == frame { return layout }
      frame = layout.map
    }
  }

  /// Whether the close-up shows things so much larger that it is worth its room; where the list has to be set small for its sake it must do
  /// more than where there is room for both.
  private func isWorthwhile(_ layout: SheetLayout) -> Bool {
    guard let inset = request.inset, let box = layout.inset else { return true }
    func scale(_ extent: Extent<Geographic>, _ frame: Extent<Page>) -> Double {
      min(frame.width / (extent.width * cosine(extent.center.y * .pi / 180)), frame.height / extent.height)
    }
    let gain = scale(inset.extent, box) / scale(request.extent, layout.map)
    guard request.parts.contains(.list), difference == nil else { return gain >= 1.2 }
    return switch expectedList.fit(in: layout.list, unit) {
    case .easy: gain >= 1.2
    case .tight: gain >= 1.6
    case .cut: gain >= 2.4
    }
  }

  private var expectedList: ClaimList {
    claimList(ClaimSpot.gather(request.parts.contains(.claims) ? situation.claims : [], isShown: { _ in true }))
  }

  private func arrange(_ measure: Extent<Page>, _ legend: Legend?, hasInset: Bool) -> SheetLayout {
    func box(_ width: Double) -> Extent<Page> { Extent(minX: 0, minY: 0, maxX: width, maxY: 0) }
    let parts = request.parts
    let list = expectedList
    let extent = request.extent
    let heights = SheetLayout.Heights(
      title: parts.contains(.title) ? titleBlock(in: measure).height : 0,
      sources: parts.contains(.sources) ? sourcesBlock(in: measure).height : 0,
      viewRatio: extent.height / max(1e-6, extent.width * cosine(extent.center.y * .pi / 180)),
      legend: { width, scale in legend?.compose(in: box(width), theme, scale * unit, setter).height ?? 0 },
      list: { width in
        difference.map { changeList($0).compose(in: box(width), unit).height } ?? list.roomyHeight(width: width, unit)
      },
      fittedList: { width, most in difference == nil ? list.height(width: width, most: most, unit) : most },
      hasList: parts.contains(.list), hasInset: hasInset, fitsHeight: request.fitsHeight)
    return SheetLayout(width: request.width, height: request.height, heights: heights, isRightToLeft: request.isRightToLeft)
  }

  /// The key, in both languages on a sheet in two.
  func key(_ drafter: borrowing MapDrafter, _ control: DrawnControl, _ claims: DrawnClaims, layers: Set<String>) -> Legend {
    func legend(_ drafter: borrowing MapDrafter) -> Legend {
      difference.map { drafter.makeDifferenceLegend($0, theatre) } ?? drafter.makeLegend(theatre, control, claims, layers: layers)
    }
    let own = legend(drafter)
    guard let second else { return own }
    var request = request
    request.language = second.language
    guard let other = try? MapDrafter(theatre: theatre, request: request, frame: drafter.frame, unit: unit, measuring: measuring) else {
      return own
    }
    let both = own.beside(legend(other), second)
    // The explanations of changes are figures, which need no second language.
    return difference == nil ? both : both.briefer
  }

  /// A fixed word in both languages of the sheet.
  func both(_ key: Wording.Key) -> String {
    guard let second, second[key] != wording[key] else { return wording[key] }
    // Isolated, lest it draws figures behind it to itself.
    return "\(wording[key]) · \u{2068}\(second[key])\u{2069}"
  }
}

/// All that the key may have to explain, gathered before the map is drawn.
private struct ExpectedKey {
  var control = DrawnControl()
  var claims = DrawnClaims()
  var layers: Set<String> = []

  /// Adds what a frame may show.
  /// - Returns: whether that is more than was known.
  mutating func include(
    _ drafter: borrowing MapDrafter, _ theatre: Theatre, _ situation: Situation, _ parts: Set<SheetRequest.Part>
  ) -> Bool {
    let before = (control.grounds.count, layers.count)
    if parts.contains(.control) {
      var holdings: [ControlArea.Holding] = []
      for area in situation.control where area.polygons.contains(where: { drafter.mayShow($0.extent) }) { holdings.append(area.holding) }
      for holding in unique(holdings) where !control.grounds.contains(where: { $0.holding == holding }) {
        control.grounds.append(DrawnControl.Ground(holding: holding, path: Path(), basis: []))
      }
    }
    if parts.contains(.fronts), !control.grounds.isEmpty {
      control.frontLines = [[]]
      // Long enough for its note.
      control.frontMetres = 1e6
      control.expectSoftBorders(theatre)
    }
    if parts.contains(.claims) {
      claims.kinds = Set(situation.claims.map(\.claim.kind))
      claims.statuses = Set(situation.claims.map(\.claim.status))
    }
    for (part, kind) in [(SheetRequest.Part.borders, Layer.Kind.border), (.governorates, .governorate), (.roads, .road)]
    where parts.contains(part) && !drafter.features(theatre, kind).isEmpty {
      layers.insert(part.rawValue)
    }
    return (control.grounds.count, layers.count) != before
  }
}
