import Foundation
import PasserelleIndex
import Testing

/// The page for users agrees with the language.
@Suite struct QueryLanguagePageTests {
  private static let page = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Documentation/QueryLanguage.md")

  @Test func everyExampleReads() throws {
    let examples =
      try Self.blocks() + Self.column(0, under: ["requête", "query"])
      + Self.column(3, under: ["champ", "field"])
    #expect(examples.count > 60)
    for example in examples {
      do {
        _ = try QueryLanguage.parse(example)
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  @Test func everyRefusedExampleIsRefused() throws {
    let examples = try Self.column(0, under: ["refusée", "refused"])
    #expect(examples.count == 10)
    for example in examples { #expect(throws: QuerySyntaxError.self) { try QueryLanguage.parse(example) } }
  }

  @Test func theTablesHoldEveryField() throws {
    #expect(try Self.column(0, under: ["champ"]) == QueryField.allCases.map(\.frenchName))
    #expect(try Self.column(0, under: ["field"]) == QueryField.allCases.map(\.englishName))
    for name in try Self.column(1, under: ["champ", "field"]) { #expect(QueryField(named: name) != nil) }
  }

  /// The lines of the blocks of queries.
  private static func blocks() throws -> [String] {
    var isQuery = false
    var lines: [String] = []
    for line in try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isQuery = line == "```query"
      } else if isQuery {
        lines.append(line)
      }
    }
    return lines
  }

  /// What stands between backquotes at the beginning of a column, in the tables whose first heading is given.
  private static func column(_ index: Int, under headings: [String]) throws -> [String] {
    var isWanted = false
    var found: [String] = []
    for line in try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n") {
      guard line.hasPrefix("|") else {
        isWanted = false
        continue
      }
      let cells = line.replacingOccurrences(of: "\\|", with: "\u{0}").components(separatedBy: "|").dropFirst()
        .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " ")).replacing("\u{0}", with: "|") }
      if let first = cells.first, !first.hasPrefix("`"), !first.hasPrefix("---") {
        isWanted = headings.contains(first)
      } else if isWanted, index < cells.count, cells[index].hasPrefix("`") {
        found.append(String(cells[index].dropFirst().prefix { $0 != "`" }))
      }
    }
    return found
  }
}
