import Foundation
import Testing

@testable import PasserelleText

/// What is expected of one language, with Debian 12's libstemmer.
struct StemParity: Sendable, CustomTestStringConvertible {
  let language: TextLanguage
  /// Folder of the vocabulary.
  let name: String
  /// Words of the vocabulary.
  let words: Int
  /// Words whose stem in the vocabulary, that of Snowball 3, is not libstemmer's.
  let differences: Int
  /// Words whose analysed form is not libstemmer's folded stem: our own tables and accent rules.
  let own: Int

  var testDescription: String { name }

  static let all: [StemParity] = [
    StemParity(language: .french, name: "french", words: 21655, differences: 54, own: 97),
    StemParity(language: .english, name: "english", words: 42649, differences: 57, own: 0),
    StemParity(language: .portuguese, name: "portuguese", words: 32016, differences: 0, own: 0),
    StemParity(language: .german, name: "german", words: 35033, differences: 1247, own: 0),
    StemParity(language: .spanish, name: "spanish", words: 28378, differences: 9, own: 0),
    StemParity(language: .italian, name: "italian", words: 35495, differences: 1, own: 0),
    StemParity(language: .dutch, name: "dutch", words: 45670, differences: 20897, own: 0),
  ]

  /// libstemmer 2.2.0 of Debian 12, for which the counts hold.
  static let knownStemmer = "libstemmer/29-3e7bbe039f4b455c"

  static let folder: URL = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["PASSERELLE_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? package.deletingLastPathComponent().appendingPathComponent("shared")
    return shared.appendingPathComponent("suites/snowball")
  }()

  static var isComparable: Bool {
    FileManager.default.fileExists(atPath: folder.path)
  }
}

/// Counts that change only when the installed stemmer, the vocabularies or our own tables do.
@Suite("Stems, word by word", .enabled(if: StemParity.isComparable, "other stemmer or no vocabularies"))
struct StemParityTests {
  private func lines(_ file: String) throws -> [Substring] {
    try String(contentsOf: StemParity.folder.appendingPathComponent(file), encoding: .utf8).split(
      separator: "\n")
  }

  /// A word without its elided article, which the chain cuts before the stemmer and Snowball 3 inside it.
  private func withoutElision(_ word: Substring, _ elision: Elision) -> String {
    guard let apostrophe = word.firstIndex(of: "'") else { return String(word) }
    let article = Array(word[..<apostrophe].utf8)
    let isElided = article.withUnsafeBufferPointer { article in
      article.baseAddress.map { elision.contains($0, article.count) } ?? false
    }
    return String(isElided ? word[word.index(after: apostrophe)...] : word)
  }

  @Test("differences of stems and of analysed forms are as counted", arguments: StemParity.all)
  func counted(_ expected: StemParity) throws {
    let words = try lines("\(expected.name)/voc.txt")
    let stems = try lines("\(expected.name)/output.txt")
    try #require(words.count == expected.words && stems.count == expected.words)
    let stemmer = try #require(SnowballStemmer(language: expected.language))
    let elision = Elision(language: expected.language)
    let forms = WordForm(language: expected.language)
    var differences = 0
    var own = 0
    for (written, stem) in zip(words, stems) {
      let word = withoutElision(written, elision)
      let ours = stemmer.stem(word)
      if ours != stem { differences += 1 }
      let form = Array(word.utf8).withUnsafeBufferPointer { forms.form(of: $0) }
      if form != TextFolding.foldedBytes(ours) { own += 1 }
    }
    print(
      "stems \(expected.name): \(differences) of \(words.count) differ from Snowball 3, \(own) are our own")
    #expect(differences == expected.differences)
    #expect(own == expected.own)
  }
}
