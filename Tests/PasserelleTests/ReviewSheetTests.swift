import Testing

@testable import Passerelle

/// Decisions in a CSV file.
@Suite struct ReviewSheetTests {
  @Test func quotedFieldsMayHoldSeparatorsLinesAndMarks() throws {
    let text =
      "left,right,decision,reason\r\n\"a:1\",b:1,oui,\"l’un, \"\"l’autre\"\"\net plus\"\r\nc:1,d:1,,\r\n"
    let sheet = try ReviewSheet(Array(text.utf8), file: "f.csv")
    #expect(sheet.rows.map(\.line) == [2, 4])
    #expect(sheet.rows[0].reason == "l’un, \"l’autre\" et plus")
    #expect(sheet.rows[0].left == "a:1")
  }

  @Test func aSpreadsheetsSemicolonsAndMarkAreUnderstood() throws {
    let text = "\u{FEFF}decision;right;left\nnon;b:1;a:1\n"
    let sheet = try ReviewSheet(Array(text.utf8), file: "f.csv")
    #expect(sheet.rows.map(\.left) == ["a:1"])
    guard case .decided(let isSame) = sheet.rows[0].reading(["a:1", "b:1"]) else {
      Issue.record("no decision")
      return
    }
    #expect(!isSame)
  }

  @Test func rowsThatCannotBeUsedAreToldOf() throws {
    let text = "left,right,decision\na:1,b:1,peut-être\na:1,z:9,oui\na:1,a:1,oui\na:1,oui\na:1,b:1,\n"
    let sheet = try ReviewSheet(Array(text.utf8), file: "f.csv")
    let readings = sheet.rows.map { $0.reading(["a:1", "b:1"]) }
    let refused = readings.map { if case .refused = $0 { true } else { false } }
    #expect(refused == [true, true, true, true, false])
  }

  @Test func aFileWithoutTheColumnsIsRefused() {
    #expect(throws: (any Error).self) { try ReviewSheet(Array("a,b\n1,2\n".utf8), file: "f.csv") }
  }
}
