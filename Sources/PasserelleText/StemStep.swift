/// The stemming step of the analysis by itself, for comparison with the vocabularies of Snowball.
public struct StemStep {
  private let stemmer: SnowballStemmer
  private let elision: Elision
  private let cutsElisions: Bool

  /// Makes the step of a language; nil for one that is not stemmed.
  public init?(_ language: TextLanguage) {
    guard let stemmer = SnowballStemmer(language: language) else { return nil }
    self.stemmer = stemmer
    elision = Elision(language: language)
    cutsElisions = language == .french
  }

  /// The stem of a word in small letters; of a French one, without its elided article.
  public func stem(_ word: String) -> String {
    guard cutsElisions, let apostrophe = word.firstIndex(of: "'") else { return stemmer.stem(word) }
    let head = Array(word[..<apostrophe].utf8)
    let isElided = head.withUnsafeBufferPointer { head in
      head.baseAddress.map { elision.contains($0, head.count) } ?? false
    }
    return stemmer.stem(isElided ? String(word[word.index(after: apostrophe)...]) : word)
  }
}
