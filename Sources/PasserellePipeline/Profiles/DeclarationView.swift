import PasserelleCore
import PasserelleGraph

/// The statements of one version of a record by subject and relation.
struct DeclarationView {
  /// The IRI of the thing that the record is about.
  let subject: String
  private let objects: [Key: [Term]]
  private let converted: ConvertedAmounts

  private struct Key: Hashable {
    let subject: String
    let relation: String
  }

  /// The literals of a relation of a thing of the record, sorted by text.
  func texts(_ relation: String, of thing: String? = nil) -> [String] {
    (objects[Key(subject: thing ?? subject, relation: relation)] ?? []).compactMap(\.lexicalForm).sorted()
  }

  /// The first of the literals of a relation.
  func text(_ relation: String, of thing: String? = nil) -> String? { texts(relation, of: thing).first }

  /// The amount of a thing of the record, in its currency, and in euros where it was converted.
  func amount(of thing: String) -> Money? {
    text(Vocabulary.amount, of: thing).flatMap { DecimalNumber($0) }.map {
      Money(
        $0, text(Vocabulary.currency, of: thing) ?? "EUR",
        euros: converted.value(of: thing, Vocabulary.amount))
    }
  }

  /// The first of the dates of a relation.
  func date(_ relation: String, of thing: String? = nil) -> PartialDate? {
    text(relation, of: thing).flatMap { PartialDate(iso: $0) }
  }

  /// The IRIs of a relation of a thing of the record, sorted.
  func iris(_ relation: String, of thing: String? = nil) -> [String] {
    (objects[Key(subject: thing ?? subject, relation: relation)] ?? []).compactMap(\.iriValue).sorted()
  }

  /// Gives the views of versions, resolving each distinct term once.
  ///
  /// - Parameters:
  ///   - versions: The versions, in the order that the body wants them.
  ///   - reader: One state of a store.
  ///   - body: Gets each version with its view.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  /// - Complexity: O(statements of the versions).
  static func read(
    _ versions: [RecordVersion], _ reader: GraphReader,
    _ body: (RecordVersion, DeclarationView) throws -> Void
  ) throws {
    var terms: [TermID: Term] = [:]
    let conversions = try ConvertedAmountReader(reader)
    for version in versions {
      let quads = try reader.quads(QuadPattern(graph: version.version))
      if terms.count > 100_000 { terms.removeAll(keepingCapacity: true) }
      let missing = Array(
        Set(quads.flatMap { [$0.subject, $0.predicate, $0.object] } + [version.subject])
          .filter { terms[$0] == nil })
      for (id, term) in zip(missing, try reader.terms(of: missing)) { terms[id] = term }
      var objects: [Key: [Term]] = [:]
      var isForeign = false
      for quad in quads {
        guard let subject = terms[quad.subject]?.iriValue, let relation = terms[quad.predicate]?.iriValue,
          let object = terms[quad.object]
        else { continue }
        objects[Key(subject: subject, relation: relation), default: []].append(object)
        if relation == Vocabulary.currency, object.lexicalForm != "EUR" { isForeign = true }
      }
      try body(
        version,
        DeclarationView(
          subject: terms[version.subject]?.iriValue ?? "", objects: objects,
          converted: isForeign ? try conversions.amounts(of: version) : ConvertedAmounts()))
    }
  }

  /// The versions that state a relation, each once, oldest first.
  ///
  /// - Parameters:
  ///   - relation: The relation's IRI.
  ///   - subject: Only statements about this thing; ``TermID/none`` for any.
  ///   - object: Only statements to this thing; ``TermID/none`` for any.
  ///   - reader: One state of a store.
  /// - Returns: The versions that the reader sees.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  static func versions(
    stating relation: String, subject: TermID = .none, object: TermID = .none, _ reader: GraphReader
  ) throws -> [RecordVersion] {
    let predicate = try reader.identifiers(of: [.iri(relation)])[0]
    guard predicate.isBound else { return [] }
    let quads = try reader.quads(QuadPattern(subject: subject, predicate: predicate, object: object))
    return try reader.versions(of: Set(quads.map(\.graph)).sorted()).compactMap { $0 }
  }
}
