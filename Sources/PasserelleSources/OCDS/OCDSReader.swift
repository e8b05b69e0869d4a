public import PasserelleCore
public import PasserelleJSON

/// Reads data of the Open Contracting Data Standard: release packages and record packages of 1.0 and 1.1, lone
/// releases and records, arrays and JSON lines of them, and the layout of the drafts of 2014.
///
/// A release or record gives several records: one for its call, one for each award with its contracts. Records are
/// whole: their compiled release, else their releases merged (see ``OCDSMerge``). A release completes what others
/// of its process said (``RecordAmendment``).
///
/// Packages are read one release or record at a time. What a package says of all of them (publisher, licence) is
/// known where it stands before the list, or where the whole file fits in the start that is looked at (4 MiB); a
/// stream cannot wait for what comes after. Lone releases and records are held whole, up to the limit of a record.
///
/// Source: <https://standard.open-contracting.org/1.1/en/schema/>.
public struct OCDSReader: SourceReading {
  /// The source's short name.
  public static let source = "ocds"
  /// The format's name.
  public var formatName: String { "ocds" }
  private let encoding: InputEncoding
  private let limits: JSONLimits

  /// How much of a file is looked at before it is read, in bytes.
  private static let headLength = 4 << 20

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - encoding: The encoding of the file; UTF-8 when nil.
  ///   - limits: How much is taken at most.
  public init(encoding: InputEncoding? = nil, limits: JSONLimits = .standard) {
    self.encoding = encoding ?? .utf8
    self.limits = limits
  }

  /// Reads a file to its end; see ``SourceReading/read(_:file:_:)``.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    var source = try StartByteSource(
      TranscodingByteSource.wrapping(input, from: encoding), length: Self.headLength)
    let skipped = try ByteOrderMark.skippedBytes(of: source.start, file: file)
    let isLines = ["jsonl", "ndjson"].contains(FileName.fileExtension(file))
    let head = OCDSHead(source.start[skipped...])
    let items = OCDSItems(package: head.package)
    let layout: JSONRecordLayout
    switch head.layout {
    case .lines: layout = .lines
    case .single where isLines: layout = .lines
    case .array: layout = .arrays([[]])
    case .list(let key): layout = .arrays([[key]])
    case .single:
      try readSingle(&source, file: file, items, body)
      return
    }
    var bytes: any ByteSource = source
    try JSONRecordReader(layout: layout, limits: limits).read(&bytes, file: file) { item in
      switch item {
      case .refused(let refused):
        return try body(.refused(refused))
      case .record(let record):
        for item in items.items(of: record) {
          guard try body(item) else { return false }
        }
        return true
      }
    }
  }

  /// Reads the whole file as one release or record.
  private func readSingle(
    _ source: inout StartByteSource, file: String, _ items: OCDSItems, _ body: (SourceItem) throws -> Bool
  ) throws {
    let bytes = try source.bytes(upTo: limits.recordBytes, chunkBytes: limits.chunkBytes)
    let value = try JSONDocument.parse(bytes, file: file, limits: limits)
    let location = SourceLocation(file: file, record: 1, line: 1, byteOffset: 0)
    for item in items.items(of: value, bytes: bytes, at: location) {
      guard try body(item) else { return }
    }
  }
}

/// A stream of which the start is looked at before it is read; the start is let go once it was read.
private struct StartByteSource: ByteSource {
  /// The start of the stream.
  private(set) var start: [UInt8] = []
  /// Whether the start is all there is.
  private var isWhole = false
  private var taken = 0
  private var rest: any ByteSource

  init(_ source: any ByteSource, length: Int) throws {
    rest = source
    while start.count < length {
      let chunk = try [UInt8](unsafeUninitializedCapacity: 256 << 10) { buffer, count in
        count = try rest.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if chunk.isEmpty {
        isWhole = true
        return
      }
      start += chunk
    }
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard taken < start.count else {
      start = []
      taken = 0
      return isWhole ? 0 : try rest.read(into: buffer)
    }
    let count = min(buffer.count, start.count - taken)
    start.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[taken..<(taken + count)]))
    }
    taken += count
    return count
  }
}
