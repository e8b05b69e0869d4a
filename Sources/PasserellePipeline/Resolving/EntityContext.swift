import PasserelleCore
import PasserelleGraph
import PasserelleResolution

/// What buyers and winners are surrounded by in awards: kinds of works, and each other.
struct EntityContext {
  private var codes: [TermID: [String: Int]] = [:]
  private var partners: [TermID: Set<TermID>] = [:]
  private var partnerHashes: [TermID: UInt64] = [:]
  /// The most codes and partners kept of a thing.
  private static let codeLimit = 6
  private static let partnerLimit = 16

  /// Reads the awards.
  ///
  /// - Complexity: O(awards).
  init(_ entities: EntityTable, _ reader: GraphReader) throws {
    let awards = try AwardRelations(reader)
    let groups = try awards.codes.resolved(reader) { term in
      term.iriValue.flatMap { CPVCode(iri: $0) }.map { String($0.digits.prefix(3)) }
    }
    for award in awards.documents.indices {
      let (winners, buyers) = (awards.winners[award], awards.buyers[award])
      let code = awards.codes[award].compactMap { groups[$0] }.min()
      for thing in [Array(winners), Array(buyers)].joined() where entities.kinds[thing] != nil {
        if let code { codes[thing, default: [:]][code, default: 0] += 1 }
      }
      for winner in winners where entities.kinds[winner] != nil {
        partners[winner, default: []].formUnion(buyers)
      }
      for buyer in buyers where entities.kinds[buyer] != nil {
        partners[buyer, default: []].formUnion(winners)
      }
    }
    let all = Set(partners.values.joined()).sorted()
    for (id, term) in zip(all, try reader.terms(of: all)) {
      // What only one award names is nobody's shared partner.
      guard let iri = term?.iriValue else { continue }
      partnerHashes[id] = Self.hash(iri)
    }
  }

  /// The most frequent groups of CPV codes, ties by code.
  func activities(_ thing: TermID) -> [Mention.CountedCode] {
    (codes[thing] ?? [:]).sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(Self.codeLimit)
      .map { Mention.CountedCode($0.key, count: $0.value) }
  }

  /// A sample of the partners, by hash.
  func neighbours(_ thing: TermID) -> [UInt64] {
    Array((partners[thing] ?? []).compactMap { partnerHashes[$0] }.sorted().prefix(Self.partnerLimit))
  }

  /// FNV-1a.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
