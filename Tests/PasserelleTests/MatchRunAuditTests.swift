import Foundation
import PasserelleCore
import PasserelleMatching
import PasserelleRendering
import Testing

@testable import Passerelle

/// The audits over a workspace: who is seen, and where awards gather.
@Suite struct MatchRunAuditTests {
  /// Six works awards of one buyer, four in a row to one company; one of services.
  private static let rows: [AwardRow] =
    [
      ("A1", "55208131766522", "EDF"), ("A2", "54205118000066", "TotalEnergies"),
      ("A3", "54205118000066", "TotalEnergies"), ("A4", "54205118000066", "TotalEnergies"),
      ("A5", "54205118000066", "TotalEnergies"), ("A6", "38012986648625", "Orange"),
    ].enumerated().map { index, one in
      AwardRow(one.0, "Travaux de voirie rue \(one.0)").with {
        $0.winner = one.1
        $0.winnerName = one.2
        $0.date = "2019-0\(index + 1)-10"
        $0.amount = 10_000 * (index + 1)
      }
    } + [AwardRow("S1", "Logiciel de paie").with { $0.cpv = "72000000" }]

  private func filled() throws -> (WorkspaceFixture, Workspace) {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    _ = try workspace.ingest([try fixture.write("a.json", Self.rows)])
    return (fixture, workspace)
  }

  @Test func concentrationShowsPatternsWithTheirRecords() throws {
    let (fixture, workspace) = try filled()
    let answer = try workspace.auditConcentration(language: .french)
    #expect(answer.awards == 7 && answer.smallGroups == 1 && !answer.hasDemonstration)
    let row = try #require(answer.rows.first)
    #expect(answer.rows.count == 1 && row.buyerName == "Ville de Lyon" && row.division == "45")
    #expect(row.firstName == "TotalEnergies" && row.figures.firstDocuments.count == 4)
    #expect(row.patterns.map(\.kind) == [.firstWinner, .streak])
    for pattern in row.patterns {
      #expect(pattern.records.count == 4)
      #expect(pattern.records.allSatisfy { $0.hasPrefix("https://passerelle.example/record/decp/") })
      #expect(pattern.text.french.hasPrefix("À vérifier : ") && pattern.text.english.hasPrefix("To check: "))
    }
    #expect(abs((row.figures.firstAmountShare ?? 0) - 14.0 / 21) < 1e-9)
    let paragraphs = answer.paragraphs(.french).joined(separator: "\n")
    #expect(paragraphs.contains("jamais des constats") && answer.thresholds > 0)
    withExtendedLifetime(fixture) {}
  }

  /// Works under 100,000 € needed no advertisement in 2023.
  @Test func amountsJustUnderAThresholdAreShown() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    let rows = Self.rows.enumerated().map { index, row in
      row.with {
        $0.date = "2023-0\(index + 1)-10"
        $0.amount = 99_000 + index
      }
    }
    _ = try workspace.ingest([try fixture.write("a.json", rows)])
    let answer = try workspace.auditConcentration(language: .french)
    let pattern = try #require(answer.rows.first?.patterns.first { $0.kind == .nearThreshold })
    #expect(pattern.records.count == 6)
    #expect(pattern.text.english.contains("6 amounts just under €100,000.00"))
  }

  @Test func conditionsChooseTheAwards() throws {
    let (fixture, workspace) = try filled()
    func count(_ change: (inout ConcentrationRequest) -> Void) throws -> Int {
      var request = ConcentrationRequest()
      change(&request)
      return try workspace.auditConcentration(request, language: .french).awards
    }
    #expect(try count { $0.cpv = "45" } == 6)
    #expect(try count { $0.cpv = "453100" } == 6)
    #expect(try count { $0.cpv = "33" } == 0)
    #expect(try count { $0.place = "69" } == 7)
    #expect(try count { $0.place = "38" } == 0)
    #expect(try count { $0.from = PartialDate(iso: "2019-03") } == 4)
    #expect(try count { $0.to = PartialDate(iso: "2019-02") } == 3)
    #expect(try count { $0.buyer = "21690123100011" } == 7)
    #expect(code { _ = try count { $0.buyer = "siret:99999999999999" } } == .entityNotFound)
    withExtendedLifetime(fixture) {}
  }

  /// Words that would accuse stand in no text of the audit.
  @Test func noTextAccuses() throws {
    let (fixture, workspace) = try filled()
    let answer = try workspace.auditConcentration(language: .french)
    let texts =
      answer.paragraphs(.french) + answer.paragraphs(.english)
      + [BiasAnswer.caution.french, BiasAnswer.caution.english]
    for word in ["fraude", "favoritisme", "corruption", "collusion", "entente", "fraud", "favour", "suspect"]
    {
      #expect(!texts.contains { $0.lowercased().contains(word) }, "\(word)")
    }
    withExtendedLifetime(fixture) {}
  }

  @Test func biasComparesBothRankings() throws {
    let (fixture, workspace) = try filled()
    let specification = try fixture.write("n.md", "Travaux de voirie de la rue\n".utf8)
    let answer = try workspace.auditBias([specification], language: .french)
    #expect(answer.needs == 1 && answer.source == "files" && answer.failures.isEmpty)
    #expect(answer.candidates >= 3)
    let awards = answer.rows.filter { $0.dimension == .awards }
    #expect(awards.map(\.group.key) == ["1-2", "3-9"])
    #expect(abs(awards.reduce(0) { $0 + $1.neutral.exposureShare } - 1) < 1e-9)
    #expect(awards.allSatisfy { $0.isSmall }, "a handful says nothing")
    let document = try object(Data(JSONRenderer.data(answer.structured)))
    #expect(document["format"] as? String == "passerelle-audit/1" && document["audit"] as? String == "bias")
    #expect((document["rows"] as? [[String: Any]])?.count == answer.rows.count)
  }

  @Test func biasTakesRecordedNeedsAndCountsWhatItCannotRead() throws {
    let (fixture, workspace) = try filled()
    #expect(try workspace.auditBias([], language: .french).needs == 0)
    for need in ["Travaux de voirie", "Logiciel de paie"] {
      _ = try workspace.recordedMatch(
        document: MemoryByteSource(need.utf8), file: "n.md", language: .french)
    }
    _ = try workspace.recordedMatch(id: "essai/21690123100011/A1", language: .french)
    let answer = try workspace.auditBias([], language: .french)
    #expect(answer.needs == 3 && answer.source == "recorded")
    let empty = try fixture.write("empty.md", "".utf8)
    let good = try fixture.write("good.md", "Travaux de voirie\n".utf8)
    let mixed = try workspace.auditBias([empty, good], language: .french)
    #expect(mixed.failures.map(\.code) == [.inputEmpty])
    #expect(mixed.needs == 1)
    #expect(code { _ = try workspace.auditBias(["/nowhere.md"], language: .french) } == .inputNotFound)
    #expect(try workspace.matchRuns().count == 3, "an audit leaves no record")
  }
}
