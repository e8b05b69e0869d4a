import PasserelleCore
import PasserelleJSON
import Testing

@Suite("Records of a JSON file")
struct JSONRecordReaderTests {
  static let sample = """
    {
     "meta": {"marches": [1, 2], "n": -1.50e3},
     "marches": [
      {"id": "a", "n": 1.10, "t": [true, false, null]},
      {"id": "b\\u00e9\\n", "o": {"x": {}}} , 7,
      "é"
     ], "after": [ {} ]
    }

    """

  @Test("are the elements of the array at the path, with bytes, line, rank and offset")
  func sampleFile() throws {
    let result = try read(Self.sample.utf8)
    #expect(result.refused.isEmpty)
    #expect(
      result.bytes == [
        #"{"id": "a", "n": 1.10, "t": [true, false, null]}"#, #"{"id": "b\u00e9\n", "o": {"x": {}}}"#, "7",
        "\"é\"",
      ])
    #expect(result.lines == [4, 5, 5, 6])
    #expect(result.ranks == [1, 2, 3, 4])
    #expect(result.values[0]["n"] == .number("1.10"))
    #expect(result.values[0]["t"] == .array([.bool(true), .bool(false), .null]))
    #expect(result.values[1]["id"] == .string("bé\n"))
    #expect(result.values[3] == .string("é"))
    let file = Array(Self.sample.utf8)
    for (offset, bytes) in zip(result.offsets, result.bytes) {
      let start = try #require(offset)
      #expect(String(decoding: file[start...].prefix(bytes.utf8.count), as: UTF8.self) == bytes)
    }
  }

  @Test("do not depend on the size of the chunks", arguments: [1, 2, 3, 7, 64, 4096])
  func chunkSizes(chunk: Int) throws {
    #expect(try read(Self.sample.utf8, chunk: chunk) == read(Self.sample.utf8))
    let lines = "{\"a\":1}\r\n\n  {\"a\":[\"é\"]}\n{\"a\":\n{\"a\":3}"
    #expect(try read(lines.utf8, .lines, chunk: chunk) == read(lines.utf8, .lines))
    let broken = String(Self.sample.dropLast(30)) + "]]]]"
    #expect(try read(broken.utf8, chunk: chunk) == read(broken.utf8))
  }

  @Test("may stand at the top, or two keys deep")
  func otherPaths() throws {
    #expect(try read("[{},{}]".utf8, .arrays([[]])).bytes == ["{}", "{}"])
    let nested = #"{"marches":{"marche":[{"a":1}],"contrat-concession":[{"b":2}],"autre":[3]}}"#
    let layout = JSONRecordLayout.arrays([
      ["marches"], ["marches", "marche"], ["marches", "contrat-concession"],
    ])
    #expect(try read(nested.utf8, layout).bytes == [#"{"a":1}"#, #"{"b":2}"#])
  }

  @Test("of a truncated file are delivered, and the rest is one refusal, at every byte")
  func truncation() throws {
    let file = Array(Self.sample.utf8)
    let full = try read(file)
    for end in 1..<file.count {
      for chunk in [1, 4096] {
        let result = try read(file[..<end], chunk: chunk)
        let ends = zip(full.offsets, full.bytes).map { ($0 ?? 0) + $1.utf8.count }
        // A number or a string is only known to end when something follows; strings end with their quote.
        let whole = ends.count { $0 <= end }
        #expect(abs(result.values.count - whole) <= 1, "at \(end)")
        let isComplete = file[end...].allSatisfy { $0 == 0x0A }
        #expect(result.refused == (isComplete ? [] : ["json.malformed"]), "at \(end)")
      }
    }
  }

  @Test("before a break are delivered; the refusal names the place and the reason")
  func brokenInTheMiddle() throws {
    let text = "{\"marches\": [\n{\"id\": 1},\n{\"id\": 2 \"x\"},\n{\"id\": 3}\n]}"
    var source: any ByteSource = MemoryByteSource(text.utf8)
    var items: [JSONRecordItem] = []
    try JSONRecordReader(layout: .arrays([["marches"]])).read(&source, file: "t") {
      items.append($0)
      return true
    }
    #expect(items.count == 2)
    guard case .refused(let rest) = items[1] else {
      Issue.record("the rest is refused")
      return
    }
    let diagnostic = rest.diagnostics[0]
    #expect(diagnostic.code == .jsonMalformed)
    #expect(diagnostic.location.line == 3)
    #expect(diagnostic.location.record == 2)
    #expect(diagnostic.code.reason[.french].contains("ligne 3, colonne 11"))
    #expect(diagnostic.code.reason[.english].contains("comma or a closing brace"))
    #expect(String(decoding: rest.bytes, as: UTF8.self) == ",\n{\"id\": 2 \"x\"},\n{\"id\": 3}\n]}")
  }

  @Test("with bytes that are not UTF-8 are refused alone")
  func invalidUTF8() throws {
    var bytes = Array(#"{"marches":[{"a":"x"},{"a":"y"},{"a":"z"}]}"#.utf8)
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "y")))
    bytes[place] = 0xE9
    let result = try read(bytes)
    #expect(result.values.count == 2)
    #expect(result.refused == ["json.invalidUTF8"])
    #expect(result.refusedBytes[0].contains(0xE9))
    #expect(DiagnosticCode.jsonInvalidUTF8.remedy[.french].contains("--encoding windows-1252"))
    #expect(try read([UInt8]("{\"a\":\"".utf8) + [0xE9] + "\"}\n{}\n".utf8, .lines).count == 2)
  }

  @Test("beyond the limits are refused alone")
  func limits() throws {
    let deep = "{\"marches\":[[[[[[]]]]],{\"a\":1}]}"
    let result = try read(deep.utf8, depth: 4)
    #expect(result.refused == ["json.tooDeep"])
    #expect(result.values == [.object([JSONMember("a", .number("1"))])])
    let large = "{\"marches\":[\"\(String(repeating: "x", count: 5000))\",{\"a\":1}]}"
    for chunk in [16, 100_000] {
      let result = try read(large.utf8, chunk: chunk, recordBytes: 6000)
      #expect(result.values.count == 2)
      let refused = try read(large.utf8, chunk: chunk, recordBytes: 1000)
      #expect(refused.refused.first == "json.recordTooLarge")
      #expect(refused.refusedBytes.allSatisfy { $0.count <= 1000 })
    }
    #expect(try read("[[1]]\n[1]".utf8, .lines, depth: 1).refused == ["json.tooDeep"])
    #expect(try read("[1111]\n[1]".utf8, .lines, recordBytes: 4).refused == ["json.recordTooLarge"])
    #expect(
      errorCode { _ = try read(String(repeating: "[", count: 99).utf8) } == .jsonLimit)
    let bomb = "{\"marches\":[" + String(repeating: "[", count: 200_000)
    #expect(try read(bomb.utf8).refused == ["json.tooDeep"])
  }

  @Test("are read after a UTF-8 mark; UTF-16 and UTF-32 are errors with a remedy")
  func marks() throws {
    #expect(
      try read([0xEF, 0xBB, 0xBF] + Self.sample.utf8).offsets[0] == (read(Self.sample.utf8).offsets[0] ?? 0)
        + 3)
    let utf16 = Array("{\"marches\":[]}".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(errorCode { _ = try read([0xFF, 0xFE] + utf16) } == .inputEncoding)
    #expect(errorCode { _ = try read(utf16, chunk: 1) } == .inputEncoding)
    #expect(errorCode { _ = try read([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x7B]) } == .inputEncoding)
    #expect(errorCode { _ = try read([0xFE, 0xFF, 0, 0x7B]) } == .inputEncoding)
  }

  @Test("are missing from an empty file", arguments: ["", " ", "\n \t\r\n", "\u{FEFF}"])
  func empty(text: String) {
    #expect(errorCode { _ = try read(text.utf8) } == .inputEmpty)
    #expect(errorCode { _ = try read(text.utf8, .lines) } == .inputEmpty)
  }

  @Test("are missing from sound JSON of another shape: the keys found are named")
  func unknownShape() throws {
    for text in [#"{"notices":[],"total":0}"#, #"{"notices":{"marches":[]},"total":{}}"#] {
      do {
        _ = try read(text.utf8)
        Issue.record("an error is thrown")
      } catch let error as PasserelleError {
        #expect(error.code == .inputUnknownFormat)
        #expect(error.message[.french].contains("« notices », « total »"))
      }
    }
    #expect(errorCode { _ = try read("[]".utf8) } == .inputUnknownFormat)
    #expect(errorCode { _ = try read("3".utf8) } == .inputUnknownFormat)
    #expect(try read(#"{"marches":[]}"#.utf8).count == 0)
  }

  @Test("with null bytes, lone surrogates and text that is no JSON at all")
  func oddities() throws {
    #expect(try read("{\"marches\":[{\"a\":\"\0\"}]}".utf8).refused == ["json.malformed"])
    #expect(try read(("{\"marches\":[{}]}" + String(repeating: "\0", count: 9)).utf8).count == 2)
    let escaped = try read(#"{"marches":[{"a":"x\ud83dy\udc00\u0000z\ud83d\ude00\\ud83d"}]}"#.utf8)
    #expect(escaped.values[0]["a"] == .string("x\u{FFFD}y\u{FFFD}\0z😀\\ud83d"))
    #expect(try read("<html></html>".utf8).refused == ["json.malformed"])
    #expect(try read(#"{"marches":[{}]} x"#.utf8).refused == ["json.malformed"])
    #expect(try read(#"{"marches":[{},{},{}]}"#.utf8, stopAfter: 2).count == 2)
  }

  @Test("keep the order of keys and their repeats")
  func duplicates() throws {
    let value = try read(#"{"marches":[{"a":1,"b":2,"a":3}]}"#.utf8).values[0]
    #expect(value["a"] == .number("3"))
    #expect(value.duplicateKeys == ["a"])
    #expect(value.objectValue?.map(\.key) == ["a", "b", "a"])
  }

  @Test("of lines: a broken line costs only itself")
  func lines() throws {
    let result = try read("{\"a\":1}\n{\"a\":\n\n{\"a\":3}\n{\"a\":4} {\"a\":5}\n".utf8, .lines)
    #expect(result.bytes == ["{\"a\":1}", "{\"a\":3}"])
    #expect(result.lines == [1, 4])
    #expect(result.ranks == [1, 3])
    #expect(result.refused == ["json.malformed", "json.malformed"])
  }
}
