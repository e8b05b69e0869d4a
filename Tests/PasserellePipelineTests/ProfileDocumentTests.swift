import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import Testing

@Suite struct ProfileDocumentTests {
  let fixture: PipelineFixture
  private let index = RecordingIndex()
  private let vendor = ProfileLoaderTests.vendor

  init() throws { fixture = try PipelineFixture() }

  private func ingest(_ name: String, _ text: String, as format: String?) throws {
    _ = try fixture.ingest([try fixture.write(name, text)]) { $0.formatName = format }
    _ = try IndexUpdater(store: fixture.store, ontology: fixture.ontology, context: fixture.context).update(
      index)
  }

  private var documents: [TextDocument] { index.documents.values.filter { $0.subject == vendor } }

  @Test func aVendorWithOnlyAProfileHasOneDocumentWithItsWords() throws {
    try ingest("p.json", ProfileLoaderTests.profile, as: "profile")
    let document = try #require(documents.first)
    #expect(documents.count == 1)
    #expect(document.kind == .vendor)
    #expect(document.id > IndexUpdater.vendorOffset)
    #expect(document.title == "Lumières du Vercors SAS")
    let words = (document.texts[.profile] ?? []).joined(separator: " ")
    for part in ["éclairage public", "Qualifelec", "Première", "Deuxième"] {
      #expect(words.contains(part), "\(part)")
    }
    #expect(document.texts[.codes]?.contains("50232100") == true)
    #expect(document.texts[.codes]?.contains("999795669") == true)
    #expect(["38", "73"].contains(document.place))
  }

  @Test func aSheetEntersTheDocumentsOfItsProvidersAndLeavesThemWhenItChanges() throws {
    try ingest("p.json", ProfileLoaderTests.profile, as: "profile")
    let heading = "Titre;Ville;Description;Prestataires;SIRET prestataires\n"
    try ingest("f.csv", heading + "Ombrage;Lyon;Voiles d’ombrage;Lumières;999795669\n", as: "sheet")
    #expect(documents.first?.texts[.profile]?.contains("Voiles d’ombrage") == true)
    try ingest("f.csv", heading + "Ombrage;Lyon;Voiles d’ombrage;Autre;999027402\n", as: "sheet")
    #expect(documents.first?.texts[.profile]?.contains("Voiles d’ombrage") == false)
    let other = index.documents.values.first { $0.subject.hasSuffix("999027402") }
    #expect(other?.texts[.profile]?.contains("Voiles d’ombrage") == true)
    try ingest("f.csv", heading + "Ombrage;Lyon;Voiles d’ombrage;;\n", as: "sheet")
    #expect(!index.documents.values.contains { $0.subject.hasSuffix("999027402") })
  }

  @Test func anEvaluationDoesNotEnterTheVendorsDocument() throws {
    try ingest("p.json", ProfileLoaderTests.profile, as: "profile")
    let before = try #require(documents.first).texts
    try ingest(
      "e.json",
      #"{"vendor": {"identifier": "999795669"}, "project": {"title": "Passerelle piétonne"}, "#
        + #""author": {"name": "Ville de Lyon"}, "text": "Excellent"}"#, as: "evaluation")
    #expect(documents.first?.texts == before)
    #expect(index.documents.values.contains { $0.kind == .document && $0.title == "Passerelle piétonne" })
  }

  @Test func awardsAndProfileMakeOneDocument() throws {
    try ingest(
      "a.json", PipelineFixture.file([PipelineFixture.row("R1", "Bornes", winner: "99979566900012")]),
      as: "decp")
    try ingest("p.json", ProfileLoaderTests.profile, as: "profile")
    let document = try #require(documents.first)
    #expect(documents.count == 1)
    let words = document.texts[.profile] ?? []
    #expect(words.contains("Bornes") && words.contains("Qualifelec"))
  }
}

/// A text index that keeps the documents as they come.
private final class RecordingIndex: TextWriting {
  private(set) var documents: [Int64: TextDocument] = [:]
  private var sequence: Int64 = 0

  func apply(adding added: [TextDocument], removing removed: [Int64], upTo sequence: Int64) {
    for id in removed { documents[id] = nil }
    for document in added { documents[document.id] = document }
    self.sequence = sequence
  }

  func lastSequence() -> Int64 { sequence }
}
