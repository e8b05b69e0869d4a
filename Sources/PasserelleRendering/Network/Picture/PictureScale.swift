import PasserelleCore

/// How large nodes and how wide links are drawn.
struct PictureScale {
  /// The measure of each node.
  let measures: [Double]
  /// Whether the measures are numbers of links, for want of sizes.
  let isDegree: Bool
  private let largest: Double
  private let radii: ClosedRange<Double>
  private let heaviest: Double
  private let lightest: Double
  private let widths: ClosedRange<Double>
  /// The opacity of links.
  let opacity: Double

  init(_ graph: NodeEdgeGraph, links: PictureLinks, zoom: Double = 1) {
    isDegree = graph.nodes.allSatisfy { $0.size == nil }
    measures =
      isDegree
      ? PictureLinks.degrees(graph).map { Double($0) }
      : graph.nodes.map { node in node.size.flatMap { $0.isFinite ? max(0, $0) : nil } ?? 0 }
    largest = measures.max() ?? 0
    let range: ClosedRange<Double> =
      switch graph.nodes.count {
      case ...60: 4.5...15
      case ...400: 3...12
      case ...1500: 2.2...9
      default: 1.1...6
      }
    radii = range.lowerBound * zoom...range.upperBound * zoom
    heaviest = links.links.map(\.weight).max() ?? 0
    lightest = links.links.map(\.weight).min() ?? 0
    widths =
      switch links.links.count {
      case ...200: 1.1...5
      case ...800: 0.6...3
      default: 0.4...1.8
      }
    opacity =
      switch links.links.count {
      case ...60: 0.6
      case ...300: 0.48
      case ...1000: 0.38
      default: 0.22
      }
  }

  /// The radius of a node.
  func radius(_ node: Int) -> Double { radius(of: measures[node]) }

  /// The radius of a measure: areas grow with measures.
  func radius(of measure: Double) -> Double {
    guard largest > 0 else { return (radii.lowerBound * 2 + radii.upperBound) / 3 }
    return radii.lowerBound + (radii.upperBound - radii.lowerBound) * (measure / largest).squareRoot()
  }

  /// The width of a link.
  func width(of weight: Double) -> Double {
    // Links of one and the same weight are thin, for their width says nothing.
    guard heaviest > lightest else { return widths.lowerBound * 1.3 }
    let share = max(0, weight - lightest) / (heaviest - lightest)
    return widths.lowerBound + (widths.upperBound - widths.lowerBound) * share.squareRoot()
  }

  /// Measures to show beside the picture, descending; none where all nodes are drawn alike.
  var samples: [Double] {
    guard let least = measures.min(), largest > least else { return [] }
    let top = Self.rounded(largest)
    var samples = [top]
    for share in [0.3, 0.05] {
      let one = Self.rounded(largest * share)
      if one >= max(least, 1e-9), let last = samples.last, one < last * 0.8 { samples.append(one) }
    }
    if samples.count < 3, least > 0, let last = samples.last, least < last * 0.8 { samples.append(least) }
    return samples
  }

  /// The greatest number of one significant digit that is not greater.
  private static func rounded(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    var unit = 1.0
    while unit * 10 <= value { unit *= 10 }
    while unit > value { unit /= 10 }
    return (value / unit).rounded(.down) * unit
  }
}
