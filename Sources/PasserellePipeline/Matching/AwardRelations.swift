import PasserelleCore
import PasserelleGraph

/// What awards state, relation by relation, as identifiers.
struct AwardRelations {
  /// The record number of each award, in the order of their versions.
  let documents: [Int64]
  let winners: TermLists
  let buyers: TermLists
  let codes: TermLists
  let places: TermLists
  let postals: TermLists
  let dates: TermLists

  init(_ reader: GraphReader) throws {
    let records = try reader.recordNumbers(of: .award)
    let versions = records.keys.sorted()
    documents = versions.compactMap { records[$0] }
    // Versions are numbered one after the other: a table costs less than a dictionary.
    var awards = [Int32](repeating: -1, count: Int(versions.last?.rawValue ?? 0) + 1)
    for (award, version) in versions.enumerated() { awards[Int(version.rawValue)] = Int32(award) }
    func column(_ relation: String) throws -> TermLists {
      try TermLists(relation, awards: awards, count: versions.count, reader: reader)
    }
    winners = try column(Vocabulary.hasWinner)
    buyers = try column(Vocabulary.hasBuyer)
    codes = try column(Vocabulary.hasMainClassification)
    places = try column(Vocabulary.placeOfPerformance)
    postals = try column(Vocabulary.postalCode)
    dates = try column(Vocabulary.notified)
  }
}

/// For each award the objects of one relation, ascending.
struct TermLists {
  private(set) var terms: [TermID] = []
  private var starts: [Int]

  /// Scans a relation.
  ///
  /// - Parameters:
  ///   - relation: The IRI of the relation.
  ///   - awards: The award of each version, -1 for another.
  ///   - count: The number of awards.
  ///   - reader: The state of the store.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  init(_ relation: String, awards: [Int32], count: Int, reader: GraphReader) throws {
    starts = [Int](repeating: 0, count: count + 1)
    let predicate = try reader.identifiers(of: [.iri(relation)])[0]
    guard predicate.isBound else { return }
    var found: [(award: Int32, term: TermID)] = []
    try reader.scan(QuadPattern(predicate: predicate)) { batch in
      for index in 0..<batch.count {
        let version = Int(batch.graphs[index].rawValue)
        guard version < awards.count, awards[version] >= 0 else { continue }
        found.append((awards[version], batch.objects[index]))
      }
      return true
    }
    for pair in found { starts[Int(pair.award) + 1] += 1 }
    for award in 0..<count { starts[award + 1] += starts[award] }
    var next = starts
    terms = [TermID](repeating: .none, count: found.count)
    for pair in found {
      terms[next[Int(pair.award)]] = pair.term
      next[Int(pair.award)] += 1
    }
    // The order by predicate and object gives them ascending; another one may not.
    for award in 0..<count where starts[award + 1] - starts[award] > 1 {
      terms[starts[award]..<starts[award + 1]].sort()
    }
  }

  /// The objects of an award.
  subscript(award: Int) -> ArraySlice<TermID> { terms[starts[award]..<starts[award + 1]] }

  /// What the distinct terms mean; those without a meaning are left out.
  func resolved<Value>(
    _ reader: GraphReader, _ meaning: (Term) -> Value?
  ) throws -> [TermID: Value] {
    let ids = Set(terms).sorted()
    var values: [TermID: Value] = [:]
    values.reserveCapacity(ids.count)
    for (id, term) in zip(ids, try reader.terms(of: ids)) { values[id] = term.flatMap(meaning) }
    return values
  }
}
