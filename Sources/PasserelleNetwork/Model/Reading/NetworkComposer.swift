import PasserelleCore

/// Puts nodes and edges together: names, places, dates, and the order of both.
struct NetworkComposer {
  let scanner: NetworkScanner
  let surroundings: NetworkSurroundings
  let draft: NetworkDraft
  let identity: NetworkIdentity

  /// Takes what was read.
  init(
    _ scanner: NetworkScanner, _ surroundings: NetworkSurroundings, _ draft: NetworkDraft,
    _ identity: NetworkIdentity
  ) {
    self.scanner = scanner
    self.surroundings = surroundings
    self.draft = draft
    self.identity = identity
  }

  /// The network.
  ///
  /// - Parameters:
  ///   - merged: The edges of statements and claims, between groups.
  ///   - awards: The edges of contracts, between groups.
  /// - Returns: The network.
  /// - Throws: ``PasserelleError`` where the data cannot be read.
  func network(_ merged: [MergedEdge], _ awards: [CooperationNetwork.Edge]) throws -> CooperationNetwork {
    var isTied = [Bool](repeating: false, count: identity.groups.count)
    var isReal = identity.groups.map(\.isReal)
    func note(_ group: Int32, _ isDemonstration: Bool) {
      isTied[Int(group)] = true
      if !isDemonstration { isReal[Int(group)] = true }
    }
    for edge in merged {
      note(edge.draft.source, edge.isDemonstration)
      note(edge.draft.target, edge.isDemonstration)
    }
    for edge in awards {
      note(edge.source, edge.isDemonstration)
      note(edge.target, edge.isDemonstration)
    }
    // What is classed stands in the network even where nothing ties it: who is missing is a question too.
    let kept = identity.groups.indices.filter { group in
      let one = identity.groups[group]
      return isTied[group] || (one.rank < NetworkClasses.table.count && one.kind != .other)
    }.sorted { identity.groups[$0].iri < identity.groups[$1].iri }
    var numbers = [Int32](repeating: -1, count: identity.groups.count)
    for (number, group) in kept.enumerated() { numbers[group] = Int32(number) }

    var nodes = kept.map { group in
      let one = identity.groups[group]
      return CooperationNetwork.Node(
        iri: one.iri, label: LocalizedText(verbatim: ""), kind: one.kind, isDemonstration: !isReal[group])
    }
    let members = NodeMembers(kept.map { identity.groups[$0].members }, draft, identity)
    try NodeNames(scanner, surroundings).complete(&nodes, members)
    try NodeFacts(scanner, surroundings).complete(&nodes, members)

    let claims = try scanner.terms(merged.map(\.draft.statement).filter(\.isBound))
    var edges: [CooperationNetwork.Edge] = []
    edges.reserveCapacity(merged.count + awards.count)
    for one in merged {
      edges.append(
        edge(one, numbers, claims[one.draft.statement]?.iriValue))
    }
    for award in awards {
      edges.append(award)
      edges[edges.count - 1].source = numbers[Int(award.source)]
      edges[edges.count - 1].target = numbers[Int(award.target)]
    }
    edges += twinnings(edges, kept)
    NodePlaces.complete(&nodes, edges)
    return CooperationNetwork(nodes: nodes, edges: edges, aliases: aliases(kept))
  }

  private func edge(
    _ one: MergedEdge, _ numbers: [Int32], _ statement: String?
  ) -> CooperationNetwork.Edge {
    let draft = one.draft
    return CooperationNetwork.Edge(
      kind: draft.kind, source: numbers[Int(draft.source)], target: numbers[Int(draft.target)],
      since: PartialDate(packed: draft.since), until: PartialDate(packed: draft.until), role: draft.role,
      detail: draft.detail, amount: draft.amount, records: draft.records.sorted(), statement: statement,
      isDemonstration: one.isDemonstration
    ).symmetricInOrder
  }

  /// The ties between the two parties of twinnings that are things of their own, where no statement ties them.
  private func twinnings(
    _ edges: [CooperationNetwork.Edge], _ kept: [Int]
  ) -> [CooperationNetwork.Edge] {
    let classRank = NetworkClasses.table.firstIndex { $0.iri == NetworkClasses.twinning }
    var parties: [Int32: [CooperationNetwork.Edge]] = [:]
    var known: Set<[Int32]> = []
    for edge in edges {
      if edge.kind == .party, identity.groups[kept[Int(edge.target)]].rank == classRank {
        parties[edge.target, default: []].append(edge)
      } else if edge.kind == .twinning {
        known.insert([edge.source, edge.target])
      }
    }
    return parties.keys.sorted().compactMap { agreement in
      let ends = parties[agreement] ?? []
      let pair = Set(ends.map(\.source)).sorted()
      guard pair.count == 2, !known.contains(pair), let first = ends.first else { return nil }
      return CooperationNetwork.Edge(
        kind: .twinning, source: pair[0], target: pair[1], since: ends.compactMap(\.since).min(),
        until: ends.compactMap(\.until).max(), records: Set(ends.flatMap(\.records)).sorted(),
        statement: identity.groups[kept[Int(first.target)]].iri,
        isDemonstration: ends.allSatisfy(\.isDemonstration))
    }
  }

  /// The other IRIs of nodes.
  private func aliases(_ kept: [Int]) -> [String: Int32] {
    var aliases: [String: Int32] = [:]
    for (number, group) in kept.enumerated() where identity.groups[group].members.count > 1 {
      for member in identity.groups[group].members {
        if let iri = identity.iris[Int(member)], iri != identity.groups[group].iri {
          aliases[iri] = Int32(number)
        }
      }
    }
    return aliases
  }
}

extension CooperationNetwork.Edge {
  /// The edge, from the lower number to the higher one where it reads the same both ways.
  fileprivate var symmetricInOrder: Self {
    guard kind.isSymmetric, target < source else { return self }
    var turned = self
    (turned.source, turned.target) = (target, source)
    return turned
  }
}

/// The things of each node by identifier, for looking up what is said of them.
struct NodeMembers {
  /// The identifiers of all things of the nodes, ascending.
  let ids: [TermID]
  /// The node of each.
  let nodes: [Int32]
  /// The IRI of each.
  let iris: [String]

  init(_ members: [[Int32]], _ draft: NetworkDraft, _ identity: NetworkIdentity) {
    var things: [(id: TermID, node: Int32, number: Int32)] = []
    for (node, numbers) in members.enumerated() {
      for number in numbers { things.append((draft.ids[Int(number)], Int32(node), number)) }
    }
    things.sort { $0.id < $1.id }
    ids = things.map(\.id)
    nodes = things.map(\.node)
    iris = things.map { identity.iris[Int($0.number)] ?? "" }
  }
}
