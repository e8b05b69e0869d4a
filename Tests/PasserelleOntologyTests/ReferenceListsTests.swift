import PasserelleCore
import PasserelleOntology
import Testing

/// An ontology that answers from imported lists before its own.
@Suite struct ReferenceListsTests {
  /// Lists held in memory, in place of those of a workspace.
  private struct Lists: ReferenceLists {
    let lists: [CodeList]
    var ids: [String] { lists.map(\.id).sorted() }
    func list(_ id: String) -> CodeList? { lists.first { $0.id == id } }
  }

  private static let own = Result { try Ontology.load(files: EmbeddedOntology.files) }

  private func list(_ id: String, _ entries: [CodeList.Entry]) -> CodeList {
    CodeList(id: id, label: LocalizedText(verbatim: id), source: "test", entries: entries)
  }

  private func entry(_ code: String, _ name: String, parent: String? = nil) -> CodeList.Entry {
    CodeList.Entry(
      code: code, label: LocalizedText(fr: name, en: name + " (en)"), parent: parent,
      point: GeographicPoint(latitude: 45, longitude: 5))
  }

  @Test func aCodeOfTheImportedListIsNamedExactly() throws {
    let own = try Self.own.get()
    let code = try #require(CPVCode(digits: "45316110"))
    let gaps = ReferenceGaps()
    #expect(own.consulting(nil, gaps: gaps).cpvLabel(code)?.isApproximate == true)
    #expect(gaps.all == [.codes])
    let later = ReferenceGaps()
    let full = own.consulting(
      Lists(lists: [list("cpv", [entry("45316110", "Éclairage routier")])]), gaps: later)
    #expect(full.cpvLabel(code)?.label.french == "Éclairage routier")
    #expect(full.cpvLabel(code)?.isApproximate == false)
    // What the imported list lacks is named by the product's own, and no import would change it.
    let other = try #require(CPVCode(digits: "45316200"))
    #expect(full.cpvLabel(other)?.isApproximate == true)
    #expect(full.cpvLabel(other)?.label == own.cpvLabel(other)?.label)
    #expect(later.all == [])
  }

  @Test func whatTheImportedListLacksComesFromTheOwnOne() throws {
    let own = try Self.own.get()
    let full = own.consulting(Lists(lists: [list("communes", [entry("01001", "L’Abergement")])]))
    #expect(full.label(ofCode: "01001", in: "communes")?.english == "L’Abergement (en)")
    #expect(full.point(ofCode: "01001", in: "communes")?.latitude == 45)
    #expect(full.label(ofCode: "69123", in: "communes")?.french == "Lyon")
    #expect(full.entry("69123", in: "communes")?.parent == "69")
    #expect(full.codeList("communes")?.entries.count == 1)
    #expect(full.ownCodeList("communes") == own.codeList("communes"))
    #expect(full.consulting(nil).label(ofCode: "01001", in: "communes") == nil)
    #expect(full.label(ofCode: "1", in: "nothing") == nil)
  }

  @Test func departmentsAreThoseOfTheImportedList() throws {
    let own = try Self.own.get()
    let full = own.consulting(
      Lists(lists: [
        list("departements", [entry("01", "Ain nouveau", parent: "99")]),
        list("regions", [entry("99", "Région")]),
      ]))
    #expect(full.department("01")?.name == "Ain nouveau")
    #expect(full.department("01")?.regionName == "Région")
    #expect(full.department("69") == own.department("69"))
  }

  @Test func codesOfTheAuthorityTablesAreNamed() throws {
    let own = try Self.own.get()
    let base = "http://publications.europa.eu/resource/authority/"
    let full = own.consulting(
      Lists(lists: [
        list("country", [entry("FRA", "France")]), list("nuts", [entry("FRK26", "Rhône")]),
        list("nuts-prt-lvl3", [entry("PT170", "Lisboa")]),
      ]))
    #expect(full.authorityLabel(base + "country/FRA")?.french == "France")
    #expect(full.authorityLabel(base + "country/XXX") == nil)
    #expect(full.authorityLabel(base + "country") == nil)
    #expect(full.authorityLabel("http://data.europa.eu/nuts/code/FRK26")?.french == "Rhône")
    #expect(full.authorityLabel("http://data.europa.eu/nuts/code/PT170")?.french == "Lisboa")
    #expect(full.authorityLabel("https://elsewhere.example/FRA") == nil)
    #expect(own.authorityLabel(base + "country/FRA") == nil)
  }

  @Test func valuesAreNamedByTheOfficialListOfTheirSubject() throws {
    let own = try Self.own.get()
    let full = own.consulting(
      Lists(lists: [list("procurement-procedure-type", [entry("neg-w-call", "Négociée avec appel")])]))
    #expect(full.label(of: "neg-w-call", list: "procedures")?.french == "Négociée avec appel")
    #expect(full.label(of: "MAPA", list: "procedures")?.french == "Procédure adaptée")
    #expect(own.label(of: "neg-w-call", list: "procedures") == nil)
  }

  @Test func aGapIsNotedWhereTheListIsMissingOnly() throws {
    let own = try Self.own.get()
    let gaps = ReferenceGaps()
    own.consulting(Lists(lists: [list("communes", [])]), gaps: gaps).note(.places)
    #expect(gaps.all == [])
    own.consulting(nil, gaps: gaps).note(.points)
    own.consulting(nil, gaps: gaps).note(.places)
    #expect(gaps.all == [.places, .points])
  }

  @Test func twoListsAreEqualByTheirEntries() {
    let one = list("a", [entry("1", "un"), entry("2", "deux")])
    #expect(one == list("a", [entry("1", "un"), entry("2", "deux")]))
    #expect(one != list("a", [entry("1", "un")]))
    #expect(one != list("b", [entry("1", "un"), entry("2", "deux")]))
    #expect(!one.isImported && one.label(ofCode: "2")?.french == "deux")
    let none: CodeList.Entries = []
    #expect(none.isEmpty)
  }
}
