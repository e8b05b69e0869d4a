public import PasserelleCore
public import PasserelleXML

/// Reads notices of TED, the journal of European tenders, in the XML that it published until eForms (R2.0.7 to R2.0.9):
/// prior information, calls, results, modifications, corrections.
///
/// A file is one notice. It gives the record of its call, and one for each contract or lot that was awarded; a
/// modification gives its contracts alone, a correction is laid over the notice that it corrects.
public struct TEDReader: SourceReading {
  /// The source's short name.
  public static let source = "ted"
  /// The format's name.
  public var formatName: String { "ted" }
  private let encoding: InputEncoding?
  private let limits: XMLLimits

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - encoding: The encoding of the file; what the document declares when nil.
  ///   - limits: How much is taken at most.
  public init(encoding: InputEncoding? = nil, limits: XMLLimits = .standard) {
    self.encoding = encoding
    self.limits = limits
  }

  /// Whether a file is a notice of TED, by the name of its root element, whatever stands before it.
  public static func detects(fileName: String, firstBytes: [UInt8]) -> Bool {
    // Whatever the encoding, a document begins with `<`, a mark or white space.
    guard let first = firstBytes.first(where: { $0 > 0x20 }), first == UInt8(ascii: "<") || first >= 0xEF
    else {
      return false
    }
    return Sniffer.rootName(Sniffer.text(firstBytes)) == "TED_EXPORT"
  }

  /// Reads a file to its end; see ``SourceReading/read(_:file:_:)``.
  ///
  /// - Throws: ``PasserelleError`` with code `input.empty`.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    for item in TEDRecords.items(of: try document(&input, file: file)) {
      guard try body(item) else { return }
    }
  }

  private func document(_ input: inout any ByteSource, file: String) throws -> XMLRecordItem {
    // Superscripts stand within words.
    let reader = XMLDocumentReader(limits: limits, inline: ["FT"])
    guard let encoding else { return try reader.read(&input, file: file) }
    var source = TranscodingByteSource.wrapping(input, from: encoding)
    return try reader.read(&source, file: file, encoding: "UTF-8")
  }
}
