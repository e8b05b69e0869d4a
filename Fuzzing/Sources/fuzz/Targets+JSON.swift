import PasserelleCore
import PasserelleJSON

extension FuzzTargets {
  static let json = [
    FuzzTarget("json-document") { bytes in
      guard let value = refusing(bytes, { try JSONDocument.parse(bytes) }) else { return }
      var written: [UInt8] = []
      write(value, &written)
      let again = refusing(written) { try JSONDocument.parse(written) }
      hold(again == value, "what is written reads back: \(String(decoding: written, as: UTF8.self))")
    },
    FuzzTarget("json-records") { bytes in
      for layout in [JSONRecordLayout.arrays([[], ["marches"], ["a", "b"]]), .lines] {
        let small = JSONLimits(depth: 16, recordBytes: 4096, chunkBytes: 1 + bytes.count % 61)
        let found = [JSONLimits.standard, small].map { records(bytes, layout, $0) }
        var tiny = small
        tiny.chunkBytes = 1 << 16
        let pieces = records(bytes, layout, tiny)
        hold(pieces == found[1], "pieces do not matter: \(layout)\n\(pieces)\n\(found[1])")
      }
    },
  ]

  /// What a reader finds at a place: a record, or the codes of a refusal or an error.
  private struct Found: Equatable {
    var place: SourceLocation?
    var value: JSONValue?
    var codes: [String] = []
  }

  private static func records(_ bytes: [UInt8], _ layout: JSONRecordLayout, _ limits: JSONLimits) -> [Found] {
    var found: [Found] = []
    var input: any ByteSource = MemoryByteSource(bytes)
    do {
      try JSONRecordReader(layout: layout, limits: limits).read(&input, file: "t") { item in
        switch item {
        case .record(let record):
          check(record.location, in: bytes)
          hold(record.bytes.count <= limits.recordBytes, "a record is no longer than the limit")
          if let offset = record.location.byteOffset {
            hold(bytes[offset...].starts(with: record.bytes), "a record's bytes stand at its offset")
          }
          hold(record.location.record == found.count + 1, "records are counted")
          found.append(Found(place: record.location, value: record.value))
        case .refused(let refused):
          hold(!refused.diagnostics.isEmpty, "a refusal has a reason")
          for diagnostic in refused.diagnostics { check(diagnostic.location, in: bytes) }
          found.append(
            Found(
              place: coarse(refused.diagnostics.first?.location), codes: refused.diagnostics.map(\.code.name))
          )
        }
        return true
      }
    } catch let error as PasserelleError {
      check(error.location, in: bytes)
      found.append(Found(place: coarse(error.location), codes: [error.code.name]))
    } catch {
      hold(false, "an error of the product: \(error)")
    }
    return found
  }

  /// The place without its offset, which for a broken token is its start or the byte at fault, as its piece has them.
  private static func coarse(_ location: SourceLocation?) -> SourceLocation? {
    var place = location
    place?.byteOffset = nil
    return place
  }

  /// Writes JSON in its plainest form.
  static func write(_ value: JSONValue, _ bytes: inout [UInt8]) {
    switch value {
    case .null: bytes += Array("null".utf8)
    case .bool(let truth): bytes += Array("\(truth)".utf8)
    case .number(let text): bytes += Array(text.utf8)
    case .string(let text): write(text, &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (place, element) in elements.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        write(element, &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (place, member) in members.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        write(member.key, &bytes)
        bytes.append(UInt8(ascii: ":"))
        write(member.value, &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20: bytes += Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
