import Foundation
import Passerelle
import PasserelleCore
import PasserelleMatching
import PasserelleRendering
import Testing

extension DemonstrationTests {
  @Suite struct MatchTests {
    /// A domain, by what its awards are: CPV divisions and words of titles.
    struct Domain: CustomTestStringConvertible, Sendable {
      let specification: String
      let codes: [String]
      let words: [String]
      var testDescription: String { specification }
    }

    static let domains = [
      Domain(
        specification: "eclairage", codes: ["349285", "45316", "502321"],
        words: ["éclairage", "luminaire", "candélabre", "lampadaire", "lanterne"]),
      Domain(
        specification: "eau", codes: ["3842", "3834", "6513"],
        words: ["compteur", "eau potable", "télérelève", "débitmètre"]),
      Domain(
        specification: "cyber", codes: ["79417", "7281"],
        words: ["sécurité", "cyber", "rssi", "protection des données"]),
    ]

    private func answer(_ name: String, neutral: Bool = false) throws -> MatchAnswer {
      var request = MatchRequest()
      request.isNeutral = neutral
      let path = DemonstrationTests.specification(name)
      return try DemonstrationTests.workspace().match(
        document: Workspace.file(path), file: "specifications/\(name).md", request: request, language: .french
      )
    }

    @Test(arguments: domains) func theFirstFourWorkInTheDomain(_ domain: Domain) throws {
      let answer = try answer(domain.specification)
      #expect(answer.awardCount == 420)
      #expect(answer.hasDemonstration)
      let first = answer.vendors.prefix(4)
      #expect(first.count == 4)
      let inDomain = first.map { vendor in
        vendor.evidence.contains { award in
          domain.words.contains { award.title.lowercased().contains($0) }
            || domain.codes.contains { award.cpv?.hasPrefix($0) ?? false }
        }
          || (vendor.profile?.codes ?? []).contains { code in
            domain.codes.contains { code.digits.hasPrefix($0) }
          }
      }
      #expect(inDomain.allSatisfy { $0 }, "\(first.map(\.ranked.name))")
    }

    /// Nearness or a name may not lift a vendor above those whose work is near the need.
    @Test(arguments: domains) func nobodyOffTopicStandsAboveTheFirstFour(_ domain: Domain) throws {
      let offTopic = try answer(domain.specification).vendors.prefix(4).filter { vendor in
        vendor.ranked.contributions.contains { $0.feature == .offTopic }
      }
      #expect(offTopic.isEmpty, "\(offTopic.map(\.ranked.name))")
    }

    @Test(arguments: domains) func contributionsAddUpToTheScore(_ domain: Domain) throws {
      let answer = try answer(domain.specification)
      #expect(
        zip(answer.vendors, answer.vendors.dropFirst()).allSatisfy { $0.ranked.score >= $1.ranked.score })
      for vendor in answer.vendors.map(\.ranked) {
        #expect(abs(vendor.contributions.map(\.contribution).reduce(0, +) - vendor.score) < 1e-9)
        #expect(abs(vendor.contributions.map(\.share).reduce(0, +) - 1) < 1e-9)
        #expect((0...100).contains(vendor.adequacy))
      }
      let document = try object(Data(JSONRenderer.data(answer.structured, pretty: false)))
      let vendors = try #require(document["vendors"] as? [[String: Any]])
      #expect(vendors.count == answer.vendors.count)
      for vendor in vendors {
        let parts = try #require(vendor["contributions"] as? [[String: Any]])
        let sum = parts.compactMap { $0["contribution"] as? Double }.reduce(0, +)
        #expect(abs(sum - (try #require(vendor["score"] as? Double))) < 1e-5)
      }
    }

    @Test func theJSONIsTheSameByteForByte() throws {
      let first = JSONRenderer.data(try answer("eau").structured, pretty: true)
      #expect(JSONRenderer.data(try answer("eau").structured, pretty: true) == first)
      let document = try object(Data(first))
      #expect(document["format"] as? String == "passerelle-match/2")
    }

    @Test func neutralLeavesOutWhatD17Names() throws {
      let dropped: Set<MatchFeature> = [
        .buyerHistory, .vendorName, .experience, .nearness, .localShare, .elsewhereOnly,
      ]
      func features(_ answer: MatchAnswer) -> Set<MatchFeature> {
        Set(answer.vendors.flatMap { $0.ranked.contributions.map(\.feature) })
      }
      let full = try answer("eau")
      let neutral = try answer("eau", neutral: true)
      #expect(!full.isNeutral)
      #expect(neutral.isNeutral)
      #expect(!features(full).isDisjoint(with: dropped))
      #expect(features(neutral).isDisjoint(with: dropped))
      #expect(!features(neutral).contains(.similarNearby), "it rests on distance too")
      #expect(!features(neutral).isEmpty)
    }

    @Test(arguments: domains) func everyEvidenceHasASourceThatTheDossierResolves(_ domain: Domain) throws {
      let workspace = try DemonstrationTests.workspace()
      for vendor in try answer(domain.specification).vendors.prefix(4) {
        #expect(!vendor.evidence.isEmpty || vendor.declaration != nil)
        for award in vendor.evidence {
          let dossier = try workspace.dossier(of: award.iri, language: .french)
          let won = dossier.facts.first { $0.relation == Vocabulary.hasWinner && $0.iri == vendor.ranked.iri }
          #expect(try #require(won).sources.map(\.record) == [award.source.record])
          #expect(dossier.versions.map(\.record).contains(award.source.record))
          #expect(try workspace.dossier(of: award.source.record, language: .french).iri == award.iri)
          #expect(try #require(award.statement).contains(vendor.ranked.name))
        }
      }
    }

    @Test func aStoredContractIsNoEvidenceForItself() throws {
      let workspace = try DemonstrationTests.workspace()
      let own = try #require(try answer("eau").vendors.first?.evidence.first)
      let matched = try workspace.match(id: own.iri, language: .french)
      #expect(matched.awardCount == 419)
      #expect(!matched.vendors.flatMap(\.evidence).map(\.iri).contains(own.iri))
      let similar = try workspace.similar(id: own.iri, language: .french)
      #expect(!similar.contracts.isEmpty)
      #expect(!similar.contracts.map(\.award.iri).contains(own.iri))
    }

    @Test func theRequestReplacesWhatWasRead() throws {
      var request = MatchRequest()
      request.codes = [try #require(CPVCode.read("90511000")).code]
      request.place = "69123"
      request.limit = 3
      let path = DemonstrationTests.specification("eau")
      let answer = try DemonstrationTests.workspace().match(
        document: Workspace.file(path), file: path, request: request, language: .english)
      #expect(answer.need.codes.map(\.digits) == ["90511000"])
      #expect(answer.need.place == MatchPlace(coarse: "69", fine: "69123"))
      #expect(answer.vendors.count == 3)
      request.place = "Atlantide"
      #expect(
        code {
          _ = try DemonstrationTests.workspace().match(
            document: Workspace.file(path), file: path, request: request, language: .english)
        } == .queryInvalid)
    }

    @Test func anEmptyOrMissingNeedIsRefused() throws {
      let workspace = try DemonstrationTests.workspace()
      func match(_ text: String) throws {
        _ = try workspace.match(document: MemoryByteSource(text.utf8), file: "b.md", language: .french)
      }
      #expect(code { try match("") } == .inputEmpty)
      #expect(code { try match(" \n\t ") } != nil)
      #expect(code { _ = try workspace.match(id: "siren:000000000", language: .french) } == .entityNotFound)
      #expect(code { _ = try Workspace.file("/nulle/part.md") } == .inputNotFound)
    }
  }
}
