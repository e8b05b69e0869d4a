import Foundation
import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("Notices in ePO") struct EPOMapperTests {
  private static func mapped(
    _ name: String, _ stating: NoticeStatements = .epo, replacing: [(String, String)] = []
  ) throws -> Harvest {
    var text = String(decoding: try EFormsReaderTests.bytes(name), as: UTF8.self)
    for (from, to) in replacing {
      #expect(text.contains(from), "\(name): \(from)")
      text = text.replacing(from, with: to)
    }
    return try harvest(EFormsReader(stating: stating), text.utf8, file: name)
  }

  private static func epo(_ name: String) -> String { Vocabulary.epo + name }

  /// The subjects of a class, in the order stated.
  private static func things(_ type: String, _ mapped: MappedRecord) -> [String] {
    mapped.statements.statements.compactMap { one in
      one.predicate.iriValue == Vocabulary.type && one.object.iriValue == type ? one.subject.iriValue : nil
    }
  }

  @Test func aNoticeHasItsClassesCodesAndMoment() throws {
    let record = try #require(try Self.mapped("complete.xml").mapped.first)
    let notice = record.subject + "/notice"
    #expect(Self.things(Self.epo("Notice"), record) == [notice])
    #expect(Self.things(Self.epo("CompetitionNotice"), record) == [notice])
    #expect(Self.things(Self.epo("Notice16"), record) == [notice])
    let authority = "http://publications.europa.eu/resource/authority/"
    #expect(record.values(Self.epo("hasNoticeType")) == [authority + "notice-type/cn-standard"])
    #expect(record.values(Self.epo("hasFormType")) == [authority + "form-type/competition"])
    #expect(record.values(Self.epo("announcesProcedure")) == [record.subject + "/procedure"])
    #expect(record.kind == .call)
  }

  /// Lots, buyers and contracts are the same things in both vocabularies.
  @Test(arguments: ["complete.xml", "award.xml", "damaged.xml", "cancellation.xml"])
  func thingsAreThoseOfOurOwnStatements(name: String) throws {
    let both = try Self.mapped(name, .all).mapped
    let own = try Self.mapped(name, .own).mapped
    for type in [Vocabulary.lot, Vocabulary.buyer, Vocabulary.contract] {
      let ours = Set(own.flatMap { Self.things(type, $0) })
      let all = Set(both.flatMap { Self.things(type, $0) })
      #expect(ours == all, "\(name): \(type)")
    }
  }

  /// What is asked of the one vocabulary does not depend on the other.
  @Test(arguments: ["complete.xml", "award.xml", "modification.xml"])
  func bothAreTheOneAndTheOther(name: String) throws {
    func statements(_ stating: NoticeStatements) throws -> [String] {
      try Self.mapped(name, stating).mapped.flatMap { record in
        record.statements.statements.map { "\($0.subject) \($0.predicate) \($0.object)" }
      }
    }
    let both = Set(try statements(.all))
    #expect(both == Set(try statements(.own)).union(try statements(.epo)))
    let epo = try statements(.epo)
    #expect(!epo.isEmpty)
    #expect(epo.filter { $0.contains(Vocabulary.pas) } == [])
    #expect(epo == (try statements(.epo)))
  }

  @Test func personsAreNeverInIt() throws {
    for name in ["complete.xml", "damaged.xml", "award.xml", "award-damaged.xml"] {
      let told = rendered(try Self.mapped(name))
      for personal in ["Jansen", "jansen", "jean.martin", "dupont", "DUPONT", "123 4567", "04 78", "jean@"] {
        #expect(!told.contains(personal), "\(name): \(personal)")
      }
    }
    let complete = try Self.mapped("complete.xml")
    #expect(complete.mapped.first?.values("http://data.europa.eu/m8g/email") == ["marches@valmont.example"])
    #expect(complete.codes.contains("privacy.contact"))
  }

  @Test func aNaturalPersonIsKnownByNothing() throws {
    let named = ("Waterschap Zilverbeek", "Madame Jeanne Dupond")
    let found = try Self.mapped("complete.xml", replacing: [named])
    #expect(found.codes.contains("privacy.personName"))
    #expect(!rendered(found).contains("Jeanne"))
  }

  /// Of contacts, what belongs to an office is told, and nothing else.
  @Test func officesKeepTheirNamesAndNumbers() throws {
    let company =
      "<cac:Contact><cbc:Name>Service des marchés publics</cbc:Name><cbc:Telephone>+33 472103030</cbc:Telephone>"
      + "<cbc:Telefax>+33 472103031</cbc:Telefax><cbc:ElectronicMail>Achats@valmont.example</cbc:ElectronicMail></cac:Contact>"
    func contacts(_ contact: String, _ point: String = "") throws -> Harvest {
      let text = String(decoding: try EFormsReaderTests.bytes("complete.xml"), as: UTF8.self)
      let parts = text.split(separator: "<efac:Company>", maxSplits: 1)
      let end = try #require(parts[1].firstRange(of: "</efac:Company>"))
      let made =
        String(parts[0]) + "<efac:Company><cac:PartyIdentification><cbc:ID>ORG-0001</cbc:ID>"
        + "</cac:PartyIdentification><cac:PartyName><cbc:Name languageID=\"FRA\">Ville de Valmont</cbc:Name></cac:PartyName>"
        + contact + "</efac:Company>" + point + String(parts[1][end.upperBound...])
      return try harvest(EFormsReader(stating: .epo), made.utf8, file: "n.xml")
    }
    let found = try contacts(company)
    let record = try #require(found.mapped.first)
    #expect(record.values(Self.epo("hasContactName")).contains("Service des marchés publics"))
    #expect(record.values("http://data.europa.eu/m8g/telephone") == ["+33 472103030"])
    #expect(record.values(Self.epo("hasFax")) == ["+33 472103031"])
    #expect(record.values("http://data.europa.eu/m8g/email").contains("achats@valmont.example"))
    let personal = try contacts(company.replacing("Service des marchés publics", with: "Mme Karen Towers"))
    let told = rendered(personal)
    for detail in ["Towers", "472103030", "472103031"] { #expect(!told.contains(detail), "\(detail)") }
    #expect(personal.codes.contains("privacy.contact"))
  }

  /// The page of a person's contact point may hold that person's name.
  @Test func pagesThatNameAPersonAreLeftOut() throws {
    let point =
      "<efac:TouchPoint><cbc:WebsiteURI>https://valmont.example/contact/sophie-bernard</cbc:WebsiteURI>"
      + "<cac:PartyIdentification><cbc:ID>TPO-0077</cbc:ID></cac:PartyIdentification>"
      + "<cac:PartyName><cbc:Name languageID=\"FRA\">Sophie Bernard</cbc:Name></cac:PartyName></efac:TouchPoint></efac:Organization>"
    let text = String(decoding: try EFormsReaderTests.bytes("complete.xml"), as: UTF8.self)
    let end = try #require(text.firstRange(of: "</efac:Organization>"))
    let made = String(text[..<end.lowerBound]) + point + String(text[end.upperBound...])
    let found = try harvest(EFormsReader(stating: .epo), made.utf8, file: "n.xml")
    #expect(!rendered(found).lowercased().contains("bernard"))
    #expect(found.codes.contains("privacy.personName"))
  }

  @Test func textsLoseContactDetailsAndPagesMailboxes() throws {
    let found = try Self.mapped(
      "complete.xml", replacing: [("Compteurs et modules radio.", "Écrire à paul.durand@x.fr avant mai.")])
    let told = rendered(found)
    #expect(!told.contains("paul.durand"))
    #expect(told.contains("[…]"))
  }

  @Test func valuesThatAreNotSoundAreToldAndLeftOut() throws {
    let found = try Self.mapped(
      "complete.xml",
      replacing: [("38421100", "notacode"), ("FRK26", "frk26"), ("per-exa", "per exa")])
    let record = try #require(found.mapped.first)
    #expect(found.codes.contains("cpv.invalid"))
    #expect(found.codes.contains("place.invalid"))
    #expect(found.codes.contains("list.unknown"))
    #expect(record.values(Self.epo("hasWeightValueType")).isEmpty)
    #expect(record.values(Self.epo("hasNutsCode")).isEmpty)
    #expect(!record.values(Self.epo("hasMainClassification")).contains { $0.contains("notacode") })
  }

  @Test func resultsLeadFromTheNoticeToTheWinner() throws {
    let record = try #require(try Self.mapped("award.xml").mapped.first)
    #expect(Self.things(Self.epo("ResultNotice"), record) == [record.subject + "/notice"])
    for relation in [
      "announcesAwardDecision", "comprisesAwardOutcome", "comprisesTenderAwardOutcome", "concernsTender",
      "isSubmitedBy", "includesTender",
    ] {
      #expect(!record.values(Self.epo(relation)).isEmpty, "\(relation)")
    }
    let tenderers = Set(record.values(Self.epo("isSubmitedBy")))
    #expect(tenderers.isSubset(of: Set(Self.things(Self.epo("Tenderer"), record))))
    let outcomes = Set(record.values(Self.epo("comprisesAwardOutcome")))
    #expect(outcomes == Set(Self.things(Self.epo("LotAwardOutcome"), record)))
  }

  /// A store keeps of a record what its subject leads to.
  @Test(arguments: ["complete.xml", "award.xml", "modification.xml"])
  func everythingIsReachedFromTheRecord(name: String) throws {
    for record in try Self.mapped(name, .all).mapped {
      var overlay = StatementOverlay()
      overlay.lay(record.statements.statements.map { StatementOverlay.Statement($0, $1, $2) })
      let reached = Set(overlay.reachable(from: record.subject).compactMap(\.subject.iriValue))
      let all = Set(record.statements.statements.compactMap(\.subject.iriValue))
      // Organisations that play no role are left behind.
      #expect(all.subtracting(reached).filter { !$0.contains("/organisation/") } == [])
    }
  }

  /// A modification has no call: the first of its awards stands for the notice.
  @Test func aNoticeWithoutCallIsToldWithItsFirstAward() throws {
    let found = try Self.mapped("modification.xml").mapped
    let notices = found.flatMap { Self.things(Self.epo("Notice"), $0) }
    #expect(Set(notices).count == notices.count)
    #expect(!notices.isEmpty)
    let changed = found.flatMap { Self.things(Self.epo("ContractModificationNotice"), $0) }
    #expect(changed.count == 1)
  }

  /// The setting makes records be mapped again.
  @Test func theVersionOfTheMappingTellsTheVocabulary() throws {
    let own = try Self.mapped("complete.xml", .own).records
    let all = try Self.mapped("complete.xml", .all).records
    #expect(own.map(\.mappingVersion) == [EFormsRecord.version])
    #expect(all.map(\.mappingVersion) != own.map(\.mappingVersion))
  }

  /// Whatever is cut out of a notice, its statements can be made.
  @Test func piecesOfNoticesAreMappedOrRefused() throws {
    var generator = Congruential()
    for name in ["complete.xml", "award.xml", "damaged.xml"] {
      let text = String(decoding: try EFormsReaderTests.bytes(name), as: UTF8.self)
      let parts = text.split(separator: "<", omittingEmptySubsequences: false)
      for _ in 0..<20 {
        // Texts are taken out or swapped: the document stays well formed.
        let changed = parts.map { part -> String in
          guard let end = part.firstIndex(of: ">"), Int.random(in: 0..<6, using: &generator) == 0 else {
            return String(part)
          }
          return part[...end]
            + ["", "-1", "x y", "9999", "\u{0085}", "2024-02-31"][
              Int.random(in: 0..<6, using: &generator)]
        }.joined(separator: "<")
        let found = try harvest(EFormsReader(stating: .all), changed.utf8, file: name)
        #expect(found.mapped.count == found.records.count)
      }
    }
  }
}

/// Draws that are the same in every run.
private struct Congruential: RandomNumberGenerator {
  private var state: UInt64 = 20_240_306

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
