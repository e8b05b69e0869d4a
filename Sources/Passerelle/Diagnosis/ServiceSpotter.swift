import PasserelleText

/// Finds the names of services in texts: words without case, accents, plural endings and function words.
struct ServiceSpotter {
  /// A name of a service.
  struct Name {
    let text: String
    /// The language, ISO 639-1.
    let language: String
    /// The place of the service.
    let place: Int
  }

  private struct Term {
    let words: [String]
    let language: String
    let place: Int
  }

  /// The names by their first word, the longest first.
  private var terms: [String: [Term]] = [:]

  /// Characters of a text that are read: its subject is told at its start.
  static let textLength = 2000

  /// Makes a spotter of names.
  init(_ names: [Name]) {
    for name in names {
      let words = Self.words(name.text).map(\.form)
      guard let first = words.first else { continue }
      terms[first, default: []].append(Term(words: words, language: name.language, place: name.place))
    }
    for key in terms.keys { terms[key]?.sort { ($1.words.count, $0.place) < ($0.words.count, $1.place) } }
  }

  /// The services that a text names.
  ///
  /// - Parameters:
  ///   - text: The text; its start counts.
  ///   - language: Its language: names in that language are sought; nil for those of every language.
  /// - Returns: Each once, in the order of the text; of names that begin alike the longest.
  /// - Complexity: O(*n*) in the words, each with the names that begin with it.
  func spots(in text: String, language: String?) -> [(place: Int, words: String)] {
    let text = String(text.prefix(Self.textLength))
    let words = Self.words(text)
    var found: [(place: Int, words: String)] = []
    var index = 0
    while index < words.count {
      let rest = words[index...]
      let match = terms[words[index].form]?.first { term in
        (language == nil || term.language == language) && term.words.count <= rest.count
          && zip(term.words, rest).allSatisfy { $0 == $1.form }
      }
      guard let match else {
        index += 1
        continue
      }
      let end = index + match.words.count - 1
      if !found.contains(where: { $0.place == match.place }) {
        found.append((match.place, String(text[words[index].range.lowerBound..<words[end].range.upperBound])))
      }
      index = end + 1
    }
    return found
  }

  /// The forms of a text in one line.
  static func fold(_ text: String) -> String { words(text).map(\.form).joined(separator: " ") }

  private static let functionWords: Set<String> = [
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par", "pour", "sur",
    "dans", "avec", "the", "of", "and", "or", "for", "to", "in", "on",
  ]

  private static func words(_ text: String) -> [(form: String, range: Range<String.Index>)] {
    var result: [(form: String, range: Range<String.Index>)] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index].isLetter || text[index].isNumber else {
        index = text.index(after: index)
        continue
      }
      let end = text[index...].firstIndex { !$0.isLetter && !$0.isNumber } ?? text.endIndex
      for part in TextFolding.fold(String(text[index..<end])).split(separator: " ")
      where !functionWords.contains(String(part)) {
        result.append((form(part), index..<end))
      }
      index = end
    }
    return result
  }

  /// A folded word without its plural and feminine endings.
  private static func form(_ word: Substring) -> String {
    var word = word
    if word.hasSuffix("eaux") { return String(word.dropLast()) }
    if word.count > 3, word.hasSuffix("aux") { return word.dropLast(3) + "al" }
    if word.count > 3, let last = word.last, last == "s" || last == "x" { word = word.dropLast() }
    while word.count > 3, word.last == "e" { word = word.dropLast() }
    return String(word)
  }
}
