import PasserelleArchive
public import PasserelleCore
public import PasserelleJSON
import PasserelleXML

/// Reads notices of the French bulletin of public contracts (Bulletin officiel des annonces des marchés publics).
///
/// Three shapes are read: JSON lines of notices in full text, the records of the bulletin’s open data interface as it
/// exports them (`results`, `records`, a plain array, or one a line), and the XML of its archives, one notice a file.
/// Each notice is a call in the shape that other sources give.
///
/// Source: data set `boamp` of the Direction de l’information légale et administrative, whose records have the fields
/// `idweb`, `objet`, `nomacheteur`, `dateparution`, `datelimitereponse`, `code_departement`, `type_marche`, `nature`.
public struct BOAMPReader: SourceReading {
  /// The source's short name.
  public static let source = "boamp"
  /// The format's name.
  public var formatName: String { Self.source }
  private let encoding: InputEncoding?
  private let limits: JSONLimits

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - encoding: The encoding of the file; UTF-8 when nil, of XML what the document declares.
  ///   - limits: How much is taken at most.
  public init(encoding: InputEncoding? = nil, limits: JSONLimits = .standard) {
    self.encoding = encoding
    self.limits = limits
  }

  /// The paths of the lists of notices in a file that is one document.
  static let layout = JSONRecordLayout.arrays([[], ["results"], ["records"]])

  /// Reads a file to its end; see ``SourceReading/read(_:file:_:)``.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    let peeked = try PeekedByteSource(input, peeking: 512)
    if Sniffer.text(peeked.peeked).first == UInt8(ascii: "<") {
      return try readDocument(peeked, file: file, body)
    }
    var bytes: any ByteSource = TranscodingByteSource.wrapping(peeked, from: encoding ?? .utf8)
    let isLines = ["jsonl", "ndjson"].contains(FileName.fileExtension(file))
    let reader = JSONRecordReader(layout: isLines ? .lines : Self.layout, limits: limits)
    try reader.read(&bytes, file: file) { item in
      switch item {
      case .refused(let refused): try body(.refused(refused))
      case .record(let record): try body(BOAMPRecord.item(of: record))
      }
    }
  }

  /// Reads a notice of the archives.
  private func readDocument(
    _ input: any ByteSource, file: String, _ body: (SourceItem) throws -> Bool
  ) throws {
    let reader = XMLDocumentReader()
    var source: any ByteSource = encoding.map { TranscodingByteSource.wrapping(input, from: $0) } ?? input
    switch try reader.read(&source, file: file, encoding: encoding == nil ? nil : "UTF-8") {
    case .refused(let refused): _ = try body(.refused(refused))
    case .record(let record): _ = try body(BOAMPXMLRecord.item(of: record))
    }
  }
}
