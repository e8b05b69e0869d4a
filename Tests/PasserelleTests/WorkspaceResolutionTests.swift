import Foundation
import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleRendering
import PasserelleResolution
import PasserelleTestSupport
import Testing

@testable import Passerelle

extension Workspace {
  /// The IRIs of the mentions, by name order of the store.
  func mentionIRIs() throws -> [String] {
    try entityResolver().resolution().alive.map(\.mention.id)
  }

  /// The dossiers of things, as they are answered, byte for byte.
  func dossierBytes(_ iris: [String]) throws -> [UInt8] {
    try iris.flatMap { JSONRenderer.data(try dossier(of: $0, language: .french).structured, pretty: false) }
  }
}

/// Who is who in a workspace: clusters, judgements, and answers in their view.
@Suite struct WorkspaceResolutionTests {
  private static let names = [
    "Dupont Électricité", "DUPONT ELECTRICITE", "Martin Terrassement", "Vertige Élagage",
    "Boulangerie Nochez",
  ]

  private func fixture() throws -> (ResolutionFixture, Workspace) {
    let fixture = try ResolutionFixture()
    let workspace = try fixture.open()
    try fixture.ingest(Self.names, workspace)
    return (fixture, workspace)
  }

  @Test func namesOfOneThingAreGatheredAndNothingIsRewritten() throws {
    let (fixture, workspace) = try fixture()
    let hash = try workspace.storeHash()
    let answer = try workspace.resolve()
    let (one, other) = (try fixture.winner("R0", workspace), try fixture.winner("R1", workspace))
    let view = try workspace.canonicalView()
    #expect(answer.isAnew)
    #expect(view.isSame(one, other))
    #expect(try !view.isSame(one, fixture.winner("R2", workspace)))
    #expect(try workspace.storeHash() == hash)
    // A second time finds nothing to do.
    let again = try workspace.resolve()
    #expect(again.changed == 0 && again.pairs == 0 && !again.isAnew)
  }

  @Test func queriesSeeOneIRIForOneThingAndTheRecordsOnRequest() throws {
    let (fixture, workspace) = try fixture()
    let winners = try GraphQuery("SELECT DISTINCT ?w WHERE { ?c pas:hasWinner ?w }")
    #expect(try workspace.answer(to: winners).table.rows.count == 5)
    _ = try workspace.resolve()
    #expect(try workspace.answer(to: winners).table.rows.count == 4)
    #expect(try workspace.answer(to: winners, isRaw: true).table.rows.count == 5)
    // Either IRI finds the contracts of both.
    let view = try workspace.canonicalView()
    for record in ["R0", "R1"] {
      let iri = try fixture.winner(record, workspace)
      let contracts = try GraphQuery("SELECT ?c WHERE { ?c pas:hasWinner <\(iri)> }")
      #expect(try workspace.answer(to: contracts).table.rows.count == 2)
      #expect(try workspace.answer(to: contracts, isRaw: true).table.rows.count == 1)
      #expect(view.members(of: iri).count == 2)
    }
    // A judgement shows at once.
    let pair = [try fixture.winner("R2", workspace), try fixture.winner("R3", workspace)]
    _ = try workspace.merge(pair[0], pair[1], who: "DPT", reason: "essai")
    #expect(try workspace.answer(to: winners).table.rows.count == 3)
    let moment = workspace.context.clock()
    _ = try workspace.undo(1, who: "DPT", reason: "")
    #expect(try workspace.answer(to: winners).table.rows.count == 4)
    #expect(try workspace.answer(to: winners, asOf: moment).table.rows.count == 3)
  }

  @Test func aTrialStoresNothing() throws {
    let (fixture, workspace) = try fixture()
    defer { withExtendedLifetime(fixture) {} }
    var options = ResolveOptions()
    options.isDry = true
    #expect(try workspace.resolve(options).clusters > 0)
    #expect(try workspace.canonicalView().isEmpty)
  }

  @Test func aMergeJoinsTheDossiersAndItsUndoRestoresThem() throws {
    let (fixture, workspace) = try fixture()
    _ = try workspace.resolve()
    let iris = try workspace.mentionIRIs()
    let before = try workspace.dossierBytes(iris)
    let view = try workspace.canonicalView()
    let (one, other) = (try fixture.winner("R2", workspace), try fixture.winner("R3", workspace))
    let merged = try workspace.merge(one, other, who: "DPT", reason: "essai")
    #expect(merged.isSame && !merged.isThwarted)
    #expect(
      try workspace.dossier(of: one, language: .french).members.map(\.iri).sorted() == [one, other].sorted())
    #expect(try workspace.dossier(of: one, isRaw: true, language: .french).members.isEmpty)
    #expect(try workspace.dossierBytes(iris) != before)
    let undone = try workspace.undo(merged.judgement.number, who: "DPT", reason: "")
    #expect(undone.after.count == 2)
    #expect(try workspace.dossierBytes(iris) == before)
    #expect(try workspace.canonicalView() == view)
    // The log keeps both, and the hash of the store holds them.
    #expect(try workspace.judgements().log.holds == [false, true])
  }

  @Test func undoingRandomMergesRestoresTheAnswers() throws {
    let (fixture, workspace) = try fixture()
    defer { withExtendedLifetime(fixture) {} }
    _ = try workspace.resolve()
    let iris = try workspace.mentionIRIs()
    let before = try workspace.dossierBytes(iris)
    var generator = SeededGenerator(seed: 7)
    var numbers: [Int64] = []
    for _ in 0..<6 {
      let pair = iris.shuffled(using: &generator).prefix(2)
      let isSame = Bool.random(using: &generator)
      let answer =
        isSame
        ? try workspace.merge(pair[0], pair[1], who: "T", reason: "")
        : try workspace.split(pair[0], pair[1], who: "T", reason: "")
      numbers.append(answer.judgement.number)
    }
    for number in numbers.shuffled(using: &generator) { _ = try workspace.undo(number, who: "T", reason: "") }
    #expect(try workspace.dossierBytes(iris) == before)
  }

  @Test func aSplitPartsWhatTheMachineGathered() throws {
    let (fixture, workspace) = try fixture()
    _ = try workspace.resolve()
    let (one, other) = (try fixture.winner("R0", workspace), try fixture.winner("R1", workspace))
    let answer = try workspace.split(one, other, who: "DPT", reason: "deux artisans")
    #expect(!answer.isSame)
    #expect(answer.judgement.score != nil)
    #expect(try !workspace.canonicalView().isSame(one, other))
    // Made anew from the records and the judgements, the clusters are the same.
    let view = try workspace.canonicalView()
    var options = ResolveOptions()
    options.isAnew = true
    _ = try workspace.resolve(options)
    #expect(try workspace.canonicalView() == view)
  }

  @Test func whatCameSinceIsTakenInAsAFreshStartWould() throws {
    let (fixture, workspace) = try fixture()
    _ = try workspace.resolve()
    try fixture.ingest(["Dupont Electricité", "Nochez boulangerie"], prefix: "S", workspace)
    let answer = try workspace.resolve()
    #expect(!answer.isAnew)
    let view = try workspace.canonicalView()
    #expect(try view.isSame(fixture.winner("S0", workspace), fixture.winner("R0", workspace)))
    var options = ResolveOptions()
    options.isAnew = true
    _ = try workspace.resolve(options)
    #expect(try workspace.canonicalView() == view)
  }

  @Test func anEarlierMomentHasTheJudgementsOfThen() throws {
    let (fixture, workspace) = try fixture()
    _ = try workspace.resolve()
    let (one, other) = (try fixture.winner("R2", workspace), try fixture.winner("R3", workspace))
    let later = try fixture.open(later: 10_000)
    let merged = try later.merge(one, other, who: "DPT", reason: "")
    let moment = Instant(milliseconds: merged.judgement.instant.milliseconds - 1000)
    #expect(try later.dossier(of: one, asOf: moment, language: .french).members.isEmpty)
    #expect(try later.dossier(of: one, asOf: merged.judgement.instant, language: .french).members.count == 2)
    #expect(try later.judgements(asOf: moment).count == 0)
  }

  @Test func damagedFilesAreMadeAnew() throws {
    let (fixture, workspace) = try fixture()
    _ = try workspace.resolve()
    let view = try workspace.canonicalView()
    let state = fixture.fixture.path + "/segments/resolution/state"
    var bytes = try #require(FileManager.default.contents(atPath: state))
    bytes[bytes.count / 2] ^= 0x55
    try bytes.write(to: URL(fileURLWithPath: state))
    #expect(try workspace.resolve().isAnew)
    #expect(try workspace.canonicalView() == view)
  }

  @Test func aDecisionThatCannotBeJudgedIsRefused() throws {
    let (fixture, workspace) = try fixture()
    _ = try workspace.resolve()
    let one = try fixture.winner("R0", workspace)
    #expect(code { _ = try workspace.merge(one, one, who: "DPT", reason: "") } == .queryInvalid)
    #expect(
      code { _ = try workspace.merge(one, "siren:000000000", who: "DPT", reason: "") } == .entityNotFound)
    #expect(code { _ = try workspace.undo(4, who: "DPT", reason: "") } == .queryInvalid)
    #expect(code { _ = try workspace.undo(4, who: "jean@example.org", reason: "") } == .queryInvalid)
  }

  @Test func theReviewGoesOutAndComesBackAsCSV() throws {
    let (fixture, workspace) = try fixture()
    _ = try workspace.resolve()
    let (one, other) = (try fixture.winner("R0", workspace), try fixture.winner("R1", workspace))
    let third = try fixture.winner("R4", workspace)
    let queue = try workspace.review(limit: 10)
    #expect(queue.pairs.contains { [$0.left.iri, $0.right.iri].sorted() == [one, other].sorted() })
    let header = String(decoding: CSVRenderer.data(queue.table), as: UTF8.self).prefix { $0 != "\r\n" }
    #expect(header.hasSuffix("decision,who,reason"))
    let file = """
      left,right,decision,who,reason
      \(one),\(other),non,ABC,deux artisans
      \(one),\(third),,,
      \(one),http://example.org/x,oui,,
      \(one),\(third),peut-être,,
      """
    let answer = try workspace.importReview(Array(file.utf8), who: "DPT", file: "f.csv")
    #expect(answer.judgements.map(\.judgement.who) == ["ABC"])
    #expect(answer.undecided == 1)
    #expect(answer.refusals.map(\.line) == [4, 5])
    #expect(try !workspace.canonicalView().isSame(one, other))
    // What was decided is asked no more; the same file again changes nothing.
    let after = try workspace.review(limit: 10)
    #expect(!after.pairs.contains { [$0.left.iri, $0.right.iri].sorted() == [one, other].sorted() })
    #expect(try workspace.importReview(Array(file.utf8), who: "DPT", file: "f.csv").known == 1)
  }

  @Test func theReasonsOfAClusterAreTold() throws {
    let (fixture, workspace) = try fixture()
    _ = try workspace.resolve()
    let (one, third) = (try fixture.winner("R0", workspace), try fixture.winner("R4", workspace))
    _ = try workspace.merge(one, third, who: "DPT", reason: "rachat")
    let why = try workspace.why(one)
    #expect(Set(why.members).isSuperset(of: [one, third]))
    let text = why.text(in: .french, width: 200).joined(separator: "\n")
    #expect(text.contains("rachat") && text.contains("jugement n° 1") && text.contains("Nochez"))
  }

  @Test func resultsOfOneThingTakeOnePlaceInSearches() throws {
    let (fixture, workspace) = try fixture()
    _ = try workspace.resolve()
    var request = SearchRequest(words: "dupont")
    request.filter.kinds = [.vendor]
    let results = try workspace.search(request).results
    let iris = [try fixture.winner("R0", workspace), try fixture.winner("R1", workspace)]
    #expect(results.count == 1)
    #expect(([results[0].summary.subject] + results[0].merged).sorted() == iris.sorted())
  }
}
