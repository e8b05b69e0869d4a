import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleSources
import PasserelleText

/// An action sheet with the services that it speaks of.
struct DiagnosisSheet {
  /// The territory's IRI; nil for a sheet that names it in words only.
  let territory: String?
  /// The territory in words.
  let cityName: String?
  let title: String
  let date: PartialDate?
  let source: Dossier.Source
  /// The services that its fields name by their label or key.
  let indexed: [Int]
  /// The services that its text speaks of besides.
  let spots: [(place: Int, words: String)]

  /// What the sheet says of a service: yes where it is filed under it, else a hint.
  func evidence(_ service: Int) -> DiagnosisEvidence? {
    let words = spots.first { $0.place == service }?.words
    guard indexed.contains(service) || words != nil else { return nil }
    return DiagnosisEvidence(
      origin: .sheet, says: indexed.contains(service) ? .yes : .unknown, title: title,
      words: words.map { [$0] } ?? [], buyer: nil, date: date, source: source)
  }

  /// The services that it tells or hints of.
  var services: [Int] { Set(indexed + spots.map(\.place)).sorted() }

  /// The sheets of a store that count, in the order of their records.
  static func all(
    _ reader: GraphReader, _ iris: IRISpace, _ taxonomy: DiagnosisTaxonomy, includesDemonstration: Bool
  ) throws -> [DiagnosisSheet] {
    let ids = try reader.identifiers(of: [.iri(Vocabulary.type), .iri(Vocabulary.actionSheet)])
    guard ids.allSatisfy(\.isBound) else { return [] }
    let graphs = try reader.quads(QuadPattern(predicate: ids[0], object: ids[1])).map(\.graph)
    let loader = RecordViewLoader(reader)
    return try reader.versions(of: Set(graphs).sorted()).compactMap { $0 }
      .filter { includesDemonstration || !$0.isDemonstration }
      .map { record in
        let view = try loader.view(of: record)
        let title = view.texts(Vocabulary.title).first ?? ""
        let domains = view.texts(Vocabulary.actionDomain)
        let stated = view.iris(DiagnosisTerms.hasService).compactMap { taxonomy.place($0) }
        let text =
          ([title] + domains + view.texts(Vocabulary.usesTool) + view.texts(Vocabulary.description))
          .joined(separator: "\n")
        return DiagnosisSheet(
          territory: view.iris(Vocabulary.placeOfPerformance).first
            ?? view.iris(Vocabulary.pas + "locatedIn").first,
          cityName: view.texts(Vocabulary.placeName).first, title: title,
          date: view.texts(Vocabulary.date).compactMap { PartialDate(iso: $0) }.first,
          source: Dossier.Source(record, iris: iris),
          indexed: Set(stated + domains.compactMap { taxonomy.place(named: $0) }).sorted(),
          spots: taxonomy.spots(in: text, language: view.declaredLanguage?.rawValue ?? "fr"))
      }
  }
}
