import Foundation
import PasserelleText

/// The vocabularies of Snowball with their stems.
///
/// They are those of Snowball 3. Where the installed library is an older one, a stem that differs is told of as left
/// out, as long as at least half of the words agree: with fewer, something else is wrong.
enum SnowballSuite {
  private static let languages: [(name: String, language: TextLanguage)] = [
    ("french", .french), ("english", .english), ("portuguese", .portuguese), ("german", .german),
    ("spanish", .spanish), ("italian", .italian), ("dutch", .dutch),
  ]

  static let all: [ConformanceSuite] = languages.map { name, language in
    ConformanceSuite(name: "snowball-" + name, place: "snowball/" + name) { path, tell in
      let words = try lines(path + "/voc.txt")
      let stems = try lines(path + "/output.txt")
      guard words.count == stems.count, let step = StemStep(language) else {
        try tell(name, .failed("the vocabulary or the stemmer cannot be read"))
        return
      }
      var differences: [(word: String, text: String)] = []
      for (word, expected) in zip(words, stems) {
        let stem = step.stem(String(word))
        if stem == expected {
          try tell(String(word), .passed)
        } else {
          differences.append((String(word), "\(stem), not \(expected)"))
        }
      }
      let isOther = differences.count * 2 > words.count
      for difference in differences {
        try tell(
          difference.word,
          isOther
            ? .failed(difference.text)
            : .skipped("the vocabulary is of Snowball 3, the library an older one: " + difference.text))
      }
    }
  }

  private static func lines(_ path: String) throws -> [Substring] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw SuiteFiles.Unreadable(description: "\(path) is missing")
    }
    return text.split(separator: "\n")
  }
}
