import Foundation
import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleIndex

/// What the index of documents does beyond the port; the port itself is tested on both of its implementations.
@Suite struct DocumentIndexTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path("text") }

  init() throws { folder = try TemporaryFolder() }

  private static func document(_ id: Int64, _ title: String, body: String? = nil) -> TextDocument {
    TextDocument(
      id: id, kind: .award, subject: "s:\(id)", title: title, language: "fr",
      texts: [.title: [title], .body: body.map { [$0] } ?? [], .grams: [title]])
  }

  private func query(_ terms: String, _ fields: [TextField] = [.title, .body]) -> TextQuery {
    TextQuery(fields: fields, terms: terms.split(separator: " ").map(String.init))
  }

  @Test func keepsAFolder() throws {
    let versions = ["documents": "1"]
    do {
      let index = try DocumentIndex(folder: path, analysis: versions)
      #expect(try index.lastSequence() == 0)
      #expect(!FileManager.default.fileExists(atPath: path), "reading makes nothing")
      try index.apply(adding: [Self.document(1, "pont")], removing: [], upTo: 7)
    }
    let index = try DocumentIndex(folder: path, analysis: versions)
    #expect(try index.lastSequence() == 7)
    #expect(try index.documentCount() == 1)
    #expect(try index.top(query("pont"), limit: 9).map(\.document) == [1])
    try index.verify()
  }

  @Test func anotherHandleSeesTheCommit() throws {
    let writing = try DocumentIndex(folder: path, analysis: [:])
    let reading = try DocumentIndex(folder: path, analysis: [:])
    let before = try reading.reader()
    try writing.apply(adding: [Self.document(1, "pont")], removing: [], upTo: 1)
    #expect(try reading.count(query("pont")) == 1)
    #expect(try before.count(query("pont")) == 0)
  }

  @Test func refusesDocumentsOfAnotherVersion() throws {
    let first = try DocumentIndex(folder: path, analysis: ["documents": "1"])
    try first.apply(adding: [], removing: [], upTo: 1)
    let error = #expect(throws: PasserelleError.self) {
      try DocumentIndex(folder: path, analysis: ["documents": "2"])
    }
    #expect(error?.code == .indexInvalid)
    #expect(error?.message[.english].contains("passerelle index") == true)
    try DocumentIndex.remove(folder: path)
    try DocumentIndex.remove(folder: folder.path("nowhere"))
    #expect(try DocumentIndex(folder: path, analysis: ["documents": "2"]).lastSequence() == 0)
  }

  @Test func seesDamage() throws {
    let index = try DocumentIndex(folder: path, analysis: [:])
    try index.apply(adding: (1...50).map { Self.document($0, "pont \($0)") }, removing: [], upTo: 1)
    try index.verify()
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    let file = path + "/" + (try #require(names.first { $0.hasSuffix(".seg") }))
    var bytes = try #require(FileManager.default.contents(atPath: file))
    bytes[200] ^= 8
    try FileManager.default.removeItem(atPath: file)
    try bytes.write(to: URL(fileURLWithPath: file))
    let error = #expect(throws: PasserelleError.self) { try index.verify() }
    #expect(error?.code == .indexInvalid)
  }

  @Test func manyCommitsBecomeFewSegments() throws {
    let index = try DocumentIndex()
    for id in 1...40 {
      try index.apply(adding: [Self.document(Int64(id), "pont \(id)")], removing: [], upTo: 1)
    }
    #expect(try index.snapshot().segmentCount < 20)
    #expect(try index.count(query("pont")) == 40)
    try index.apply(adding: [Self.document(5, "quai")], removing: [6, 7], upTo: 2)
    try index.optimize()
    #expect(try index.snapshot().segmentCount == 1)
    #expect(try index.documentCount() == 38)
    #expect(try index.lastSequence() == 2)
    #expect(try index.documentFrequencies(of: ["pont", "quai", "gare"], fields: [.title]) == [37, 1, 0])
  }

  @Test func aReplacedIndexRanksLikeAFreshOne() throws {
    let wanted = (1...30).map { Self.document($0, "w\($0 % 5) w\($0 % 3) pont") }
    let fresh = try DocumentIndex()
    try fresh.apply(adding: wanted, removing: [], upTo: 1)
    let changed = try DocumentIndex()
    try changed.apply(
      adding: (1...30).map { Self.document($0, "vieux w\($0 % 7)") }, removing: [], upTo: 1)
    try changed.apply(adding: wanted, removing: [4, 5], upTo: 2)
    for index in [fresh, changed] { try index.optimize() }
    #expect(try fresh.top(query("w1 w2"), limit: 30) == changed.top(query("w1 w2"), limit: 30))
  }

  /// BM25F from its definition, over two fields: frequencies are added before they are saturated.
  @Test(arguments: 1...10) func ranksLikeTheFormula(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    func words() -> [String] {
      (0..<random.number(0...12)).map { _ in "t\(random.number(0...3) * random.number(0...4))" }
    }
    let texts = (0..<random.number(5...60)).map { _ in [words(), words()] }
    let index = try DocumentIndex()
    try index.apply(
      adding: texts.enumerated().map { place, text in
        Self.document(
          Int64(place), text[0].joined(separator: " "), body: text[1].joined(separator: " "))
      }, removing: [], upTo: 1)
    try index.optimize()
    let terms = (0..<random.number(1...5)).map { _ in "t\(random.number(0...12))" }
    let found = try index.top(query(terms.joined(separator: " ")), limit: 100)
    let expected = Self.formula(texts, terms)
    #expect(Set(found.map(\.document)) == Set(expected.keys), "seed \(seed)")
    for hit in found {
      #expect(
        abs(hit.score - (expected[hit.document] ?? -1)) < 1e-3, "seed \(seed): document \(hit.document)")
    }
    for (first, second) in zip(found, found.dropFirst()) {
      #expect((second.score, first.document) < (first.score, second.document), "seed \(seed)")
    }
  }

  private static func formula(_ texts: [[[String]]], _ terms: [String]) -> [Int64: Double] {
    func mean(_ field: Int) -> Double {
      let lengths = texts.map { $0[field].count }.filter { $0 > 0 }
      return Double(lengths.reduce(0, +)) / Double(max(1, lengths.count))
    }
    let means = [mean(0), mean(1)]
    let (k1, b) = (Double(DocumentQuery.parameters.k1), Double(DocumentQuery.parameters.b))
    let total = (0...1).map { field in texts.count { !$0[field].isEmpty } }.max() ?? 0
    var scores: [Int64: Double] = [:]
    for (place, text) in texts.enumerated() {
      for term in terms {
        var frequency = 0.0
        for field in 0...1 {
          let length = Double(text[field].count) / means[field]
          frequency += Double(text[field].count { $0 == term }) / (1 - b + b * length)
        }
        guard frequency > 0 else { continue }
        let documents = (0...1).map { field in texts.count { $0[field].contains(term) } }.max() ?? 0
        let idf = log(1 + (Double(total - documents) + 0.5) / (Double(documents) + 0.5))
        scores[Int64(place), default: 0] += idf * frequency * (k1 + 1) / (frequency + k1)
      }
    }
    return scores
  }

  @Test func aFieldWeighsOnlyWhereItIsAsked() throws {
    let index = try DocumentIndex()
    try index.apply(
      adding: [Self.document(1, "pont", body: "quai"), Self.document(2, "quai", body: "port")], removing: [],
      upTo: 1)
    #expect(try index.count(query("quai")) == 2)
    #expect(try index.count(query("quai", [.title])) == 1)
    #expect(try index.count(query("quai port", [.body])) == 2)
    var both = query("quai port")
    both.requiresAll = true
    #expect(try index.top(both, limit: 9).map(\.document) == [2], "each word in any of the fields")
    let phrase = TextQuery(fields: [.title, .body], terms: [], phrases: [["pont", "quai"]])
    #expect(try index.count(phrase) == 0, "no phrase crosses fields")
    #expect(try index.documentFrequencies(of: ["quai"], fields: [.title, .body]) == [1])
    #expect(try index.documentCount(fields: [.title, .profile]) == 2)
  }
}
