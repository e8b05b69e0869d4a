import Foundation
import Passerelle
import PasserelleCore
import PasserelleTestSupport
import Testing

@Suite struct EvaluationsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let files = [
      "docs.jsonl": """
      {"id": "1", "title": "Slates", "text": "Repair of the roof of the school with slates"}
      {"id": "2", "text": "Supply of paper for the offices of the town"}
      """,
      "queries.jsonl": #"{"id": "q1", "text": "roofs"}"#,
      "qrels.tsv": "query\tdoc\trel\nq1\t1\t1\n",
      "base-pt-2024/awards_dev.jsonl": ["pt:1", "pt:2"].map {
        #"{"id": "\#($0)", "date": "2024-01-01", "title": "Serviços de limpeza", "cpv": "90910000", "buyer_id": "b", "#
          + #""buyer_name": "b", "place": "Portugal", "winners": []}"#
      }.joined(separator: "\n"),
      "vocab/cpv/cpv_2008_multilingual.csv": """
      code,fra_label,por_label
      90910000,Services de nettoyage,Serviços de limpeza
      """,
    ]
    for (name, text) in files {
      let url = folder.url.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  private func members(_ value: StructuredValue?) -> [String: StructuredValue] {
    guard case .object(let members)? = value else { return [:] }
    return Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
  }

  @Test func searchIsMeasured() throws {
    let answer = try Evaluations.search(.init(folders: [folder.path("")])) { _, _ in }
    let document = members(answer.structured)
    #expect(document["format"] == .string("passerelle-evaluation/1"))
    #expect(document["kind"] == .string("search"))
    guard case .array(let collections)? = document["collections"] else {
      Issue.record("no collections")
      return
    }
    #expect(collections.count == 1)
    let found = members(collections.first)
    #expect(found["language"] == .string("en"))
    #expect(members(found["ndcg@10"])["mean"] == .number(1, digits: 4))
    #expect(answer.table.rows.count == 1)
  }

  @Test func languagesAreThoseAnalysed() throws {
    #expect(Evaluations.languages.contains("fr") && Evaluations.languages.contains("und"))
    var settings = Evaluations.SearchSettings(folders: [folder.path("")])
    settings.language = "fr"
    let french = try Evaluations.search(settings) { _, _ in }
    #expect(french.table.rows.first?[1] == .text("fr"))
    settings.language = "sv"
    let other = try Evaluations.search(settings) { _, _ in }
    #expect(other.table.rows.first?[1] == .text("und"))
  }

  @Test func conceptsAreMeasured() throws {
    var progress = 0
    let answer = try Evaluations.concepts(
      .init(folder: folder.path(""), executableDirectory: folder.path(""))
    ) { done, total in
      #expect(done <= total)
      progress += 1
    }
    let document = members(answer.structured)
    #expect(document["kind"] == .string("cross-lingual"))
    #expect(document["queries"] == .int(2))
    let concepts = members(members(document["variants"])["concepts"])
    #expect(concepts["hit@10"] == .number(1, digits: 4))
    #expect(answer.table.rows.count == progress)
    #expect(answer.notes.count == progress)
    #expect(answer.notes.first?.french == "chance : dix marchés au hasard")
  }

  @Test func missingDataAreNamed() throws {
    let missing = folder.path("missing")
    let search = #expect(throws: PasserelleError.self) {
      try Evaluations.search(.init(folders: [missing])) { _, _ in }
    }
    #expect(search?.code == .inputNotFound)
    let concepts = #expect(throws: PasserelleError.self) {
      try Evaluations.concepts(.init(folder: missing, executableDirectory: missing)) { _, _ in }
    }
    #expect(concepts?.code == .inputNotFound)
  }
}
