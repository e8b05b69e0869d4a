import PasserelleCore
import PasserelleJSON

/// The start of a file of columns, up to its heading line, which tells the separator.
struct TableHead {
  private let file: String
  private let limits: JSONLimits
  /// The bytes read.
  private(set) var bytes: [UInt8] = []
  /// How many of them are a byte order mark.
  private(set) var skipped = 0
  /// Whether the file ends with them.
  private(set) var isWhole = false

  /// The longest heading line.
  private static let limit = 1 << 20

  init(file: String, limits: JSONLimits) {
    self.file = file
    self.limits = limits
  }

  /// Makes the head of bytes at hand, as much of it as there is.
  init(_ bytes: [UInt8]) {
    self.init(file: "", limits: .standard)
    self.bytes = bytes
    skipped = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    isWhole = true
  }

  /// Reads until the heading line is whole.
  mutating func read(_ input: inout any ByteSource) throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(limits.chunkBytes, 1), alignment: 16)
    defer { buffer.deallocate() }
    while !isWhole, line.isEmpty, bytes.count < Self.limit {
      let count = try input.read(into: buffer)
      isWhole = count == 0
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
    skipped = try ByteOrderMark.skippedBytes(of: bytes, file: file)
    guard bytes[skipped...].contains(where: { $0 > 0x20 }) else {
      throw PasserelleError(
        .inputEmpty,
        LocalizedText(
          fr: "Le fichier est vide. Exportez-le de nouveau.", en: "The file is empty. Export it again."),
        at: SourceLocation(file: file))
    }
  }

  /// The heading line with its end; empty where it is not whole.
  private var line: ArraySlice<UInt8> {
    var isQuoted = false
    var hasText = false
    for (place, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte > 0x20 { hasText = true }
      if hasText, !isQuoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        return bytes[...place]
      }
    }
    return []
  }

  /// The sign that stands most often in the heading line, outside quotation marks.
  var separator: UInt8 {
    let line = self.line.isEmpty ? bytes[...] : self.line
    var counts = [Int](repeating: 0, count: 256)
    var isQuoted = false
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted { counts[Int(byte)] += 1 }
    }
    var best = UInt8(ascii: ";")
    for candidate in "\t,|".utf8 where counts[Int(candidate)] > counts[Int(best)] { best = candidate }
    return best
  }

  /// The headings, as far as the bytes go.
  var headings: [String] {
    var rows = CSVRowReader(separator: separator, maximumBytes: Self.limit)
    var found: [String] = []
    let take: (CSVRow) -> Bool = { row in
      if row.isBlank { return true }
      found = row.fields.map { String(decoding: $0, as: UTF8.self).trimmed }
      return false
    }
    let goesOn = bytes[skipped...].withUnsafeBytes { rows.feed($0, take) }
    if goesOn, found.isEmpty { _ = rows.finish(take) }
    return found
  }
}
