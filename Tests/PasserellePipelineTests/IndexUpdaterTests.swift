import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import Testing

/// An index that keeps what it is given, and can ask for a stop when it is first looked at.
private final class RecordingIndex: TextWriting {
  var documents: [Int64: TextDocument] = [:]
  var commits: [Int64] = []
  var onFirstLook: () -> Void = {}

  func apply(adding added: [TextDocument], removing removed: [Int64], upTo sequence: Int64) throws {
    for id in removed { documents[id] = nil }
    for document in added { documents[document.id] = document }
    commits.append(sequence)
  }

  func lastSequence() throws -> Int64 {
    onFirstLook()
    return commits.last ?? 0
  }

  var titles: [String] { documents.values.map(\.title).sorted() }
}

@Suite struct IndexUpdaterTests {
  let fixture: PipelineFixture
  private let index = RecordingIndex()

  init() throws { fixture = try PipelineFixture() }

  private func update() throws -> Int {
    try IndexUpdater(store: fixture.store, ontology: fixture.ontology, context: fixture.context).update(index)
  }

  private func ingest(_ rows: [String]) throws {
    _ = try fixture.ingest([try fixture.write("a.json", PipelineFixture.file(rows))])
  }

  @Test func recordsAndTheirWinnersBecomeDocuments() throws {
    try ingest([PipelineFixture.row("R1", "Pose de vannes"), PipelineFixture.row("R2", "Pose de pompes")])
    #expect(try update() == 3)
    #expect(index.titles == ["Pose de pompes", "Pose de vannes", "Société 552"])
    let vendor = try #require(index.documents.values.first { $0.kind == .vendor })
    #expect(vendor.id >= IndexUpdater.vendorOffset)
    #expect(vendor.subject == "https://passerelle.example/id/siren/552081317")
    #expect(vendor.place == "69")
    #expect(vendor.cpv?.digits == "45310000")
    #expect(vendor.texts[.profile]?.contains("Pose de vannes") == true)
    #expect(vendor.texts[.vendors] == ["Société 552"])
    #expect(vendor.texts[.codes] == ["45310000", "552081317"])
    let award = try #require(index.documents.values.first { $0.title == "Pose de vannes" })
    #expect(award.kind == .award)
    #expect(award.place == "69")
    #expect(award.date == PartialDate(iso: "2019-01-14"))
    #expect(award.texts[.title] == ["Pose de vannes"])
    #expect(award.texts[.grams] == ["Pose de vannes"])
    #expect(award.texts[.vendors] == ["Société 552"])
    #expect(award.texts[.buyers] == ["Ville de Lyon"])
    #expect(award.texts[.body] == [])
    #expect(
      award.texts[.codes] == [
        "45310000", "216901231", "21690123100011", "552081317", "55208131766522", "69123",
      ])
  }

  @Test func whatWasSeenIsNotIndexedAgain() throws {
    try ingest([PipelineFixture.row("R1", "Pose de vannes")])
    #expect(try update() == 2)
    #expect(try update() == 0)
    #expect(index.commits.count == 1)
    #expect(try index.lastSequence() == fixture.store.read { try $0.lastSequence() })
  }

  @Test func aStopLeavesTheRestForTheNextUpdate() throws {
    try ingest([PipelineFixture.row("R1", "Pose de vannes"), PipelineFixture.row("R2", "Pose de pompes")])
    index.onFirstLook = { fixture.flag.stop() }
    #expect(try update() == 0)
    #expect(index.commits.isEmpty)
    let again = IndexUpdater(
      store: fixture.store, ontology: fixture.ontology,
      context: StageContext(clock: { Instant(milliseconds: 0) }))
    index.onFirstLook = {}
    #expect(try again.update(index) == 3)
  }

  @Test func aFormerWinnersDocumentIsMadeAnewOrRemoved() throws {
    try ingest([PipelineFixture.row("R1", "Pose de vannes"), PipelineFixture.row("R2", "Pose de pompes")])
    _ = try update()
    let other = "30130960500410"
    try ingest([
      PipelineFixture.row("R1", "Pose de vannes", winner: other), PipelineFixture.row("R2", "Pose de pompes"),
    ])
    _ = try update()
    #expect(index.titles == ["Pose de pompes", "Pose de vannes", "Société 301", "Société 552"])
    let former = try #require(index.documents.values.first { $0.title == "Société 552" })
    #expect(former.texts[.profile] == ["Pose de pompes"])
    try ingest([
      PipelineFixture.row("R1", "Pose de vannes", winner: other),
      PipelineFixture.row("R2", "Pose de pompes", winner: other),
    ])
    _ = try update()
    #expect(index.titles == ["Pose de pompes", "Pose de vannes", "Société 301"])
  }

  /// A claim is titled by the names of what it speaks of, which may come, or change, after it.
  @Test func aClaimIsTitledAnewWhenAThingIsNamed() throws {
    func line(_ rest: String) -> String { "{\"type\":" + rest + ",\"document\":\"d\",\"lines\":\"L1\"}\n" }
    let claim = line(
      #""claim","id":"C-1","subject":"a","relation":"cooperatesWith","object":"b","modality":"asserted","certainty":"explicit""#
    )
    func thing(_ id: String, _ name: String) -> String {
      line(#""thing","id":"\#(id)","kind":"Commune","name":"\#(name)""#)
    }
    for things in [[], [thing("a", "Alfa")], [thing("b", "Beta")], [thing("a", "Alpha")]] {
      _ = try fixture.ingest([try fixture.write("a.jsonl", things.joined() + claim)])
      _ = try update()
    }
    #expect(index.documents.values.first { $0.kind == .claim }?.title == "Alpha coopère avec Beta")
    #expect(index.documents.count == 3)
  }

  @Test func anIndexThatFollowsIsTheOneMadeAtOnce() throws {
    for round in 0..<4 {
      let winner = round.isMultiple(of: 2) ? "55208131766522" : "30130960500410"
      try ingest(
        (0..<6).map { PipelineFixture.row("R\($0 + round)", "Objet \(round) du lot \($0)", winner: winner) })
      _ = try update()
    }
    let whole = RecordingIndex()
    _ = try IndexUpdater(store: fixture.store, ontology: fixture.ontology, context: fixture.context).update(
      whole)
    #expect(index.documents.keys.sorted() == whole.documents.keys.sorted())
    for (id, document) in whole.documents {
      #expect(index.documents[id]?.title == document.title)
      #expect(index.documents[id]?.texts == document.texts)
    }
  }
}
