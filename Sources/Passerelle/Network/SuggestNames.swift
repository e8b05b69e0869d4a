import PasserelleCore
import PasserelleGraph
import PasserelleNetwork
import PasserelleOntology
import PasserellePipeline
import PasserelleText

/// Finds the nodes of a network that a person names.
struct SuggestNames {
  let network: CooperationNetwork
  let ontology: Ontology
  let iris: IRISpace
  let reader: GraphReader

  /// The node that a name means, of the nodes that may be meant.
  ///
  /// An identifier comes first, then a name as it is written but for case, accents and punctuation. Of several of one name
  /// the one French commune is meant.
  ///
  /// - Throws: ``PasserelleError`` with code `entity.notFound`, with the nearest name, or `query.invalid` where several things
  ///   are meant.
  /// - Complexity: A few look-ups for an identifier; else O(nodes).
  func node(_ name: String, where isMeant: (CooperationNetwork.Node) -> Bool) throws -> Int32 {
    if let found = try? EntityNames(iris: iris).resolve(name, reader), let node = network.node(found.iri),
      isMeant(network.nodes[Int(node)])
    {
      return node
    }
    let wanted = TextFolding.fold(name)
    let found = network.nodes.indices.filter { place in
      let node = network.nodes[place]
      return isMeant(node)
        && (TextFolding.fold(node.label.french) == wanted || TextFolding.fold(node.label.english) == wanted)
    }
    if found.count == 1 { return Int32(found[0]) }
    let communes = found.filter { network.nodes[$0].kind == .commune }
    if communes.count == 1 { return Int32(communes[0]) }
    guard found.isEmpty else { throw ambiguous(name, found) }
    let known = network.nodes.filter(isMeant).map { $0.label.french.lowercased() }
    guard let near = NearestName.of(name, in: known) else { throw EntityNames.notFound(name) }
    let label = network.nodes.first { $0.label.french.lowercased() == near }?.label.french ?? near
    throw PasserelleError(
      .entityNotFound,
      LocalizedText(
        fr: "Rien n’est connu sous « \(name) ». Vouliez-vous dire « \(label) » ?",
        en: "Nothing is known as '\(name)'. Did you mean '\(label)'?"))
  }

  /// A local authority by name.
  func authority(_ name: String) throws -> Int32 { try node(name) { $0.kind.isAuthority } }

  /// The country codes that names mean.
  ///
  /// - Throws: ``PasserelleError`` with code `query.invalid`.
  func countries(_ names: [String]) throws -> [String] {
    let list = ontology.codeList("countries")
    return try names.map { name in
      if let code = list?.entries(writtenAs: name).first?.code { return code }
      let upper = name.uppercased()
      guard upper.utf8.count == 2, list?.label(ofCode: upper) != nil else {
        throw QuestionBinder.invalid(
          "« \(name) » n’est pas un pays connu. Donnez un nom ou un code ISO à deux lettres, comme SN.",
          "'\(name)' is not a known country. Give a name or an ISO code of two letters, such as SN.")
      }
      return upper
    }
  }

  /// The themes that a name means, with those that are part of them.
  ///
  /// - Throws: ``PasserelleError`` with code `entity.notFound`.
  func themes(_ name: String) throws -> [Int32] {
    let isTheme = { (place: Int) in network.nodes[place].kind == .theme }
    let wanted = TextFolding.fold(name)
    var found = network.nodes.indices.filter { place in
      let node = network.nodes[place]
      return isTheme(place)
        && [node.label.french, node.label.english, String(node.iri.split(separator: "/").last ?? "")]
          .contains { TextFolding.fold($0) == wanted }
    }
    if found.isEmpty {
      let iris = Set(ontology.themes(matching: name).filter { $0.closeness <= .nameInWords }.map(\.theme.iri))
      found = network.nodes.indices.filter { isTheme($0) && iris.contains(network.nodes[$0].iri) }
    }
    if found.isEmpty { found = [Int(try node(name) { $0.kind == .theme })] }
    let parts = network.nodes.indices.filter { place in
      isTheme(place) && network.themes[place].contains { found.contains(Int($0)) }
    }
    return Set(found + parts).sorted().map(Int32.init)
  }

  private func ambiguous(_ name: String, _ found: [Int]) -> PasserelleError {
    let list =
      found.prefix(8).map { place in
        let iri = network.nodes[place].iri
        return iris.identifierParts(of: iri).map { "\($0.scheme.rawValue):\($0.value)" } ?? iri
      }.joined(separator: ", ") + (found.count > 8 ? "…" : "")
    return QuestionBinder.invalid(
      "« \(name) » désigne \(found.count) choses : \(list). Donnez l’un de ces identifiants.",
      "'\(name)' names \(found.count) things: \(list). Give one of these identifiers.")
  }
}
