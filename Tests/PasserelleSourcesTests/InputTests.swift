import Foundation
import PasserelleCore
import PasserelleJSON
import Testing

@testable import PasserelleSources

@Suite("Input")
struct InputTests {
  private func all(_ source: inout any ByteSource, room: Int = 3) throws -> [UInt8] {
    var result: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 1)
    defer { buffer.deallocate() }
    while true {
      let count = try source.read(into: buffer)
      if count == 0 { return result }
      result += buffer[..<count]
    }
  }

  private func transcoded(_ bytes: [UInt8], _ encoding: InputEncoding, chunk: Int) throws -> String {
    var source: any ByteSource = TranscodingByteSource(
      MemoryByteSource(bytes), from: encoding, chunkBytes: chunk)
    return String(decoding: try all(&source), as: UTF8.self)
  }

  @Test("in other encodings becomes UTF-8", arguments: [1, 2, 3, 4096])
  func encodings(chunk: Int) throws {
    #expect(try transcoded([0x80, 0xE9, 0x9C, 0x81], .windows1252, chunk: chunk) == "€éœ\u{FFFD}")
    #expect(try transcoded([0xE9, 0xFF], .latin1, chunk: chunk) == "éÿ")
    let little = Array("é😀a".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = Array("é😀a".utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    #expect(try transcoded([0xFF, 0xFE] + little, .utf16, chunk: chunk) == "é😀a")
    #expect(try transcoded([0xFE, 0xFF] + big, .utf16, chunk: chunk) == "é😀a")
    #expect(try transcoded(little, .utf16LittleEndian, chunk: chunk) == "é😀a")
    #expect(try transcoded(big, .utf16BigEndian, chunk: chunk) == "é😀a")
    #expect(
      try transcoded([0x3D, 0xD8, 0x61, 0, 0, 0xDC, 0x61], .utf16LittleEndian, chunk: chunk)
        == "\u{FFFD}a\u{FFFD}\u{FFFD}")
    #expect(try transcoded(Array("é".utf8), .utf8, chunk: chunk) == "é")
  }

  @Test(
    "encodings have names as people write them",
    arguments: [
      ("UTF8", InputEncoding.utf8), ("cp1252", .windows1252), ("Latin1", .latin1),
      ("UTF-16LE", .utf16LittleEndian), ("koi8", nil),
    ])
  func names(name: String, encoding: InputEncoding?) {
    #expect(InputEncoding(name: name) == encoding)
    for encoding in InputEncoding.allCases { #expect(InputEncoding(name: encoding.rawValue) == encoding) }
  }

  @Test("from files, or an error with its remedy")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "passerelle-\(UUID().uuidString)"
    ).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("abcdefgh".utf8).write(to: URL(fileURLWithPath: folder + "/a.txt"))
    var source: any ByteSource = try FileByteSource(path: folder + "/a.txt")
    #expect(try all(&source) == Array("abcdefgh".utf8))
    #expect(errorCode { _ = try FileByteSource(path: folder + "/none") } == .inputNotFound)
    #expect(errorCode { _ = try FileByteSource(path: folder + "/a.txt/b") } == .inputNotFound)
    #expect(errorCode { _ = try FileByteSource(path: folder) } == .inputUnreadable)
    for number in [ENOENT, EISDIR, EACCES, EIO] {
      #expect(!InputError.opening("f", number).message[.french].isEmpty)
    }
  }

  @Test(
    "is read by the format that its name and first bytes show",
    arguments: [
      ("a.json", "{\"marches\":[", "decp"), ("a.json", "{\"total\":1, \"marches\" :[", "decp"),
      ("a.json", "{\"x\":1}", nil),
      ("claims.jsonl", "{\"type\": \"claim\",\"id\":\"a\"}\n", "facts"),
      ("a.jsonl", "{\"acheteur\":{}}\n", "decp"),
      ("a.csv", "a;b", "csv"), ("a.TSV", "a\tb", "csv"), ("a.md", "# t", "text"), ("d/a.txt", "t", "text"),
      ("a.pdf", "%PDF", nil),
      ("-", "{\"type\":\"thing\"}\n", "facts"), ("-", " {\"marches\":[", "decp"),
      ("README.md", "# t", "text"),
      ("d/a.mapping.yaml", "format: x", nil), ("a.jsonl", "{\"z\":1}", nil),
    ] as [(String, String, String?)])
  func detection(name: String, head: String, format: String?) {
    #expect(SourceFormats.detect(fileName: name, firstBytes: Array(head.utf8))?.formatName == format)
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in head.utf16 { utf16 += [UInt8(unit & 255), UInt8(unit >> 8)] }
    #expect(SourceFormats.detect(fileName: name, firstBytes: utf16)?.formatName == format)
  }

  @Test("formats have names")
  func formatNames() {
    for name in SourceFormats.names { #expect(SourceFormats.named(name)?.formatName == name) }
    #expect(SourceFormats.named("xml") == nil)
  }

  @Test("in Windows-1252 is read when the user says so")
  func encodedDECP() throws {
    let bytes =
      Array(#"{"marches":[{"id":"1","acheteur":{"id":"21690123100011"},"objet":"caf"#.utf8) + [0xE9]
      + Array("\"}]}".utf8)
    let refused = try harvest(DECPReader(), bytes, file: "t.json")
    #expect(refused.codes == ["json.invalidUTF8"])
    let read = try harvest(DECPReader(encoding: .windows1252), bytes, file: "t.json")
    #expect(read.mapped[0].values(Vocabulary.title) == ["café"])
    let lines = Array(bytes.dropFirst(12).dropLast(2))
    #expect(try harvest(DECPReader(encoding: .latin1), lines, file: "t.jsonl").records.count == 1)
  }

  @Test("of any reader does not depend on chunks and is balanced when cut short")
  func truncation() throws {
    for name in ["decp/refused.json", "facts/sample.jsonl"] {
      let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: casesFolder + "/" + name)))
      func reader(_ chunk: Int) -> any SourceReading {
        let limits = JSONLimits(chunkBytes: chunk)
        return name.hasPrefix("decp") ? DECPReader(limits: limits) : FactsReader(limits: limits)
      }
      let whole = rendered(try harvest(reader(4096), bytes, file: name))
      for chunk in [1, 7] { #expect(rendered(try harvest(reader(chunk), bytes, file: name)) == whole) }
      for end in stride(from: 1, to: bytes.count, by: 3) {
        let result = try harvest(reader(4096), bytes[..<end], file: name)
        #expect(result.items == result.records.count + result.refused.count)
        _ = result.mapped
      }
    }
  }

  @Test("damaged at random is read to its end by every reader", arguments: [1, 2, 3] as [UInt64])
  func mutations(seed: UInt64) throws {
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let signs = Array("\"\\{}[],:0-.e<&@\n;|".utf8) + [0, 0xE9, 0xFF]
    for name in ["decp/damaged.json", "facts/sample.jsonl", "text/eclairage.md"] {
      let original = try Array(Data(contentsOf: URL(fileURLWithPath: casesFolder + "/" + name)))
      for _ in 0..<40 {
        var bytes = original
        for _ in 0...random(4) {
          let place = random(bytes.count)
          switch random(3) {
          case 0: bytes[place] = signs[random(signs.count)]
          case 1: bytes.insert(signs[random(signs.count)], at: place)
          default: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random(20)))
          }
        }
        let limits = JSONLimits(depth: 8, recordBytes: 200 + random(4000), chunkBytes: 1 + random(500))
        let reader: any SourceReading
        switch name.prefix(4) {
        case "decp": reader = DECPReader(limits: limits)
        case "fact": reader = FactsReader(limits: limits)
        default: reader = SpecificationReader(limits: limits)
        }
        do {
          let result = try harvest(reader, bytes, file: name)
          #expect(result.items == result.records.count + result.refused.count)
          _ = result.mapped
        } catch let error as PasserelleError {
          #expect(PasserelleError.Code.all.contains(error.code), "seed \(seed)")
        }
      }
    }
  }
}
