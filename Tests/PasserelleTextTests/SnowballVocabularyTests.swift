import Foundation
import Testing

@testable import PasserelleText

/// Where the vocabularies are: `$PASSERELLE_SHARED/suites/snowball`, by default beside the package.
private enum SnowballSuite {
  static let folder: URL = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["PASSERELLE_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? package.deletingLastPathComponent().appendingPathComponent("shared")
    return shared.appendingPathComponent("suites/snowball")
  }()

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }
}

/// The vocabularies of snowball-data (Snowball 3) against Debian's libstemmer (Snowball 2.2).
@Suite("Snowball vocabularies", .enabled(if: SnowballSuite.isPresent, "suites/snowball is missing"))
struct SnowballVocabularyTests {
  /// Compares stem by stem, French words without their elided article.
  ///
  /// Snowball 3 cuts French elisions inside the stemmer; our chain cuts them before it.
  @Test("Debian's stems agree with the vocabulary", arguments: [TextLanguage.french, .english, .portuguese])
  func agreement(_ language: TextLanguage) throws {
    let name = try #require(["fr": "french", "en": "english", "pt": "portuguese"][language.rawValue])
    func lines(_ file: String) throws -> [Substring] {
      try String(contentsOf: SnowballSuite.folder.appendingPathComponent("\(name)/\(file)"), encoding: .utf8)
        .split(separator: "\n")
    }
    let words = try lines("voc.txt")
    let stems = try lines("output.txt")
    try #require(words.count == stems.count && words.count > 20_000)
    let stemmer = try #require(SnowballStemmer(language: language))
    let elision = Elision(language: language)
    var differences: [String] = []
    for (word, expected) in zip(words, stems) {
      var word = String(word)
      if let apostrophe = word.firstIndex(of: "'"), language == .french {
        let head = Array(word[..<apostrophe].utf8)
        let elided = head.withUnsafeBufferPointer { head in
          head.baseAddress.map { elision.contains($0, head.count) } ?? false
        }
        if elided { word = String(word[word.index(after: apostrophe)...]) }
      }
      let stem = stemmer.stem(word)
      if stem != expected { differences.append("\(word) → \(stem), not \(expected)") }
    }
    let agreement = 1 - Double(differences.count) / Double(words.count)
    print(
      "snowball \(name): \(differences.count) differences in \(words.count) words,",
      "such as \(differences.prefix(3).joined(separator: "; "))")
    #expect(agreement >= 0.99)
  }
}
