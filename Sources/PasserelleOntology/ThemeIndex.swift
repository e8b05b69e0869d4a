import PasserelleCore
import PasserelleText

/// The folded words of every name of every theme, made once when the ontology is loaded.
struct ThemeIndex: Sendable {
  private struct Name: Sendable {
    let theme: Int
    let text: String
    let words: [String]
  }

  private let names: [Name]

  init(_ themes: [Theme]) {
    var names: [Name] = []
    for (rank, theme) in themes.enumerated() {
      for text in theme.names {
        let words = Self.words(text)
        if !words.isEmpty { names.append(Name(theme: rank, text: text, words: words)) }
      }
    }
    self.names = names
  }

  /// The best name of each theme that answers, the closest and longest first.
  func matches(_ query: String, in themes: [Theme]) -> [ThemeMatch] {
    let query = Self.words(query)
    guard !query.isEmpty else { return [] }
    var best: [Int: (match: ThemeMatch, length: Int)] = [:]
    for name in names {
      guard let closeness = Self.closeness(of: query, to: name.words) else { continue }
      if let known = best[name.theme],
        (known.match.closeness, -known.length) <= (closeness, -name.words.count)
      {
        continue
      }
      best[name.theme] = (
        ThemeMatch(theme: themes[name.theme], matchedName: name.text, closeness: closeness),
        name.words.count
      )
    }
    return best.values.sorted {
      ($0.match.closeness, -$0.length, $0.match.theme.id) < (
        $1.match.closeness, -$1.length, $1.match.theme.id
      )
    }.map(\.match)
  }

  private static func words(_ text: String) -> [String] {
    TextFolding.fold(text).split(separator: " ").map(String.init).filter { !smallWords.contains($0) }
  }

  /// Words that tell themes apart from nothing, folded.
  private static let smallWords: Set<String> = [
    "a", "and", "au", "aux", "d", "de", "des", "du", "en", "et", "for", "in", "l", "la", "le", "les", "of",
    "or", "ou", "the",
  ]

  private static func closeness(of query: [String], to name: [String]) -> ThemeMatch.Closeness? {
    if query.count == name.count, zip(query, name).allSatisfy(isSameWord) { return .same }
    if name.count < query.count {
      for start in 0...(query.count - name.count)
      where zip(query[start..<(start + name.count)], name).allSatisfy(isSameWord) {
        return .nameInWords
      }
    }
    let isWithin = query.allSatisfy { word in
      name.contains { isSameWord(word, $0) || (word.utf8.count >= 4 && $0.hasPrefix(word)) }
    }
    return isWithin ? .wordsInName : nil
  }

  /// Whether two words are the same but for a plural ending.
  private static func isSameWord(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
    return short.utf8.count >= 3 && long.utf8.count == short.utf8.count + 1 && long.hasPrefix(short)
      && (long.last == "s" || long.last == "x")
  }
}
