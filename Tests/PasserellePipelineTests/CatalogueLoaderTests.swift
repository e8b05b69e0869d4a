import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserellePipeline
import Testing

@Suite struct CatalogueLoaderTests {
  let fixture: PipelineFixture
  private let other = "30130960500410"

  init() throws {
    fixture = try PipelineFixture()
    let group = PipelineFixture.row("R3", "Groupement").replacing(
      "\"titulaires\": [", with: "\"titulaires\": [{\"typeIdentifiant\": \"SIRET\", \"id\": \"\(other)\"}, ")
    _ = try fixture.ingest([
      try fixture.write(
        "a.json",
        PipelineFixture.file([
          PipelineFixture.row("R1", "Un"), PipelineFixture.row("R2", "Deux", winner: other), group,
          PipelineFixture.row("R4", "Sans titulaire").replacing(
            /"titulaires": \[.*\]/, with: "\"titulaires\": []"),
        ]))
    ])
  }

  private func catalogue(excluding excluded: Int64? = nil) throws -> AwardCatalogue {
    try fixture.store.read { reader in
      let iris = IRISpace()
      let labels = LabelResolver(reader: reader, ontology: fixture.ontology, iris: iris)
      return try CatalogueLoader(reader: reader, iris: iris, labels: labels).load(excluding: excluded)
    }
  }

  private func vendor(_ siren: String, _ catalogue: AwardCatalogue) throws -> Int {
    try #require(catalogue.vendor(iri: IRISpace().identifier(.siren, siren)))
  }

  @Test func awardsAndVendorsAreThoseOfTheStore() throws {
    let catalogue = try catalogue()
    #expect(catalogue.awardCount == 4)
    #expect(catalogue.vendorCount == 2)
    let edf = try vendor("552081317", catalogue)
    let smacl = try vendor("301309605", catalogue)
    #expect(catalogue.name(ofVendor: edf) == "Société 552")
    #expect(catalogue.documents(ofVendor: edf).count == 2)
    #expect(catalogue.documents(ofVendor: smacl).count == 2)
    let shared = Set(catalogue.documents(ofVendor: edf)).intersection(catalogue.documents(ofVendor: smacl))
    #expect(shared.count == 1, "the group's award belongs to both")
    let document = try #require(shared.first)
    let date = catalogue.date(ofDocument: document)
    #expect(date == PartialDate(iso: "2019-01-14"))
  }

  @Test func anExcludedRecordAndASupersededVersionAreNotThere() throws {
    let before = try catalogue()
    let edf = try vendor("552081317", before)
    let document = try #require(before.documents(ofVendor: edf).first)
    let without = try catalogue(excluding: document)
    #expect(without.awardCount == 3)
    #expect(without.vendors(ofDocument: document).isEmpty)
    _ = try fixture.ingest([
      try fixture.write("b.json", PipelineFixture.file([PipelineFixture.row("R1", "Un", winner: other)]))
    ])
    let after = try catalogue()
    #expect(after.awardCount == 4)
    #expect(after.documents(ofVendor: try vendor("552081317", after)).count == 1)
    #expect(after.documents(ofVendor: try vendor("301309605", after)).count == 3)
  }
}
