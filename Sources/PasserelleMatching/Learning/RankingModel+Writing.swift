extension RankingModel {
  /// The first line of a model file.
  public static let format = "passerelle-ranker/1"

  /// The model as text, format `passerelle-ranker/1`: one line for each statement, feature and node.
  ///
  /// Numbers are the shortest decimals that read back as the same number. Amounts of trees contain the
  /// shrinkage already. The same model gives the same bytes.
  public var text: String {
    var lines = [
      Self.format,
      "name \(header.name)",
      "language \(header.language)",
      "trained \(header.trained)",
      "data \(header.dataHash)",
      "queries \(header.queries)",
      "rows \(header.rows)",
      "kind \(kind.rawValue)",
      "features \(features.count)",
    ]
    for feature in features {
      lines.append(
        "  \(feature.name) mean \(feature.mean) sd \(feature.deviation) weight \(feature.weight)"
          + " importance \(feature.importance)")
    }
    lines.append("trees \(trees.count)")
    for (number, tree) in trees.enumerated() {
      lines.append("tree \(number) shrinkage \(tree.shrinkage) nodes \(tree.nodes.count)")
      var depths = [Int](repeating: 1, count: tree.nodes.count)
      for (place, node) in tree.nodes.enumerated() {
        let indent = String(repeating: "  ", count: depths[place])
        let amount = "(value \(Self.decimal(node.value)), rows \(node.rows))"
        if node.isLeaf {
          lines.append("\(indent)\(place) leaf \(amount)")
        } else {
          depths[place + 1] = depths[place] + 1
          depths[node.right] = depths[place] + 1
          let name = features[node.feature].name
          lines.append(
            "\(indent)\(place) \(name) <= \(node.threshold) ? \(place + 1) : \(node.right) \(amount)")
        }
      }
    }
    lines.append("end")
    return lines.joined(separator: "\n") + "\n"
  }

  /// An amount in billionths as a decimal, without needless zeros.
  static func decimal(_ units: Int64) -> String {
    let size = units.magnitude
    let fraction = String(size % 1_000_000_000)
    var digits = String(repeating: "0", count: 9 - fraction.count) + fraction
    while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
    return (units < 0 ? "-" : "") + "\(size / 1_000_000_000).\(digits)"
  }
}
