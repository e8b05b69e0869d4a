import PasserelleCore
import PasserelleMatching
import Testing

@Suite struct AuditExposureTests {
  private func traits(_ awards: Int, size: VendorProfile.Size? = nil) -> VendorTraits {
    VendorTraits(size: size, awardCount: awards)
  }

  private func row(_ audit: ExposureAudit, _ dimension: TraitDimension, _ key: String) throws -> ExposureRow {
    try #require(audit.rows.first { $0.dimension == dimension && $0.group.key == key })
  }

  @Test func exposureIsWeightedByPosition() throws {
    var audit = ExposureAudit()
    audit.add([traits(0), traits(1), traits(20)], neutral: [2, 1, 0], full: [0])
    let many = try row(audit, .awards, "10+")
    let few = try row(audit, .awards, "1-2")
    let none = try row(audit, .awards, "0")
    // 1/log₂ 2 = 1, 1/log₂ 3 ≈ 0.63093, 1/log₂ 4 = 0.5.
    #expect(abs(many.neutral.exposure - 1) < 1e-12)
    #expect(abs(few.neutral.exposure - 0.630929753571457) < 1e-12)
    #expect(abs(none.neutral.exposure - 0.5) < 1e-12)
    #expect(abs(none.neutral.exposureShare - 0.5 / 2.130929753571457) < 1e-12)
    #expect(none.full.exposureShare == 1 && many.full.exposureShare == 0)
    #expect(abs(none.candidateShare - 1.0 / 3) < 1e-12 && none.candidates == 1)
    #expect(none.neutral.slots == 1 && none.full.slotShare == 1)
  }

  @Test func onlyTheFirstTenPlacesAreSlotsAndTheFirstHundredAreSeen() throws {
    var audit = ExposureAudit()
    let all = (0..<150).map { traits($0 < 120 ? 1 : 12) }
    audit.add(all, neutral: Array(all.indices), full: Array(all.indices.reversed()))
    let few = try row(audit, .awards, "1-2")
    let many = try row(audit, .awards, "10+")
    #expect(few.neutral.slots == 10 && many.neutral.slots == 0)
    #expect(many.neutral.exposure == 0, "past the depth")
    #expect(many.full.slots == 10 && few.full.slots == 0 && few.full.exposure > 0)
    #expect(many.candidateShare == 0.2)
  }

  @Test func sharesOfADimensionAddUpToOne() {
    var audit = ExposureAudit()
    for need in 0..<40 {
      let all = (0..<25).map { index in
        VendorTraits(
          size: VendorProfile.Size.allCases[(index + need) % 4], age: index % 3 == 0 ? nil : .from3,
          origin: [.sameDepartment, .elsewhere, .abroad, nil][index % 4], awardCount: index % 13)
      }
      audit.add(all, neutral: Array(all.indices), full: all.indices.map { ($0 * 7 + need) % 25 })
    }
    #expect(audit.needCount == 40 && audit.candidateCount == 1000)
    for dimension in TraitDimension.allCases {
      let rows = audit.rows.filter { $0.dimension == dimension }
      for value in [\ExposureRow.candidateShare, \.neutral.exposureShare, \.full.slotShare] {
        #expect(abs(rows.reduce(0) { $0 + $1[keyPath: value] } - 1) < 1e-9)
      }
      #expect(rows.reduce(0) { $0 + $1.candidates } == 1000)
      #expect(rows.reduce(0) { $0 + $1.neutral.slots } == 400)
    }
  }

  @Test func smallGroupsAreMarked() throws {
    var audit = ExposureAudit()
    for _ in 0..<20 {
      audit.add((0..<50).map { traits($0 == 0 ? 0 : 5) }, neutral: Array(0..<50), full: Array(0..<50))
    }
    #expect(try row(audit, .newcomer, "newcomer").isSmall, "20 candidates")
    #expect(try !row(audit, .newcomer, "known").isSmall)
    var none = ExposureAudit()
    none.add([], neutral: [], full: [])
    #expect(none.rows.isEmpty && none.needCount == 1 && none.emptyCount == 1)
  }

  @Test func traitsComeFromTheCatalogue() throws {
    let day = try #require(PartialDate(year: 2023, month: 6, day: 1))
    var builder = AwardCatalogue.Builder()
    let known = builder.addVendor(iri: "urn:fr:1", name: "A")
    let declared = builder.addVendor(
      iri: "urn:x:2", name: "B",
      profile: VendorProfile(
        places: [MatchPlace(coarse: "69")], size: .micro, founded: PartialDate(year: 2020, month: 6),
        country: "FR"))
    let foreign = builder.addVendor(
      iri: "urn:x:3", name: "C",
      profile: VendorProfile(
        places: [MatchPlace(coarse: "69")], founded: PartialDate(year: 1990), country: "ES"))
    let unknown = builder.addVendor(iri: "urn:x:4", name: "D")
    for index in 0..<3 {
      builder.addAward(
        document: Int64(index), vendors: [known], place: MatchPlace(coarse: index == 0 ? "69" : "38"))
    }
    builder.addAward(document: 9, vendors: [unknown])
    let catalogue = builder.build()
    func traits(_ vendor: Int, _ place: String?) -> VendorTraits {
      catalogue.traits(
        ofVendor: vendor, place: place.map { MatchPlace(coarse: $0) }, day: day
      ) { $0.hasPrefix("urn:fr:") ? "FR" : nil }
    }
    #expect(traits(known, "69") == VendorTraits(origin: .sameDepartment, awardCount: 3))
    #expect(traits(known, "13").origin == .elsewhere)
    #expect(traits(known, nil).origin == nil)
    #expect(traits(known, "Portugal, Lisboa").origin == .abroad)
    #expect(
      traits(declared, "69")
        == VendorTraits(size: .micro, age: .from3, origin: .sameDepartment, awardCount: 0))
    #expect(traits(declared, "01").origin == .elsewhere)
    #expect(traits(foreign, "69") == VendorTraits(age: .from30, origin: .abroad, awardCount: 0))
    #expect(traits(unknown, "69") == VendorTraits(awardCount: 1))
  }

  @Test(arguments: [
    (-1, "under_3"), (2, "under_3"), (3, "3-9"), (9, "3-9"), (10, "10-29"), (29, "10-29"), (30, "30+"),
  ])
  func agesHaveTheirClasses(_ years: Int, _ key: String) { #expect(VendorAge(years: years).rawValue == key) }

  @Test(arguments: [(0, "0"), (1, "1-2"), (2, "1-2"), (3, "3-9"), (9, "3-9"), (10, "10+"), (500, "10+")])
  func awardsHaveTheirClasses(_ count: Int, _ key: String) {
    #expect(AwardClass(count: count).rawValue == key)
  }

  /// Nothing that the audit looks at is a feature of the ranking, but experience, which neutral leaves out.
  @Test func theRankingKnowsNoTrait() {
    let features = MatchFeature.allCases.map(\.rawValue)
    for word in ["size", "age", "origin", "newcomer", "country", "founded"] {
      #expect(!features.contains { $0.split(separator: "_").contains { $0 == word } })
    }
    #expect(MatchFeature.experience.isLeftOutByNeutral)
  }
}
