import PasserelleMatching
import PasserelleText

/// Finds the subject of a document whose title says only what kind of document it is.
///
/// `Cahier des clauses techniques particulières` would find every award with `techniques` in its title.
enum NeedTitle {
  /// The longest subject, in characters.
  private static let longest = 200

  /// What a document is about, in its own words.
  ///
  /// - Parameters:
  ///   - outline: The document taken apart.
  ///   - title: Its title.
  /// - Returns: The first sentence under a heading such as `Objet du marché`; nil where the title tells the subject, or
  ///   nothing else does.
  static func subject(of outline: SpecificationOutline, insteadOf title: String) -> String? {
    guard isGeneric(title) else { return nil }
    let stated = outline.clauses.first { clause in
      let heading = unnumbered(clause.heading).first ?? ""
      return subjectHeadings.contains(heading)
    }
    guard let text = stated?.text, !isGeneric(text) else { return nil }
    let sentence = text.firstRange(of: ". ").map { text[..<$0.lowerBound] } ?? text[...]
    let line = sentence.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard line.count > longest else { return line }
    let cut = line.prefix(longest)
    return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
  }

  /// Whether a title names a kind of document, or one of its parts, and no subject.
  static func isGeneric(_ title: String) -> Bool {
    let words = unnumbered(title).filter { !abbreviations.contains($0) }
    return words.isEmpty || generic.contains(words.joined(separator: " "))
  }

  /// The folded words of a heading without its number: `Article 1 - Objet` gives `objet`.
  private static func unnumbered(_ heading: String) -> [String] {
    var words = TextFolding.fold(heading).split { !$0.isLetter && !$0.isNumber }.map(String.init)[...]
    if let first = words.first, ["article", "chapitre", "section", "partie", "art"].contains(first) {
      words = words.dropFirst()
    }
    while let first = words.first, first.allSatisfy({ $0.isNumber }) || (first.count <= 2 && first != "rc") {
      words = words.dropFirst()
    }
    return Array(words)
  }
}
