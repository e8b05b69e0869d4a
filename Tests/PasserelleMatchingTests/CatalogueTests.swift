import PasserelleCore
import Testing

@testable import PasserelleMatching

/// The columns of a catalogue against plain arrays and dictionaries of the same awards.
@Suite struct CatalogueTests {
  private struct Award {
    var document: Int64
    var vendors: [Int]
    var buyer: String?
    var code: String?
    var place: MatchPlace?
    var date: PartialDate?
  }

  private static let vendorCount = 40
  private static let awards: [Award] = (0..<300).map { number in
    // Numbers that jump about, by a generator of Lehmer's.
    let chance = (number + 1) * 48_271 % 2_147_483_647
    return Award(
      document: Int64(number * 7919 % 1009 + (number % 5 == 0 ? 1_000_000_000_000 : 0)),
      vendors: number % 13 == 0 ? [] : [chance % 37, chance / 37 % 11, chance % 37],
      buyer: number % 4 == 0 ? nil : "acheteur-\(chance % 9)",
      code: number % 3 == 0 ? nil : "4\(5_000_000 + chance % 50 * 1000)",
      place: number % 6 == 0
        ? nil
        : MatchPlace(coarse: "\(10 + chance % 20)", fine: number % 2 == 0 ? "\(10_000 + chance % 90)" : nil),
      date: number % 7 == 0
        ? nil : PartialDate(year: 2010 + number % 9, month: number % 2 == 0 ? 1 + number % 12 : nil))
  }

  private static func builder() -> AwardCatalogue.Builder {
    var builder = AwardCatalogue.Builder()
    for vendor in 0..<vendorCount {
      builder.addVendor(
        iri: "urn:v\(vendor * 17 % 41)", name: "Société é \(vendor)",
        document: vendor % 3 == 0 ? nil : Int64(vendor))
    }
    for award in awards {
      builder.addAward(
        document: award.document, vendors: award.vendors, buyer: award.buyer,
        cpv: award.code.flatMap { CPVCode(digits: $0) }, place: award.place, date: award.date)
    }
    return builder
  }

  private static let catalogue = builder().build()

  /// What lists and lookups of a catalogue have to give, without the award of one document.
  private func expectAll(of catalogue: AwardCatalogue, without left: Int64? = nil) {
    let here = Self.awards.indices.filter { Self.awards[$0].document != left }
    #expect(catalogue.awardCount == here.count)
    for vendor in 0..<Self.vendorCount {
      let expected = here.filter { Self.awards[$0].vendors.contains(vendor) }.map(Int32.init)
      #expect(Array(catalogue.vendorAwards[Int32(vendor)]) == expected)
      #expect(catalogue.vendorAwards[Int32(vendor)].count == expected.count)
      #expect(catalogue.documents(ofVendor: vendor) == expected.map { Self.awards[Int($0)].document })
    }
    for name in Set(Self.awards.compactMap(\.buyer)).sorted() {
      let buyer = catalogue.buyer(name)
      #expect(buyer != nil)
      let expected = here.filter { Self.awards[$0].buyer == name }.map(Int32.init)
      #expect(buyer.map { Array(catalogue.buyerAwards[$0]) } == expected)
    }
    let coded = here.filter { Self.awards[$0].code != nil }
      .sorted { (Self.awards[$0].code ?? "", $0) < (Self.awards[$1].code ?? "", $1) }
    #expect(Array(catalogue.codeOrder) == coded.map(Int32.init))
    for (index, award) in Self.awards.enumerated() {
      let isHere = award.document != left
      #expect(catalogue.award(ofDocument: award.document) == (isHere ? Int32(index) : nil))
      #expect(catalogue.date(ofDocument: award.document) == (isHere ? award.date : nil))
      var winners: [Int] = []
      for vendor in award.vendors where !winners.contains(vendor) { winners.append(vendor) }
      #expect(catalogue.vendors(ofDocument: award.document) == (isHere ? winners : []))
    }
  }

  @Test func listsAndLookupsGiveWhatWasAdded() {
    expectAll(of: Self.catalogue)
  }

  @Test(arguments: [0, 1, 13, 42, 299]) func anAwardThatIsLeftOutIsNowhere(index: Int) {
    let document = Self.awards[index].document
    let copy = Self.catalogue.excluding(document: document)
    #expect(copy.maskedAward == Int32(index))
    expectAll(of: copy, without: document)
    expectAll(of: copy.excluding(document: Self.awards[100].document), without: Self.awards[100].document)
    expectAll(of: Self.catalogue)
  }

  @Test func aDocumentThatIsNoAwardLeavesTheCatalogueAsItIs() {
    #expect(Self.catalogue.excluding(document: 123_456_789).maskedAward == -1)
    #expect(Self.catalogue.award(ofDocument: 123_456_789) == nil)
    #expect(Self.catalogue.award(ofDocument: -1) == nil)
    #expect(Self.catalogue.vendor(ofDocument: -1) == nil)
  }

  @Test func columnsHoldWhatWasAdded() {
    let catalogue = Self.catalogue
    for (index, award) in Self.awards.enumerated() {
      #expect(catalogue.awardDocuments[index] == award.document)
      #expect(catalogue.awardCodes[index] == award.code.flatMap { UInt32($0) } ?? 0)
      let place = Int(catalogue.awardPlaces[index])
      #expect((place < 0 ? nil : catalogue.places[place]) == award.place)
      if place >= 0 {
        #expect(catalogue.departments[Int(catalogue.placeDepartments[place])] == award.place?.coarse)
      }
    }
    for vendor in 0..<Self.vendorCount {
      let iri = catalogue.iri(ofVendor: vendor)
      #expect(catalogue.vendor(iri: iri) == vendor)
      #expect(catalogue.name(ofVendor: vendor) == "Société é \(vendor)")
      #expect(catalogue.vendor(ofDocument: Int64(vendor)) == (vendor % 3 == 0 ? nil : Int32(vendor)))
    }
    #expect(catalogue.vendor(iri: "urn:v") == nil)
    #expect(catalogue.vendor(iri: "") == nil)
    #expect(catalogue.buyer("acheteur") == nil)
  }

  @Test func aSecondAwardOfADocumentIsRefused() {
    var builder = AwardCatalogue.Builder()
    let first = builder.addAward(document: 3, vendors: [])
    let second = builder.addAward(document: 3, vendors: [], buyer: "b")
    #expect(first && !second)
    let catalogue = builder.build()
    #expect(catalogue.awardCount == 1)
    #expect(catalogue.buyerCount == 0)
  }

  @Test func anEmptyCatalogueAnswers() {
    let catalogue = AwardCatalogue.Builder().build()
    #expect(catalogue.awardCount == 0)
    #expect(catalogue.vendorCount == 0)
    #expect(catalogue.award(ofDocument: 0) == nil)
    #expect(catalogue.vendor(iri: "urn:a") == nil)
    #expect(catalogue.buyer("b") == nil)
    #expect(catalogue.codeOrder.isEmpty)
    #expect(catalogue.vendorsWithProfile == [])
  }

  @Test func profilesComeBackWithoutTheirText() throws {
    let declared = VendorProfile(
      codes: [try #require(CPVCode(digits: "03100000")), try #require(CPVCode(digits: "72000000"))],
      places: [MatchPlace(coarse: "69", fine: "69123"), MatchPlace(coarse: "2A")],
      text: "logiciels", labels: ["SecNumCloud", "s"], size: .micro, sovereignty: [.openSource, .hostedInEU],
      founded: PartialDate(year: 2024), country: "FR")
    var builder = AwardCatalogue.Builder()
    builder.addVendor(iri: "urn:a", name: "A")
    builder.addVendor(iri: "urn:b", name: "B", profile: declared)
    builder.addVendor(iri: "urn:c", name: "C", profile: VendorProfile())
    builder.addVendor(iri: "urn:b", name: "", document: 9)
    let catalogue = builder.build()
    var expected = declared
    expected.text = ""
    #expect(catalogue.profile(ofVendor: 0) == nil)
    #expect(catalogue.profile(ofVendor: 1) == expected)
    #expect(catalogue.profile(ofVendor: 2) == VendorProfile())
    #expect(catalogue.vendorsWithProfile == [1, 2])
    #expect(Array(catalogue.declaredVendors) == [1, 2])
    #expect(Array(catalogue.profileCodes[0]) == [3_100_000, 72_000_000])
    #expect(catalogue.profilePlaces[0].map { catalogue.places[Int($0)] } == expected.places)
    #expect(catalogue.vendor(ofDocument: 9) == 1)
  }

  @Test func theSameAwardsGiveTheSameBytes() {
    let again = Self.builder().build()
    for name in CatalogueSections.Name.allCases {
      #expect(again.sections.bytes(name).elementsEqual(Self.catalogue.sections.bytes(name)), "\(name)")
    }
  }

  @Test(arguments: CatalogueSections.Name.allCases) func aSectionThatIsCutIsRefused(
    name: CatalogueSections.Name
  ) {
    let contents = CatalogueSections.Name.allCases.map { other in
      let bytes = Array(Self.catalogue.sections.bytes(other))
      return (name: other, bytes: other == name ? Array(bytes.dropLast()) : bytes)
    }
    // The catalogue has no profile: those sections that are empty cannot be cut.
    guard !Self.catalogue.sections.bytes(name).isEmpty else { return }
    let code = errorCode { _ = try AwardCatalogue(sections: CatalogueSections(contents)) }
    #expect(code == .indexInvalid)
  }

  @Test(arguments: 0..<4) func changedBytesNeverCrash(seed: Int) throws {
    var state = UInt64(seed + 1)
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let names = CatalogueSections.Name.allCases
    let whole = names.map { (name: $0, bytes: Array(Self.catalogue.sections.bytes($0))) }
    var refused = 0
    for _ in 0..<100 {
      var contents = whole
      let part = next(contents.count)
      guard !contents[part].bytes.isEmpty else { continue }
      for _ in 0...next(3) {
        contents[part].bytes[next(contents[part].bytes.count)] = UInt8(next(256))
      }
      do {
        let catalogue = try AwardCatalogue(sections: CatalogueSections(contents))
        for award in Self.awards.prefix(30) {
          _ = catalogue.vendors(ofDocument: award.document)
          _ = catalogue.excluding(document: award.document).codeOrder.count
        }
        for vendor in 0..<catalogue.vendorCount {
          _ = catalogue.vendor(iri: catalogue.iri(ofVendor: vendor))
          _ = catalogue.documents(ofVendor: vendor)
        }
        _ = catalogue.buyer("acheteur-1")
      } catch {
        refused += 1
      }
    }
    #expect(refused > 10)
  }
}

/// The code of the error that a body throws; nil when it throws none, or another one.
private func errorCode(_ body: () throws -> Void) -> PasserelleError.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? PasserelleError)?.code
  }
}
