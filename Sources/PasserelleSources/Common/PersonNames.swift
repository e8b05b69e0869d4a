internal import PasserelleText

/// Tells names of natural persons from names of organisations.
///
/// A name is a person's when it has a civility (`M.`, `Madame`, `Dr`…), or when it has two or three words of
/// which the first or the last is a French given name and none is a legal form, a trade or a place.
/// `PAUL SA`, `MARTIN FRERES`, `ENTREPRISE JEAN LEFEBVRE` and `ALEXANDRA HOUSE` are companies. When in doubt between a person and a
/// company that is called as its founder (`JEAN LEFEBVRE`), the name is taken for a person's: an organisation
/// without a name still has its number.
enum PersonNames {
  /// Whether a name is a natural person's.
  ///
  /// - Parameters:
  ///   - name: The name as written.
  ///   - isPublicBody: Whether the number says that it is one; then only a civility counts, since public bodies
  ///     bear names of places and of persons honoured.
  /// - Returns: True for a person; what is in doubt between the two is taken for one.
  static func isPerson(_ name: String, isPublicBody: Bool = false) -> Bool {
    // The register writes sole traders `NOM*PRENOMS/`.
    if name.hasSuffix("/"), name.contains("*"), !isPublicBody { return true }
    var words = split(name)
    guard !words.isEmpty, words.count <= 12 else { return false }
    let hasCompanyWord = words.contains { isCompanyWord($0) } || isBuilding(words)
    if hasCivility(words) { return !hasCompanyWord }
    if isPublicBody || hasCompanyWord { return false }
    // An individual business (EI, EIRL) bears its owner's name.
    if words.count > 2 { words.removeAll { personalForms.contains($0.plain) } }
    if let first = words.first, companyArticles.contains(first.plain) { return false }
    words.removeAll { particles.contains($0.plain) }
    guard (2...3).contains(words.count), words.allSatisfy({ $0.isWord }) else { return false }
    let first = isGivenName(words[0])
    let last = isGivenName(words[words.count - 1])
    guard first || last else { return false }
    // Two given names and nothing else (`PIERRE PAUL`) are a person's too; an initial is not enough.
    return words.allSatisfy { $0.plain.utf8.count > 1 }
  }

  /// Whether a word of a name is a given name, as in names of founders: `Cabinet Marie Dupont`.
  static func holdsGivenName(_ name: String) -> Bool { split(name).contains(where: isGivenName) }

  /// A word of a name.
  private struct Word {
    /// Folded, with a space for each hyphen or apostrophe.
    let plain: String
    /// Whether it ends with a full stop, as abbreviations do.
    let isAbbreviated: Bool
    /// Whether it is made of letters only.
    let isWord: Bool
  }

  private static func split(_ name: String) -> [Word] {
    name.split { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "(" || $0 == ")" || $0 == "/" }.compactMap
    { part in
      let plain = TextFolding.fold(String(part))
      guard !plain.isEmpty else {
        // A sign such as `&` or `+` stands between partners.
        return Word(plain: String(part), isAbbreviated: false, isWord: false)
      }
      let isWord = part.unicodeScalars.allSatisfy {
        $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" || $0 == "." || $0 == "\u{FFFD}"
      }
      return Word(plain: plain, isAbbreviated: part.last == ".", isWord: isWord)
    }
  }

  private static func hasCivility(_ words: [Word]) -> Bool {
    guard words.count > 1, let first = words.first else { return false }
    switch first.plain {
    case "monsieur", "madame", "mme", "mlle", "mademoiselle", "messieurs", "mesdames", "docteur", "maitre":
      return true
    case "mr", "dr", "me", "mrs", "pr":
      return words.count <= 4
    case "m", "mm":
      return first.isAbbreviated || words.dropFirst().contains { isGivenName($0) }
    default:
      return words.dropFirst().contains {
        ["monsieur", "madame", "mme", "mlle", "mademoiselle"].contains($0.plain)
      }
    }
  }

  private static func isGivenName(_ word: Word) -> Bool {
    let parts = word.plain.split(separator: " ")
    return !parts.isEmpty && parts.allSatisfy { GivenNames.all.contains(String($0)) }
  }

  /// Whether a word says that the name is an organisation's.
  private static func isCompanyWord(_ word: Word) -> Bool {
    if personalForms.contains(word.plain) { return false }
    if !word.isWord {
      return word.plain.unicodeScalars.contains { $0.isDigit } || !word.plain.contains { $0.isLetter }
    }
    // `S.A.R.L.` folds to four letters apart.
    var parts = word.plain.split(separator: " ").map(String.init)
    if parts.count > 1, parts.allSatisfy({ $0.utf8.count == 1 }) { parts = [parts.joined()] }
    if ["sarl", "eurl", "sasu"].contains(where: { word.plain.hasPrefix($0) }) { return true }
    if parts.contains(where: isAcronym) { return true }
    if parts.contains(where: { CompanyWords.all.contains($0) || CompanyWords.places.contains($0) }) {
      return true
    }
    return parts.contains { part in
      part.utf8.count > 6 && !GivenNames.all.contains(part)
        && CompanyWords.endings.contains { part.hasSuffix($0) }
    }
  }

  /// Whether two words are the name of a building (`Alexandra House`), which homes and practices bear.
  ///
  /// As a rule such a word is no surname; after two names it may be one: `Gregory James House`.
  private static func isBuilding(_ words: [Word]) -> Bool {
    words.count == 2 && CompanyWords.buildings.contains(words[1].plain)
  }

  /// Whether two to four letters cannot be pronounced, as in `BERTRAND SN`.
  private static func isAcronym(_ part: String) -> Bool {
    (2...4).contains(part.utf8.count) && !part.contains { "aeiouy".contains($0) }
      && !["dr", "mr", "mm", "st", "ng", "mme", "mlle", "mrs", "pr"].contains(part)
  }

  /// Legal forms of which the owner is a natural person.
  private static let personalForms: Set<String> = [
    "eirl", "ei", "e i", "e i r l", "auto entrepreneur", "auto entrepreneuse", "autoentrepreneur",
    "micro entrepreneur", "micro entreprise", "microentreprise",
  ]
  private static let companyArticles: Set<String> = [
    "la", "les", "l", "au", "aux", "chez", "un", "une", "the",
  ]
  private static let particles: Set<String> = [
    "de", "du", "des", "le", "la", "da", "dos", "van", "von", "ben", "el", "al", "d", "di", "del",
  ]
}
