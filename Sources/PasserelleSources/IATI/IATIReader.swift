public import PasserelleCore
public import PasserelleXML

/// Reads activities and organisations of the International Aid Transparency Initiative (IATI 2.01 to 2.03, and of 1.0x
/// what bears the same names).
///
/// One record an activity or organisation; memory is bounded by one of them, whatever the length of the file.
public struct IATIReader: SourceReading {
  /// The source's short name.
  public static let source = "iati"
  /// The format's name.
  public var formatName: String { Self.source }
  /// How many bytes are looked at for the version in the root.
  private static let leadBytes = 16 << 10
  private let encoding: InputEncoding?
  private let limits: XMLLimits

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - encoding: The encoding of the file; what the document declares when nil.
  ///   - limits: How much is taken at most; of the document's length only an activity's part is bounded.
  public init(encoding: InputEncoding? = nil, limits: XMLLimits = .standard) {
    self.encoding = encoding
    self.limits = limits
  }

  /// Reads a file to its end; see ``SourceReading/read(_:file:_:)``.
  ///
  /// - Throws: ``PasserelleError`` with code `input.empty`.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    var bytes: any ByteSource = encoding.map { TranscodingByteSource.wrapping(input, from: $0) } ?? input
    let lead = try LeadByteSource(bytes, count: Self.leadBytes)
    let version = IATIDetection.version(Sniffer.text(lead.lead))
    bytes = lead
    var isFirst = true
    let reader = XMLRecordReader(names: ["iati-activity", "iati-organisation"], limits: limits)
    try reader.read(&bytes, file: file, encoding: encoding == nil ? nil : "UTF-8") { item in
      switch item {
      case .refused(let refused): return try body(.refused(refused))
      case .record(let xml):
        defer { isFirst = false }
        return try body(IATIRecord.item(of: xml, version: isFirst ? .some(version) : nil))
      }
    }
  }
}

/// Bytes of which the first are known before they are read.
struct LeadByteSource: ByteSource {
  /// The first bytes.
  let lead: [UInt8]
  private var taken = 0
  private var rest: any ByteSource

  /// Reads ahead.
  init(_ source: any ByteSource, count: Int) throws {
    var source = source
    var lead: [UInt8] = []
    while lead.count < count {
      let chunk = try [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
        read = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if chunk.isEmpty { break }
      lead += chunk
    }
    self.lead = lead
    rest = source
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard taken < lead.count else { return try rest.read(into: buffer) }
    let count = min(buffer.count, lead.count - taken)
    buffer.copyBytes(from: lead[taken..<(taken + count)])
    taken += count
    return count
  }
}
