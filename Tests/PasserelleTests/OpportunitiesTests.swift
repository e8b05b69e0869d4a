import Foundation
import Passerelle
import PasserelleCore
import PasserelleMatching
import PasserelleRendering
import PasserelleTestSupport
import Testing

extension DemonstrationTests {
  @Suite struct OpportunitiesTests {
    /// A company of the lighting trade, with awards.
    private static let lighting = "siren:999104201"

    private func answer(
      _ vendor: String = lighting, on day: String, language: MessageLanguage = .french,
      _ adjust: (inout OpportunitiesRequest) -> Void = { _ in }
    ) throws -> OpportunitiesAnswer {
      var request = OpportunitiesRequest()
      request.day = PartialDate(iso: day)
      adjust(&request)
      return try DemonstrationTests.workspace().opportunities(
        for: vendor, request: request, language: language)
    }

    @Test func eachLotIsAnOpportunityOfItsOwn() throws {
      let answer = try answer(on: "2022-03-01")
      #expect(answer.openCount == 2)
      let first = try #require(answer.opportunities.first)
      #expect(first.lot?.title == "Fourniture et pose des luminaires")
      #expect(first.lot?.identifier == "LOT-0001")
      #expect(first.daysLeft == 3)
      #expect(first.deadlineKind == .offers)
      #expect(first.amount == Money(DecimalNumber(1_450_000)))
      #expect(first.codes.map(\.digits) == ["34928500", "45316110"])
      #expect(first.placeLabels == ["Morbihan (56)"])
      #expect(first.buyer == "Syndicat d'énergie des Pays de Kerlouédec")
      let lots = answer.opportunities.compactMap(\.lot?.iri)
      #expect(lots.count >= 2)
      #expect(Set(lots).count == lots.count)
      #expect(answer.comparedCount == answer.opportunities.count + answer.distantCount)
    }

    @Test func reasonsAndEvidenceAreThoseOfTheMatch() throws {
      for one in try answer(on: "2022-03-01").opportunities {
        let ranked = try #require(one.ranked)
        let sum = ranked.contributions.map(\.contribution).reduce(0, +)
        #expect(abs(sum - ranked.score) < 1e-9)
        #expect((1...one.candidateCount).contains(try #require(one.rank)))
        #expect(one.source.record.contains("/record/eforms/"))
        #expect((0...100).contains(one.likeness))
        for award in one.evidence { #expect(try #require(award.statement).contains(ranked.name)) }
      }
    }

    @Test(arguments: [
      ("2022-01-23", false), ("2022-01-24", true), ("2022-03-04", true), ("2022-03-05", false),
    ])
    func aCallIsOpenFromPublicationToDeadline(_ day: String, _ isOpen: Bool) throws {
      let found = try answer(on: day).opportunities.contains {
        $0.title.hasPrefix("Rénovation de l'éclairage")
      }
      #expect(found == isOpen)
    }

    @Test func strongerEvidenceComesFirst() throws {
      let bands = try answer(on: "2022-03-10") { $0.limit = 50 }.opportunities.map(\.band)
      let order = bands.compactMap { EvidenceBand.allCases.firstIndex(of: $0) }
      #expect(!order.isEmpty)
      #expect(order == order.sorted())
    }

    @Test func whatIsLackingIsWordedAsHelp() throws {
      let answer = try answer(on: "2022-03-01")
      let gaps = answer.opportunities.flatMap(\.gaps)
      #expect(gaps.contains { $0.kind == .cpv && $0.value == "48921000" })
      #expect(gaps.contains { $0.kind == .requirement })
      for gap in gaps {
        #expect(gap.help.french.contains(" si vous "), "\(gap.help.french)")
        #expect(gap.help.english.contains(" if you "), "\(gap.help.english)")
      }
      for one in answer.opportunities {
        let unknown = Set(one.requirements.filter { $0.level == .none }.map(\.text))
        #expect(one.gaps.filter { $0.kind == .requirement }.allSatisfy { unknown.contains($0.value) })
        #expect(one.gaps.count { $0.kind == .requirement } <= 5)
        #expect(one.requirements.allSatisfy { ($0.level == .none) == ($0.quote == nil) })
      }
    }

    @Test func aConditionCountsWhatItRemoves() throws {
      let all = try answer(on: "2022-03-01")
      let here = try answer(on: "2022-03-01") { $0.places = ["56"] }
      #expect(here.filters.map(\.removed) == [1])
      #expect(here.comparedCount == all.comparedCount - 1)
      #expect(here.opportunities.allSatisfy { $0.placeLabels == ["Morbihan (56)"] })
      let both = try answer(on: "2022-03-01") {
        $0.places = ["56"]
        $0.cpvPrefixes = ["489"]
      }
      #expect(both.filters.map(\.criterion) == [.place, .cpv])
      #expect(both.filters.map(\.removed) == [1, 2])
      #expect(both.comparedCount == 1)
    }

    @Test func aVendorWithAProfileAloneIsServed() throws {
      let answer = try answer("siren:999701105", on: "2022-03-01")
      #expect(answer.awardCount == 0)
      #expect(answer.hasProfile)
      let one = try #require(
        answer.opportunities.first { $0.lot?.title == "Télégestion au point lumineux" })
      #expect(one.evidence.isEmpty)
      #expect(one.sharedDigits == 8)
      #expect(one.sharedWords.contains("télégestion"))
      #expect(one.gaps.contains { $0.kind == .place && $0.value == "56" })
      #expect(one.gaps.contains { $0.kind == .cpv && $0.value == "72260000" })
      #expect(!one.gaps.contains { $0.value == "48921000" })
    }

    @Test func theAnswerIsTheSameByteForByte() throws {
      let first = JSONRenderer.data(try answer(on: "2022-03-01").structured, pretty: true)
      #expect(JSONRenderer.data(try answer(on: "2022-03-01").structured, pretty: true) == first)
      let document = try object(Data(first))
      #expect(document["format"] as? String == "passerelle-opportunities/1")
      let answer = try answer(on: "2022-03-01", language: .english)
      #expect(answer.table.rows.allSatisfy { $0.count == answer.table.columns.count })
      let page = answer.text(width: 100).joined(separator: "\n")
      for part in ["3 days left", "to come closer", "never a chance of winning", "fictitious"] {
        #expect(page.contains(part), "\(part)")
      }
    }

    @Test func aCompanyIsFoundByItsName() throws {
      #expect(try answer("lumivarene sas", on: "2022-03-01").vendor.hasSuffix("siren/999104201"))
      #expect(code { _ = try answer("Rien de Tel SARL", on: "2022-03-01") } == .entityNotFound)
      #expect(code { _ = try answer("territoires", on: "2022-03-01") } == .queryInvalid, "several have it")
      #expect(code { _ = try answer("insee:56007", on: "2022-03-01") } != nil, "a commune offers nothing")
    }

    @Test func conditionsWithoutShapeAreRefused() throws {
      #expect(code { _ = try answer(on: "2022-03-01") { $0.places = ["Atlantide"] } } == .queryInvalid)
      #expect(code { _ = try answer(on: "2022-03-01") { $0.cpvPrefixes = ["4"] } } == .queryInvalid)
    }

    @Test func nothingIsOpenLongAfter() throws {
      let answer = try answer(on: "2030-01-01")
      #expect(answer.openCount == 0)
      #expect(answer.opportunities.isEmpty)
      #expect(answer.text(width: 80).contains { $0.contains("Aucun appel n’est ouvert") })
    }
  }
}
