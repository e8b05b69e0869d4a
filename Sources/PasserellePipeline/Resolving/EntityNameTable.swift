import PasserelleCore
import PasserelleGraph

/// The names of things: as stated now, as of earlier times.
struct EntityNameTable {
  private var currentNames: [TermID: [Candidate]] = [:]
  private var formerNames: [TermID: Set<String>] = [:]

  /// Reads the names of things.
  ///
  /// - Complexity: O(statements of the relations that name).
  init(of entities: EntityTable, _ reader: GraphReader) throws {
    for (rank, relation) in [Vocabulary.label, Vocabulary.name, Self.alternativeLabel].enumerated() {
      for (thing, literal, count) in try Self.literals(relation, entities, reader) {
        currentNames[thing, default: []].append(Candidate(literal, count: count, rank: rank))
      }
    }
    for (thing, literal, _) in try Self.literals(Self.formerName, entities, reader) {
      formerNames[thing, default: []].insert(literal.lexicalForm)
    }
  }

  /// The names of a thing, the main one first: without damage, by label or name, stated by most records, in French.
  func current(_ thing: TermID, limit: Int) -> [String] {
    var names: [String] = []
    for candidate in (currentNames[thing] ?? []).sorted() where !names.contains(candidate.text) {
      names.append(candidate.text)
      if names.count == limit { break }
    }
    return names
  }

  /// The former names of a thing, by text.
  func former(_ thing: TermID) -> [String] { (formerNames[thing] ?? []).sorted() }

  private static func literals(
    _ relation: String, _ entities: EntityTable, _ reader: GraphReader
  ) throws -> [(thing: TermID, literal: Literal, count: Int)] {
    let pairs = try EntityColumn(relation, of: entities, reader).pairs
    let objects = Set(pairs.map(\.object)).sorted()
    var literals: [TermID: Literal] = [:]
    for (id, term) in zip(objects, try reader.terms(of: objects)) {
      if case .literal(let literal)? = term { literals[id] = literal }
    }
    return pairs.compactMap { pair in literals[pair.object].map { (pair.thing, $0, pair.count) } }
  }

  /// A name; the least is the best.
  private struct Candidate: Comparable {
    let damage: Int
    let rank: Int
    let rarity: Int
    let language: Int
    let text: String

    init(_ literal: Literal, count: Int, rank: Int) {
      damage = literal.lexicalForm.contains("\u{FFFD}") ? 1 : 0
      // Labels and names weigh the same; other names come after.
      self.rank = rank == 2 ? 1 : 0
      rarity = -count
      language =
        switch literal.datatype {
        case .language(let tag): tag == "fr" ? 0 : 1
        default: 0
        }
      text = literal.lexicalForm
    }

    static func < (left: Self, right: Self) -> Bool {
      (left.damage, left.rank, left.rarity, left.language, left.text)
        < (right.damage, right.rank, right.rarity, right.language, right.text)
    }
  }

  private static let alternativeLabel = Vocabulary.skos + "altLabel"
  private static let formerName = Vocabulary.pas + "formerName"
}
