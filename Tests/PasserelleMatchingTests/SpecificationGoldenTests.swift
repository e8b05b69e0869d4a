import Foundation
import PasserelleCore
import PasserelleText
import Testing

@testable import PasserelleMatching

@Suite("Golden specifications") struct SpecificationGoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Corpus/Cases/specification").path

  static let cases = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { !$0.hasSuffix(".expected") }.sorted()

  @Test("give the outline on file", arguments: cases)
  func golden(name: String) throws {
    let path = Self.folder + "/" + name
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let found = Self.rendered(SpecificationAnalyzer().outline(of: text))
    guard let expected = try? String(contentsOfFile: path + ".expected", encoding: .utf8) else {
      try found.write(toFile: path + ".expected", atomically: true, encoding: .utf8)
      Issue.record("\(name) had no golden file: it was recorded, read it")
      return
    }
    if found != expected, ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try found.write(toFile: path + ".expected", atomically: true, encoding: .utf8)
    }
    #expect(found == expected)
  }

  @Test("are there") func present() { #expect(Self.cases.count >= 5) }

  /// An outline as lines of text.
  static func rendered(_ outline: SpecificationOutline) -> String {
    var lines = ["title \(outline.title)", "language \(outline.language.rawValue)"]
    if let buyer = outline.buyerName { lines.append("buyer \(buyer)") }
    if let number = outline.buyerNumber { lines.append("number \(number)") }
    lines.append("codes " + outline.codes.map(\.digits).joined(separator: " "))
    lines.append(
      "places " + outline.places.map { $0.coarse + ($0.fine.map { "/" + $0 } ?? "") }.joined(separator: " "))
    if let amount = outline.amount { lines.append("amount \(amount.amount) \(amount.currency)") }
    if let months = outline.durationMonths { lines.append("months \(months)") }
    if let date = outline.published { lines.append("published \(date)") }
    if let date = outline.deadline { lines.append("deadline \(date)") }
    for lot in outline.lots {
      let codes = lot.codes.map(\.digits).joined(separator: " ")
      lines.append("lot \(lot.number): \(lot.title) [\(codes)] \(lot.amount?.amount.description ?? "-")")
      if !lot.text.isEmpty { lines.append("  \(lot.text)") }
    }
    for clause in outline.clauses {
      let lot = clause.lot.map { " lot \($0)" } ?? ""
      let weight = clause.weightPercent.map { " \($0) %" } ?? ""
      lines.append(
        "\(clause.id) line \(clause.line)\(lot) \(clause.kind.rawValue) \(clause.obligation.rawValue)\(weight) <\(clause.cue)>"
      )
      lines.append("  \(clause.text)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
