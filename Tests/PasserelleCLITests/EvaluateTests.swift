import Foundation
import Testing

@Suite struct EvaluateTests {
  let program: Program

  init() throws {
    program = try Program()
    for folder in ["eau", "data/base-pt-2024", "data/vocab/cpv"] {
      try FileManager.default.createDirectory(
        atPath: program.path(folder), withIntermediateDirectories: true)
    }
    try program.write("eau/docs.jsonl", #"{"id": "1", "text": "La distribution de l'eau potable"}"#)
    try program.write("eau/queries.jsonl", #"{"id": "q", "text": "eaux potables"}"#)
    try program.write("eau/qrels.tsv", "q\t1\t1\n")
    try program.write(
      "data/base-pt-2024/awards_dev.jsonl",
      #"{"id": "pt:1", "date": "2024-01-01", "title": "Serviços de limpeza", "cpv": "90910000", "buyer_id": "b", "#
        + #""buyer_name": "b", "place": "Portugal", "winners": []}"#)
    try program.write(
      "data/vocab/cpv/cpv_2008_multilingual.csv",
      "code,fra_label,por_label\n90910000,Services de nettoyage,Serviços de limpeza\n")
  }

  @Test func searchIsMeasuredInEveryForm() throws {
    let document = try program.run("evaluate", "search", "eau", "eau/", "-f", "json").object()
    #expect(document["kind"] as? String == "search")
    let collections = try #require(document["collections"] as? [[String: Any]])
    #expect(collections.map { $0["collection"] as? String } == ["eau", "eau"])
    #expect(collections.first?["language"] as? String == "fr")
    #expect((collections.first?["mrr@10"] as? [String: Any])?["mean"] as? Double == 1)
    let rows = try program.run("evaluate", "search", "eau", "-f", "csv").lines
    #expect(rows.count == 2)
    #expect(rows.last == "eau,fr,1,1,0,1,1,1,1,1,1,1,1,1")
    #expect(try program.run("evaluate", "search", "eau", "-f", "ndjson").lines.count == 3)
    #expect(try program.run("evaluate", "search", "eau").text.contains("nDCG à 10"))
  }

  @Test func theLanguageOfTextsIsChecked() throws {
    let english = try program.run("evaluate", "search", "eau", "--language", "en", "-f", "csv")
    #expect(english.lines.last?.hasPrefix("eau,en,") == true, "\(english.errors)")
    let unknown = try program.run("evaluate", "search", "eau", "--language", "fra")
    #expect(unknown.status == 64)
    #expect(unknown.errors.hasPrefix("Erreur : --language : fr, en,"), "\(unknown.errors)")
    #expect(try program.run("evaluate", "search").status == 64)
  }

  @Test func conceptsAreMeasuredInEveryForm() throws {
    let document = try program.run("evaluate", "concepts", "data", "-f", "json").object()
    #expect(document["kind"] as? String == "cross-lingual")
    let variants = try #require(document["variants"] as? [String: [String: Any]])
    #expect(variants["concepts"]?["hit@10_kept"] as? Double == 1)
    let page = try program.run("evaluate", "concepts", "data")
    #expect(page.text.contains("\nconcepts : notions, libellés officiels\n"), "\(page.errors)")
    #expect(try program.run("evaluate", "concepts", "data", "-f", "csv").lines.count == variants.count + 1)
    #expect(try program.run("evaluate", "concepts", "data", "-f", "ndjson").lines.count == variants.count + 2)
  }

  @Test func missingDataAreAClearFailure() throws {
    for verb in ["search", "concepts"] {
      let outcome = try program.run("evaluate", verb, "nowhere")
      #expect(outcome.status == 2)
      #expect(outcome.errors.hasPrefix("Erreur [input.notFound]"), "\(outcome.errors)")
      #expect(outcome.errors.contains("nowhere/"))
    }
  }
}
