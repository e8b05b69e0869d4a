public import PasserelleCore
public import PasserelleGraph
public import PasserelleMatching

/// Loads the past awards of a store into the catalogue that the matcher ranks over.
///
/// Reads one relation after another through the predicate-first order, as identifiers; only the distinct
/// codes, places, buyers and vendors are resolved to terms.
public struct CatalogueLoader {
  private let reader: GraphReader
  private let iris: IRISpace
  private let labels: LabelResolver

  /// Makes a loader over one state of a store.
  public init(reader: GraphReader, iris: IRISpace, labels: LabelResolver) {
    self.reader = reader
    self.iris = iris
    self.labels = labels
  }

  /// The catalogue of all awards that the reader sees.
  ///
  /// - Parameter excluded: A record that is left out, such as the one the need comes from.
  /// - Returns: The catalogue; its documents are the record numbers that the text index uses.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  /// - Complexity: O(awards); six scans of one relation each.
  public func load(excluding excluded: Int64? = nil) throws -> AwardCatalogue {
    let records = try reader.recordNumbers(of: .award)
    let winners = try column(Vocabulary.hasWinner, records)
    let buyers = try column(Vocabulary.hasBuyer, records)
    let codes = try column(Vocabulary.hasMainClassification, records)
    let places = try column(Vocabulary.placeOfPerformance, records)
    let postals = try column(Vocabulary.postalCode, records)
    let dates = try column(Vocabulary.notified, records)
    let terms = try resolve([winners, buyers, codes, places, postals, dates])
    var builder = AwardCatalogue.Builder()
    var vendors: [TermID: Int] = [:]
    for version in records.keys.sorted() {
      guard let document = records[version], document != excluded else { continue }
      var indices: [Int] = []
      for winner in winners[version] ?? [] {
        if vendors[winner] == nil, let iri = terms[winner]?.iriValue {
          vendors[winner] = builder.addVendor(
            iri: iri, name: try labels.label(of: iri, language: .french),
            document: IndexUpdater.vendorOffset + winner.rawValue)
        }
        if let index = vendors[winner] { indices.append(index) }
      }
      let buyer = buyers[version]?.first.flatMap { terms[$0]?.iriValue }
      builder.addAward(
        document: document, vendors: indices, buyer: buyer,
        cpv: (codes[version] ?? []).compactMap { terms[$0]?.iriValue }.compactMap { CPVCode(iri: $0) }.min(),
        place: place(
          (places[version] ?? []).compactMap { terms[$0]?.iriValue },
          (postals[version] ?? []).compactMap { terms[$0]?.lexicalForm }, buyer: buyer),
        date: dates[version]?.first.flatMap { terms[$0]?.lexicalForm }.flatMap { PartialDate(iso: $0) })
    }
    return builder.build()
  }

  /// The objects of one relation by version, in identifier order.
  private func column(_ relation: String, _ records: [VersionID: Int64]) throws -> [VersionID: [TermID]] {
    let predicate = try reader.identifiers(of: [.iri(relation)])[0]
    guard predicate.isBound else { return [:] }
    var result: [VersionID: [TermID]] = [:]
    try reader.scan(QuadPattern(predicate: predicate)) { batch in
      for index in 0..<batch.count where records[batch.graphs[index]] != nil {
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

  /// The place of performance: commune, department, postal code, else where the buyer's number says it sits.
  private func place(_ places: [String], _ postals: [String], buyer: String?) -> MatchPlace? {
    for place in places {
      switch iris.identifierParts(of: place) {
      case (.insee, let code)?:
        if let department = PlaceCode.department(ofCommune: code) {
          return MatchPlace(coarse: department, fine: code)
        }
      case (.departement, let code)?: return MatchPlace(coarse: code)
      default: continue
      }
    }
    let number = buyer.flatMap { iris.identifierParts(of: $0) }.map(\.value)
    return MatchPlace.french(postals.first ?? "", buyerSiren: number)
  }
}
