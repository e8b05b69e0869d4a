import PasserelleCore
import PasserelleIndex
import PasserelleTestSupport
import Testing

@testable import Passerelle

/// A text index that answers from a list and counts its calls.
private final class ListedText: TextSearching {
  var hits: [TextHit] = []
  var listed: [DocumentSummary?] = []
  private(set) var calls = 0

  private func called<Value>(_ value: Value) -> Value {
    calls += 1
    return value
  }

  func top(_ query: TextQuery, limit: Int) throws -> [TextHit] { called(Array(hits.prefix(limit))) }
  func count(_ query: TextQuery) throws -> Int { called(query.terms.count) }
  func facets(_ query: TextQuery, _ facet: Facet, limit: Int) throws -> [FacetCount] {
    called([FacetCount(value: facet.rawValue, count: limit)])
  }
  func summaries(of documents: [Int64]) throws -> [DocumentSummary?] { called(listed) }
  func documentFrequencies(of terms: [String], fields: [TextField]) throws -> [Int] {
    called(terms.map(\.utf8.count))
  }
  func documentCount(fields: [TextField]) throws -> Int { called(fields.count) }
}

@Suite struct MatchRunTapeTests {
  private let query = TextQuery(fields: [.title, .body], terms: ["éclair", "quai"])

  private func replayed(_ recorder: TapeRecorder) throws -> TapePlayer {
    TapePlayer(try TextTape(recorder.tape.bytes))
  }

  @Test func everyAnswerComesBack() throws {
    let text = ListedText()
    text.hits = [TextHit(document: 5, score: 2.5), TextHit(document: 1 << 41, score: 0.1)]
    text.listed = [
      nil,
      DocumentSummary(
        id: -3, kind: .award, subject: "urn:x", title: "Éclairage « quai »",
        date: PartialDate(year: 2019, month: 2),
        cpv: CPVCode(digits: "45310000"), place: "69", amount: DecimalNumber("1200.50").map { Money($0) },
        isDemonstration: true
      ),
      DocumentSummary(
        id: 1 << 40, kind: .vendor, subject: "", title: "", date: nil, cpv: nil, place: nil, amount: nil,
        isDemonstration: false),
    ]
    let recorder = TapeRecorder(text)
    func answers(_ text: some TextSearching) throws -> [AnyHashable] {
      [
        try text.top(query, limit: 10), try text.top(query, limit: 1), try text.count(query),
        try text.facets(query, .place, limit: 3), try text.facets(query, [.kind, .year], limit: 4),
        try text.summaries(of: [1, 2, 3]), try text.documentFrequencies(of: ["a", "été"], fields: [.title]),
        try text.documentCount(fields: [.grams]),
      ]
    }
    let first = try answers(recorder)
    let calls = text.calls
    #expect(try answers(replayed(recorder)) == first)
    #expect(text.calls == calls, "the player must not ask the index")
    #expect(recorder.tape.count == 8)
    _ = try answers(recorder)
    #expect(recorder.tape.count == 8, "a question is kept once")
  }

  @Test func scoresComeBackToTheBit() throws {
    let text = ListedText()
    var random = SeededGenerator(seed: 11)
    let whole = (0..<500).map { index in
      TextHit(
        document: Int64(random.number(0...1_000_000)),
        score: Double(random.number(0...Int(Int32.max))) / 65536 * DocumentReader.scoreFactor)
    }
    let odd = [
      0.1, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e300,
    ]
    for hits in [whole, [], whole.prefix(3) + odd.map { TextHit(document: 7, score: $0) }] {
      text.hits = hits
      let recorder = TapeRecorder(text)
      _ = try recorder.top(query, limit: 1000)
      let played = try replayed(recorder).top(query, limit: 1000)
      #expect(played.map(\.document) == hits.map(\.document))
      #expect(played.map(\.score.bitPattern) == hits.map(\.score.bitPattern))
    }
  }

  @Test func hitsOfTheIndexAreShort() throws {
    let text = ListedText()
    text.hits = (0..<1000).map {
      TextHit(
        document: Int64($0 * 7919 % 500_000),
        score: Double(2_000_000 - $0 * 997) / 65536 * DocumentReader.scoreFactor)
    }
    let recorder = TapeRecorder(text)
    _ = try recorder.top(query, limit: 1000)
    #expect(recorder.tape.bytes.count < 6000)
  }

  @Test func aQuestionThatIsNotOnTheTapeIsAnError() throws {
    let recorder = TapeRecorder(ListedText())
    _ = try recorder.top(query, limit: 10)
    let player = try replayed(recorder)
    var others: [TextQuery] = []
    for change: (inout TextQuery) -> Void in [
      { $0.fields = [.title] }, { $0.terms = ["éclair"] }, { $0.terms = ["éclairq", "uai"] },
      { $0.requiresAll = true }, { $0.phrases = [["éclair", "quai"]] }, { $0.excluded = ["x"] },
      { $0.filter.kinds = [.award] }, { $0.filter.cpvPrefix = "45" }, { $0.filter.place = "45" },
      { $0.filter.from = PartialDate(year: 2019) }, { $0.filter.to = PartialDate(year: 2019) },
      { $0.filter.minimumAmount = DecimalNumber(1) }, { $0.filter.maximumAmount = DecimalNumber(1) },
      { $0.filter.language = "fr" }, { $0.filter.isDemonstration = true },
      { $0.filter.isDemonstration = false },
      { $0.filter.documents = [] }, { $0.filter.documents = [1] },
    ] {
      var other = query
      change(&other)
      others.append(other)
    }
    let refused = others.map { other in code { _ = try player.top(other, limit: 10) } }
    #expect(refused.allSatisfy { $0 == .recordNotReplayable })
    let fingerprints = Set(others.map { TapeQuestion.top($0, limit: 10).fingerprint })
    #expect(fingerprints.count == others.count)
    #expect(code { _ = try player.top(query, limit: 11) } == .recordNotReplayable)
    #expect(code { _ = try player.count(query) } == .recordNotReplayable)
    #expect(code { _ = try player.top(query, limit: 10) } == nil)
  }

  /// Whatever byte is damaged and wherever the tape is cut, reading ends with an error and never stops the program.
  @Test func damagedTapesAreRefused() throws {
    let text = ListedText()
    text.hits = [TextHit(document: 5, score: 2.5)]
    let recorder = TapeRecorder(text)
    _ = try recorder.top(query, limit: 10)
    _ = try recorder.documentFrequencies(of: ["a"], fields: [.title])
    let bytes = recorder.tape.bytes
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x81
      // A version that is not known is not damage.
      let expected: PasserelleError.Code = place == 4 ? .recordNotReplayable : .recordDamaged
      #expect(code { _ = try TextTape(damaged) } == expected, "\(place)")
      #expect(code { _ = try TextTape(Array(bytes[..<place])) } == .recordDamaged)
    }
    #expect(code { _ = try TextTape(bytes + [0]) } == .recordDamaged)
    #expect(code { _ = try TextTape(bytes) } == nil)
    #expect(try TextTape(TextTape().bytes).count == 0)
  }

  /// The readers of answers stand on their own too: random bytes give a value or an error.
  @Test func randomBytesNeverTrap() throws {
    var random = SeededGenerator(seed: 5)
    var refused = 0
    for _ in 0..<3000 {
      let bytes = (0..<random.number(0...40)).map { _ in
        UInt8(random.oneIn(3) ? random.number(0...3) : random.number(0...255))
      }[...]
      if code({ _ = try TapeAnswer.hits(bytes) }) != nil { refused += 1 }
      if code({ _ = try TapeAnswer.numbers(bytes) }) != nil { refused += 1 }
      if code({ _ = try TapeAnswer.facets(bytes) }) != nil { refused += 1 }
      if code({ _ = try TapeAnswer.summaries(bytes) }) != nil { refused += 1 }
    }
    #expect(refused > 6000)
  }
}
