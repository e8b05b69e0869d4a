import PasserelleCore
import PasserelleJSON
import Testing

@Suite("Small JSON documents")
struct JSONDocumentTests {
  @Test(
    "are read whole",
    arguments: ["null", "12", "\"x\"", "[]", "{\"a\":[1,{\"b\":2}]}", " true ", "\u{FEFF}[]"])
  func sound(text: String) throws {
    _ = try JSONDocument.parse(Array(text.utf8))
  }

  @Test("keep numbers as written", arguments: ["0", "-1.50", "1e400", "123456789012345678901234567890"])
  func numbers(text: String) throws {
    #expect(try JSONDocument.parse(Array(text.utf8)) == .number(text))
  }

  @Test(
    "are refused with a reason",
    arguments: [
      ("{", "ends in the middle"), ("{\"a\" 1}", "colon"), ("{a:1}", "no place"),
      ("[1 2]", "closing bracket"),
      ("[1,]", "value is expected"), ("[-]", "digit"), ("[\"\\x\"]", "backslash"),
      ("[\"\\u12g4\"]", "hexadecimal"),
      ("[\"\n\"]", "control character"), ("[nulle]", "no place"), ("[nil]", "neither"), ("[] []", "follows"),
      ("{1:2}", "quotation marks"), ("[/* */]", "comment"), ("[01]", "closing bracket"),
    ])
  func malformed(text: String, reason: String) throws {
    do {
      _ = try JSONDocument.parse(Array(text.utf8))
      Issue.record("\(text) is refused")
    } catch let error as PasserelleError {
      #expect(error.code == .jsonMalformed)
      #expect(error.message[.english].contains(reason), "\(text): \(error.message[.english])")
      #expect(error.location?.line != nil)
    }
  }

  @Test("have limits and an encoding")
  func limits() {
    #expect(
      errorCode { _ = try JSONDocument.parse(Array("[[[]]]".utf8), limits: JSONLimits(depth: 2)) }
        == .jsonLimit)
    #expect(
      errorCode { _ = try JSONDocument.parse(Array("[1,2]".utf8), limits: JSONLimits(recordBytes: 2)) }
        == .jsonLimit)
    #expect(errorCode { _ = try JSONDocument.parse([0x22, 0xE9, 0x22]) } == .inputEncoding)
    #expect(errorCode { _ = try JSONDocument.parse([]) } == .inputEmpty)
  }

  @Test(
    "are UTF-8 or not",
    arguments: [
      ([0x41, 0xC3, 0xA9], nil), ([0xC0, 0x80], 0), ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0x41, 0xE2, 0x82], 1), ([0xF0, 0x9F, 0x98, 0x80], nil), ([0x80], 0),
      ([0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0xFF], 8),
    ] as [([UInt8], Int?)])
  func utf8(bytes: [UInt8], offset: Int?) {
    #expect(UTF8Check.firstInvalidOffset(in: bytes) == offset)
  }

  @Test("can be asked")
  func accessors() throws {
    let value = try JSONDocument.parse(Array(#"{"a":" ","b":[],"c":1}"#.utf8))
    #expect(value["a"]?.isVoid == true)
    #expect(value["b"]?.isVoid == true)
    #expect(value["b"]?.arrayValue == [])
    #expect(value["c"]?.scalarText == "1")
    #expect(value["c"]?.stringValue == nil)
    #expect(value["d"] == nil)
    #expect(JSONValue.array([])["a"] == nil)
  }
}
