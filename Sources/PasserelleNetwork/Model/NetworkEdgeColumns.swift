package import PasserelleCore

/// The edges of a network, a column for each thing known of them.
package struct NetworkEdgeColumns: Sendable {
  /// The place of each kind in `EdgeKind.allCases`.
  package var kinds: [UInt8] = []
  /// The sources.
  package var sources: [Int32] = []
  /// The targets.
  package var targets: [Int32] = []
  /// The first dates, packed; 0 for none.
  package var since: [Int32] = []
  /// The last dates, packed; 0 for none.
  package var until: [Int32] = []
  /// The numbers of the roles in ``words``; -1 for none.
  package var roles: [Int32] = []
  /// The numbers of the details in ``words``; -1 for none.
  package var details: [Int32] = []
  /// How many things each stands for.
  package var counts: [Int32] = []
  /// The place of each amount in ``amountValues``; -1 for none.
  package var amounts: [Int32] = []
  /// The amounts.
  package var amountValues: [DecimalNumber] = []
  /// Where the records of each edge begin in ``records``; one more at the end.
  package var recordStarts: [Int32] = [0]
  /// The named graphs that state the edges.
  package var records: [TermID] = []
  /// The numbers of the statements in ``statementTexts``; -1 for none.
  package var statements: [Int32] = []
  /// The IRIs of statements.
  package var statementTexts = TextPool()
  /// Roles and details.
  package var words = TextPool()
  /// 1 for edges that demonstration data alone state.
  package var demonstrations: [UInt8] = []

  /// Makes columns without edges.
  package init() {}

  /// How many edges there are.
  package var count: Int { kinds.count }

  /// Makes columns of edges, in the order of a network: by kind, source, target, first date and statement.
  package init(_ edges: [CooperationNetwork.Edge]) {
    var numbers = TextNumbers()
    let order = Self.order(edges)
    reserve(edges.count)
    for place in order {
      let edge = edges[Int(place)]
      kinds.append(edge.kind.place)
      sources.append(edge.source)
      targets.append(edge.target)
      since.append(edge.since?.packed ?? 0)
      until.append(edge.until?.packed ?? 0)
      roles.append(numbers.number(edge.role))
      details.append(numbers.number(edge.detail))
      counts.append(edge.count)
      if let amount = edge.amount {
        amounts.append(Int32(amountValues.count))
        amountValues.append(amount)
      } else {
        amounts.append(-1)
      }
      records.append(contentsOf: edge.records)
      recordStarts.append(Int32(records.count))
      statements.append(edge.statement.map { statementTexts.append($0) } ?? -1)
      demonstrations.append(edge.isDemonstration ? 1 : 0)
    }
    words = numbers.pool
  }

  private mutating func reserve(_ count: Int) {
    kinds.reserveCapacity(count)
    sources.reserveCapacity(count)
    targets.reserveCapacity(count)
    since.reserveCapacity(count)
    until.reserveCapacity(count)
    roles.reserveCapacity(count)
    details.reserveCapacity(count)
    counts.reserveCapacity(count)
    amounts.reserveCapacity(count)
    recordStarts.reserveCapacity(count + 1)
    records.reserveCapacity(count)
    statements.reserveCapacity(count)
    demonstrations.reserveCapacity(count)
  }

  /// The places of edges in the order of a network; equal ones as they were given.
  private static func order(_ edges: [CooperationNetwork.Edge]) -> [Int32] {
    // Kind, source and target in one number: 4 + 30 + 30 bits.
    let keys = edges.map { edge in
      UInt64(edge.kind.place) << 60 | UInt64(UInt32(bitPattern: edge.source)) << 30
        | UInt64(UInt32(bitPattern: edge.target))
    }
    return edges.indices.map(Int32.init).sorted { left, right in
      let (one, other) = (keys[Int(left)], keys[Int(right)])
      if one != other { return one < other }
      let (first, second) = (edges[Int(left)], edges[Int(right)])
      let (from, to) = (first.since?.packed ?? 0, second.since?.packed ?? 0)
      if from != to { return from < to }
      let (a, b) = (first.statement ?? "", second.statement ?? "")
      return a == b ? left < right : a < b
    }
  }

  /// One edge.
  subscript(place: Int) -> CooperationNetwork.Edge {
    CooperationNetwork.Edge(
      kind: EdgeKind.all[Int(kinds[place])], source: sources[place], target: targets[place],
      since: PartialDate(packed: since[place]), until: PartialDate(packed: until[place]),
      role: words[roles[place]], detail: words[details[place]], count: counts[place],
      amount: amounts[place] < 0 ? nil : amountValues[Int(amounts[place])],
      records: Array(records[Int(recordStarts[place])..<Int(recordStarts[place + 1])]),
      statement: statementTexts[statements[place]], isDemonstration: demonstrations[place] != 0)
  }
}

extension EdgeKind {
  /// The kinds by their places.
  static let all = allCases

  /// Its place among all kinds.
  var place: UInt8 { UInt8(Self.all.firstIndex(of: self) ?? 0) }
}
