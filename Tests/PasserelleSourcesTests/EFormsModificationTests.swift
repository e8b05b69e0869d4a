import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("Notices after the award")
struct EFormsModificationTests {
  private func read(_ name: String) throws -> Harvest {
    try harvest(EFormsReader(), EFormsReaderTests.bytes(name), file: name)
  }

  @Test func aModificationIsOneOfTheContractOfTheResult() throws {
    let result = try read("award.xml")
    let found = try read("modification.xml")
    #expect(found.records.map(\.key) == [result.records[1].key])
    let mapped = try #require(found.mapped.first)
    #expect(mapped.kind == .award && mapped.subject == result.mapped[1].subject)
    let modification = mapped.subject + "/modification/d9428888-122b-11e1-b85c-61cd3cbb3210"
    #expect(mapped.values(Vocabulary.hasModification) == [modification])
    func texts(_ relation: String) -> [String] {
      mapped.statements.statements.filter {
        $0.subject.iriValue == modification && $0.predicate.iriValue == relation
      }.compactMap(\.object.lexicalForm)
    }
    #expect(texts(Vocabulary.description) == ["Ajout de 500 compteurs", "500 extra meters"])
    #expect(texts(Vocabulary.additionalInformation) == ["Communes nouvellement adhérentes."])
    #expect(texts(NoticeVocabulary.modificationReason) == ["add-wss"])
    #expect(texts(Vocabulary.amount) == ["910000"])
    #expect(texts(Vocabulary.published) == ["2025-02-10"])
    // What the contract was awarded for stays as the result told it.
    let own = mapped.statements.statements.filter {
      $0.subject.iriValue == mapped.subject && $0.predicate.iriValue == Vocabulary.amount
    }
    #expect(own.isEmpty)
    // Nor does it take the place of what leads to the call, or of the day of publication.
    for relation in [Vocabulary.hasCall, Vocabulary.noticeForm, Vocabulary.uniqueIdentifier] {
      #expect(mapped.values(relation).isEmpty && !result.mapped[1].values(relation).isEmpty)
    }
    #expect(mapped.published == PartialDate(year: 2025, month: 2, day: 10))
  }

  @Test func noticesOfOneContractAreLaidByTheirDates() throws {
    let result = try #require(try read("award.xml").records[1].amendment)
    let change = try #require(try read("modification.xml").records[0].amendment)
    let end = try #require(try read("completion.xml").records[0].amendment)
    #expect(result.isWhole && !change.isWhole && !end.isWhole)
    #expect(result.identifier == "7c9e6679-7425-40de-944b-e07fc1f90ae7-01")
    #expect(result.issued == Instant(iso: "2024-07-01T07:30:00Z"))
    #expect(change.issued == Instant(iso: "2025-02-10T09:00:00Z"))
    // Of the versions of a call each says everything.
    #expect(try read("award.xml").records[0].amendment?.isWhole == true)
  }

  @Test func aCompletionTellsWhatWasPaid() throws {
    let found = try read("completion.xml")
    #expect(found.records.map(\.key) == [try read("award.xml").records[2].key])
    #expect(found.mapped[0].values(NoticeVocabulary.paidAmount) == ["176250.4"])
    #expect(found.mapped[0].values(Vocabulary.hasCall).isEmpty)
  }

  @Test func aCancelledResultLeavesNoWinner() throws {
    let found = try read("award-cancelled.xml")
    let award = try #require(found.mapped.last)
    #expect(found.records.last?.key == (try read("award.xml").records[1].key))
    #expect(award.kind == .award && award.values(Vocabulary.hasWinner).isEmpty)
    #expect(award.values(Vocabulary.isCancellation) == ["true"])
    let codes = award.diagnostics.map(\.code.name)
    #expect(codes.contains("eforms.awardCancelled") && !codes.contains("award.noWinner"))
    #expect(found.records.last?.amendment?.isWhole == true)
  }

  /// A second change neither hides the first nor what the result told.
  @Test func changesStandSideBySide() throws {
    func statements(_ mapped: MappedRecord) -> [StatementOverlay.Statement] {
      mapped.statements.statements.map { StatementOverlay.Statement($0, $1, $2) }
    }
    let text = String(decoding: try EFormsReaderTests.bytes("modification.xml"), as: UTF8.self)
    let second = text.replacing("61cd3cbb3210", with: "61cd3cbb3211")
    let result = try read("award.xml").mapped[1]
    var overlay = StatementOverlay(statements(result))
    let changes = [
      try read("modification.xml").mapped[0],
      try harvest(EFormsReader(), second.utf8, file: "t.xml").mapped[0],
    ]
    for change in changes { overlay.lay(statements(change), adding: change.additiveRelations) }
    func objects(_ relation: String) -> [Term] {
      overlay.reachable(from: result.subject).filter {
        $0.subject.iriValue == result.subject && $0.predicate.iriValue == relation
      }.map(\.object)
    }
    #expect(objects(Vocabulary.hasModification).count == 2)
    #expect(objects(Vocabulary.amount).map(\.lexicalForm) == ["850000.5"])
    #expect(objects(Vocabulary.published).map(\.lexicalForm) == ["2024-07-02"])
    #expect(objects(Vocabulary.hasCall).count == 2 && objects(Vocabulary.hasWinner).count == 2)
    #expect(objects(Vocabulary.offersReceived) == [.integer(4)])
  }
}
