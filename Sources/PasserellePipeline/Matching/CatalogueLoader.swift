public import PasserelleCore
public import PasserelleGraph
public import PasserelleMatching

/// Loads the past awards of a store into the catalogue that the matcher ranks over.
///
/// Reads one relation after another through the predicate-first order, as identifiers; only the distinct
/// codes, places, buyers and vendors are resolved to terms, and names are read in one pass.
public struct CatalogueLoader {
  /// A vendor that declares a profile: its IRI, name, term and profile.
  public typealias DeclaredVendor = (iri: String, name: String, term: TermID, profile: VendorProfile)

  /// The version of what catalogues are made of; a file of another one is made anew.
  public static let version = 1

  private let reader: GraphReader
  private let iris: IRISpace
  private let labels: LabelResolver
  private let profiles: [DeclaredVendor]

  /// Makes a loader over one state of a store.
  ///
  /// - Parameters:
  ///   - reader: The state.
  ///   - iris: The space of the store's identifiers.
  ///   - labels: What vendors without a name are called by.
  ///   - profiles: What vendors declare, each vendor once.
  public init(
    reader: GraphReader, iris: IRISpace, labels: LabelResolver, profiles: [DeclaredVendor] = []
  ) {
    self.reader = reader
    self.iris = iris
    self.labels = labels
    self.profiles = profiles
  }

  /// The catalogue of all awards that the reader sees.
  ///
  /// - Parameter excluded: A record that is left out, such as the one the need comes from.
  /// - Returns: The catalogue; its documents are the record numbers that the text index uses.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  /// - Complexity: O(awards); a scan of each relation.
  public func load(excluding excluded: Int64? = nil) throws -> AwardCatalogue {
    let awards = try AwardRelations(reader)
    var builder = AwardCatalogue.Builder()
    let vendors = try addVendors(of: awards, to: &builder)
    let buyers = try awards.buyers.resolved(reader) { $0.iriValue }
    let codes = try awards.codes.resolved(reader) { $0.iriValue.flatMap { CPVCode(iri: $0) } }
    let dates = try awards.dates.resolved(reader) { $0.lexicalForm.flatMap { PartialDate(iso: $0) } }
    var places = try AwardPlaces(awards, buyers: buyers, reader: reader, iris: iris)
    for (award, document) in awards.documents.enumerated() {
      let buyer = awards.buyers[award].first
      builder.addAward(
        document: document, vendors: awards.winners[award].compactMap { vendors[$0] },
        buyer: buyer.flatMap { buyers[$0] }, cpv: awards.codes[award].compactMap { codes[$0] }.min(),
        place: places.place(of: award), date: awards.dates[award].first.flatMap { dates[$0] })
    }
    for declared in profiles {
      builder.addVendor(
        iri: declared.iri, name: declared.name, document: Self.document(declared.term),
        profile: declared.profile)
    }
    let catalogue = builder.build()
    return excluded.map { catalogue.excluding(document: $0) } ?? catalogue
  }

  /// Adds the winners, in the order of their first award; by term, their index.
  private func addVendors(
    of awards: AwardRelations, to builder: inout AwardCatalogue.Builder
  ) throws -> [TermID: Int] {
    let terms = try awards.winners.resolved(reader) { $0.iriValue }
    let names = try StatedNames(of: terms.keys.sorted(), reader: reader, language: .french)
    var vendors: [TermID: Int] = [:]
    for winner in awards.winners.terms where vendors[winner] == nil {
      guard let iri = terms[winner] else { continue }
      vendors[winner] = builder.addVendor(
        iri: iri, name: try names[winner] ?? labels.label(of: iri, language: .french),
        document: Self.document(winner))
    }
    return vendors
  }

  /// The number of a company's document in the text index.
  private static func document(_ vendor: TermID) -> Int64 { IndexUpdater.vendorOffset + vendor.rawValue }
}
