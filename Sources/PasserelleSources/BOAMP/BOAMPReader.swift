public import PasserelleCore
public import PasserelleJSON

/// Reads notices of the French bulletin of public contracts (Bulletin officiel des annonces des marchés publics).
///
/// Two shapes are read: JSON lines of notices in full text, and the records of the bulletin’s open data interface as it
/// exports them (`results`, `records`, a plain array, or one a line). Each notice is a call in the shape that other
/// sources give.
///
/// Source: data set `boamp` of the Direction de l’information légale et administrative, whose records have the fields
/// `idweb`, `objet`, `nomacheteur`, `dateparution`, `datelimitereponse`, `code_departement`, `type_marche`, `nature`.
public struct BOAMPReader: SourceReading {
  /// The source's short name.
  public static let source = "boamp"
  /// The format's name.
  public var formatName: String { Self.source }
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

  /// The paths of the lists of notices in a file that is one document.
  static let layout = JSONRecordLayout.arrays([[], ["results"], ["records"]])

  /// Reads a file to its end; see ``SourceReading/read(_:file:_:)``.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    var bytes: any ByteSource = TranscodingByteSource.wrapping(input, from: encoding)
    let isLines = ["jsonl", "ndjson"].contains(FileName.fileExtension(file))
    let reader = JSONRecordReader(layout: isLines ? .lines : Self.layout, limits: limits)
    try reader.read(&bytes, file: file) { item in
      switch item {
      case .refused(let refused): try body(.refused(refused))
      case .record(let record): try body(BOAMPRecord.item(of: record))
      }
    }
  }
}
