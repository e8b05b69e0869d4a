import Foundation
import PasserelleArchive

/// Inputs made to break readers, each a name and its bytes, with the code that tells of it.
enum HostileFiles {
  static let limits = ArchiveLimits(totalBytes: 8 << 20, entryBytes: 4 << 20, ratio: 100, freeBytes: 100_000)

  private static let row = #"{"id": "R", "acheteur": {"id": "21690123100011"}, "objet": "Un"}"#

  static func all() throws -> [(name: String, bytes: [UInt8], code: String)] {
    try xml() + json() + texts() + archives()
  }

  private static func notice(_ inner: String, _ before: String = "") -> [UInt8] {
    let space = "urn:oasis:names:specification:ubl:schema:xsd:ContractAwardNotice-2"
    return Array("\(before)<ContractAwardNotice xmlns=\"\(space)\">\(inner)</ContractAwardNotice>".utf8)
  }

  private static func xml() -> [(String, [UInt8], String)] {
    let laughs =
      "<!DOCTYPE x [<!ENTITY a \"ha\">"
      + (1..<10).map {
        "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 == 1 ? "" : String($0 - 1));", count: 10))\">"
      }
      .joined() + "]>"
    let large = String(repeating: "A", count: 2000)
    let quadratic = "<!DOCTYPE x [<!ENTITY a \"\(large)\">]>"
    let many = String(repeating: "&a;", count: 2000)
    let deep = String(repeating: "<a>", count: 5000)
    return [
      ("laughs.xml", notice("&a9;", laughs), "xml.entity"),
      ("quadratic.xml", notice(many, quadratic), "xml.entity"),
      (
        "external.xml", notice("&a;", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"),
        "xml.entity"
      ),
      (
        "external-http.xml", notice("&a;", "<!DOCTYPE x [<!ENTITY a SYSTEM \"http://127.0.0.1:9/a\">]>"),
        "xml.entity"
      ),
      (
        "parameter.xml", notice("", "<!DOCTYPE x [<!ENTITY % a SYSTEM \"http://127.0.0.1:9/a.dtd\"> %a;]>"),
        "xml.entity"
      ),
      ("fetched-dtd.xml", notice("&a;", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/a.dtd\">"), "xml.malformed"),
      ("deep.xml", notice(deep), "xml.tooDeep"),
      ("null.xml", notice("a\u{0}b"), "xml.malformed"),
      (
        "latin.xml", notice("").dropLast(22) + [0xE9, 0xE9] + Array("</ContractAwardNotice>".utf8),
        "xml.malformed"
      ),
      ("cut.xml", notice("<a>").dropLast(10), "xml.malformed"),
    ]
  }

  private static func json() -> [(String, [UInt8], String)] {
    func file(_ text: String) -> [UInt8] { Array("{\"marches\": [\(text)]}".utf8) }
    let deep = String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
    let cut = file(row.replacingOccurrences(of: "Un", with: "coupé")).dropLast(20)
    let bytes = Array(row.utf8)
    let invalid =
      Array("{\"marches\": [".utf8) + bytes.dropLast(4) + [0xFF] + bytes.suffix(4) + Array("]}".utf8)
    let wide = String(decoding: file(row), as: UTF8.self)
    return [
      ("deep.json", file(#"{"id": "R", "a": \#(deep)}"#), "json.tooDeep"),
      ("null.json", file("{\"id\": \"R\u{0}\"}"), "json.malformed"),
      ("invalid.json", invalid, "json.invalidUTF8"),
      ("cut.json", Array(cut), "json.malformed"),
      (
        "utf16.json", [0xFF, 0xFE] + wide.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
        "file.unreadable"
      ),
      ("utf16-bare.json", wide.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, "file.unreadable"),
      (
        "utf32.json",
        [0xFF, 0xFE, 0, 0] + wide.unicodeScalars.flatMap { [UInt8($0.value & 0xFF), 0, 0, 0] },
        "file.unreadable"
      ),
      (
        "utf32-bare.json", wide.unicodeScalars.flatMap { [UInt8($0.value & 0xFF), 0, 0, 0] },
        "file.unreadable"
      ),
      ("empty.json", [], "file.unreadable"),
    ]
  }

  private static func texts() -> [(String, [UInt8], String)] {
    [
      ("zeros.bin", [UInt8](repeating: 0, count: 10_000), "file.unreadable"),
      ("empty.txt", [], "file.unreadable"),
    ]
  }

  private static func archives() throws -> [(String, [UInt8], String)] {
    let zeros = [UInt8](repeating: 32, count: 1_000_000)
    let bomb = try ZIPWriter.data([ArchiveEntry(path: "a.json", bytes: Array("{\"marches\":".utf8) + zeros)])
    let nested = try ZIPWriter.data([ArchiveEntry(path: "b.zip", bytes: bomb)])
    let deeper = try ZIPWriter.data([ArchiveEntry(path: "c.zip", bytes: nested)])
    let sound = Array("{\"marches\": []}".utf8)
    var link = TinyTar.header("a.json", size: 0, type: "2", target: "/etc/passwd")
    link += [UInt8](repeating: 0, count: 1024)
    let slip =
      TinyTar.header("../a.json", size: 0, type: "0", target: "") + [UInt8](repeating: 0, count: 1024)
    let whole = try ZIPWriter.data([ArchiveEntry(path: "_vide", bytes: sound)])
    let gzip = TinyTar.gzip(whole: bomb, name: 6, count: 11 + zeros.count)
    return [
      ("bomb.zip", bomb, "archive.bomb"), ("nested.zip", nested, "archive.bomb"),
      ("deeper.zip", deeper, "archive.depth"), ("bomb.json.gz", gzip, "archive.bomb"),
      ("link.tar", link, "archive.link"), ("slip.tar", slip, "archive.traversal"),
      ("cut.zip", whole.dropLast(30), "archive.truncated"),
      (
        "cut.tar", Array(TinyTar.header("_a", size: 5000, type: "0", target: "") + sound),
        "archive.truncated"
      ),
    ]
  }
}

/// As much of tar and gzip as hostile files need.
enum TinyTar {
  static func header(_ name: String, size: Int, type: Character, target: String) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, _ offset: Int) {
      for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
    }
    func octal(_ value: Int, _ width: Int) -> String {
      let digits = String(value, radix: 8)
      return String(repeating: "0", count: width - digits.count) + digits
    }
    put(name, 0)
    put("0000644\0" + "0000000\0" + "0000000\0" + octal(size, 11) + "\0" + octal(0, 11), 100)
    put("        \(type)\(target)", 148)
    put("ustar\u{0}00", 257)
    put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\0 ", 148)
    return header
  }

  /// A gzip file with the deflated bytes of the only file of an archive.
  static func gzip(whole archive: [UInt8], name length: Int, count: Int) -> [UInt8] {
    let size = archive[18..<22].reversed().reduce(0) { $0 << 8 | Int($1) }
    let start = 30 + length
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + archive[start..<start + size] + archive[14..<18]
      + (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
  }
}
