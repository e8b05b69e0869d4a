import PasserelleCore

/// The asserted claims whose relation is one of the network: what they say with dates, roles and details.
struct NetworkClaims {
  private var claims: [TermID] = []
  private var statements: [DraftStatement] = []
  private var facets = DraftFacets()

  /// Reads the claims.
  init(_ scanner: NetworkScanner, into draft: inout NetworkDraft) throws {
    let names = [
      Vocabulary.claimPredicate, Vocabulary.claimSubject, Vocabulary.claimObject, Vocabulary.modality,
    ]
    let ids = try scanner.identifiers(names)
    let asserted = try scanner.snapshot.identifiers(of: [.string("asserted")])[0]
    guard ids.allSatisfy(\.isBound), asserted.isBound else { return }
    let relations = try scanner.identifiers(NetworkRelations.table.map(\.iri))
    var rules: [TermID: Int32] = [:]
    for (rule, relation) in relations.enumerated() where relation.isBound { rules[relation] = Int32(rule) }

    var found: [(claim: TermID, rule: Int32, graph: TermID)] = []
    try scanner.scan(ids[0]) { rows in
      for row in 0..<rows.count {
        guard let rule = rules[rows.objects[row]] else { continue }
        found.append((rows.subjects[row], rule, rows.graphs[row]))
      }
    }
    let keys = found.map(\.claim)
    var subjects = [TermID](repeating: .none, count: keys.count)
    var objects = [TermID](repeating: .none, count: keys.count)
    var isAsserted = [Bool](repeating: false, count: keys.count)
    try scanner.values(of: keys, ids[1]) { subjects[$0] = $1 }
    try scanner.values(of: keys, ids[2]) { place, object in
      if objects[place] == .none, !object.isInline { objects[place] = object }
    }
    try scanner.values(of: keys, ids[3]) { place, modality in
      if modality == asserted { isAsserted[place] = true }
    }
    for place in keys.indices
    where isAsserted[place] && subjects[place].isBound && objects[place].isBound {
      claims.append(keys[place])
      statements.append(
        DraftStatement(
          rule: found[place].rule, subject: draft.number(subjects[place]),
          object: draft.number(objects[place]), graph: found[place].graph))
    }
    facets = try DraftFacets(of: claims, scanner)
  }

  /// The edges of the claims.
  func edges(_ identity: NetworkIdentity) -> [DraftEdge] {
    claims.indices.compactMap { place in
      let one = statements[place]
      return identity.edge(Int(one.rule), one.subject, one.object).map { kind, source, target in
        var edge = DraftEdge(
          kind: kind, source: source, target: target, records: [one.graph], statement: claims[place])
        facets.complete(&edge, place)
        return edge
      }
    }
  }
}

/// What claims, participations and their like say of a tie besides its ends.
struct DraftFacets {
  private var since: [Int32] = []
  private var until: [Int32] = []
  private var years: [Int32] = []
  private var roles: [String?] = []
  private var details: [String?] = []
  private var amounts: [DecimalNumber?] = []

  /// Knows nothing.
  init() {}

  /// Reads what some things say, which ascend.
  init(of things: [TermID], _ scanner: NetworkScanner) throws {
    let names = ["role", "participationRole", "grade", "share", "year"].map { Vocabulary.pas + $0 }
    let ids = try scanner.identifiers(
      [
        Vocabulary.since, Vocabulary.until, Vocabulary.amount, Vocabulary.currency,
        NetworkDraft.amountInEuros,
      ] + names)
    since = [Int32](repeating: 0, count: things.count)
    until = since
    years = since
    roles = [String?](repeating: nil, count: things.count)
    details = roles
    amounts = [DecimalNumber?](repeating: nil, count: things.count)
    try scanner.values(of: things, ids[0]) { place, date in
      let packed = date.inlineDate
      if packed != 0, since[place] == 0 || packed < since[place] { since[place] = packed }
    }
    try scanner.values(of: things, ids[1]) { until[$0] = max(until[$0], $1.inlineDate) }
    try scanner.values(of: things, ids[2]) { place, amount in
      guard let number = amount.inlineDecimal else { return }
      amounts[place] = max(amounts[place] ?? number, number)
    }
    let euro = try scanner.snapshot.identifiers(of: [.string("EUR")])[0]
    var isForeign = [Bool](repeating: false, count: things.count)
    try scanner.values(of: things, ids[3]) { place, currency in
      if currency != euro { isForeign[place] = true }
    }
    for place in things.indices where isForeign[place] { amounts[place] = nil }
    try scanner.values(of: things, ids[4]) { place, amount in
      guard isForeign[place], let number = amount.inlineDecimal else { return }
      amounts[place] = max(amounts[place] ?? number, number)
    }
    var texts: [(place: Int, name: Int, id: TermID)] = []
    for (name, id) in ids.dropFirst(5).enumerated() {
      try scanner.values(of: things, id) { texts.append(($0, name, $1)) }
    }
    let terms = try scanner.terms(texts.map(\.id))
    let iris = try labels(of: texts.compactMap { terms[$0.id]?.iriValue == nil ? nil : $0.id }, scanner)
    for (place, name, id) in texts {
      guard let text = iris[id] ?? terms[id]?.lexicalForm else { continue }
      switch name {
      case 0, 1: roles[place] = least(roles[place], text)
      case 2, 3: details[place] = least(details[place], text)
      default: years[place] = max(years[place], PartialDate(iso: text)?.packed ?? 0)
      }
    }
  }

  /// The names of things that stand where a text may: the grade of a label.
  private func labels(of things: [TermID], _ scanner: NetworkScanner) throws -> [TermID: String] {
    let keys = Set(things).sorted()
    var found: [TermID: TermID] = [:]
    try scanner.values(of: keys, scanner.identifiers([Vocabulary.label])[0]) { place, label in
      found[keys[place]] = min(found[keys[place]] ?? label, label)
    }
    let terms = try scanner.terms(found.values)
    return found.compactMapValues { terms[$0]?.lexicalForm }
  }

  private func least(_ one: String?, _ other: String) -> String { one.map { min($0, other) } ?? other }

  /// Adds what one of the things says to its edge.
  func complete(_ edge: inout DraftEdge, _ place: Int) {
    // A year alone is the first and the last date that is known.
    edge.since = since[place] != 0 ? since[place] : until[place] == 0 ? years[place] : 0
    edge.until = until[place] != 0 ? until[place] : since[place] == 0 ? years[place] : 0
    edge.role = roles[place]
    edge.detail = details[place]
    if edge.kind == .funding { edge.amount = amounts[place] }
  }
}
