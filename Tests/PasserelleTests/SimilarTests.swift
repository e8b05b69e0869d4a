import Foundation
import Passerelle
import PasserelleCore
import PasserelleMatching
import Testing

@Suite struct SimilarTests {
  private let fixture: WorkspaceFixture
  private static let subject = "Fourniture de luminaires pour voies communales"

  init() throws {
    fixture = try WorkspaceFixture()
    var rows: [AwardRow] = []
    func add(_ count: Int, _ change: (inout AwardRow) -> Void) {
      for _ in 0..<count {
        let number = rows.count
        rows.append(
          AwardRow("P\(number)", Self.subject).with {
            $0.amount = 1000 * (number + 1)
            $0.cpv = "31527200"
            change(&$0)
          })
      }
    }
    add(5) { _ in }
    add(5) { $0.date = "2018-05-02" }
    add(5) { $0.months = 36 }
    add(5) { $0.nature = "Accord-cadre" }
    add(5) { $0.cpv = "45316110" }
    add(2) { $0.months = nil }
    add(1) { $0.amount = nil }
    add(1) { $0.amount = 1 }
    _ = try fixture.open().ingest([try fixture.write("a.json", rows)])
  }

  private func answer(limit: Int = 50) throws -> SimilarAnswer {
    var request = MatchRequest()
    request.limit = limit
    let need = "# \(Self.subject)\n\nCode CPV : 31527200\n"
    return try fixture.open().similar(
      document: MemoryByteSource(need.utf8), file: "b.md", request: request, language: .french)
  }

  @Test func pricesNeverMixNatureDurationOrYear() throws {
    let answer = try answer()
    #expect(answer.contracts.count == 29)
    #expect(answer.withoutPrice == 2, "no amount, and one euro as a placeholder")
    #expect(answer.prices.map(\.count).reduce(0, +) == 27)
    let natures = answer.prices.map {
      "\($0.kind?.rawValue ?? "?"), \($0.nature ?? "?") \($0.duration.french) \($0.year ?? 0) \($0.count)"
    }
    #expect(
      Set(natures) == [
        "supplies, Marché 7 à 12 mois 2019 5", "supplies, Marché 7 à 12 mois 2018 5",
        "supplies, Marché 25 à 48 mois 2019 5", "supplies, Accord-cadre 7 à 12 mois 2019 5",
        "works, Marché 7 à 12 mois 2019 5", "supplies, Marché durée inconnue 2019 2",
      ])
  }

  @Test func ceilingsOfFrameworksStandApart() throws {
    let frameworks = try answer().prices.filter(\.isFramework)
    #expect(frameworks.count == 1)
    #expect(frameworks.first?.nature == "Accord-cadre")
    #expect(try #require(frameworks.first?.remark).french.contains("plafonds"))
  }

  @Test func aSpreadIsExactAndTooFewGiveNone() throws {
    let answer = try answer()
    let first = try #require(
      answer.prices.first {
        $0.year == 2019 && $0.duration.english.contains("7 to 12") && !$0.isFramework
          && $0.nature == "Marché" && $0.kind == .supplies
      })
    #expect(first.spread == [1000, 2000, 3000, 4000, 5000].map { DecimalNumber($0) })
    #expect(first.remark == nil)
    let few = try #require(answer.prices.first { $0.count == 2 })
    #expect(few.spread.isEmpty)
    #expect(try #require(few.remark).french.contains("trop peu"))
    #expect(answer.text(width: 100).joined(separator: " ").contains("trop peu de marchés (2)"))
  }

  @Test func theListIsCutAndPricesAreNot() throws {
    let answer = try answer(limit: 3)
    #expect(answer.contracts.count == 3)
    #expect(answer.prices.map(\.count).reduce(0, +) == 27)
    #expect(answer.contracts.allSatisfy { $0.winners == ["EDF"] })
  }
}
