import PasserelleCore

extension NameStatistics {
  /// The first line of a file of word counts.
  public static let format = "passerelle-word-counts/1"

  /// Reads counts of words: `names N`, then a word and its count a line.
  ///
  /// - Throws: ``PasserelleError`` with code `.ontologyInvalid` and the line.
  public init(text: String, source: String) throws {
    var names = 0
    var frequencies: [UInt64: Int32] = [:]
    for (number, line) in text.split(separator: "\n").enumerated() {
      if number == 0, line == Self.format[...] { continue }
      if line.hasPrefix("#") { continue }
      let parts = line.split(separator: " ")
      guard parts.count == 2, number > 0, let count = Int32(parts[1]), count >= 0 else {
        throw PasserelleError(
          .ontologyInvalid,
          LocalizedText(
            fr: "Ligne incomprise du décompte des mots.", en: "A line of the word counts is not understood."),
          at: SourceLocation(file: source, line: number + 1))
      }
      if parts[0] == "names", number == 1 {
        names = Int(count)
      } else {
        frequencies[NameHash.of(parts[0].utf8)] = count
      }
    }
    self.init(names: names, frequencies: frequencies)
  }

  /// Writes counts of words.
  ///
  /// - Parameters:
  ///   - names: How many names were counted.
  ///   - counts: The words with their counts.
  ///   - least: Words of fewer names are left out.
  /// - Returns: The file's text.
  public static func text(names: Int, counts: [(word: String, count: Int)], least: Int) -> String {
    var lines = [format, "names \(names)"]
    for (word, count) in counts.sorted(by: { $0.word < $1.word }) where count >= least {
      lines.append("\(word) \(count)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension NamePreparer {
  /// The words of a name that are counted, each once, sorted.
  public func statisticWords(of name: String, kind: Mention.Kind = .organisation) -> [String] {
    var words: Set<String> = []
    for part in parts(of: name, kind: kind) where part.kind != .legal && part.kind != .stop {
      words.insert(String(decoding: part.bytes, as: UTF8.self))
    }
    return words.sorted()
  }
}
