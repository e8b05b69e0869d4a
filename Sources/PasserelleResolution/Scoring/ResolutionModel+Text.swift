import PasserelleCore

extension ResolutionModel {
  /// The model as text.
  public var text: String {
    var lines = [
      Self.format, "name \(name)", "trained \(trained)", "data \(dataHash)", "pairs \(pairs)",
      "threshold \(threshold)", "slope \(slope)", "offset \(offset)", "bias \(bias)",
      "features \(features.count)",
    ]
    for feature in features {
      lines.append("  \(feature.name) weight \(feature.weight) mean \(feature.mean)")
    }
    lines.append("trees \(trees.count)")
    for (rank, tree) in trees.enumerated() {
      lines.append("tree \(rank) nodes \(tree.count)")
      for (place, node) in tree.enumerated() {
        if node.feature < 0 {
          lines.append("  \(place) leaf \(node.value)")
        } else {
          let name = features[Int(node.feature)].name
          lines.append(
            "  \(place) \(name) <= \(node.threshold) ? \(place + 1) : \(node.right) value \(node.value)")
        }
      }
    }
    lines.append("end")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads a model.
  ///
  /// - Parameters:
  ///   - text: The contents of its file.
  ///   - source: The file's path, for errors.
  /// - Throws: ``PasserelleError`` with code `.ontologyInvalid` and the line.
  public init(text: String, source: String) throws {
    var reader = LineReader(text: text, source: source)
    guard try reader.next() == [Self.format[...]] else { throw reader.fault() }
    name = try reader.value("name")
    trained = try reader.value("trained")
    dataHash = try reader.value("data")
    pairs = try reader.integer("pairs")
    threshold = try reader.number("threshold")
    slope = try reader.number("slope")
    offset = try reader.number("offset")
    bias = try reader.number("bias")
    let count = try reader.integer("features")
    features = []
    var ranks: [Substring: Int] = [:]
    for rank in 0..<max(0, count) {
      let words = try reader.next()
      guard words.count == 5, words[1] == "weight", let weight = Double(words[2]), words[3] == "mean",
        let mean = Double(words[4]), weight.isFinite, mean.isFinite
      else { throw reader.fault() }
      ranks[words[0]] = rank
      features.append(Feature(name: String(words[0]), weight: weight, mean: mean))
    }
    trees = []
    let treeCount = try reader.integer("trees")
    for _ in 0..<max(0, treeCount) {
      let head = try reader.next()
      guard head.count == 4, head[0] == "tree", head[2] == "nodes", let size = Int(head[3]), size > 0,
        size < 4096
      else { throw reader.fault() }
      var tree: [Node] = []
      for place in 0..<size {
        let words = try reader.next()
        guard words.count >= 3, Int(words[0]) == place else { throw reader.fault() }
        if words[1] == "leaf", let value = Float(words[2]), value.isFinite {
          tree.append(Node(feature: -1, threshold: 0, right: 0, value: value))
        } else if words.count == 10, let rank = ranks[words[1]], let threshold = Float(words[3]),
          let right = Int32(words[7]), right > place + 1, right < size, place + 1 < size,
          let value = Float(words[9])
        {
          tree.append(Node(feature: Int32(rank), threshold: threshold, right: right, value: value))
        } else {
          throw reader.fault()
        }
      }
      guard tree.last?.feature == -1 else { throw reader.fault() }
      trees.append(tree)
    }
    guard try reader.next() == ["end"] else { throw reader.fault() }
  }

  /// Lines of a model file, cut at spaces.
  private struct LineReader {
    private let lines: [Substring]
    private var line = 0
    private let source: String

    init(text: String, source: String) {
      lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      self.source = source
    }

    mutating func next() throws -> [Substring] {
      line += 1
      guard line <= lines.count else { throw fault() }
      return lines[line - 1].split(separator: " ")
    }

    mutating func value(_ key: String) throws -> String {
      let words = try next()
      guard words.count == 2, words[0] == key else { throw fault() }
      return String(words[1])
    }

    mutating func number(_ key: String) throws -> Double {
      guard let number = Double(try value(key)), number.isFinite else { throw fault() }
      return number
    }

    mutating func integer(_ key: String) throws -> Int {
      guard let number = Int(try value(key)) else { throw fault() }
      return number
    }

    func fault() -> PasserelleError {
      PasserelleError(
        .ontologyInvalid,
        LocalizedText(
          fr: "Ligne incomprise du modèle de résolution.",
          en: "A line of the resolution model is not understood."),
        at: SourceLocation(file: source, line: line))
    }
  }
}
