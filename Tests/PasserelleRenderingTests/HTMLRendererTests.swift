import Foundation
import PasserelleCore
import PasserelleRendering
import Testing

@Suite struct HTMLRendererTests {
  private static func page(_ report: Report = ODTReportSample.report()) -> String {
    String(decoding: HTMLRenderer.data(report), as: UTF8.self)
  }

  private static func tree(_ report: Report = ODTReportSample.report()) throws -> XMLTree {
    try #require(XMLTree.read(HTMLRenderer.data(report)), "not well formed")
  }

  @Test func thePageIsWellFormedAndNamesItsLanguage() throws {
    let tree = try Self.tree()
    #expect(tree.name == "html")
    #expect(tree.attributes["lang"] == "fr")
    #expect(tree.attributes["xml:lang"] == "fr")
    #expect(tree.all("title").map(\.text) == ["Étude <1> & « 2 »"])
    #expect(Self.page().hasPrefix("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\""))
  }

  @Test func headingsNeverSkipALevel() throws {
    let levels = try Self.tree().everything.compactMap { node in
      node.name.wholeMatch(of: /h([1-6])/).flatMap { Int($0.output.1) }
    }
    #expect(levels == [1, 2, 3, 4, 3, 2])
  }

  @Test func tablesHaveCaptionsAndScopedHeadings() throws {
    let tables = try Self.tree().all("table")
    #expect(tables.map { $0.all("caption").map(\.text) } == [["Montants"], ["À remplir"]])
    let headings = tables.flatMap { $0.all("th") }
    #expect(headings.map { $0.attributes["scope"] } == ["col", "col", "col", "row", "row", "col", "col"])
    #expect(tables[0].all("thead").count == 1)
    #expect(tables[0].all("td").map(\.text) == ["1", "", "", ""])
    #expect(tables[0].all("td").map { $0.attributes["class"] } == ["end", nil, "end", nil])
    #expect(tables[1].all("tbody").flatMap { $0.all("tr") }.map { $0.all("td").count } == [2, 2, 2])
    #expect(tables[1].all("td").allSatisfy { $0.text.isEmpty })
  }

  @Test func nothingIsLoadedOrRun() throws {
    let tree = try Self.tree(ODTReportSample.hostile())
    let names = Set(tree.everything.map(\.name))
    #expect(names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "base", "form"]))
    let attributes = Set(tree.everything.flatMap { $0.attributes.keys })
    #expect(attributes.isDisjoint(with: ["src", "srcset", "onclick", "onload", "background"]))
    #expect(!Self.page().contains("url("))
    #expect(!Self.page().contains("@import"))
    #expect(tree.all("a").compactMap { $0.attributes["href"] } == [])
  }

  @Test func whatIsWrittenIsWhatIsRead() throws {
    let tree = try Self.tree(ODTReportSample.hostile())
    let texts = tree.all("main")[0].everything.map(\.text).filter { $0.contains { !$0.isWhitespace } }
    #expect(texts.count > 20)
    for text in texts { #expect(text.contains(ODTReportSample.hostileText)) }
    #expect(tree.all("title").map(\.text) == [ODTReportSample.hostileText])
    // The style sheet quotes the title; a reader of HTML would end it at the first tag.
    #expect(!(tree.all("style")[0].text.contains("<")))
  }

  @Test func controlsAndTurnedTextAreLeftOut() {
    var report = ODTReportSample.report()
    report.title = "a\u{0}b\u{1B}[31m\u{202E}c\u{9B}d\u{FFFF}e\nf"
    #expect(Self.page(report).contains("<title>ab[31mcde f</title>"))
  }

  @Test func referencesLeadToTheirTargets() throws {
    let tree = try Self.tree()
    let names = tree.everything.compactMap { $0.attributes["id"] }
    #expect(Set(names).count == names.count)
    let references = tree.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
    #expect(references == ["#ref-S1"])
    #expect(references.allSatisfy { names.contains(String($0.dropFirst())) })
    #expect(tree.all("a").compactMap { $0.attributes["href"] }.contains("https://example.org/?a=1&b=2"))
  }

  @Test func itPrintsOnA4WithHeadingsRepeated() {
    let page = Self.page()
    for rule in [
      "size: A4", "counter(page)", "table-header-group", "break-after: page", "break-inside: avoid",
    ] {
      #expect(page.contains(rule), "\(rule)")
    }
    #expect(page.contains("<hr class=\"page-break\"/>"))
  }

  @Test func boxesSayByWordsWhatTheyAre() throws {
    let box = try #require(Self.tree().all("aside").first)
    #expect(box.attributes["role"] == "note")
    #expect(box.attributes["aria-label"] == "Attention")
    #expect(box.all("p").map(\.text) == ["Attention", "Fictif"])
  }

  @Test func theSameReportGivesTheSameBytes() {
    #expect(HTMLRenderer.data(ODTReportSample.report()) == HTMLRenderer.data(ODTReportSample.report()))
  }

  @Test func widthsAddUp() {
    let columns = [3, 3, 1].map { Report.Table.Column("x", parts: $0) }
    #expect(columns.thousandths == [428, 429, 143])
    #expect(columns.thousandths.reduce(0, +) == 1000)
    #expect([Report.Table.Column]().thousandths == [])
  }

  @Test(arguments: [
    ("https://example.org", true), ("HTTP://example.org", true), ("mailto:achats@example.org", true),
    ("javascript:alert(1)", false), ("data:text/html,x", false), ("https:", false), ("", false),
    ("//x", false),
    ("https://a b", false), ("java\nscript:x", false), ("https://a\u{0}b", false),
  ])
  func onlyHarmlessAddressesAreFollowed(address: String, isSafe: Bool) {
    #expect(Report.isSafe(address: address) == isSafe)
  }
}
