public import PasserelleCore
public import PasserelleJSON

/// Reads the product's own facts: documents, things and claims, one JSON object a line (`passerelle-facts/1`).
public struct FactsReader: SourceReading {
  /// The source's short name.
  public static let source = "facts"
  /// The format's name.
  public var formatName: String { "facts" }
  private let encoding: InputEncoding
  private let limits: JSONLimits

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
    var bytes = TranscodingByteSource.wrapping(input, from: encoding)
    try JSONRecordReader(layout: .lines, limits: limits).read(&bytes, file: file) { item in
      switch item {
      case .refused(let refused): try body(.refused(refused))
      case .record(let record): try body(FactRecord.item(of: record))
      }
    }
  }
}
