import PasserelleCore
import PasserelleDigest
import PasserelleGraph
import PasserelleSources

/// Makes the conversions of records: statements about the same things, under the record's own graph.
final class ConversionBuilder {
  /// The version of what conversions state; another one makes them anew.
  static let mappingVersion = 1

  private let reader: GraphReader
  private let iris: IRISpace
  private let euros: EuroConversion
  private let codes: CodeConversion
  private let tables: [String: String]
  private let amounts: [TermID: String]
  private let dates: [TermID]
  /// Of each currency: how many things have an amount without rate, and the first date.
  private(set) var missing: [String: (count: Int, first: String)] = [:]
  /// How many amounts could not be converted, and the first record of them.
  private(set) var unusable: (count: Int, first: String) = (0, "")

  init(
    _ reader: GraphReader, iris: IRISpace, _ euros: EuroConversion, _ codes: CodeConversion,
    tables: [String: String]
  ) throws {
    (self.reader, self.iris, self.euros, self.codes, self.tables) = (reader, iris, euros, codes, tables)
    let relations = Vocabulary.convertedAmounts
    let ids = try reader.identifiers(of: relations.map { .iri($0.stated) })
    amounts = Dictionary(
      zip(ids, relations).filter { $0.0.isBound }.map { ($0, $1.converted) },
      uniquingKeysWith: { one, _ in one })
    dates = try reader.identifiers(of: Vocabulary.amountDates.map { .iri($0) })
  }

  /// One statement of a conversion.
  private struct Line {
    let subject: String
    let relation: String
    let object: Term
    /// Whether another value of it makes another version.
    var counts = true
  }

  /// The conversion of a record; nil where nothing of it can be converted.
  func draft(
    of record: RecordVersion, key: String, currencies: [(subject: TermID, currency: String)],
    codes uses: [ConversionTargets.CodeUse]
  ) throws -> RecordDraft? {
    var lines = try amountLines(record, currencies, key)
    lines += try codeLines(uses)
    guard !lines.isEmpty else { return nil }
    let graph = iris.record(source: GraphReader.conversionSource, key: key)
    let origin = try reader.terms(of: [record.graph]).first.flatMap { $0 }
    if let origin {
      lines.append(Line(subject: graph, relation: Vocabulary.conversionOf, object: origin))
    }
    var statements = StatementBuffer()
    var digest = SHA256Digest()
    for line in lines {
      statements.add(line.subject, line.relation, line.object)
      guard line.counts else { continue }
      digest.update(
        line.subject + "\t" + line.relation + "\t" + (line.object.iriValue ?? line.object.lexicalForm ?? "")
          + "\n")
    }
    return RecordDraft(
      source: GraphReader.conversionSource, key: key, contentHash: digest.finalize(),
      mappingVersion: Self.mappingVersion, published: record.published, subject: graph, kind: .thing,
      isDemonstration: record.isDemonstration, statements: statements)
  }

  /// What takes the place of a conversion that no longer holds: a version without statements.
  static func empty(_ key: String, _ iris: IRISpace) -> RecordDraft {
    let source = GraphReader.conversionSource
    return RecordDraft(
      source: source, key: key, contentHash: SHA256Digest.hash([]), mappingVersion: mappingVersion,
      published: nil, subject: iris.record(source: source, key: key), kind: .thing, isDemonstration: false,
      statements: StatementBuffer())
  }

  // MARK: - Amounts

  private func amountLines(
    _ record: RecordVersion, _ currencies: [(subject: TermID, currency: String)], _ key: String
  ) throws -> [Line] {
    guard !currencies.isEmpty else { return [] }
    let quads = try reader.quads(QuadPattern(graph: record.version))
    let wanted = Set(currencies.map(\.subject)).union([record.subject])
    let relevant = quads.filter {
      wanted.contains($0.subject) && (amounts[$0.predicate] != nil || dates.contains($0.predicate))
    }
    let ids = Array(Set(relevant.map(\.object)).union(wanted))
    let terms = Dictionary(
      zip(ids, try reader.terms(of: ids)).compactMap { id, term in term.map { (id, $0) } },
      uniquingKeysWith: { one, _ in one })
    let bySubject = Dictionary(grouping: currencies, by: \.subject)
    let things = bySubject.compactMap { id, stated in
      (terms[id]?.iriValue).map { (iri: $0, id: id, names: Set(stated.map(\.currency))) }
    }
    var lines: [Line] = []
    for thing in things.sorted(by: { $0.iri < $1.iri }) {
      guard thing.names.count == 1, let currency = thing.names.first else {
        unusable = (unusable.count + 1, unusable.count == 0 ? key : unusable.first)
        continue
      }
      let stated = relevant.filter { $0.subject == thing.id && amounts[$0.predicate] != nil }
      guard !stated.isEmpty else { continue }
      let date =
        date(of: thing.id, relevant, terms) ?? date(of: record.subject, relevant, terms) ?? record.published
      guard let date, let rate = euros.rate(currency, on: date) else {
        let first = missing[currency]?.first ?? (date?.description ?? "-")
        missing[currency] = ((missing[currency]?.count ?? 0) + 1, first)
        continue
      }
      lines += converted(thing.iri, stated, terms, rate, key)
    }
    return lines
  }

  private func converted(
    _ thing: String, _ stated: [Quad], _ terms: [TermID: Term], _ rate: EuroConversion.Rate, _ key: String
  ) -> [Line] {
    var values: [(relation: String, value: DecimalNumber)] = []
    for quad in stated {
      guard let relation = amounts[quad.predicate],
        let amount = terms[quad.object]?.lexicalForm.flatMap({ DecimalNumber($0) })
      else { continue }
      guard let value = EuroConversion.euros(amount, at: rate.value) else {
        unusable = (unusable.count + 1, unusable.count == 0 ? key : unusable.first)
        continue
      }
      values.append((relation, value))
    }
    guard !values.isEmpty else { return [] }
    values.sort { ($0.relation, $0.value) < ($1.relation, $1.value) }
    var lines = values.map { Line(subject: thing, relation: $0.relation, object: .decimal($0.value)) }
    lines.append(Line(subject: thing, relation: Vocabulary.euroRate, object: .decimal(rate.value)))
    lines.append(Line(subject: thing, relation: Vocabulary.euroRateDate, object: .date(rate.date)))
    let table = rate.isFixed ? FixedEuroRates.source : tables[ConversionList.euroRates] ?? ""
    lines.append(
      Line(subject: thing, relation: Vocabulary.conversionTable, object: .string(table), counts: false))
    return lines
  }

  private func date(of thing: TermID, _ quads: [Quad], _ terms: [TermID: Term]) -> PartialDate? {
    for relation in dates where relation.isBound {
      let found = quads.filter { $0.subject == thing && $0.predicate == relation }
        .compactMap { terms[$0.object]?.lexicalForm.flatMap { PartialDate(iso: $0.prefix(10)) } }
      if let date = found.min() { return date }
    }
    return nil
  }

  // MARK: - Codes

  private func codeLines(_ uses: [ConversionTargets.CodeUse]) throws -> [Line] {
    guard !uses.isEmpty else { return [] }
    let subjects = try reader.terms(of: uses.map(\.subject))
    var lines: [Line] = []
    var replaced: Set<Int> = []
    let stated = zip(subjects, uses).compactMap { term, use in (term?.iriValue).map { ($0, use.code) } }
    for (subject, place) in stated.sorted(by: { $0 < $1 }) {
      let (old, list, outcome) = codes.outcomes[place]
      guard case .replaced(let new) = outcome else { continue }
      let relation =
        list == ConversionList.cpv2003 ? Vocabulary.hasCurrentClassification : Vocabulary.hasCurrentPlace
      lines.append(Line(subject: subject, relation: relation, object: .iri(new)))
      lines.append(
        Line(
          subject: subject, relation: Vocabulary.conversionTable, object: .string(tables[list] ?? list),
          counts: false))
      if replaced.insert(place).inserted {
        lines.append(Line(subject: old, relation: Vocabulary.isReplacedBy, object: .iri(new)))
      }
    }
    return lines
  }
}
