import PasserelleTestSupport
import Testing

@testable import PasserelleText

@Suite("Analyzer on hostile input")
struct TextAnalyzerRobustnessTests {
  @Test("malformed UTF-8: valid tokens, ranges in bounds", arguments: UInt64(1)...8)
  func malformed(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let analyzer = TextAnalyzer(language: TextLanguage.allCases[Int(seed - 1)])
    var buffer = TokenBuffer()
    for _ in 0..<400 {
      let bytes = RandomText.bytes(count: Int.random(in: 0...80, using: &generator), &generator)
      buffer.removeAll()
      bytes.withUnsafeBufferPointer { analyzer.analyze($0, into: &buffer) }
      var end = 0
      for index in 0..<buffer.count {
        let form = buffer.withBytes(at: index) { Array($0) }
        #expect(
          String(validating: form, as: UTF8.self) != nil && (1...255).contains(form.count), "seed \(seed)")
        let range = buffer.byteRange(at: index)
        #expect(range.lowerBound >= end && !range.isEmpty && range.upperBound <= bytes.count, "seed \(seed)")
        #expect(buffer.position(at: index) == index)
        end = range.upperBound
      }
    }
  }

  @Test("malformed bytes are read as String reads them", arguments: UInt64(11)...14)
  func repairedLikeString(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let analyzer = TextAnalyzer(language: .french)
    var buffer = TokenBuffer()
    for _ in 0..<300 {
      let bytes = RandomText.bytes(count: 40, &generator)
      buffer.removeAll()
      bytes.withUnsafeBufferPointer { analyzer.analyze($0, into: &buffer) }
      #expect(
        (0..<buffer.count).map { buffer[$0] } == analyzer.tokens(of: String(decoding: bytes, as: UTF8.self)),
        "seed \(seed): \(bytes)")
    }
  }

  @Test("naive twin", arguments: [TextLanguage.french, .english, .dutch], UInt64(21)...23)
  func twin(_ language: TextLanguage, _ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let analyzer = TextAnalyzer(language: language)
    let naive = NaiveTokenizer(language: language)
    for _ in 0..<400 {
      let text = RandomText.make(pieces: Int.random(in: 1...14, using: &generator), &generator)
      #expect(analyzer.tokens(of: text) == naive.tokens(of: text), "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test("a warm cache, a fresh analyzer and a reset table give the same tokens")
  func determinism() {
    var generator = SeededGenerator(seed: 31)
    let warm = TextAnalyzer(language: .french)
    for _ in 0..<200 {
      let text = RandomText.make(pieces: 20, &generator)
      let first = warm.tokens(of: text)
      #expect(first == warm.tokens(of: text))
      #expect(first == TextAnalyzer(language: .french).tokens(of: text))
    }
  }

  @Test("byte ranges give the word as written")
  func byteRanges() {
    let text = "L’Éclairage «public» de la S.A.R.L. d'Évry, re\u{301}seau\u{AD}x 45310000-3."
    let analyzer = TextAnalyzer(language: .french)
    var buffer = TokenBuffer()
    analyzer.analyze(text, into: &buffer)
    let bytes = Array(text.utf8)
    let words = (0..<buffer.count).map { String(decoding: bytes[buffer.byteRange(at: $0)], as: UTF8.self) }
    #expect(
      words == [
        "Éclairage", "public", "de", "la", "S.A.R.L.", "Évry", "re\u{301}seau\u{AD}x", "45310000", "3",
      ])
  }

  @Test("the slice of a byte range analyses to its token", arguments: UInt64(41)...44)
  func roundTrip(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let analyzer = TextAnalyzer(language: .neutral)
    var buffer = TokenBuffer()
    for _ in 0..<300 {
      let text = RandomText.make(pieces: 10, &generator)
      let bytes = Array(text.utf8)
      buffer.removeAll()
      analyzer.analyze(text, into: &buffer)
      for index in 0..<buffer.count {
        let slice = String(decoding: bytes[buffer.byteRange(at: index)], as: UTF8.self)
        #expect(analyzer.tokens(of: slice) == [buffer[index]], "seed \(seed): \(text.debugDescription)")
        #expect(slice.lowercased() == slice.lowercased().trimmingSpaces)
      }
    }
  }

  @Test("very long words are cut to 255 bytes and cover their source")
  func longWords() {
    let text = String(repeating: "é", count: 200_000)
    let analyzer = TextAnalyzer(language: .french)
    var buffer = TokenBuffer()
    analyzer.analyze(text, into: &buffer)
    #expect(buffer.count == 1 && buffer[0] == String(repeating: "e", count: 255))
    #expect(buffer.byteRange(at: 0) == 0..<400_000)
  }

  @Test("analysed texts are appended; removeAll starts anew")
  func appending() {
    let analyzer = TextAnalyzer(language: .french)
    var buffer = TokenBuffer()
    analyzer.analyze("école", into: &buffer)
    let copy = buffer
    analyzer.analyze("deux lots", into: &buffer)
    #expect(buffer.count == 3 && buffer[0] == copy[0] && copy.count == 1)
    #expect(buffer.position(at: 1) == 0 && buffer.byteRange(at: 2) == 5..<9)
    buffer.removeAll()
    #expect(buffer.count == 0)
  }

  @Test("the table grows, keeps all words and forgets them on demand")
  func table() {
    var table = TokenTable()
    for round in 0..<2 {
      for number in 0..<20_000 {
        let key = Array("mot\(number)".utf8) + [UInt8](repeating: UInt8(round), count: TokenTable.slack)
        let form = Array("f\(number)".utf8)
        key.withUnsafeBufferPointer { key in
          guard let start = key.baseAddress else { return }
          let length = key.count - TokenTable.slack
          let hash = TokenTable.hash(start, length)
          #expect(table.find(start, length, hash) == nil)
          #expect(Array(table.insert(start, length, hash, form: form)) == form)
          #expect(table.find(start, length, hash).map { Array($0) } == form)
        }
      }
      #expect(table.count == 20_000)
      table.removeAll()
    }
  }

  @Test("lower case never outgrows the room the scanner keeps")
  func lowerCaseGrowth() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if scalar.properties.lowercaseMapping.utf8.count > 8 { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test("identity of the stemmer")
  func identity() {
    #expect(TextAnalyzer.stemmerVersion.hasPrefix("libstemmer/"))
    #expect(TextAnalyzer.stemmerVersion == TextAnalyzer.stemmerVersion)
    #expect(TextAnalyzer.version >= 1)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let scalars = unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return self }
    return first == " " || last == " " ? "" : self
  }
}
