import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserelleOntology
import PasserellePipeline
import Testing

@Suite struct ProfileLoaderTests {
  let fixture: PipelineFixture
  static let vendor = "https://passerelle.example/id/siren/999795669"
  static let profile = #"""
    {"format": "passerelle-profile/1", "identifier": "99979566900012", "name": "Lumières du Vercors SAS",
     "cpv": ["50232100", "34928530"], "places": ["38", "73065"], "text": "Rénovation de l’éclairage public",
     "labels": ["Qualifelec"], "size": "sme", "sovereignty": ["open_source", "reversibility"],
     "references": [{"title": "Deuxième", "year": 2024}, {"title": "Première", "buyer": "Ville Exemple",
       "amount": 1200.5, "url": "https://exemple.fr"}],
     "founded": "1998-04", "country": "FR", "mailbox": "contact@exemple.fr", "declared": "2025-03-01"}
    """#

  init() throws { fixture = try PipelineFixture() }

  @discardableResult
  private func ingest(_ name: String, _ text: String, as format: String) throws -> RunReport {
    try fixture.ingest([try fixture.write(name, text)]) { $0.formatName = format }
  }

  @Test func aProfileComesBackAsItWasDeclared() throws {
    #expect(try ingest("p.json", Self.profile, as: "profile").added == 1)
    let found = try fixture.store.read { try ProfileLoader(reader: $0, iris: IRISpace()).declared() }
    let one = try #require(found.first)
    #expect(found.count == 1)
    #expect(one.iri == Self.vendor)
    #expect(one.name == "Lumières du Vercors SAS")
    #expect(one.profile.codes.map(\.digits) == ["34928530", "50232100"])
    #expect(one.profile.places == [MatchPlace(coarse: "38"), MatchPlace(coarse: "73", fine: "73065")])
    #expect(one.profile.text == "Rénovation de l’éclairage public")
    #expect(one.profile.labels == ["Qualifelec"])
    #expect(one.profile.size == .sme)
    #expect(Set(one.profile.sovereignty) == [.openSource, .reversibility])
    #expect(one.profile.founded == PartialDate(year: 1998, month: 4))
    #expect(one.profile.country == "FR")
    #expect(one.references.map(\.title) == ["Deuxième", "Première"])
    #expect(one.references[0].year == PartialDate(year: 2024))
    #expect(one.references[1].buyer == "Ville Exemple")
    #expect(one.references[1].amount == DecimalNumber("1200.5").map { Money($0) })
    #expect(one.mailbox == "contact@exemple.fr")
    #expect(one.declared == PartialDate(year: 2025, month: 3, day: 1))
    let term = try fixture.store.read { try $0.identifiers(of: [.iri(Self.vendor)])[0] }
    #expect(one.term == term)
    let plain = try fixture.store.read { try ProfileLoader(reader: $0, iris: IRISpace()).profiles() }
    #expect(plain.map(\.profile) == [one.profile])
    #expect(plain.map(\.term) == [one.term])
  }

  @Test func aSecondImportReplacesTheFirstAndASameOneChangesNothing() throws {
    try ingest("p.json", Self.profile, as: "profile")
    #expect(try ingest("p.json", Self.profile, as: "profile").unchanged == 1)
    let changed = try ingest(
      "q.csv", "Nom;SIREN;CPV;Taille\nLumières SAS;999795669;45310000;ETI\n", as: "profile")
    #expect(changed.changed == 1)
    let found = try fixture.store.read { try ProfileLoader(reader: $0, iris: IRISpace()).declared() }
    #expect(found.map(\.name) == ["Lumières SAS"])
    #expect(found.first?.profile.codes.map(\.digits) == ["45310000"])
    #expect(found.first?.profile.size == .midCap)
    #expect(found.first?.references.isEmpty == true)
    let plain = try fixture.store.read { try ProfileLoader(reader: $0, iris: IRISpace()).profiles() }
    #expect(plain.map(\.profile) == found.map(\.profile), "both ways of reading agree")
  }

  @Test func profilesAreSortedByVendorAndThoseOfPersonsBearTheirNumber() throws {
    let rows = "Nom;SIREN;CPV\nZ SAS;999795669;45\nJeanne Martin;999027402;72\n"
    try ingest("p.csv", rows, as: "profile")
    let found = try fixture.store.read { try ProfileLoader(reader: $0, iris: IRISpace()).profiles() }
    #expect(found.map(\.name) == ["SIREN 999027402", "Z SAS"])
  }

  @Test func codesOfTheListsAreThoseOfTheMatcherAndTheOntology() throws {
    let sizes = VendorProfile.Size.allCases.map(\.rawValue)
    let attributes = VendorProfile.Sovereignty.allCases.map(\.rawValue)
    #expect(try #require(fixture.ontology.codeList("company-sizes")).entries.map(\.code) == sizes)
    #expect(try #require(fixture.ontology.codeList("sovereignty")).entries.map(\.code) == attributes)
    #expect(
      try #require(fixture.ontology.codeList("evaluation-criteria")).entries.map(\.code)
        == VendorEvaluation.criteria)
    let all =
      "Nom;SIREN;CPV;Taille;Souveraineté\n"
      + (sizes + VendorProfile.Size.allCases.map(\.label.french)).map { "Z SAS;999795669;45;\($0);" }.joined(
        separator: "\n")
      + "\n"
      + (attributes + VendorProfile.Sovereignty.allCases.map(\.label.french)).map {
        "Z SAS;999795669;45;;\($0)"
      }
      .joined(separator: "\n")
    let report = try ingest("p.csv", all, as: "profile")
    #expect(report.diagnostics["declaration.value"] == nil, "each code and label is understood")
  }

  @Test func evaluationsComeByVendorTheLatestFirst() throws {
    func line(_ id: String, _ date: String, _ extra: String = "") -> String {
      #"{"format": "passerelle-evaluation-sheet/1", "id": "\#(id)", "vendor": {"identifier": "99979566900012", "#
        + #""name": "Lumières SAS"}, "project": {"title": "Projet \#(id)", "award": "decp:essai/x/\#(id)"}, "#
        + #""author": {"identifier": "21690123100011", "name": "Ville de Lyon"}, "date": "\#(date)", "#
        + #""criteria": {"interoperability": {"mark": 2}, "mastery": {"mark": 5, "comment": "Sûr"}}\#(extra)}"#
    }
    let reply = #", "text": "Bien", "reply": {"text": "Merci", "date": "2025-02"}"#
    try ingest("e.jsonl", line("1", "2023") + "\n" + line("2", "2024-05-01", reply) + "\n", as: "evaluation")
    let (all, own) = try fixture.store.read { reader in
      let vendor = try reader.identifiers(of: [.iri(Self.vendor)])[0]
      let loader = EvaluationLoader(reader: reader)
      return (try loader.evaluations(), try loader.evaluations(of: vendor))
    }
    #expect(all == own)
    #expect(all.map(\.project) == ["Projet 2", "Projet 1"])
    let latest = try #require(all.first)
    #expect(latest.vendor == Self.vendor)
    #expect(latest.authorName == "Ville de Lyon")
    #expect(latest.author == "https://passerelle.example/id/siret/21690123100011")
    #expect(latest.contract == "https://passerelle.example/id/decp/essai/x/2")
    #expect(latest.marks.map(\.criterion) == ["mastery", "interoperability"])
    #expect(latest.marks.map(\.mark) == [5, 2])
    #expect(latest.marks[0].comment == "Sûr")
    #expect(latest.reply?.text == "Merci")
    #expect(latest.reply?.date == PartialDate(year: 2025, month: 2))
    #expect(latest.text == "Bien")
    #expect(all[1].reply == nil)
    #expect(latest.record.source == "evaluation")
  }

  @Test func sheetsComeByProvider() throws {
    let text =
      "Titre;Ville;Code INSEE;Domaines;Outils;Prestataires;SIRET prestataires;Date\n"
      + "Un;Lyon;69123;eau|énergie;sonde;Lumières SAS|Autre SARL;99979566900012|;2024\n"
      + "Deux;Lyon;69123;;;Lumières SAS;999795669;2025\n"
    try ingest("f.csv", text, as: "sheet")
    let (sheets, groups) = try fixture.store.read { reader in
      let loader = SheetLoader(reader: reader)
      return (try loader.sheets(), try loader.sheetsByProvider())
    }
    #expect(sheets.map(\.title) == ["Deux", "Un"])
    #expect(sheets[1].domains == ["eau", "énergie"])
    #expect(sheets[1].tools == ["sonde"])
    #expect(sheets[1].city == "Lyon")
    #expect(sheets[1].territory == "https://passerelle.example/id/insee/69123")
    #expect(groups.map(\.provider).last == Self.vendor)
    #expect(groups.last?.sheets.map(\.title) == ["Deux", "Un"])
    #expect(groups.count == 2)
    #expect(Set(sheets[1].providers.map(\.name)) == ["Lumières SAS", "Autre SARL"])
  }
}
