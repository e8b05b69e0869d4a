public import PasserelleCore
public import PasserelleXML

/// Reads eForms notices that call for offers: contract notices, prior information notices, consultations.
///
/// A file is one notice, and one record. Notices of results are told from them and put aside.
public struct EFormsReader: SourceReading {
  /// The source's short name.
  public static let source = "eforms"
  /// The format's name.
  public var formatName: String { "eforms" }
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

  /// Reads a file to its end; see ``SourceReading/read(_:file:_:)``.
  ///
  /// - Throws: ``PasserelleError`` with code `input.empty`.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    _ = try body(EFormsRecord.item(of: document(&input, file: file)))
  }

  /// Reads a notice that need not be stored.
  ///
  /// - Parameters:
  ///   - input: The bytes.
  ///   - file: The name for diagnostics.
  ///   - iris: The IRI space of the workspace.
  /// - Returns: What the notice says, and what was repaired or dropped.
  /// - Throws: ``PasserelleError`` with the reason and remedy of a notice that is refused.
  public func outline(
    of input: inout any ByteSource, file: String, in iris: IRISpace = IRISpace()
  ) throws -> (notice: NoticeOutline, diagnostics: [Diagnostic]) {
    let item = try EFormsRecord.item(of: document(&input, file: file))
    switch item {
    case .record(let record):
      guard let record = record as? EFormsRecord else { preconditionFailure("the record is of this format") }
      let mapper = record.outline(key: record.key, in: iris)
      return (mapper.outline, mapper.base.diagnostics)
    case .refused(let refused):
      let code = refused.diagnostics.first?.code ?? .eformsUnknownRoot
      throw PasserelleError(
        .inputUnreadable,
        LocalizedText(
          fr: "\(code.reason.french) \(code.remedy.french)",
          en: "\(code.reason.english) \(code.remedy.english)"),
        at: refused.diagnostics.first?.location ?? SourceLocation(file: file))
    }
  }

  private func document(_ input: inout any ByteSource, file: String) throws -> XMLRecordItem {
    guard let encoding else { return try XMLDocumentReader(limits: limits).read(&input, file: file) }
    var source = TranscodingByteSource.wrapping(input, from: encoding)
    return try XMLDocumentReader(limits: limits).read(&source, file: file, encoding: "UTF-8")
  }
}
