import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("Natural persons in OCDS")
struct OCDSPersonsTests {
  @Test(
    "numbers of persons are told from those of companies",
    arguments: [
      ("MARR890304IA9", nil, true), ("PEAA751126", nil, true), ("MAHA521229HHGRZR02", nil, true),
      ("AAGE3805205Q4", nil, true), ("TCM951030A17", nil, false), ("GSI9211132TA", "RFC", false),
      ("MARR891304IA9", nil, false), ("MARR890304IA9", "GB-COH", false), ("754010-8", "PY-RUC", true),
      ("80030218-4", "PY-RUC", false), ("754010-8", "GB-COH", false), ("", "PY-RUC", false),
    ] as [(String, String?, Bool)])
  func numbers(number: String, scheme: String?, isPersonal: Bool) {
    #expect(PersonalNumbers.isPersonal(number, scheme: scheme) == isPersonal)
  }

  @Test(
    "names of persons in Spanish and English are told from those of companies",
    arguments: [
      ("Salvador Gomez", true), ("ADRIAN PEDROZO ACUNA", true), ("Stephen Alan Mahin", true),
      ("MET OFFICE", false), ("Grupo Siayec", false), ("Salvador Construcciones", false),
      ("William Sons Ltd", false), ("Tirant Lo Blanch", false), ("Adrian", false),
    ])
  func names(name: String, isPerson: Bool) {
    #expect(OCDSGivenNames.isPerson(name) == isPerson)
  }

  @Test("a supplier that is a person loses name and number, with a word")
  func suppliers() throws {
    let found = try OCDSReaderTests.release(
      #""language":"es","awards":[{"id":"a","suppliers":[{"name":"RAFAEL MARTINEZ RAMIREZ","#
        + #""identifier":{"id":"MARR890304IA9","legalName":"RAFAEL MARTINEZ RAMIREZ"}},"#
        + #"{"name":"Salvador Gomez","id":"31d17e"},{"name":"Ingenieria Gomez SA","id":"9"}]}]"#)
    let award = try #require(found.mapped.last)
    let written = award.statements.statements.map { "\($0)" }.joined(separator: "\n")
    #expect(!written.contains("RAFAEL") && !written.contains("MARR89") && !written.contains("marr89"))
    #expect(!written.contains("Salvador") && written.contains("Ingenieria Gomez SA"))
    #expect(award.diagnostics.count { $0.code == .privacyPersonName } == 2)
  }

  @Test("who approved an expense is not kept")
  func approval() throws {
    let found = try OCDSReaderTests.release(
      #""language":"fr","awards":[{"id":"a","title":"Panneaux","items":[{"id":"1","#
        + #""description":"Achat de panneaux. APPROUVÉ PAR : DUPONT, LUCIE."}]}]"#)
    let award = try #require(found.mapped.last)
    let written = award.statements.statements.map { "\($0)" }.joined(separator: "\n")
    #expect(written.contains("Achat de panneaux. APPROUVÉ PAR : […].") && !written.contains("LUCIE"))
    #expect(award.diagnostics.contains { $0.code == .privacyPersonName })
  }

  @Test(
    "signatures go, nothing else does",
    arguments: [
      ("Achat. APPROUVÉ PAR : LEMIRE, LUCIE. Lot 2.", "Achat. APPROUVÉ PAR : […]. Lot 2."),
      ("Signed by: J. Doe", "Signed by: […]"), ("Plan approuvé par le conseil : voirie", nil),
      ("Lots : voirie, eau", nil), ("Approuvé par :", nil),
      ("Préparé par : A\nObjet : eau", "Préparé par : […]\nObjet : eau"),
    ] as [(String, String?)])
  func signatures(text: String, expected: String?) { #expect(Signatures.removed(from: text) == expected) }

  @Test("names in further languages that only the description of a party has are kept")
  func furtherNames() throws {
    let found = try OCDSReaderTests.release(
      #""language":"en","tender":{"title":"Cars"},"buyer":{"id":"b","name":"Court"},"#
        + #""parties":[{"id":"b","name":"Court","name_hy":"դատարան","roles":["buyer"]}]"#)
    let call = try #require(found.mapped.first)
    let written = call.statements.statements.map { "\($0)" }.joined(separator: "\n")
    #expect(written.contains("դատարան"))
  }

  @Test("Moldova's code of its language is Romanian")
  func moldova() { #expect(OCDSCodes.language("md") == "ro") }
}
