import PasserelleTestSupport
import Testing

@testable import PasserelleText

@Suite("Words as numbers")
struct WordStreamTests {
  private static func words(_ analyzer: TextAnalyzer, _ bytes: [UInt8]) -> [String] {
    var stream = WordStream()
    bytes.withUnsafeBufferPointer { analyzer.appendWords(of: $0, to: &stream) }
    return stream.words.map { number in
      analyzer.withForm(ofWord: number) { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test("the words are the tokens of analyze", arguments: TextLanguage.allCases, UInt64(1)...3)
  func sameAsAnalyze(_ language: TextLanguage, _ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let fast = TextAnalyzer(language: language)
    for _ in 0..<200 {
      let text = RandomText.make(pieces: generator.number(0...30), &generator)
      #expect(
        Self.words(fast, Array(text.utf8)) == TextAnalyzer(language: language).tokens(of: text),
        "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test("malformed bytes, cut anywhere, read nothing behind their end", arguments: UInt64(1)...4)
  func malformed(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let analyzer = TextAnalyzer(language: .french)
    for _ in 0..<300 {
      let bytes = RandomText.bytes(count: generator.number(0...60), &generator)
      let more = bytes + [0x61, 0xC3, 0xA9, 0x62, 0x63, 0x27, 0x64, 0x65, 0x66]
      var stream = WordStream()
      more.withUnsafeBufferPointer { buffer in
        analyzer.appendWords(of: UnsafeBufferPointer(rebasing: buffer[..<bytes.count]), to: &stream)
      }
      let forms = stream.words.map { number in
        analyzer.withForm(ofWord: number) { String(decoding: $0, as: UTF8.self) }
      }
      #expect(forms == analyzer.tokens(of: String(decoding: bytes, as: UTF8.self)), "seed \(seed): \(bytes)")
    }
  }

  @Test("an elision, known or new, with either apostrophe")
  func elisions() {
    let analyzer = TextAnalyzer(language: .french)
    for text in ["L'État", "l’État", "L'État d'Évian", "qu’elle l'a"] {
      let first = Self.words(analyzer, Array(text.utf8))
      #expect(first == Self.words(analyzer, Array(text.utf8)))
      #expect(first == TextAnalyzer(language: .french).tokens(of: text))
    }
    #expect(Self.words(analyzer, Array("l'article".utf8)) == ["articl"])
  }

  @Test("words longer than two registers, and equal in the first sixteen bytes")
  func longWords() {
    let analyzer = TextAnalyzer(language: .neutral)
    let words = ["abcdefgh", "abcdefghi", "abcdefghijklmnop", "abcdefghijklmnopq", "abcdefghijklmnopr"]
    let text = words.joined(separator: " ")
    #expect(Self.words(analyzer, Array(text.utf8)) == words)
    #expect(Self.words(analyzer, Array(text.uppercased().utf8)) == words)
    #expect(analyzer.wordCount == words.count)
  }

  @Test("a cache that starts anew changes the epoch between texts, never the words")
  func epochs() {
    let small = TextAnalyzer(language: .french, cacheLimit: 1_000)
    let large = TextAnalyzer(language: .french)
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let text = RandomText.make(pieces: 40, &generator) + " mot\(generator.number(0...9_999))"
      #expect(Self.words(small, Array(text.utf8)) == large.tokens(of: text))
      #expect(small.tokens(of: text) == large.tokens(of: text))
    }
    #expect(small.epoch > 3 && small.wordCount < large.wordCount && large.epoch == 0)
  }

  @Test("a stream appends and is emptied")
  func reuse() {
    let analyzer = TextAnalyzer(language: .neutral)
    var stream = WordStream()
    for _ in 0..<200 {
      Array("un deux".utf8).withUnsafeBufferPointer { analyzer.appendWords(of: $0, to: &stream) }
    }
    #expect(stream.count == 400 && stream.words[398] == 0 && stream.words[399] == 1)
    stream.removeAll()
    #expect(stream.count == 0 && stream.words.isEmpty)
    #expect(analyzer.epoch == 0)
  }
}
