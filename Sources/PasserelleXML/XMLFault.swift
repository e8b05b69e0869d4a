package import PasserelleCore

/// Why reading stopped, in our words, with its place.
package struct XMLFault: Error, Sendable, Equatable {
  /// What kind of fault it is.
  package enum Kind: Sendable, Equatable {
    /// The text breaks the grammar, or the rules of namespaces.
    case malformed
    /// Nested deeper than the limit.
    case depth
    /// Longer, or of more nodes, than the limit.
    case size
    /// Declares or refers to entities of its own.
    case entity
    /// Holds nothing.
    case empty
  }

  /// The kind.
  package let kind: Kind
  /// The line, from 1; 0 where it is not known.
  package let line: Int
  /// The column in characters, from 1; 0 where it is not known.
  package let column: Int
  /// What libxml2 says, in English; empty for faults that it did not find.
  package let detail: String

  /// Makes a fault.
  package init(_ kind: Kind, line: Int = 0, column: Int = 0, detail: String = "") {
    self.kind = kind
    self.line = line
    self.column = column
    self.detail = detail
  }

  /// The error for a caller that reads a document as a whole.
  package func error(file: String) -> PasserelleError {
    let location = SourceLocation(file: file, line: line > 0 ? line : nil)
    if kind == .empty {
      return PasserelleError(
        .inputEmpty,
        LocalizedText(
          fr: "Le document XML est vide. Téléchargez-le de nouveau.",
          en: "The XML document is empty. Download it again."), at: location)
    }
    let (reason, remedy) = (diagnostic.reason, diagnostic.remedy)
    return PasserelleError(
      kind == .malformed ? Self.malformedCode : Self.limitCode,
      LocalizedText(
        fr: "\(reason.french) \(remedy.french)", en: "\(reason.english) \(remedy.english)"), at: location)
  }

  private static let malformedCode = PasserelleError.Code.xmlMalformed
  private static let limitCode = PasserelleError.Code.xmlLimit

  /// The diagnostic's code, for malformed text with its place in the reason.
  package var diagnostic: DiagnosticCode {
    switch kind {
    case .malformed, .empty: malformed
    case .depth: .xmlTooDeep
    case .size: .xmlTooLarge
    case .entity: .xmlEntity
    }
  }

  private var malformed: DiagnosticCode {
    let base = DiagnosticCode.xmlMalformed
    guard line > 0 else { return base }
    let isQuoted = !detail.isEmpty
    return DiagnosticCode(
      base.name, base.severity,
      reason: LocalizedText(
        fr: "XML mal formé, ligne \(line), colonne \(column)"
          + (isQuoted ? " (analyseur : « \(detail) »)." : "."),
        en: "Malformed XML, line \(line), column \(column)" + (isQuoted ? " (parser: “\(detail)”)." : ".")),
      remedy: base.remedy)
  }
}
