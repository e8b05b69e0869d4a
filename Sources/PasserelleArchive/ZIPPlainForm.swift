import PasserelleCore

/// Rewrites an archive with headers that hold nothing but what the content needs.
///
/// Section numbers are those of PKWARE's APPNOTE 6.3.3: local headers (4.3.7) with sizes and checksum in place, so that
/// no data descriptor follows; no extra fields; all times 1 January 1980, the earliest that the format can tell.
enum ZIPPlainForm {
  /// Rewrites an archive.
  ///
  /// - Parameters:
  ///   - archive: An archive without ZIP64, comment or encryption.
  ///   - names: The names that its entries get, in their order.
  /// - Returns: The rewritten archive.
  /// - Throws: ``PasserelleError`` with code `output.unwritable` when the archive is not what is told here.
  static func rewritten(_ archive: [UInt8], names: [String]) throws -> [UInt8] {
    var output = LittleEndianBytes()
    var directory = LittleEndianBytes()
    output.bytes.reserveCapacity(archive.count)
    let reader = Reader(bytes: archive)
    var position = try reader.directoryStart(entryCount: names.count)
    for name in names {
      let entry = try reader.entry(at: &position)
      let offset = output.bytes.count
      let text = Array(name.utf8)
      // Bit 11: the name is UTF-8.
      let flags = text.allSatisfy { $0 < 0x80 } ? 0 : 1 << 11
      var common = LittleEndianBytes()
      common.append16(entry.method == 0 ? 10 : 20)
      common.append16(flags)
      common.append16(entry.method)
      common.append16(0)
      common.append16(1 << 5 | 1)
      common.append32(entry.checksum)
      common.append32(entry.packedSize)
      common.append32(entry.size)
      common.append16(text.count)
      common.append16(0)
      output.append32(0x0403_4B50)
      output.bytes += common.bytes + text
      output.bytes += archive[entry.data]
      directory.append32(0x0201_4B50)
      directory.append16(20)
      directory.bytes += common.bytes
      for _ in 0..<3 { directory.append16(0) }
      directory.append32(0)
      directory.append32(offset)
      directory.bytes += text
    }
    let start = output.bytes.count
    guard start + directory.bytes.count < 0xFFFF_FFFF else { throw damaged }
    output.bytes += directory.bytes
    output.append32(0x0605_4B50)
    for value in [0, 0, names.count, names.count] { output.append16(value) }
    output.append32(directory.bytes.count)
    output.append32(start)
    output.append16(0)
    return output.bytes
  }

  private static var damaged: PasserelleError {
    ZIPWriter.unwritable(
      fr:
        "L’archive ne peut pas être faite : libarchive a écrit une forme inattendue. Mettez libarchive à jour.",
      en: "The archive cannot be made: libarchive wrote an unexpected form. Bring libarchive up to date.")
  }

  private struct Entry {
    let method: Int
    let checksum: Int
    let packedSize: Int
    let size: Int
    let data: Range<Int>
  }

  /// Reads the central directory.
  private struct Reader {
    let bytes: [UInt8]

    func directoryStart(entryCount: Int) throws -> Int {
      let end = bytes.count - 22
      guard end >= 0, try value(end, 4) == 0x0605_4B50, try value(end + 10, 2) == entryCount else {
        throw damaged
      }
      return try value(end + 16, 4)
    }

    func entry(at position: inout Int) throws -> Entry {
      guard try value(position, 4) == 0x0201_4B50 else { throw damaged }
      let local = try value(position + 42, 4)
      let packedSize = try value(position + 20, 4)
      guard try value(local, 4) == 0x0403_4B50 else { throw damaged }
      let start = try local + 30 + value(local + 26, 2) + value(local + 28, 2)
      guard start + packedSize <= bytes.count else { throw damaged }
      let entry = Entry(
        method: try value(position + 10, 2), checksum: try value(position + 16, 4), packedSize: packedSize,
        size: try value(position + 24, 4), data: start..<start + packedSize)
      position += try 46 + value(position + 28, 2) + value(position + 30, 2) + value(position + 32, 2)
      return entry
    }

    private func value(_ offset: Int, _ width: Int) throws -> Int {
      guard offset >= 0, offset + width <= bytes.count else { throw damaged }
      return (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
  }
}

/// Appends numbers of two and four bytes, the least byte first.
struct LittleEndianBytes {
  var bytes: [UInt8] = []

  mutating func append16(_ value: Int) { append(value, 2) }

  mutating func append32(_ value: Int) { append(value, 4) }

  private mutating func append(_ value: Int, _ width: Int) {
    for index in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }
}
