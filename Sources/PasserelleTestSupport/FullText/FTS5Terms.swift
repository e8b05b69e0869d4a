import PasserelleCore
import PasserelleText

/// The analysed terms of a document's fields, by the plain functions of the text target.
enum FTS5Terms {
  /// The terms of a field in the order of the texts, duplicates kept.
  static func terms(of field: TextField, _ document: TextDocument) -> [String] {
    let texts = document.texts[field] ?? []
    switch field {
    case .title, .body, .profile:
      return words(texts, TextLanguage(rawValue: document.language) ?? .neutral)
    case .buyers, .vendors, .places: return words(texts, .neutral)
    case .codes: return texts
    case .grams: return texts.flatMap { CharacterGrams.grams(of: $0, size: 4) }
    case .titleAsWritten: return words(document.texts[.title] ?? [], .neutral)
    case .bodyAsWritten: return words(document.texts[.body] ?? [], .neutral)
    case .concepts: return document.concepts.flatMap { Array(repeating: $0.term, count: $0.weight) }
    }
  }

  private static func words(_ texts: [String], _ language: TextLanguage) -> [String] {
    guard !texts.isEmpty else { return [] }
    let analyzer = TextAnalyzer(language: language)
    return texts.flatMap { analyzer.tokens(of: $0) }
  }
}
