import Foundation
import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserellePipeline
import PasserelleTestSupport
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

  private func updater(_ profiles: @escaping CatalogueUpdater.Profiles = { _ in [] }) -> CatalogueUpdater {
    CatalogueUpdater(
      store: fixture.store, ontology: fixture.ontology, folder: fixture.folder.path("segments/catalogue"),
      profiles: profiles)
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

  /// Names are read in one pass over the store; they are those that are found one by one.
  @Test func namesAreThoseThatLabelsGive() throws {
    try fixture.store([
      draft("n1", "urn:a") { names in
        names.add("urn:a", Vocabulary.name, .string("Nom B"))
        names.add("urn:a", Vocabulary.name, .string("Nom C"))
        names.add("urn:b", Vocabulary.name, .string("Dommag\u{FFFD}"))
        names.add("urn:b", Vocabulary.name, .string("Dommagé"))
        names.add("urn:c", Vocabulary.name, .string("Rue"))
        names.add("urn:c", Vocabulary.label, .string("Libellé"))
      },
      draft("n2", "urn:a") { names in names.add("urn:a", Vocabulary.name, .string("Nom C")) },
      draft("w", "urn:award", kind: .award) { award in
        for winner in ["urn:a", "urn:b", "urn:c", "urn:d"] {
          award.add("urn:award", Vocabulary.hasWinner, .iri(winner))
        }
        award.add("urn:award", Vocabulary.notified, .string("2020-03"))
      },
    ])
    let catalogue = try catalogue()
    let labels = try fixture.store.read { reader in
      let labels = LabelResolver(reader: reader, ontology: fixture.ontology, iris: IRISpace())
      return try (0..<catalogue.vendorCount).map {
        try labels.label(of: catalogue.iri(ofVendor: $0), language: .french)
      }
    }
    #expect(labels == (0..<catalogue.vendorCount).map { catalogue.name(ofVendor: $0) })
    let named = ["urn:a", "urn:b", "urn:c", "urn:d"].map { iri in
      catalogue.vendor(iri: iri).map { catalogue.name(ofVendor: $0) }
    }
    #expect(named == ["Nom C", "Dommagé", "Libellé", "urn:d"])
  }

  @Test func theFileFollowsTheStore() throws {
    let first = try updater().update()
    let second = try updater().update()
    #expect(first && !second)
    let mapped = try fixture.store.read { try updater().catalogue(for: $0) }
    let loaded = try catalogue()
    #expect(mapped.awardCount == 4)
    #expect((0..<2).map { mapped.documents(ofVendor: $0) } == (0..<2).map { loaded.documents(ofVendor: $0) })
    _ = try fixture.ingest([
      try fixture.write("c.json", PipelineFixture.file([PipelineFixture.row("R5", "Cinq")]))
    ])
    let isCurrent = try fixture.store.read { try updater().isCurrent(for: $0) }
    #expect(!isCurrent)
    let behind = try fixture.store.read { try updater().catalogue(for: $0) }
    #expect(behind.awardCount == 5, "one that is behind is made in memory")
    let third = try updater().update()
    let fourth = try updater().update()
    #expect(third && !fourth)
    let isCurrentNow = try fixture.store.read { try updater().isCurrent(for: $0) }
    #expect(isCurrentNow)
    try updater().remove()
    let written = try fixture.store.read { try updater().catalogue(for: $0, writing: true) }
    #expect(written.awardCount == 5)
    let fifth = try updater().update()
    #expect(!fifth, "it was written")
  }

  @Test func aDamagedFileIsMadeAnew() throws {
    try updater().update()
    let folder = fixture.folder.path("segments/catalogue")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".seg") })
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: folder + "/" + name))
    let isMade = try updater().update()
    #expect(isMade)
    #expect(try fixture.store.read { try updater().catalogue(for: $0) }.awardCount == 4)
  }

  @Test func declaredVendorsAreThere() throws {
    let profile = VendorProfile(places: [MatchPlace(coarse: "69")], size: .sme)
    let edf = IRISpace().identifier(.siren, "552081317")
    let updater = updater { reader in
      let term = try reader.identifiers(of: [.iri(edf)])[0]
      return [
        (iri: edf, name: "Autre nom", term: term, profile: profile),
        (iri: "urn:new", name: "Nouvelle", term: TermID(rawValue: 99_999), profile: VendorProfile()),
      ]
    }
    try updater.update()
    let catalogue = try fixture.store.read { try updater.catalogue(for: $0) }
    let known = try vendor("552081317", catalogue)
    #expect(catalogue.profile(ofVendor: known) == profile)
    #expect(catalogue.name(ofVendor: known) == "Société 552")
    let newcomer = try #require(catalogue.vendor(iri: "urn:new"))
    #expect(catalogue.name(ofVendor: newcomer) == "Nouvelle")
    #expect(catalogue.documents(ofVendor: newcomer) == [])
    #expect(catalogue.vendorsWithProfile == [known, newcomer].sorted())
  }
}
