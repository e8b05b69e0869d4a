public import PasserelleCore
public import PasserelleJSON

/// Reads profiles, evaluations or action sheets: one JSON object, an array of them, one a line, or a table.
///
/// Which of these a file is, its first bytes tell.
public struct DeclarationReader: SourceReading {
  /// What the file holds.
  public let kind: DeclarationKind
  /// The format's name.
  public var formatName: String { kind.rawValue }
  private let encoding: InputEncoding
  private let limits: JSONLimits

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - kind: What the file holds.
  ///   - encoding: The encoding of the file; UTF-8 when nil.
  ///   - limits: How much is taken at most.
  public init(_ kind: DeclarationKind, encoding: InputEncoding? = nil, limits: JSONLimits = .standard) {
    self.kind = kind
    self.encoding = encoding ?? .utf8
    self.limits = limits
  }

  /// Reads a file to its end; see ``SourceReading/read(_:file:_:)``.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    let bytes = TranscodingByteSource.wrapping(input, from: encoding)
    var source = try HeadByteSource(bytes, limit: limits.recordBytes)
    let skipped = try ByteOrderMark.skippedBytes(of: source.head, file: file)
    let text = source.head[skipped...].drop { $0 <= 0x20 }
    let isLines = ["jsonl", "ndjson"].contains(FileName.fileExtension(file))
    switch text.first {
    case UInt8(ascii: "["):
      try readJSON(.arrays([[]]), &source, file: file, body)
    case UInt8(ascii: "{") where isLines || Self.isWholeLine(text):
      try readJSON(.lines, &source, file: file, body)
    case UInt8(ascii: "{"):
      try readObject(&source, file: file, body)
    default:
      var table = DeclarationTable(kind: kind, file: file, limits: limits)
      try table.read(&source, skipping: skipped, body)
    }
  }

  /// Whether the first line is an object by itself, so that each line is one.
  private static func isWholeLine(_ text: ArraySlice<UInt8>) -> Bool {
    let line = text.prefix { $0 != UInt8(ascii: "\n") }
    return (try? JSONDocument.parse(Array(line))) != nil
  }

  private func readJSON(
    _ layout: JSONRecordLayout, _ source: inout HeadByteSource, file: String,
    _ body: (SourceItem) throws -> Bool
  ) throws {
    var input: any ByteSource = source
    try JSONRecordReader(layout: layout, limits: limits).read(&input, file: file) { item in
      switch item {
      case .refused(let refused): try body(.refused(refused))
      case .record(let record):
        try body(
          DeclarationRecord.item(kind, record.value, bytes: record.bytes, at: record.location))
      }
    }
  }

  /// Reads the whole file as one object.
  private func readObject(
    _ source: inout HeadByteSource, file: String, _ body: (SourceItem) throws -> Bool
  ) throws {
    let bytes = try source.bytes(upTo: limits.recordBytes, chunkBytes: limits.chunkBytes)
    let value = try JSONDocument.parse(bytes, file: file, limits: limits)
    let location = SourceLocation(file: file, record: 1, line: 1, byteOffset: 0)
    _ = try body(DeclarationRecord.item(kind, value, bytes: bytes, at: location))
  }
}

/// A stream of which the first line is looked at before it is read.
struct HeadByteSource: ByteSource {
  /// The bytes up to the end of the first line that is not blank, and some more.
  private(set) var head: [UInt8] = []
  private var taken = 0
  private var rest: any ByteSource

  /// Reads ahead until a line ends that holds something.
  ///
  /// - Parameters:
  ///   - source: The stream.
  ///   - limit: The most bytes read ahead.
  /// - Throws: What the stream throws.
  init(_ source: any ByteSource, limit: Int) throws {
    rest = source
    var seen = 0
    var hasText = false
    while head.count < limit {
      let chunk = try [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
        count = try rest.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if chunk.isEmpty { return }
      head += chunk
      while seen < head.count {
        let byte = head[seen]
        seen += 1
        if hasText, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return }
        if byte > 0x20 { hasText = true }
      }
    }
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard taken < head.count else { return try rest.read(into: buffer) }
    let count = min(buffer.count, head.count - taken)
    head.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[taken..<(taken + count)]))
    }
    taken += count
    return count
  }
}
