import Foundation
import Passerelle
import PasserelleCore
import Testing

@Suite struct DumpTests {
  /// N-Quads 1.1 by its grammar, blank nodes left out: the store coins none.
  private static let line =
    #"^<[^\x00-\x20<>"{}|^`\\]+> <[^\x00-\x20<>"{}|^`\\]+> (<[^\x00-\x20<>"{}|^`\\]+>|"#
    + #""([^\x22\x5C\x0A\x0D]|\\[tbnrf"'\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*""#
    + #"(\^\^<[^\x00-\x20<>"{}|^`\\]+>|@[a-zA-Z]+(-[a-zA-Z0-9]+)*)?) <[^\x00-\x20<>"{}|^`\\]+> \.$"#

  @Test func linesAreSortedValidAndDistinct() throws {
    let fixture = try WorkspaceFixture()
    let odd = AwardRow("D/1 é<x>", #"Guillemet \" barre \\ ligne\nsuite\ttab 😀 \u0001 fin"#)
    let workspace = try fixture.open()
    _ = try workspace.ingest([
      try fixture.write("a.json", AwardRow.many(5) + [odd]), Repository.pipelineCase("modalities.jsonl"),
    ])
    let lines = try workspace.dumped()
    #expect(lines.count > 60)
    let grammar = try Regex(Self.line)
    for line in lines { #expect(line.wholeMatch(of: grammar) != nil, "\(line)") }
    #expect(lines == lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(lines).count == lines.count)
    #expect(lines.contains { $0.contains(#"Guillemet \" barre \\"#) })
  }

  @Test func demonstrationDataCanBeLeftOut() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    _ = try workspace.ingest([
      Repository.root + "/Corpus/Demonstration/awards-csv", try fixture.write("a.json", AwardRow.many(1)),
    ])
    var real: [String] = []
    try workspace.dump(includesDemonstration: false) {
      real.append($0)
      return true
    }
    let all = try workspace.dumped()
    #expect(all.count > real.count)
    #expect(!real.isEmpty)
    #expect(real.allSatisfy { $0.contains("/record/decp/essai") })
  }

  @Test func onlyAnAssertedClaimIsAPlainStatement() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    _ = try workspace.ingest([Repository.pipelineCase("modalities.jsonl")])
    let base = IRISpace.defaultBase + "id/local/"
    func plain(_ object: String) throws -> [String] {
      try workspace.dumped().filter {
        $0.hasPrefix("<\(base)brumeville> <\(Vocabulary.pas)cooperatesWith> <\(base)\(object)> ")
      }
    }
    #expect(try plain("sablonne").count == 1)
    #expect(try plain("rocheport").isEmpty)
    let claims = try workspace.dumped().filter { $0.contains("<\(Vocabulary.claimObject)>") }
    #expect(claims.count == 2, "both claims are kept as claims")
    let dossier = try workspace.dossier(of: "local:brumeville", language: .french)
    #expect(
      dossier.facts.filter { $0.relation == Vocabulary.pas + "cooperatesWith" }.map(\.text) == ["Sablonne"])
    let planned = try workspace.dossier(of: "local:claim:M-2", language: .french)
    #expect(planned.facts.contains { $0.text.lowercased().contains("planned") || $0.text.contains("prévu") })
  }
}
