import Foundation
import PasserelleCore
import PasserelleDigest
import PasserelleGraph
import PasserelleOntology
import PasserelleTestSupport
import Testing

@testable import PasserellePipeline

/// Amounts in euros and codes of current editions, as records of their own.
@Suite struct ConversionUpdaterTests {
  let fixture: PipelineFixture
  private static let contract = "https://passerelle.example/id/decp/c1"
  private static let rates =
    "date,currency,rate\n2019-05-10,GBP,0.8624\n2019-05-13,GBP,0.8632\n2018,GBP,0.88471\n"

  init() throws { fixture = try PipelineFixture() }

  private func `import`(_ text: String, _ name: String = "rates.csv") throws {
    let path = try fixture.write("in/" + name, text)
    let importer = ReferenceImporter(
      folder: try ReferenceFolder(path: fixture.folder.path("reference")), options: .init(),
      context: fixture.context, quarantine: Quarantine(path: fixture.quarantinePath))
    _ = try importer.run(InputFiles.expand([path]) { _ in false })
  }

  private func update(isAnew: Bool = true) throws -> ConversionReport {
    let now = fixture.tick()
    return try ConversionUpdater(
      store: fixture.store, run: nil,
      lists: try ReferenceFolder(path: fixture.folder.path("reference")).library(),
      ontology: fixture.ontology, context: StageContext(clock: { now }, stopFlag: fixture.flag)
    ).update(isAnew: isAnew)
  }

  /// A contract of an amount in a currency, notified on a day; another key makes another record of it.
  private func award(
    _ amount: String, _ currency: String = "GBP", _ date: String = "2019-05-13", key: String = "c1"
  ) throws {
    var award = draft(key, Self.contract, kind: .award) { statements in
      statements.add(Self.contract, Vocabulary.amount, .decimal(DecimalNumber(amount) ?? .zero))
      statements.add(Self.contract, Vocabulary.currency, .string(currency))
      if let day = PartialDate(iso: date) { statements.add(Self.contract, Vocabulary.notified, .date(day)) }
    }
    // The bytes differ with what they say.
    award.contentHash = SHA256Digest.hash(Array((amount + currency + date).utf8))
    try fixture.store([award])
  }

  /// What the open conversions say of a relation, with the source of the graph.
  private func said(_ relation: String) throws -> [String] {
    try fixture.store.read { reader in
      let id = try reader.identifiers(of: [.iri(relation)])[0]
      guard id.isBound else { return [] }
      let quads = try reader.quads(QuadPattern(predicate: id))
      let sources = try reader.versions(of: quads.map(\.graph)).map { $0?.source ?? "" }
      let objects = try reader.terms(of: quads.map(\.object)).map { $0?.iriValue ?? $0?.lexicalForm ?? "" }
      return zip(sources, objects).map { $0 + " " + $1 }.sorted()
    }
  }

  @Test func anAmountGetsItsValueInEuros() throws {
    try award("12000")
    try self.import(Self.rates)
    let report = try update()
    #expect(report.converted == 1 && report.written == 1 && report.diagnostics.isEmpty)
    #expect(try said(Vocabulary.amountInEuros) == ["conversion 13901.76"])
    #expect(try said(Vocabulary.euroRate) == ["conversion 0.8632"])
    #expect(try said(Vocabulary.euroRateDate) == ["conversion 2019-05-13"])
    #expect(try said(Vocabulary.amount) == ["test 12000"])
    let table = try said(Vocabulary.conversionTable)
    #expect(table.count == 1 && table[0].hasPrefix("conversion euro-rates, sha256:"))
    #expect(try said(Vocabulary.conversionOf) == ["conversion https://passerelle.example/record/test/c1"])
    let dump = try fixture.store.read { reader in try reader.openVersion(source: "conversion", key: "test/c1")
    }
    #expect(dump?.number == 1)
  }

  /// Of a Sunday the Friday before; ten days back at most; of a year its average.
  @Test(arguments: [
    ("2019-05-12", "2019-05-10"), ("2019-05-23", "2019-05-13"), ("2019-05-24", nil), ("2019-05-09", nil),
    ("2018-02-03", "2018"), ("2018", "2018"), ("2019-05", nil),
  ])
  func theRateIsOfTheLastWorkingDay(_ date: String, _ expected: String?) throws {
    try award("10", "GBP", date)
    try self.import(Self.rates)
    let report = try update()
    #expect(try said(Vocabulary.euroRateDate) == expected.map { ["conversion " + $0] } ?? [])
    #expect(report.diagnostics.map(\.code) == (expected == nil ? [.conversionNoRate] : []))
  }

  @Test func withoutTableItIsToldOnce() throws {
    try award("10")
    try award("20", key: "c2")
    let report = try update()
    #expect(report.diagnostics.map(\.code) == [.conversionNoTable])
    #expect(report.diagnostics.first?.field == "GBP" && report.diagnostics.first?.value == "2")
    #expect(!report.hasChanged && report.converted == 0)
  }

  /// The rates of currencies that the euro replaced need no table, from the day they are fixed.
  @Test(arguments: [
    ("FRF", "2001-06-01", "152.45"), ("DEM", "1999-01-01", "511.29"), ("HRK", "2022-12-31", nil),
  ])
  func formerCurrenciesAreKnown(_ currency: String, _ date: String, _ euros: String?) throws {
    try award("1000", currency, date)
    let report = try update()
    #expect(try said(Vocabulary.amountInEuros) == (euros.map { ["conversion " + $0] } ?? []))
    #expect(report.diagnostics.map(\.code) == (euros == nil ? [.conversionNoRate] : []))
  }

  @Test func aSecondRunChangesNothing() throws {
    try award("12000")
    try self.import(Self.rates)
    _ = try update()
    let last = try fixture.store.read { try $0.lastSequence() }
    for isAnew in [true, false] {
      let report = try update(isAnew: isAnew)
      #expect(!report.hasChanged)
    }
    // Another edition of the table with the same rate changes nothing either.
    try self.import(Self.rates + "2019-05-14,GBP,0.8681\n")
    let report = try update()
    #expect(!report.hasChanged)
    #expect(try fixture.store.read { try $0.lastSequence() } == last)
  }

  @Test func aChangedRecordOrTableChangesTheValue() throws {
    try award("12000")
    try self.import(Self.rates)
    _ = try update()
    try award("24000")
    let changed = try update(isAnew: false)
    #expect(changed.written == 1)
    #expect(try said(Vocabulary.amountInEuros) == ["conversion 27803.52"])
    try self.import("date,currency,rate\n2019-05-13,GBP,0.5\n")
    #expect(try update().written == 1)
    #expect(try said(Vocabulary.amountInEuros) == ["conversion 48000"])
    try award("24000", "EUR")
    let gone = try update(isAnew: false)
    #expect(gone.closed == 1 && gone.written == 0)
    #expect(try said(Vocabulary.amountInEuros).isEmpty)
    let again = try update()
    #expect(again.closed == 0)
  }

  @Test func withoutItsTableAValueGoes() throws {
    try award("12000")
    try self.import(Self.rates)
    _ = try update()
    try ReferenceFolder(path: fixture.folder.path("reference")).remove(
      ["euro-rates"], at: fixture.tick(), keepingFormer: 1)
    let report = try update()
    #expect(report.closed == 1 && report.diagnostics.map(\.code) == [.conversionNoTable])
    #expect(try said(Vocabulary.amountInEuros).isEmpty)
    #expect(try said(Vocabulary.euroRate).isEmpty)
    #expect(try said(Vocabulary.amount) == ["test 12000"])
  }

  @Test(arguments: [
    ("1", "3", "0.33"), ("2", "3", "0.67"), ("0.005", "1", "0.01"), ("-0.005", "1", "-0.01"),
    ("0.0049", "1", "0"), ("1.01", "0.5", "2.02"), ("100", "1.1", "90.91"), ("0", "0.8632", "0"),
  ])
  func centsAreRoundedToTheNearest(_ amount: String, _ rate: String, _ euros: String) throws {
    let value = EuroConversion.euros(
      try #require(DecimalNumber(amount)), at: try #require(DecimalNumber(rate)))
    #expect(value == DecimalNumber(euros))
  }

  /// What cannot be computed exactly is no number.
  @Test func aNumberTooLargeIsNoValue() throws {
    let huge = DecimalNumber(digits: Int128.max / 3)
    #expect(EuroConversion.euros(huge, at: try #require(DecimalNumber("0.8632"))) == nil)
  }

  private func state(_ relation: String, _ iris: [String]) throws {
    try fixture.store([
      draft("c1", Self.contract, kind: .award) { statements in
        for iri in iris { statements.add(Self.contract, relation, .iri(iri)) }
      }
    ])
  }

  @Test func codesOfTheOlderVocabularyGetTheirSuccessor() throws {
    let cpv = "http://data.europa.eu/cpv/cpv/"
    try state(Vocabulary.hasMainClassification, [cpv + "74111000", cpv + "45000000", cpv + "28000000"])
    try self.import("cpv_2003,cpv_2008\n74111000,79110000\n74111000,79111000\n45000000,45000000\n28000000,\n")
    let report = try update()
    #expect(try said(Vocabulary.hasCurrentClassification) == ["conversion \(cpv)79110000"])
    #expect(try said(Vocabulary.isReplacedBy) == ["conversion \(cpv)79110000"])
    #expect(try said(Vocabulary.hasMainClassification).count == 3)
    #expect(report.diagnostics.map(\.code) == [.conversionWithdrawn])
    let again = try update()
    #expect(!again.hasChanged)
  }

  /// A chain is followed to the newest edition; a code that was split is left.
  @Test func territoriesAreFollowedToTheNewestEdition() throws {
    let nuts = "http://data.europa.eu/nuts/code/"
    try state(Vocabulary.placeOfPerformance, [nuts + "FR24", nuts + "FR10", nuts + "HU10"])
    try self.import("nuts_2010,nuts_2013\nFR24,FRX2\nFR10,FR10\n", "a.csv")
    try self.import("nuts_2013,nuts_2016\nFRX2,FRB0\nHU10,HU11\nHU10,HU12\nFR10,FR10\n", "b.csv")
    let report = try update()
    #expect(try said(Vocabulary.hasCurrentPlace) == ["conversion \(nuts)FRB0"])
    #expect(report.diagnostics.map(\.code) == [.conversionSplit])
    #expect(report.diagnostics.first?.value == "HU10 → HU11, HU12 (1)")
  }

  /// Conversions are no documents: the index does not see them.
  @Test func conversionsAreNoDocuments() throws {
    try award("12000")
    try self.import(Self.rates)
    _ = try update()
    let seen = try fixture.store.read { reader in
      var seen: [String] = []
      try reader.openVersions(after: 0, excludingSource: GraphLoader.source) { record in
        seen.append(record.source)
        return true
      }
      return seen
    }
    #expect(seen == ["test"])
  }
}
