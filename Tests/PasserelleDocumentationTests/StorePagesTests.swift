import Foundation
import GRDB
import PasserelleCore
import PasserelleIndex
import Testing

@testable import PasserelleGraph

/// The pages of the store and of the text index agree with what the product makes.
@Suite struct StorePagesTests {
  @Test func theStorePageListsEveryColumn() throws {
    let file = try Scratch.folder().appendingPathComponent("store.sqlite").path
    try GraphStore(path: file).close()
    try Self.check(file, "Documentation/Formats/store.md")
  }

  @Test func theTextIndexPageListsFieldsAndColumns() throws {
    let page = try Repository.page("Documentation/Formats/text-index.md")
    func rows(_ heading: String) throws -> [String] { try #require(page.section(heading)).rows.map { $0[0] } }
    let schema = DocumentSchema.schema
    #expect(try rows("Fields") == schema.fields.map(\.name))
    #expect(try rows("Columns") == schema.keywords + schema.numbers)
    #expect(schema.fields.filter(\.hasPositions).map(\.name) == schema.fields.prefix(6).map(\.name))
  }

  /// Each table and index is named, each column has a row; none is left over.
  private static func check(_ file: String, _ path: String) throws {
    let page = try Repository.page(path)
    let (found, indexes, numbers) = try DatabaseQueue(path: file).read { db in
      let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
      var columns: Set<String> = []
      for table in tables {
        for name in try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
        {
          columns.insert(table + "." + name)
        }
      }
      let indexes = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
      let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      let user = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      return (columns, indexes, (application, user))
    }
    let documented = Set(try #require(page.section("Tables")).rows.map { $0[0] })
    #expect(found.subtracting(documented).sorted() == [], "not on \(path)")
    #expect(documented.subtracting(found).sorted() == [], "on \(path), but not in the file")
    for index in indexes { page.mustHold("`\(index)`") }
    let hexadecimal = "0x" + String(numbers.0, radix: 16)
    page.mustHold("`\(hexadecimal)`")
    page.mustHold("user version \(numbers.1)")
  }

  @Test func thePageListsTheInlineKinds() throws {
    let page = try Repository.page("Documentation/Formats/store.md")
    let rows = try #require(page.section("Inline values")).rows
    #expect(rows.map { $0[0] } == InlineKind.allCases.map { String($0.rawValue) })
    // The worked example of the page.
    let example = try #require(TermID(.integer, payload: 42))
    page.mustHold("`\(example.rawValue)`")
  }
}
