import PasserelleCore

/// Who was awarded what by whom: contracts as ties between winners and buyers.
struct NetworkAwards {
  /// The most records that an edge names; their number is exact.
  static let recordLimit = 50

  private struct Award {
    var buyer: Int32
    var winner: Int32
    /// The date, packed; 0 for none.
    var date: Int32
    /// The amount in euros of an award to one winner; nil for none.
    var amount: DecimalNumber?
    var graph: TermID
  }

  private var awards: [Award] = []

  /// Reads contracts with a buyer and a winner.
  init(_ scanner: NetworkScanner, into draft: inout NetworkDraft) throws {
    let ids = try scanner.identifiers([
      Vocabulary.hasWinner, Vocabulary.hasBuyer, Vocabulary.amount, Vocabulary.currency, Vocabulary.notified,
      NetworkDraft.amountInEuros,
    ])
    guard ids[0].isBound, ids[1].isBound else { return }
    var wins: [(contract: TermID, winner: TermID, graph: TermID)] = []
    try scanner.scan(ids[0]) { rows in
      for row in 0..<rows.count {
        let (contract, winner) = (rows.subjects[row], rows.objects[row])
        // A winner that several records of one contract state is told once.
        if let last = wins.last, last.contract == contract, last.winner == winner { continue }
        wins.append((contract, winner, rows.graphs[row]))
      }
    }
    var contracts: [TermID] = []
    for win in wins where contracts.last != win.contract { contracts.append(win.contract) }
    let details = try Details(of: contracts, scanner, ids)
    var contract = 0
    for place in wins.indices {
      while contracts[contract] != wins[place].contract { contract += 1 }
      guard let buyers = details.buyers[contract] else { continue }
      let isAlone =
        (place == 0 || wins[place - 1].contract != wins[place].contract)
        && (place + 1 == wins.count || wins[place + 1].contract != wins[place].contract)
      let winner = draft.number(wins[place].winner)
      for buyer in buyers {
        awards.append(
          Award(
            buyer: draft.number(buyer), winner: winner, date: details.dates[contract],
            amount: isAlone && buyers.count == 1 ? details.amount(contract) : nil, graph: wins[place].graph))
      }
    }
  }

  /// What is known of contracts, by their places.
  private struct Details {
    var buyers: [[TermID]?]
    var dates: [Int32]
    private var amounts: [DecimalNumber?]
    private var euros: [DecimalNumber?]
    private var isForeign: [Bool]

    init(of contracts: [TermID], _ scanner: NetworkScanner, _ ids: [TermID]) throws {
      buyers = [[TermID]?](repeating: nil, count: contracts.count)
      dates = [Int32](repeating: 0, count: contracts.count)
      amounts = [DecimalNumber?](repeating: nil, count: contracts.count)
      euros = amounts
      isForeign = [Bool](repeating: false, count: contracts.count)
      try scanner.values(of: contracts, ids[1]) { place, buyer in
        if buyers[place] == nil { buyers[place] = [buyer] } else { buyers[place]?.append(buyer) }
      }
      try scanner.values(of: contracts, ids[2]) { place, amount in
        guard let number = amount.inlineDecimal else { return }
        amounts[place] = max(amounts[place] ?? number, number)
      }
      let euro = try scanner.snapshot.identifiers(of: [.string("EUR")])[0]
      try scanner.values(of: contracts, ids[3]) { place, currency in
        if currency != euro { isForeign[place] = true }
      }
      try scanner.values(of: contracts, ids[4]) { place, date in
        let packed = date.inlineDate
        if packed != 0, dates[place] == 0 || packed < dates[place] { dates[place] = packed }
      }
      try scanner.values(of: contracts, ids[5]) { place, amount in
        guard let number = amount.inlineDecimal else { return }
        euros[place] = max(euros[place] ?? number, number)
      }
    }

    /// The amount of a contract in euros, stated or converted, where it is more than nothing.
    func amount(_ contract: Int) -> DecimalNumber? {
      guard let amount = isForeign[contract] ? euros[contract] : amounts[contract], amount > .zero else {
        return nil
      }
      return amount
    }
  }

  /// One edge for each pair of a winner and a buyer, demonstration data apart from the others.
  func edges(
    _ identity: NetworkIdentity, _ demonstrations: Set<TermID>
  ) -> [CooperationNetwork.Edge] {
    struct Pair: Hashable {
      var winner: Int32
      var buyer: Int32
      var isDemonstration: Bool
    }
    var places: [Pair: Int] = [:]
    var edges: [CooperationNetwork.Edge] = []
    for award in awards {
      guard let (winner, buyer) = identity.ends(award.winner, award.buyer) else { continue }
      let pair = Pair(
        winner: winner, buyer: buyer,
        isDemonstration: !demonstrations.isEmpty && demonstrations.contains(award.graph))
      if places[pair] == nil {
        places[pair] = edges.count
        edges.append(
          CooperationNetwork.Edge(
            kind: .supply, source: winner, target: buyer, count: 0, isDemonstration: pair.isDemonstration))
      }
      guard let place = places[pair] else { continue }
      edges[place].add(award.date, award.amount, award.graph)
    }
    for place in edges.indices { edges[place].records.sort() }
    return edges
  }
}

extension CooperationNetwork.Edge {
  /// Counts one more award.
  fileprivate mutating func add(_ date: Int32, _ amount: DecimalNumber?, _ graph: TermID) {
    count += 1
    if records.count < NetworkAwards.recordLimit { records.append(graph) }
    if let amount { self.amount = (self.amount ?? .zero).adding(amount) ?? self.amount }
    guard let date = PartialDate(packed: date) else { return }
    since = min(since ?? date, date)
    until = max(until ?? date, date)
  }
}
