public import PasserelleCore

/// Why a query cannot be read: the place, what stands there and what was expected.
public struct SPARQLSyntaxError: Error, Sendable, Equatable {
  /// The line, from 1.
  public let line: Int
  /// The column in characters, from 1.
  public let column: Int
  /// The offset in bytes.
  public let offset: Int
  /// What is wrong, for people.
  public let reason: LocalizedText

  /// The error for users.
  ///
  /// - Parameter file: The name of the query's file; `-` for one that was typed.
  /// - Returns: The error with code `sparql.syntax`.
  public func error(file: String = "-") -> PasserelleError {
    PasserelleError(
      .sparqlSyntax,
      LocalizedText(
        fr: "Requête SPARQL, ligne \(line), colonne \(column) : \(reason.french)",
        en: "SPARQL query, line \(line), column \(column): \(reason.english)"),
      at: SourceLocation(file: file, line: line, byteOffset: offset))
  }

  init(_ reason: LocalizedText, at offset: Int, in text: [UInt8]) {
    let before = text[..<min(offset, text.count)]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    line = 1 + before.count { $0 == UInt8(ascii: "\n") }
    column = 1 + before[start...].count { $0 & 0xC0 != 0x80 }
    self.offset = offset
    self.reason = reason
  }
}
