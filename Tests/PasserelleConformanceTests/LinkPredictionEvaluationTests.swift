import Foundation
import PasserelleConformance
import PasserelleCore
import Testing

struct LinkPredictionEvaluationTests {
  /// 60 places on two coasts, tied across at about the same height; since 1960, the last ones since 1999.
  private static let file: [UInt8] = {
    var lines = [
      "source,target,source_label,source_latitude,source_longitude,source_population,"
        + "target_latitude,target_longitude,target_population,since"
    ]
    for place in 0..<30 {
      for step in [-3, 0, 3] where (0..<30).contains(place + step) {
        let year = place % 5 == 4 ? "1999-05" : (place % 5 == 3 ? "" : "1960")
        lines.append(
          "a\(place),b\(place + step),\"Ville, \(place)\",\(Double(place) / 3),0,\(5000 << (place % 3)),"
            + "\(Double(place + step) / 3),20,\(5000 << ((place + step) % 3)),\(year)")
      }
    }
    lines.append("a1,a1,,,,,,,,")
    lines.append("a1,b1,,,,,,,,")
    return Array(lines.joined(separator: "\n").utf8)
  }()

  private static func evaluation(
    _ holdOut: LinkPredictionEvaluation.HoldOut = .random
  ) throws -> LinkPredictionEvaluation {
    var options = LinkPredictionEvaluation.Options()
    options.rounds = 6
    options.holdOut = holdOut
    return try LinkPredictionEvaluation(file, file: "pairs.csv", options: options)
  }

  private static let first = Result { try evaluation() }

  @Test func tiesHeldOutAreFoundBeforeChance() throws {
    let evaluation = try Self.first.get()
    #expect(evaluation.vertices == 60)
    #expect(evaluation.ties == 84)
    #expect(evaluation.heldTies == 8)
    #expect(evaluation.unusableLines == 1)
    #expect(evaluation.methods.map(\.key).suffix(2) == ["learned", "learned_without_fame"])
    let learned = try #require(evaluation.methods.last)
    let area = try #require(learned.area)
    #expect(area.value > 0.8)
    #expect(area.low <= area.value && area.value <= area.high)
    #expect(learned.hitAtTen.value > 0.3)
    #expect(evaluation.comparisons.count == 6)
  }

  @Test func theSameFileGivesTheSameFigures() throws {
    let (one, other) = (try Self.first.get(), try Self.evaluation())
    #expect(one.structured == other.structured)
    #expect(one.table.rows.count == 10)
  }

  @Test func theLastYearsAreHeldOut() throws {
    let evaluation = try Self.evaluation(.time)
    // Every fifth place of a coast has its ties since 1999, fewer than a tenth of the dated ones are not held out alone.
    #expect(evaluation.datedTies == 67)
    #expect(evaluation.heldTies == 17)
  }

  @Test func aFileWithoutItsColumnsOrTiesIsRefused() {
    for text in ["name,other\na,b\n", "source,target\na,b\n", "source,target\n", ""] {
      let error = #expect(throws: PasserelleError.self) {
        try LinkPredictionEvaluation(Array(text.utf8), file: "x.csv", options: .init())
      }
      #expect(error?.code == .evaluationInvalid)
    }
  }

  @Test func countriesAreReadOfTablesAndGraphs() throws {
    let codes = ["France": "FR", "Senegal": "SN"]
    let table = try LinkCountryFile.countries(
      Array("id,country\nQ1,France\nQ2,Atlantis\n".utf8), file: "c.csv"
    ) { codes[$0] }
    #expect(table == ["Q1": "FR"])
    let graph = """
      <gexf><graph><attributes><attribute id="4" title="country"/></attributes><nodes>
      <node id="Q3"><attvalues><attvalue for="3" value="France"/><attvalue for="4" value="Senegal"/></attvalues></node>
      </nodes></graph></gexf>
      """
    let read = try LinkCountryFile.countries(Array(graph.utf8), file: "c.gexf") { codes[$0] }
    #expect(read == ["Q3": "SN"])
  }
}
