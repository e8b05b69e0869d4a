import PasserelleCore

extension RankingModelReader {
  mutating func readHeader() throws -> RankingModel.Header {
    let format = try next()
    guard format == RankingModel.format else {
      let isNewer = format.hasPrefix("passerelle-ranker/")
      throw isNewer
        ? failure("version inconnue du format", "unknown version of the format")
        : failure("ce n’est pas un modèle de classement", "not a ranking model")
    }
    let name = try value(after: "name")
    guard Self.isName(name) else { throw failure("nom non valide", "invalid name") }
    let language = try value(after: "language")
    guard Self.isLanguage(language) else { throw failure("langue non valide", "invalid language") }
    let trained = try value(after: "trained")
    guard Self.isDay(trained) else { throw failure("date non valide", "invalid date") }
    let hash = try value(after: "data")
    guard Self.isHash(hash) else { throw failure("empreinte non valide", "invalid hash") }
    let queries = try countValue(after: "queries", upTo: 1_000_000_000_000)
    let rows = try countValue(after: "rows", upTo: 1_000_000_000_000)
    return RankingModel.Header(
      name: name, language: language, trained: trained, dataHash: hash, queries: queries, rows: rows)
  }

  mutating func readKind() throws -> RankingModel.Kind {
    guard let kind = RankingModel.Kind(rawValue: try value(after: "kind")) else {
      throw failure("genre inconnu", "unknown kind")
    }
    return kind
  }

  mutating func readFeatures() throws -> [RankingModel.Feature] {
    let total = try countValue(after: "features", upTo: Self.maximumFeatures)
    guard total > 0 else { throw failure("aucun critère", "no feature") }
    firstFeatureLine = line + 1
    var features: [RankingModel.Feature] = []
    for _ in 0..<total {
      let words = try words(depth: 1)
      guard words.count == 9, words[1] == "mean", words[3] == "sd", words[5] == "weight",
        words[7] == "importance", Self.isFeatureName(words[0])
      else { throw failure("ligne de critère non valide", "invalid line of a feature") }
      guard !features.contains(where: { $0.name == words[0] }) else {
        throw failure("critère répété", "repeated feature")
      }
      features.append(
        RankingModel.Feature(
          name: words[0], mean: try number(words[2], -1e30...1e30), deviation: try number(words[4], 0...1e30),
          weight: try number(words[6], -Self.maximumWeight...Self.maximumWeight),
          importance: try number(words[8], 0...1)))
    }
    return features
  }

  mutating func readTrees(features: [String]) throws -> [RankingTree] {
    let total = try countValue(after: "trees", upTo: Self.maximumTrees)
    var trees: [RankingTree] = []
    for number in 0..<total { trees.append(try readTree(number, features: features)) }
    return trees
  }

  private mutating func readTree(_ rank: Int, features: [String]) throws -> RankingTree {
    let words = try words(depth: 0)
    guard words.count == 6, words[0] == "tree", words[1] == "\(rank)", words[2] == "shrinkage",
      words[4] == "nodes"
    else { throw failure("la ligne « tree \(rank) » était attendue", "the line “tree \(rank)” was expected") }
    let shrinkage = try number(words[3], 0...1)
    let total = try count(words[5], upTo: Self.maximumNodes)
    var nodes: [RankingTree.Node] = []
    // Branches still to come, the next one last: the number that their node gave, and their depth.
    var open: [(number: Int, depth: Int)] = [(0, 1)]
    while let (number, depth) = open.popLast() {
      guard number == nodes.count, nodes.count < total else {
        throw failure("les nœuds ne forment pas un arbre", "the nodes do not make a tree")
      }
      let node = try readNode(number, depth: depth, features: features)
      nodes.append(node)
      if !node.isLeaf {
        guard node.right > number + 1, node.right < total else {
          throw failure("les nœuds ne forment pas un arbre", "the nodes do not make a tree")
        }
        open.append((node.right, depth + 1))
        open.append((number + 1, depth + 1))
      }
    }
    guard nodes.count == total else {
      throw failure("nombre de nœuds inexact", "wrong number of nodes")
    }
    return RankingTree(nodes: nodes, shrinkage: shrinkage)
  }

  private mutating func readNode(_ number: Int, depth: Int, features: [String]) throws -> RankingTree.Node {
    let words = try words(depth: depth)
    let isLeaf = words.count == 6 && words[1] == "leaf"
    guard words.count == (isLeaf ? 6 : 12), words[0] == "\(number)" else { throw invalidNode() }
    let tail = Array(words.suffix(4))
    guard tail[0] == "(value", tail[1].hasSuffix(","), tail[2] == "rows", tail[3].hasSuffix(")") else {
      throw invalidNode()
    }
    let value = try amount(String(tail[1].dropLast()))
    let rows = try count(String(tail[3].dropLast()), upTo: 1_000_000_000_000)
    if isLeaf { return RankingTree.Node(leaf: value, rows: rows) }
    guard let feature = features.firstIndex(of: words[1]) else {
      throw failure("critère non déclaré dans un arbre", "a tree asks about an undeclared feature")
    }
    guard words[2] == "<=", Self.isDecimal(words[3]), let threshold = Float(words[3]), threshold.isFinite,
      words[4] == "?", words[5] == "\(number + 1)", words[6] == ":"
    else { throw invalidNode() }
    let right = try count(words[7], upTo: Self.maximumNodes)
    return RankingTree.Node(feature: feature, threshold: threshold, right: right, value: value, rows: rows)
  }

  /// Made only for a line that is wrong: a model has thousands of nodes, and a message is dear.
  private func invalidNode() -> PasserelleError {
    failure("ligne de nœud non valide", "invalid line of a node")
  }

  mutating func readEnd() throws {
    guard try next() == "end" else {
      throw failure("la ligne « end » était attendue", "the line “end” was expected")
    }
    try expectEnd()
  }
}
