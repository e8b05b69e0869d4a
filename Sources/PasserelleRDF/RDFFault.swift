public import PasserelleCore

/// Something in an RDF document that was not understood: where, and what was expected.
public struct RDFFault: Error, Sendable, Equatable {
  /// What kind of fault it is.
  public enum Kind: Sendable, Equatable, CaseIterable {
    /// The text breaks the grammar.
    case syntax
    /// A term that RDF does not admit: an IRI that is relative or has forbidden characters, a code point that is
    /// none, a prefix that was not declared.
    case term
    /// Nested deeper, or longer, than the limits.
    case limit
  }

  /// The kind.
  public let kind: Kind
  /// The line, from 1; 0 where it is not known.
  public let line: Int
  /// The column from 1, in characters, in Turtle and TriG in bytes; 0 where it is not known.
  public let column: Int
  /// What is wrong, or what was expected.
  public let detail: LocalizedText

  /// Makes a fault.
  public init(_ kind: Kind, line: Int, column: Int = 0, _ detail: LocalizedText) {
    self.kind = kind
    self.line = line
    self.column = column
    self.detail = detail
  }

  /// The fault as a diagnostic, its place and what was expected in the reason.
  public func diagnostic(file: String, record: Int? = nil) -> Diagnostic {
    Diagnostic(
      code, at: SourceLocation(file: file, record: record, line: line > 0 ? line : nil))
  }

  /// The fault as the error of a document that is refused as a whole.
  public func error(file: String) -> PasserelleError {
    let code = code
    return PasserelleError(
      kind == .limit ? .rdfLimit : .rdfMalformed,
      LocalizedText(
        fr: "\(code.reason.french) \(code.remedy.french)", en: "\(code.reason.english) \(code.remedy.english)"
      ),
      at: SourceLocation(file: file, line: line > 0 ? line : nil))
  }

  private var code: DiagnosticCode {
    let base: DiagnosticCode =
      switch kind {
      case .syntax: .rdfSyntax
      case .term: .rdfTerm
      case .limit: .rdfLimit
      }
    var place = (fr: "", en: "")
    if line > 0 { place = (", ligne \(line)", ", line \(line)") }
    if line > 0, column > 0 { place = (place.fr + ", colonne \(column)", place.en + ", column \(column)") }
    return DiagnosticCode(
      base.name, base.severity,
      reason: LocalizedText(
        fr: "\(base.reason.french.dropLast())\(place.fr) : \(detail.french).",
        en: "\(base.reason.english.dropLast())\(place.en): \(detail.english)."),
      remedy: base.remedy)
  }
}
