import PasserelleCore

/// Which of the things met are one, and what each is.
struct NetworkIdentity {
  /// Several things that are one, or a thing alone.
  struct Group {
    /// The IRI that stands for them.
    var iri: String
    /// What they are.
    var kind: NodeKind
    /// The rank of their class in ``NetworkClasses``; the count of classes where none is stated.
    var rank: Int
    /// The numbers of the things, ascending.
    var members: [Int32]
    /// Whether a record that is no demonstration says what they are.
    var isReal: Bool
  }

  /// The groups, in the order of their first things.
  private(set) var groups: [Group] = []
  /// The IRI of each thing; nil for a literal.
  private(set) var iris: [String?] = []
  /// The group of each thing; -1 for a literal.
  private(set) var groupNumbers: [Int32] = []

  /// Finds out who is who.
  ///
  /// - Parameters:
  ///   - scanner: The statements.
  ///   - surroundings: Which things are one by resolution.
  ///   - draft: The things; gets those that they are said to be the same as.
  /// - Throws: ``PasserelleError`` where the data cannot be read.
  init(
    _ scanner: NetworkScanner, _ surroundings: NetworkSurroundings, _ draft: inout NetworkDraft
  ) throws {
    let pairs = try Self.same(scanner, &draft)
    iris = []
    iris.reserveCapacity(draft.ids.count)
    var start = 0
    while start < draft.ids.count {
      let end = min(start + 65_536, draft.ids.count)
      iris += try scanner.snapshot.terms(of: Array(draft.ids[start..<end])).map { $0?.iriValue }
      start = end
    }
    var union = DraftUnion(count: iris.count)
    for (left, right) in pairs { union.join(left, right) }
    let names = joinByNames(&union, surroundings)
    collect(&union, draft, surroundings.iris, names)
  }

  /// The pairs of things that a statement holds to be the same, one of which was met.
  private static func same(
    _ scanner: NetworkScanner, _ draft: inout NetworkDraft
  ) throws -> [(Int32, Int32)] {
    var pairs: [(Int32, Int32)] = []
    let same = try scanner.identifiers(["http://www.w3.org/2002/07/owl#sameAs"])[0]
    try scanner.scan(same, places: [.subject, .object]) { rows in
      for row in 0..<rows.count where !rows.objects[row].isInline {
        let (one, other) = (rows.subjects[row], rows.objects[row])
        guard draft.known(one) != nil || draft.known(other) != nil else { continue }
        pairs.append((draft.number(one), draft.number(other)))
      }
    }
    return pairs
  }

  /// Joins things by resolution and by their numbers: an establishment with its company, the SIREN of a commune with its
  /// INSEE code.
  ///
  /// - Returns: The IRIs that resolution calls things by, where they are others than their own.
  private func joinByNames(_ union: inout DraftUnion, _ surroundings: NetworkSurroundings) -> [Int32: String]
  {
    var numbers: [String: Int32] = [:]
    numbers.reserveCapacity(iris.count)
    for (number, iri) in iris.enumerated() { if let iri { numbers[iri] = Int32(number) } }
    let space = surroundings.iris
    let companies = space.base + "id/sire"
    var names: [Int32: String] = [:]
    var firsts: [String: Int32] = [:]
    for (number, iri) in iris.enumerated() {
      guard let iri else { continue }
      let number = Int32(number)
      let canonical = surroundings.canonical(iri)
      if canonical != iri {
        names[number] = canonical
        if let other = numbers[canonical] ?? firsts[canonical] { union.join(number, other) }
        firsts[canonical] = firsts[canonical] ?? number
      }
      guard iri.hasPrefix(companies), let (scheme, value) = space.identifierParts(of: iri) else { continue }
      let siren = scheme == .siret ? String(value.prefix(9)) : value
      // Establishments of one company are one actor, whether a record names the company itself or not.
      if let other = numbers[space.identifier(.siren, siren)] ?? firsts[siren] { union.join(number, other) }
      firsts[siren] = firsts[siren] ?? number
      if let commune = NetworkClasses.commune(ofSiren: siren),
        let other = numbers[space.identifier(.insee, commune)]
      {
        union.join(number, other)
      }
    }
    return names
  }

  private mutating func collect(
    _ union: inout DraftUnion, _ draft: NetworkDraft, _ space: IRISpace, _ names: [Int32: String]
  ) {
    groupNumbers = [Int32](repeating: -1, count: iris.count)
    let none = NetworkClasses.table.count
    for number in iris.indices where iris[number] != nil {
      let root = Int(union.root(Int32(number)))
      // A literal is never joined, and a root is the first of its set.
      if groupNumbers[root] < 0 {
        groupNumbers[root] = Int32(groups.count)
        groups.append(Group(iri: "", kind: .other, rank: none, members: [], isReal: false))
      }
      groupNumbers[number] = groupNumbers[root]
      let group = Int(groupNumbers[root])
      groups[group].members.append(Int32(number))
      groups[group].rank = min(groups[group].rank, Int(draft.ranks[number]))
      if draft.isReal[number] { groups[group].isReal = true }
    }
    for group in groups.indices {
      let members = groups[group].members
      groups[group].iri =
        members.compactMap { names[$0] }.min()
        ?? members.compactMap { iris[Int($0)] }.min { Self.precedes($0, $1, space) } ?? ""
      groups[group].kind = kind(groups[group], space)
    }
  }

  /// What things are: by their classes, else by their identifiers.
  private func kind(_ group: Group, _ space: IRISpace) -> NodeKind {
    let isClassed = group.rank < NetworkClasses.firstRole
    if isClassed { return NetworkClasses.table[group.rank].kind }
    var best: NodeKind?
    for member in group.members {
      guard let iri = iris[Int(member)], let (scheme, value) = space.identifierParts(of: iri) else {
        continue
      }
      let kind =
        group.rank < NetworkClasses.table.count && (scheme == .siren || scheme == .siret)
        ? NetworkClasses.kind(ofSiren: value) ?? NetworkClasses.table[group.rank].kind
        : NetworkClasses.kind(scheme, value)
      if kind != .other, best == nil || best?.isTerritory == false && kind.isTerritory { best = kind }
    }
    if let best, best != .organisation || group.rank >= NetworkClasses.table.count { return best }
    if group.rank < NetworkClasses.table.count { return NetworkClasses.table[group.rank].kind }
    let isCountry = group.iri.hasPrefix("http://publications.europa.eu/resource/authority/country/")
    return isCountry ? .country : .other
  }

  /// The order in which one of several IRIs stands for all: official numbers first.
  private static func precedes(_ left: String, _ right: String, _ space: IRISpace) -> Bool {
    let (one, other) = (rank(left, space), rank(right, space))
    return one == other ? left < right : one < other
  }

  private static let schemes: [IdentifierScheme] = [
    .insee, .departement, .siren, .siret, .rnsr, .vat, .nif, .cif, .duns, .pic, .ror, .grid, .wikidata,
    .geonames,
  ]

  private static func rank(_ iri: String, _ space: IRISpace) -> Int {
    guard let scheme = space.identifierParts(of: iri)?.scheme else { return schemes.count + 1 }
    return schemes.firstIndex(of: scheme) ?? schemes.count
  }

  /// What a group is.
  func kind(of group: Int32) -> NodeKind { groups[Int(group)].kind }

  /// The groups of two things; nil where one is a literal or both are one.
  func ends(_ source: Int32, _ target: Int32) -> (Int32, Int32)? {
    let (one, other) = (groupNumbers[Int(source)], groupNumbers[Int(target)])
    return one < 0 || other < 0 || one == other ? nil : (one, other)
  }

  /// The edge of a statement between two things; nil where it makes none.
  func edge(
    _ rule: Int, _ subject: Int32, _ object: Int32
  ) -> (kind: EdgeKind, source: Int32, target: Int32)? {
    guard let (one, other) = ends(subject, object),
      let (kind, isTurned) = NetworkRelations.table[rule].edge(self.kind(of: one), self.kind(of: other))
    else { return nil }
    return isTurned ? (kind, other, one) : (kind, one, other)
  }
}
