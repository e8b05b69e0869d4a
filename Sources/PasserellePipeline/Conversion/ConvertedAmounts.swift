package import PasserelleCore
package import PasserelleGraph
import PasserelleSources

/// The values in euros of the amounts of one record, by the thing that has the amount and the relation that states it.
package struct ConvertedAmounts: Sendable {
  private let values: [String: [String: EuroValue]]

  /// Knows none.
  package init() { values = [:] }

  /// Takes the statements of a conversion.
  package init(statements: [(subject: String, predicate: String, object: Term)]) {
    var values: [String: [String: EuroValue]] = [:]
    for (thing, stated) in Dictionary(grouping: statements, by: \.subject) {
      func literals(_ relation: String) -> [String] {
        stated.filter { $0.predicate == relation }.compactMap(\.object.lexicalForm)
      }
      guard let rate = literals(Vocabulary.euroRate).compactMap({ DecimalNumber($0) }).min(),
        let date = literals(Vocabulary.euroRateDate).compactMap({ PartialDate(iso: $0) }).min()
      else { continue }
      for (relation, converted) in Vocabulary.convertedAmounts {
        guard let value = literals(converted).compactMap({ DecimalNumber($0) }).max() else { continue }
        values[thing, default: [:]][relation] = EuroValue(value, rate: rate, date: date)
      }
    }
    self.values = values
  }

  /// The value of the greatest amount that a relation gives a thing; nil where it was not converted.
  package func value(of thing: String, _ relation: String) -> EuroValue? { values[thing]?[relation] }

  /// The values of all things, by the relation that states the amount.
  package var byThing: [String: [String: EuroValue]] { values }
}

/// Reads the values in euros of records, for answers that show or compare amounts.
package final class ConvertedAmountReader {
  private let reader: GraphReader
  /// The numbers of the relations that conversions of amounts have; empty where nothing was converted.
  private let relations: [TermID: String]

  /// Makes a reader over one state of a store.
  package init(_ reader: GraphReader) throws {
    self.reader = reader
    let names = [Vocabulary.euroRate, Vocabulary.euroRateDate] + Vocabulary.convertedAmounts.map(\.converted)
    let ids = try reader.identifiers(of: names.map { .iri($0) })
    relations = Dictionary(
      zip(ids, names).filter { $0.0.isBound }, uniquingKeysWith: { one, _ in one })
  }

  /// The values in euros of the amounts of a record; a record in euros need not be asked.
  ///
  /// - Complexity: One look-up, none where nothing was converted.
  package func amounts(of record: RecordVersion) throws -> ConvertedAmounts {
    guard !relations.isEmpty else { return ConvertedAmounts() }
    let quads = try reader.conversion(of: record).filter { relations[$0.predicate] != nil }
    guard !quads.isEmpty else { return ConvertedAmounts() }
    let terms = try reader.terms(of: quads.flatMap { [$0.subject, $0.object] })
    return ConvertedAmounts(
      statements: quads.indices.compactMap { place in
        guard let subject = terms[2 * place]?.iriValue, let object = terms[2 * place + 1],
          let relation = relations[quads[place].predicate]
        else { return nil }
        return (subject, relation, object)
      })
  }

  /// The values in euros of the amounts of a record whose statements are known: none is looked up for one in euros.
  package func amounts(
    of record: RecordVersion, stating statements: [(subject: String, predicate: String, object: Term)]
  ) throws -> ConvertedAmounts {
    let isForeign = statements.contains {
      $0.predicate == Vocabulary.currency && $0.object.lexicalForm != "EUR"
    }
    return isForeign ? try amounts(of: record) : ConvertedAmounts()
  }
}
