import PasserelleCore
import PasserelleGraph

/// The names that the store states of many things, read in one pass over each relation that names.
///
/// The same names as ``LabelResolver`` finds one by one: by label, else by name; of several, in the language
/// asked, without damaged characters, stated by most records, first by text.
struct StatedNames {
  private var names: [TermID: String] = [:]

  /// The name of a thing; nil for one that has neither label nor name.
  subscript(thing: TermID) -> String? { names[thing] }

  /// Reads the names of things.
  ///
  /// - Complexity: O(statements of the relations).
  init(of things: [TermID], reader: GraphReader, language: MessageLanguage) throws {
    var missing = things
    for relation in [Vocabulary.label, Vocabulary.name] {
      let predicate = try reader.identifiers(of: [.iri(relation)])[0]
      guard predicate.isBound, !missing.isEmpty else { continue }
      let stated = try Self.counts(predicate, of: missing, reader)
      let objects = Set(stated.keys.map(\.object)).sorted()
      let texts = Dictionary(uniqueKeysWithValues: zip(objects, try reader.terms(of: objects)))
      var best: [TermID: Candidate] = [:]
      for (key, count) in stated {
        guard case .literal(let literal)?? = texts[key.object] else { continue }
        let candidate = Candidate(literal, count: count, language: language)
        // Candidates differ in their texts at least, so that the order of the dictionary does not matter.
        if best[key.thing].map({ candidate < $0 }) ?? true { best[key.thing] = candidate }
      }
      for (thing, candidate) in best { names[thing] = candidate.text }
      missing.removeAll { names[$0] != nil }
    }
  }

  private struct Statement: Hashable {
    let thing: TermID
    let object: TermID
  }

  /// How many records state each name of the things.
  private static func counts(
    _ predicate: TermID, of things: [TermID], _ reader: GraphReader
  ) throws -> [Statement: Int] {
    let wanted = Set(things)
    var counts: [Statement: Int] = [:]
    // The order by predicate, object and subject gives equal statements in a row.
    var run = (statement: Statement(thing: .none, object: .none), count: 0)
    try reader.scan(QuadPattern(predicate: predicate)) { batch in
      for index in 0..<batch.count {
        let statement = Statement(thing: batch.subjects[index], object: batch.objects[index])
        if statement == run.statement {
          run.count += 1
          continue
        }
        if run.count > 0, wanted.contains(run.statement.thing) {
          counts[run.statement, default: 0] += run.count
        }
        run = (statement, 1)
      }
      return true
    }
    if run.count > 0, wanted.contains(run.statement.thing) { counts[run.statement, default: 0] += run.count }
    return counts
  }

  /// A name that could be shown; the least is the best.
  private struct Candidate: Comparable {
    let language: Int
    let damage: Int
    let rarity: Int
    let text: String

    init(_ literal: Literal, count: Int, language: MessageLanguage) {
      self.language =
        switch literal.datatype {
        case .language(let tag): tag == language.rawValue ? 0 : 2
        default: 1
        }
      damage = literal.lexicalForm.contains("\u{FFFD}") ? 1 : 0
      rarity = -count
      text = literal.lexicalForm
    }

    static func < (left: Self, right: Self) -> Bool {
      (left.language, left.damage, left.rarity, left.text)
        < (right.language, right.damage, right.rarity, right.text)
    }
  }
}
