import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("Awards of notices")
struct EFormsAwardTests {
  private static let procedure = "b0d1a7c2-5e3f-4f68-9a01-7c2d5e3f0a11"
  private static let base = IRISpace.defaultBase

  private func read(_ name: String, replacing changes: [(String, String)] = []) throws -> Harvest {
    var text = String(decoding: try EFormsReaderTests.bytes(name), as: UTF8.self)
    for (old, new) in changes {
      #expect(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    return try harvest(EFormsReader(), text.utf8, file: name)
  }

  private func awards(_ name: String, replacing changes: [(String, String)] = []) throws -> [MappedRecord] {
    try read(name, replacing: changes).mapped.filter { $0.kind == .award }
  }

  @Test func aResultIsTheCallAndItsAwards() throws {
    let found = try read("award.xml")
    #expect(found.refused.isEmpty)
    #expect(found.mapped.map(\.kind) == [.call, .award, .award, .award, .award])
    #expect(
      found.records.map(\.key) == [
        "7c9e6679-7425-40de-944b-e07fc1f90ae7", Self.procedure + "/LOT-0001/2024-EAU-01",
        Self.procedure + "/LOT-0002_LOT-0003/2024-EAU-02", Self.procedure + "/LOT-0004/OFFRE-3",
        Self.procedure + "/LOT-0004/OFFRE-4",
      ])
    let bytes = try EFormsReaderTests.bytes("award.xml")
    #expect(found.records.allSatisfy { $0.bytes == bytes })
  }

  @Test func aGroupOfWinnersHasItsLeaderAndItsSubcontractor() throws {
    let award = try #require(try awards("award.xml").first)
    let winners = [Self.base + "id/siren/999902000", Self.base + "id/vat/NL999902141B01"]
    #expect(award.values(Vocabulary.hasWinner) == winners)
    #expect(award.values(NoticeVocabulary.groupLeader) == [winners[0]])
    #expect(award.values(NoticeVocabulary.consortiumName) == ["Groupement Compteurs du Rhône"])
    // A British number is never taken for a French one, though its check digit fits.
    #expect(award.values(Vocabulary.hasSubcontractor) == [Self.base + "id/local/gbr:123450009"])
    #expect(award.values(NoticeVocabulary.isSubcontractingDeclared) == ["true"])
    #expect(award.values(NoticeVocabulary.companySize) == ["medium", "small"])
    #expect(award.values(Vocabulary.alternativeLabel).contains("Beta Meters BV"))
    #expect(award.values(Vocabulary.hasBuyer) == [Self.base + "id/siret/99990169700014"])
  }

  @Test func anAwardHasTheShapeOfAllAwards() throws {
    let award = try #require(try awards("award.xml").first)
    #expect(award.values(Vocabulary.amount) == ["850000.5"])
    #expect(award.values(Vocabulary.currency) == ["EUR"])
    #expect(award.values(Vocabulary.maximumAmount) == ["900000"])
    #expect(award.values(NoticeVocabulary.reestimatedAmount) == ["850000"])
    #expect(award.values(Vocabulary.notified) == ["2024-06-20"])
    #expect(award.values(NoticeVocabulary.decisionDate) == ["2024-06-01"])
    #expect(award.published == PartialDate(year: 2024, month: 7, day: 2))
    #expect(award.values(Vocabulary.durationMonths) == ["36"])
    #expect(award.values(Vocabulary.offersReceived) == ["4"])
    #expect(award.values(Vocabulary.hasNature) == ["Accord-cadre"])
    #expect(award.values(Vocabulary.hasProcedure) == ["Appel d'offres ouvert"])
    #expect(award.values(Vocabulary.lotIdentifier) == ["LOT-0001"])
    #expect(award.values(NoticeVocabulary.contractAddress) == ["https://marches.example/eau/01"])
  }

  /// By the earlier notice that the result names, by its own call, and by the identifier of the procedure.
  @Test func anAwardLeadsToItsCall() throws {
    let award = try #require(try awards("award.xml").first)
    #expect(
      award.values(Vocabulary.hasCall) == [
        Self.base + "id/local/eforms:1b4e28ba-2fa1-41d2-883f-0016d3cca427",
        Self.base + "id/local/eforms:7c9e6679-7425-40de-944b-e07fc1f90ae7",
      ])
    #expect(award.values(Vocabulary.procedureIdentifier) == [Self.procedure])
    let call = try #require(try read("award.xml").mapped.first)
    #expect(award.values(Vocabulary.hasCall).contains(call.subject))
  }

  @Test func aLotWithoutWinnerStaysWithTheCall() throws {
    let call = try #require(try read("award.xml").mapped.first)
    let statuses = call.statements.statements.filter {
      $0.predicate.iriValue == NoticeVocabulary.winnerSelectionStatus
    }.map { ($0.subject.iriValue?.suffix(8) ?? "") + " " + ($0.object.lexicalForm ?? "") }
    #expect(
      statuses == [
        "LOT-0001 selec-w", "LOT-0002 selec-w", "LOT-0003 selec-w", "LOT-0004 selec-w", "LOT-0005 clos-nw",
        "LOT-0006 open-nw",
      ])
    #expect(call.values(NoticeVocabulary.nonAwardReason) == ["no-rece"])
    let told = call.diagnostics.filter { $0.code == .eformsLotWithoutWinner }.map(\.value)
    #expect(told == ["LOT-0005 clos-nw no-rece", "LOT-0006 open-nw"])
    // Nothing can be offered any more, whatever the notice repeats of its call.
    let period =
      "<cac:TenderSubmissionDeadlinePeriod><cbc:EndDate>2031-01-01Z</cbc:EndDate></cac:TenderSubmissionDeadlinePeriod>"
    let repeated = try read(
      "award.xml",
      replacing: [
        (
          "<cac:TenderingProcess><cac:ContractingSystem>",
          "<cac:TenderingProcess>\(period)<cac:ContractingSystem>"
        )
      ])
    #expect(repeated.mapped[0].values(Vocabulary.deadline).isEmpty)
  }

  @Test func aGroupOfLotsIsAThingAndItsAwardCoversItsLots() throws {
    let found = try read("award.xml")
    let group = found.mapped[0].subject + "/group/GLO-0001"
    #expect(found.mapped[0].values(NoticeVocabulary.hasLotGroup) == [group])
    let members = found.mapped[0].statements.statements.filter {
      $0.subject.iriValue == group && $0.predicate.iriValue == Vocabulary.hasLot
    }.compactMap { $0.object.iriValue?.suffix(8) }
    #expect(members == ["LOT-0002", "LOT-0003"])
    #expect(found.mapped[2].values(Vocabulary.lotIdentifier) == ["LOT-0002", "LOT-0003"])
    #expect(found.mapped[2].values(Vocabulary.title).first == "Compteurs d’eau communicants")
    #expect(found.mapped[2].values(Vocabulary.hasMainClassification).count == 1)
  }

  @Test func everyLanguageIsStated() throws {
    let found = try read("award.xml")
    func tagged(_ mapped: MappedRecord, _ relation: String) -> [String] {
      mapped.statements.statements.compactMap { statement in
        guard statement.subject.iriValue == mapped.subject, statement.predicate.iriValue == relation,
          case .literal(let literal) = statement.object, case .language(let tag) = literal.datatype
        else { return nil }
        return tag + " " + literal.lexicalForm
      }
    }
    for mapped in found.mapped.prefix(2) {
      #expect(
        tagged(mapped, Vocabulary.title) == [
          "fr Compteurs d’eau communicants", "nl Slimme watermeters – Meters",
        ]
          || tagged(mapped, Vocabulary.title) == ["fr Compteurs d’eau communicants", "nl Slimme watermeters"])
    }
    #expect(
      tagged(found.mapped[1], Vocabulary.description) == [
        "fr Compteurs et modules radio.", "nl Meters en radiomodules.", "fr Fourniture, pose et relève.",
        "nl Levering, plaatsing en opname.",
      ])
    // A lot in French alone leaves the other languages of the whole as they are.
    #expect(
      tagged(found.mapped[3], Vocabulary.title) == [
        "fr Compteurs d’eau communicants – Étude d’usage", "nl Slimme watermeters",
      ])
    #expect(found.mapped.allSatisfy { $0.values(Vocabulary.translatedDescription).isEmpty })
  }

  @Test func naturalPersonsWinWithoutTheirNames() throws {
    let found = try read("award.xml")
    let told = rendered(found)
    for personal in [
      "Keller", "keller", "DE-77", "DE77", "Bernard", "Vries", "vries", "Martin", "martin", "78 12",
    ] {
      #expect(!told.contains(personal), "\(personal)")
    }
    #expect(found.mapped[3].values(Vocabulary.hasWinner) == [found.mapped[3].subject + "/winner/1"])
    // A French company number is public whoever bears it.
    #expect(found.mapped[4].values(Vocabulary.hasWinner) == [Self.base + "id/siren/999902281"])
    for mapped in found.mapped.dropFirst(3) {
      let codes = mapped.diagnostics.map(\.code.name)
      #expect(codes.contains("privacy.personName") && !codes.contains("award.noWinner"))
    }
  }

  /// The buyer is named by its contact point, whose mailbox is a service's.
  @Test func aContactPointLeadsToItsOrganisation() throws {
    let found = try read("award.xml")
    #expect(
      found.mapped.allSatisfy { $0.values(Vocabulary.hasBuyer) == [Self.base + "id/siret/99990169700014"] })
    #expect(found.mapped[0].values(Vocabulary.mailbox) == ["marches@valmont.example"])
    #expect(found.mapped[0].values(Vocabulary.name) == ["Syndicat des eaux de Valmont"])
  }

  /// Of the numbers of a French organisation the one that is valid counts.
  @Test func anOrganisationMayHaveSeveralNumbers() throws {
    let first = "<cac:PartyLegalEntity><cbc:CompanyID>RCS LYON 12</cbc:CompanyID></cac:PartyLegalEntity>"
    let own = "<cac:PartyLegalEntity><cbc:CompanyID>99990200000010</cbc:CompanyID></cac:PartyLegalEntity>"
    let award = try #require(try awards("award.xml", replacing: [(own, first + own)]).first)
    #expect(award.values(Vocabulary.hasWinner).first == Self.base + "id/siren/999902000")
  }

  @Test func anIntendedAwardOverSeveralLotsAddsUpItsTenders() throws {
    let found = try read("direct-award.xml")
    #expect(found.mapped.map(\.kind) == [.call, .award])
    #expect(found.mapped[1].values(Vocabulary.amount) == ["120000.25"])
    #expect(found.mapped[1].values(Vocabulary.currency) == ["GBP"])
    #expect(found.mapped[1].values(Vocabulary.noticeForm) == ["dir-awa-pre"])
    #expect(found.mapped[1].values(Vocabulary.hasNature) == ["Marché subséquent"])
    #expect(found.mapped[0].values(Vocabulary.deadline).isEmpty)
  }

  @Test func danglingReferencesAreToldAndBorne() throws {
    let found = try read("award-damaged.xml")
    let missing = found.mapped.flatMap(\.diagnostics).filter { $0.code == .eformsMissingReference }
    #expect(
      Set(missing.compactMap(\.value)) == [
        "ORG-0008", "ORG-0009", "LOT-0002", "LOT-0003", "LOT-0007", "LOT-0009", "TEN-0007", "TEN-0008",
        "CON-0009", "TPA-0009",
      ])
    #expect(found.codes.contains("eforms.contradiction") && found.codes.contains("award.noWinner"))
    #expect(Set(found.records.map(\.key)).count == found.items)
    // Amounts of several currencies are told with their originals, never added up.
    let mixed = try #require(found.mapped.first { $0.kind == .award })
    #expect(mixed.values(Vocabulary.amount).isEmpty)
    #expect(
      mixed.values(Vocabulary.sourceValue).filter { $0.hasPrefix("LotTender") } == [
        "LotTender/PayableAmount=1000 EUR", "LotTender/PayableAmount=2000 SEK",
      ])
  }

  /// Any of the identifiers leading elsewhere, the notice is read, and each record has a key of its own.
  @Test func anyReferenceMayBreak() throws {
    let text = String(decoding: try EFormsReaderTests.bytes("award.xml"), as: UTF8.self)
    let names = Set(
      text.split { "<>".contains($0) }.filter { part in
        ["ORG-", "TEN-", "TPA-", "CON-", "LOT-", "RES-", "GLO-", "TPO-"].contains { part.hasPrefix($0) }
      }.map(String.init)
    ).sorted()
    #expect(names.count > 20)
    var counts: [Int] = []
    // Every other one: each takes a tenth of a second in a debug build.
    for name in names.enumerated().filter({ $0.offset % 2 == 0 }).map(\.element) {
      // The first place at which it stands, be it the thing or a reference to it.
      guard let range = text.firstRange(of: ">\(name)<") else { continue }
      var broken = text
      broken.replaceSubrange(range, with: ">?<")
      let found = try harvest(EFormsReader(), broken.utf8, file: "t.xml")
      #expect(Set(found.records.map(\.key)).count == found.items, "\(name)")
      counts.append(found.mapped.count)
    }
    #expect(counts.allSatisfy { $0 >= 4 })
  }

  /// BT-710, BT-711, BT-11, BT-10.
  @Test func offersAndBuyersAreToldBeyondTheirNumbers() throws {
    var text = String(decoding: try EFormsReaderTests.bytes("award.xml"), as: UTF8.self)
    text = text.replacing(
      "<cbc:TenderResultCode listName=\"winner-selection-status\">selec-w</cbc:TenderResultCode>",
      with: "<cbc:HigherTenderAmount currencyID=\"EUR\">950000</cbc:HigherTenderAmount>"
        + "<cbc:LowerTenderAmount currencyID=\"EUR\">800000.25</cbc:LowerTenderAmount>"
        + "<cbc:TenderResultCode listName=\"winner-selection-status\">selec-w</cbc:TenderResultCode>")
    text = text.replacing(
      "<cac:ContractingParty>",
      with:
        "<cac:ContractingParty><cac:ContractingPartyType><cbc:PartyTypeCode listName=\"buyer-legal-type\">la"
        + "</cbc:PartyTypeCode></cac:ContractingPartyType><cac:ContractingActivity><cbc:ActivityTypeCode "
        + "listName=\"authority-activity\">nothing</cbc:ActivityTypeCode></cac:ContractingActivity>")
    let found = try harvest(EFormsReader(), text.utf8, file: "award.xml")
    let award = try #require(found.mapped.first { $0.kind == .award })
    #expect(award.values(NoticeVocabulary.lowestOffer) == ["800000.25"])
    #expect(award.values(NoticeVocabulary.highestOffer) == ["950000"])
    #expect(award.values(NoticeVocabulary.buyerLegalType) == ["la"])
    #expect(award.values(NoticeVocabulary.buyerActivity) == [])
    #expect(found.codes.contains("list.unknown"))
    let call = try #require(found.mapped.first { $0.kind == .call })
    #expect(call.values(NoticeVocabulary.lowestOffer).contains("800000.25"))
  }
}
