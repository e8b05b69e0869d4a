import PasserelleArchive
public import PasserelleCore
public import PasserelleJSON
import PasserelleXML

/// Reads French essential procurement data (données essentielles de la commande publique): contracts and concessions,
/// layouts of 2019 and 2022, JSON and XML.
///
/// The lists under `marches` are read whatever their size, a record at a time. A `.jsonl` file holds one record a
/// line. A contract gives the same statements in both forms.
public struct DECPReader: SourceReading {
  /// The source's short name.
  public static let source = "decp"
  /// The format's name.
  public var formatName: String { "decp" }
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

  /// The paths of the lists of records in a file.
  static let layout = JSONRecordLayout.arrays([
    ["marches"], ["marches", "marche"], ["marches", "contrat-concession"],
  ])

  /// Reads a file to its end; see ``SourceReading/read(_:file:_:)``.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    let peeked = try PeekedByteSource(TranscodingByteSource.wrapping(input, from: encoding), peeking: 512)
    let isXML = Sniffer.text(peeked.peeked).first == UInt8(ascii: "<")
    var bytes: any ByteSource = peeked
    if isXML {
      try XMLRecordReader(names: DECPElement.names).read(&bytes, file: file) { item in
        switch item {
        case .refused(let refused): try body(.refused(refused))
        case .record(let record): try body(DECPRecord.item(of: record))
        }
      }
      return
    }
    let isLines = ["jsonl", "ndjson"].contains(FileName.fileExtension(file))
    let reader = JSONRecordReader(layout: isLines ? .lines : Self.layout, limits: limits)
    try reader.read(&bytes, file: file) { item in
      switch item {
      case .refused(let refused): try body(.refused(refused))
      case .record(let record): try body(DECPRecord.item(of: record))
      }
    }
  }
}
