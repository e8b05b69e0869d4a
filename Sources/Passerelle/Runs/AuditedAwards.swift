public import PasserelleCore
import PasserelleGraph
public import PasserelleMatching
import PasserellePipeline

/// What the awards of an audit are chosen by.
public struct ConcentrationRequest: Sendable {
  /// A buyer: what `show` takes; nil for all.
  public var buyer: String?
  /// A CPV prefix, 2 to 8 digits; nil for all.
  public var cpv: String?
  /// A department code; nil for all.
  public var place: String?
  /// The first date.
  public var from: PartialDate?
  /// The last date, included.
  public var to: PartialDate?
  /// Whether demonstration data are counted.
  public var includesDemonstration = false
  /// From when on a figure is told.
  public var limits = ConcentrationLimits()

  /// Makes a request for everything.
  public init() {}
}

/// The awards of one state of a store as the audit sees them, read relation by relation.
struct AuditedAwards {
  private let reader: GraphReader
  private let iris: IRISpace
  /// The awards that pass the request.
  private(set) var awards: [AuditedAward] = []
  /// The IRIs of buyers and vendors, by the numbers that the awards have for them.
  private(set) var names: [Int: String] = [:]
  /// The versions of the awards, by document.
  private(set) var versions: [Int64: VersionID] = [:]
  /// Whether some of the awards are demonstration data.
  private(set) var hasDemonstration = false

  init(_ reader: GraphReader, iris: IRISpace, _ request: ConcentrationRequest) throws {
    self.reader = reader
    self.iris = iris
    let buyer = try request.buyer.map { try EntityNames(iris: iris).resolve($0, reader).id }
    var records: [VersionID: RecordVersion] = [:]
    var conversions: [String: VersionID] = [:]
    try reader.openGraphs { version in
      if version.source == GraphReader.conversionSource { conversions[version.key] = version.version }
      if version.kind == .award, request.includesDemonstration || !version.isDemonstration {
        records[version.version] = version
      }
      return true
    }
    let buyers = try column(Vocabulary.hasBuyer, records)
    let winners = try column(Vocabulary.hasWinner, records)
    let codes = try column(Vocabulary.hasMainClassification, records)
    let places = try column(Vocabulary.placeOfPerformance, records)
    let postals = try column(Vocabulary.postalCode, records)
    let amounts = try column(Vocabulary.amount, records)
    let currencies = try column(Vocabulary.currency, records)
    let euros = try euros(conversions, records)
    let natures = try column(Vocabulary.hasNature, records)
    let dates = try column(Vocabulary.notified, records)
    let terms = try resolve([
      buyers, winners, codes, places, postals, amounts, currencies, euros, natures, dates,
    ])
    for (version, record) in records.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      func iriValues(_ column: [VersionID: [TermID]]) -> [String] {
        (column[version] ?? []).compactMap { terms[$0]?.iriValue }
      }
      func texts(_ column: [VersionID: [TermID]]) -> [String] {
        (column[version] ?? []).compactMap { terms[$0]?.lexicalForm }.sorted()
      }
      guard let own = buyers[version]?.first, buyer == nil || buyer == own else { continue }
      let code = iriValues(codes).compactMap { CPVCode(iri: $0) }.min()
      if let wanted = request.cpv, !(code?.digits.hasPrefix(wanted) ?? false) { continue }
      if let wanted = request.place {
        let territory = terms[own]?.iriValue.flatMap { iris.identifierParts(of: $0)?.value }
        guard department(iriValues(places), texts(postals), territory) == wanted else { continue }
      }
      let date = texts(dates).compactMap { PartialDate(iso: $0) }.first
      if let from = request.from, !(date.map { from.firstDay <= $0.firstDay } ?? false) { continue }
      if let to = request.to, !(date.map { $0.firstDay <= to.lastDay } ?? false) { continue }
      let money = Self.amount(texts(amounts), texts(currencies), texts(euros))
      awards.append(
        AuditedAward(
          document: record.record, buyer: Int(own.rawValue), division: code.flatMap { Int($0.division) },
          vendors: (winners[version] ?? []).map { Int($0.rawValue) },
          amount: money.euros, conversion: money.conversion,
          isFramework: texts(natures).first.map { $0.lowercased().hasPrefix("accord") } ?? false, date: date))
      for id in [own] + (winners[version] ?? []) { names[Int(id.rawValue)] = terms[id]?.iriValue }
      versions[record.record] = version
      if record.isDemonstration { hasDemonstration = true }
    }
  }

  /// The amounts in euros of the awards that state others.
  ///
  /// - Complexity: One pass over the values in euros.
  private func euros(
    _ conversions: [String: VersionID], _ records: [VersionID: RecordVersion]
  ) throws -> [VersionID: [TermID]] {
    let predicate = try reader.identifiers(of: [.iri(Vocabulary.amountInEuros)])[0]
    guard predicate.isBound, !conversions.isEmpty else { return [:] }
    var origins: [VersionID: RecordVersion] = [:]
    for record in records.values {
      if let conversion = conversions[GraphReader.conversionKey(of: record)] { origins[conversion] = record }
    }
    var result: [VersionID: [TermID]] = [:]
    try reader.scan(QuadPattern(predicate: predicate)) { batch in
      for index in 0..<batch.count {
        guard let origin = origins[batch.graphs[index]], origin.subject == batch.subjects[index] else {
          continue
        }
        result[origin.version, default: []].append(batch.objects[index])
      }
      return true
    }
    return result
  }

  /// The amount of an award in euros, and how it became one.
  private static func amount(
    _ stated: [String], _ currencies: [String], _ euros: [String]
  ) -> (euros: DecimalNumber?, conversion: AuditedAward.Conversion) {
    guard let greatest = stated.compactMap({ DecimalNumber($0) }).max() else { return (nil, .none) }
    guard currencies.contains(where: { $0 != "EUR" }) else { return (greatest, .none) }
    let converted = euros.compactMap { DecimalNumber($0) }.max()
    return (converted, converted == nil ? .withoutRate : .converted)
  }

  /// The objects that one relation gives to the awards themselves, not to parts such as modifications.
  private func column(
    _ relation: String, _ records: [VersionID: RecordVersion]
  ) throws -> [VersionID: [TermID]] {
    let predicate = try reader.identifiers(of: [.iri(relation)])[0]
    guard predicate.isBound else { return [:] }
    var result: [VersionID: [TermID]] = [:]
    try reader.scan(QuadPattern(predicate: predicate)) { batch in
      for index in 0..<batch.count where records[batch.graphs[index]]?.subject == batch.subjects[index] {
        result[batch.graphs[index], default: []].append(batch.objects[index])
      }
      return true
    }
    return result.mapValues { $0.sorted() }
  }

  private func resolve(_ columns: [[VersionID: [TermID]]]) throws -> [TermID: Term] {
    let ids = Array(Set(columns.flatMap { $0.values.flatMap { $0 } }))
    var terms: [TermID: Term] = [:]
    for (id, term) in zip(ids, try reader.terms(of: ids)) { terms[id] = term }
    return terms
  }

  /// The department of the place of performance, else that of the buyer's own number.
  private func department(_ places: [String], _ postals: [String], _ buyer: String?) -> String? {
    for place in places {
      switch iris.identifierParts(of: place) {
      case (.insee, let code)?:
        if let department = PlaceCode.department(ofCommune: code) { return department }
      case (.departement, let code)?: return code
      default: continue
      }
    }
    return MatchPlace.french(postals.first ?? "", buyerSiren: buyer)?.coarse
  }
}
