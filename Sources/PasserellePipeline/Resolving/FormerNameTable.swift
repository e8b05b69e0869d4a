import PasserelleCore
import PasserelleText

/// The names that well-known organisations had before, by the name that they have now.
package struct FormerNameTable: Sendable {
  private var names: [String: [String]] = [:]

  /// A table of nothing.
  package init() {}

  /// Reads a table: after a line that names the format, lines of `CURRENT NAME: former name; former name`.
  ///
  /// - Parameters:
  ///   - text: The file; lines that begin with `#` say nothing.
  ///   - source: Its path, for messages.
  /// - Throws: ``PasserelleError`` with code `ontology.invalid` at the line that cannot be read.
  package init(text: String, source: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "passerelle-former-names/1" else { throw Self.unreadable(source, 1) }
    for (place, line) in lines.enumerated().dropFirst() where !line.isEmpty && !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { throw Self.unreadable(source, place + 1) }
      let former = parts[1].split(separator: ";").map { Self.trimmed($0) }.filter { !$0.isEmpty }
      guard !former.isEmpty else { throw Self.unreadable(source, place + 1) }
      names[TextFolding.fold(Self.trimmed(parts[0])), default: []] += former
    }
  }

  /// The former names of a thing that has some names now, each once, sorted.
  func former(of current: [String]) -> [String] {
    guard !names.isEmpty else { return [] }
    return Set(current.flatMap { names[TextFolding.fold($0)] ?? [] }).subtracting(current).sorted()
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func unreadable(_ source: String, _ line: Int) -> PasserelleError {
    PasserelleError(
      .ontologyInvalid,
      LocalizedText(
        fr: "Cette ligne n’est pas « NOM : ancien nom ; ancien nom ».",
        en: "This line is not 'NAME: former name; former name'."),
      at: SourceLocation(file: source, line: line))
  }
}
