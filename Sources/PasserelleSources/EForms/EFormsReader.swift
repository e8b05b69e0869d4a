public import PasserelleCore
public import PasserelleXML

/// Reads eForms notices: planning, consultations, calls for competition, results, intended direct awards, modifications
/// and completions of contracts.
///
/// A file is one notice. It gives the record of its call, and one for each contract or lot that was awarded; a notice
/// about contracts that exist gives those alone.
public struct EFormsReader: SourceReading {
  /// The source's short name.
  public static let source = "eforms"
  /// The format's name.
  public var formatName: String { "eforms" }
  private let encoding: InputEncoding?
  private let limits: XMLLimits
  /// Which statements are made.
  var statements = NoticeStatements.own
  private let rules: EFormsRuleShelf?

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - encoding: The encoding of the file; what the document declares when nil.
  ///   - limits: How much is taken at most.
  ///   - rules: The rules that notices are held against; nil for none.
  public init(
    encoding: InputEncoding? = nil, limits: XMLLimits = .standard, rules: EFormsRuleShelf? = nil
  ) {
    self.encoding = encoding
    self.limits = limits
    self.rules = rules
  }

  /// Reads a file to its end; see ``SourceReading/read(_:file:_:)``.
  ///
  /// - Throws: ``PasserelleError`` with code `input.empty`.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    let found = NoticeRecords.items(
      of: try document(&input, file: file), rules: rules, stating: statements)
    for item in found {
      guard try body(item) else { return }
    }
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
    switch NoticeRecords.items(of: try document(&input, file: file)).first {
    case .record(let record as EFormsRecord):
      let mapper = record.outline(key: record.key, in: iris)
      return (mapper.outline, mapper.base.diagnostics)
    case .refused(let refused):
      throw Self.error(refused.diagnostics.first?.code ?? .eformsUnknownRoot, refused.diagnostics.first, file)
    case .record, nil:
      // A modification or completion calls for nothing.
      throw Self.error(.eformsNoCall, nil, file)
    }
  }

  private static func error(
    _ code: DiagnosticCode, _ diagnostic: Diagnostic?, _ file: String
  ) -> PasserelleError {
    PasserelleError(
      .inputUnreadable,
      LocalizedText(
        fr: "\(code.reason.french) \(code.remedy.french)", en: "\(code.reason.english) \(code.remedy.english)"
      ),
      at: diagnostic?.location ?? SourceLocation(file: file))
  }

  private func document(_ input: inout any ByteSource, file: String) throws -> XMLRecordItem {
    guard let encoding else { return try XMLDocumentReader(limits: limits).read(&input, file: file) }
    var source = TranscodingByteSource.wrapping(input, from: encoding)
    return try XMLDocumentReader(limits: limits).read(&source, file: file, encoding: "UTF-8")
  }
}
