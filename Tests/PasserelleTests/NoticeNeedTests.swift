import Foundation
import PasserelleCore
import PasserelleMatching
import PasserelleSources
import PasserelleText
import Testing

@testable import Passerelle

@Suite struct NoticeNeedTests {
  private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Corpus").path

  private func need(_ path: String) throws -> NoticeNeed {
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: Self.corpus + "/" + path)))
    var source: any ByteSource = MemoryByteSource(bytes)
    return NoticeNeed(try EFormsReader().outline(of: &source, file: path).notice)
  }

  @Test func aNoticeOfSeveralLotsKeepsThem() throws {
    let outline = try need("Demonstration/calls/eclairage.xml").outline()
    #expect(outline.title.hasPrefix("Rénovation de l'éclairage public"))
    #expect(outline.language == .french)
    #expect(outline.lots.map(\.number) == ["1", "2", "3"])
    #expect(outline.lots.map { $0.codes.first?.digits } == ["34928500", "48921000", "50232100"])
    #expect(outline.places == [MatchPlace(coarse: "56")])
    #expect(outline.deadline == PartialDate(year: 2022, month: 3, day: 4))
    #expect(outline.buyerNumber?.hasPrefix("999") == true)
    let weights = outline.clauses.filter { $0.kind == .awardCriterion && $0.lot == "1" }.map(\.weightPercent)
    #expect(weights == [45, 40, 15])
    #expect(outline.clauses.filter { $0.kind == .selectionCriterion }.count == 3)
    #expect(Set(outline.clauses.map(\.id)).count == outline.clauses.count)
    #expect(outline.clauses.allSatisfy { $0.line > 1 && !$0.text.isEmpty })
  }

  @Test func aNoticeOfOneLotIsNotDivided() throws {
    let outline = try need("Demonstration/calls/air.xml").outline()
    #expect(outline.lots.isEmpty)
    #expect(outline.clauses.allSatisfy { $0.lot == nil })
    #expect(outline.amount == Money(DecimalNumber(210_000)))
    #expect(outline.durationMonths == 36)
  }

  @Test func theNeedAsksWithTheTextsOfTheLots() throws {
    let need = try need("Demonstration/calls/eau.xml").need(in: IRISpace())
    #expect(need.codes.map(\.digits) == ["38421100", "65130000", "38421110", "48421000"])
    #expect(need.place == MatchPlace(coarse: "47"))
    #expect(need.text.contains("prélocalisation acoustique"))
    #expect(need.buyer?.contains("/id/siret/999") == true)
    let planned = try self.need("Cases/eforms/planning.xml").need(in: IRISpace())
    #expect(planned.language == .portuguese)
    #expect(planned.title == "Iluminação pública" && planned.text == "Luminárias LED")
    #expect(planned.place == MatchPlace(coarse: "PT170") && planned.buyer == nil)
  }
}
