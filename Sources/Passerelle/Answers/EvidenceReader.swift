import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserelleOntology
import PasserellePipeline
import PasserelleText

/// Turns document numbers into awards with their sources, within one state of the store.
final class EvidenceReader {
  let labels: LabelResolver
  private let reader: GraphReader
  private let ontology: Ontology
  private let iris: IRISpace
  let language: MessageLanguage
  private let loader: RecordViewLoader
  /// What was read for this answer: an award is asked for its evidence, its terms and its price.
  private var read: [Int64: (record: RecordVersion, view: RecordView)] = [:]

  init(reader: GraphReader, ontology: Ontology, iris: IRISpace, language: MessageLanguage) throws {
    self.reader = reader
    self.ontology = ontology
    self.iris = iris
    self.language = language
    labels = LabelResolver(reader: reader, ontology: ontology, iris: iris)
    loader = try RecordViewLoader(converting: reader)
  }

  /// The award of a document, with the statement that links it to a vendor.
  func award(
    _ similar: SimilarAward, vendor: RankedVendor?, surfaces: [String: String]
  ) throws -> AwardEvidence? {
    guard let (record, view) = try stored(similar.document) else { return nil }
    let title = view.texts(Vocabulary.title).first ?? record.key
    let statement = vendor.flatMap {
      ontology.sentence(
        subject: "« " + title + " »", relation: Vocabulary.hasWinner, object: $0.name, language: language)
    }
    let code = view.iris(Vocabulary.hasMainClassification).compactMap { CPVCode(iri: $0) }.first
    return AwardEvidence(
      iri: view.subject, title: title,
      buyer: try view.iris(Vocabulary.hasBuyer).first.map { try labels.label(of: $0, language: language) },
      date: view.date, amount: view.amount,
      code: code, cpv: code.map { labels.cpvLabel($0, language) },
      place: view.department(iris).map { placeLabel(view.commune(iris), $0) }, statement: statement,
      source: Dossier.Source(record, iris: iris), sharedWords: similar.sharedTerms.map { surfaces[$0] ?? $0 },
      similarity: similar)
  }

  /// The record of a document and its statements.
  func stored(_ document: Int64) throws -> (record: RecordVersion, view: RecordView)? {
    if let known = read[document] { return known }
    guard let record = try reader.openVersion(ofRecord: document) else { return nil }
    let made = (record, try loader.view(of: record))
    read[document] = made
    return made
  }

  /// The words as the need writes them, in place of their stems.
  func surfaces(of need: Need) -> [String: String] {
    let analyzer = TextAnalyzer(language: need.language)
    let text = need.title + "\n" + need.text
    let source = Array(text.utf8)
    var buffer = TokenBuffer()
    analyzer.analyze(text, into: &buffer)
    var surfaces: [String: String] = [:]
    for index in 0..<buffer.count where surfaces[buffer[index]] == nil {
      surfaces[buffer[index]] = String(decoding: source[buffer.byteRange(at: index)], as: UTF8.self)
        .lowercased()
    }
    return surfaces
  }

  func identifier(_ iri: String) -> String {
    guard let (scheme, value) = iris.identifierParts(of: iri) else { return iri }
    return scheme.rawValue.uppercased() + " " + value
  }

  func placeLabel(_ commune: String?, _ department: String) -> String {
    let name = ontology.department(department).map { "\($0.name) (\(department))" } ?? department
    guard let commune else { return name }
    guard let label = ontology.label(ofCode: commune, in: Ontology.ListName.communes) else {
      ontology.note(.places)
      return name
    }
    return label[language] + ", " + name
  }
}

extension Ontology {
  /// The centres of the departments that have one.
  var departmentCentres: [(code: String, latitude: Double, longitude: Double)] {
    departments.compactMap { one in one.centroid.map { (one.code, $0.latitude, $0.longitude) } }
  }

  /// Where departments and the communes of the lists lie.
  var places: any PlaceLocating {
    if references != nil { return OntologyPlaces(self) }
    return StaticPlaces(
      departments: departmentCentres,
      communes: (ownCodeList(ListName.communes)?.entries ?? []).compactMap { one in
        one.point.map { (one.code, $0.latitude, $0.longitude) }
      })
  }
}
