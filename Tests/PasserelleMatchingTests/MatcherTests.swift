import PasserelleCore
import PasserelleText
import Testing

@testable import PasserelleMatching

@Suite struct MatcherTests {
  private let roof = need(
    "Réfection des toitures de l’école", cpv: "45260000", place: "29", buyer: "b1")

  @Test func anExactTitleRanksFirst() throws {
    let matcher = try Market.sample.matcher()
    for award in Market.sample.awards {
      let result = try matcher.match(need(award.title, cpv: award.cpv, place: award.place))
      #expect(result.vendors.first?.iri == award.vendors[0], "\(award.title)")
      #expect(result.vendors.first?.band == .strong)
    }
  }

  @Test func contributionsAddUpToTheScore() throws {
    for options in [MatchOptions(), .neutral] {
      let result = try Market.sample.matcher().match(roof, options: options)
      #expect(result.vendors.count > 3)
      for vendor in result.vendors {
        let sum = vendor.contributions.reduce(0) { $0 + $1.contribution }
        #expect(abs(sum - vendor.score) < 1e-12)
        #expect(abs(vendor.contributions.reduce(0) { $0 + $1.share } - 1) < 1e-9)
        #expect((0...100).contains(vendor.adequacy))
        for part in vendor.contributions { #expect((0...1).contains(part.value), "\(part.feature)") }
      }
      #expect(result.vendors == result.vendors.sorted { $0.score > $1.score })
    }
  }

  @Test func neutralDropsWhatItSays() throws {
    let result = try Market.sample.matcher().match(roof, options: .neutral)
    #expect(result.isNeutral)
    for vendor in result.vendors {
      #expect(vendor.contributions.allSatisfy { !$0.feature.isLeftOutByNeutral })
    }
    // Neither place, buyer, name nor the number of other awards changes a neutral answer.
    var elsewhere = roof
    elsewhere.place = MatchPlace(coarse: "13")
    elsewhere.buyer = "b4"
    let other = try Market.sample.matcher().match(elsewhere, options: .neutral)
    #expect(other.vendors.map(\.iri) == result.vendors.map(\.iri))
    #expect(other.vendors.map(\.score) == result.vendors.map(\.score))
  }

  @Test func placeCountsUnlessNeutral() throws {
    let matcher = try Market.sample.matcher()
    func first(_ place: String) throws -> String? {
      try matcher.match(need("Réfection de la toiture", cpv: "45260000", place: place)).vendors.first?.iri
    }
    #expect(try first("29") == "v:toit")
    #expect(try first("35") == "v:couv")
    let far = try matcher.match(need("Réfection de la toiture", cpv: "45260000", place: "29")).vendors
      .first { $0.iri == "v:sud" }
    #expect(far?.contributions.contains { $0.feature == .elsewhereOnly && $0.contribution < 0 } == true)
  }

  @Test func evidenceNamesTheAwards() throws {
    let result = try Market.sample.matcher().match(roof)
    let first = try #require(result.vendors.first)
    #expect(first.iri == "v:toit")
    let award = try #require(first.evidence.first)
    #expect(award.document == 1)
    #expect(award.sharedDigits == 8)
    #expect(award.isSameBuyer)
    #expect(award.nearness == 1)
    let stems = MatchTerms(language: .french).words("réfection toiture école")
    #expect(Set(award.sharedTerms) == Set(stems))
    #expect(award.similarity > 0.9 && award.similarity <= 1 + 1e-9)
    #expect(first.contributions.contains { $0.feature == .buyerHistory })
  }

  @Test func theSameQuestionHasTheSameAnswer() throws {
    let first = try Market.sample.matcher().match(roof)
    for _ in 0..<3 { #expect(try Market.sample.matcher().match(roof) == first) }
  }

  @Test func tiesStandByIRI() throws {
    var market = Market()
    market.awards = [("Tonte des pelouses", "77310000", "29", "b", ["v:c", "v:a", "v:b"])]
    market.awards += Market.sample.awards
    let result = try market.matcher().match(need("Tonte des pelouses"))
    let tied = result.vendors.filter { $0.score == result.vendors[0].score }
    #expect(tied.map(\.iri) == ["v:a", "v:b", "v:c"])
  }

  @Test func coldStartIsEmptyAndHonest() throws {
    let empty = try Market().matcher().match(roof)
    #expect(empty.vendors.isEmpty)
    #expect(empty.candidateCount == 0)
    let stranger = try Market.sample.matcher().match(need("zzzz qqqq xxxx"))
    #expect(stranger.vendors.isEmpty)
    let nothing = try Market.sample.matcher().match(need(""))
    #expect(nothing.vendors.isEmpty)
  }

  @Test func aDeclaredNewcomerAppears() throws {
    var market = Market.sample
    market.declared = [
      (
        "v:new", "Nouvelle Toiture", "couverture et zinguerie",
        VendorProfile(
          codes: [CPVCode(digits: "45261210")].compactMap { $0 }, places: [MatchPlace(coarse: "29")])
      )
    ]
    let result = try market.matcher().match(need("Pose de gouttières", cpv: "45261210", place: "29"))
    let newcomer = try #require(result.newcomers.first)
    #expect(newcomer.iri == "v:new")
    #expect(newcomer.awardCount == 0)
    #expect(newcomer.evidence.isEmpty)
    #expect(newcomer.band == .weak)
    #expect(newcomer.contributions.map(\.feature).contains(.codeDepth))
    // In the ranking itself its place counts too.
    let ranked = try #require(result.vendors.first { $0.iri == "v:new" })
    #expect(ranked.contributions.map(\.feature).contains(.nearness))
  }

  @Test func experienceAloneIsNoReason() throws {
    var market = Market.sample
    for number in 0..<40 {
      market.awards.append(("Objet \(number) sans rapport", "03100000", "29", "b1", ["v:giant"]))
    }
    let result = try market.matcher().match(roof)
    let giant = result.vendors.first { $0.iri == "v:giant" }
    for part in giant?.contributions ?? [] {
      #expect(part.feature != .experience && part.feature != .buyerHistory)
    }
  }

  @Test func similarAwardsAreNearestFirst() throws {
    let similar = try Market.sample.matcher().similarAwards(roof, limit: 3)
    #expect(similar.map(\.document).prefix(2) == [1, 2])
    #expect(similar.count == 3)
    #expect(similar == similar.sorted { $0.similarity > $1.similarity })
    #expect(try Market.sample.matcher().similarAwards(roof, limit: 0).isEmpty)
  }

  @Test func aFilterSeesEveryCandidateInRankOrder() throws {
    let matcher = try Market.sample.matcher()
    let all = try matcher.match(roof)
    var seen: [Int] = []
    let some = try matcher.match(roof) { vendor in
      seen.append(vendor)
      return vendor != all.vendors[0].vendor
    }
    #expect(seen.count == all.candidateCount && Set(seen).count == seen.count)
    #expect(Array(seen.prefix(all.vendors.count)) == all.vendors.map(\.vendor))
    #expect(some.vendors.map(\.vendor) == Array(all.vendors.map(\.vendor).dropFirst()))
    #expect(some.vendors.first == all.vendors.dropFirst().first)
  }

  @Test func oneVendorIsExplainedWhereverItStands() throws {
    let matcher = try Market.sample.matcher()
    let all = try matcher.match(roof)
    for (place, vendor) in all.vendors.enumerated() {
      let one = try #require(try matcher.explain(roof, vendor: vendor.vendor))
      #expect(one.rank == place + 1 && one.vendor == vendor)
    }
    #expect(try matcher.explain(need("zzzz"), vendor: 0) == nil)
  }

  @Test func newcomersHaveAListOfTheirOwn() throws {
    var market = Market.sample
    for number in 0..<5 {
      market.declared.append(
        (
          "v:new\(number)", "Zinguerie \(number)",
          number == 3 ? "toiture et zinguerie de l’école" : "zinguerie",
          VendorProfile(
            codes: [CPVCode(digits: "45260000")].compactMap { $0 }, places: [MatchPlace(coarse: "13")])
        ))
    }
    let result = try market.matcher().match(roof)
    #expect(result.newcomers.count == 3)
    #expect(result.newcomers.first?.iri == "v:new3")
    for vendor in result.newcomers {
      #expect(vendor.awardCount == 0)
      #expect(vendor.contributions.allSatisfy { !$0.feature.isLeftOutByNeutral })
    }
    var none = MatchOptions()
    none.newcomerLimit = 0
    #expect(try market.matcher().match(roof, options: none).newcomers.isEmpty)
  }

  @Test func limitsAreKept() throws {
    var options = MatchOptions()
    options.limit = 2
    options.evidenceLimit = 0
    let result = try Market.sample.matcher().match(roof, options: options)
    #expect(result.vendors.count == 2)
    #expect(result.candidateCount > 2)
    #expect(result.vendors.allSatisfy { $0.evidence.isEmpty })
  }

  @Test func everyReasonIsExplained() {
    for feature in MatchFeature.allCases {
      #expect(!feature.explanation.french.isEmpty && !feature.explanation.english.isEmpty)
    }
    #expect(Set(MatchFeature.allCases.map(\.explanation.french)).count == MatchFeature.allCases.count)
    #expect(Set(RankingFeature.allCases.map(\.reason) + [.offTopic, .noPlace]) == Set(MatchFeature.allCases))
    #expect(Set(RankingFeature.names).count == RankingFeature.allCases.count)
  }
}
