import PasserelleCore

/// Reads the lines of a model file one after another.
struct RankingModelReader {
  static let maximumFeatures = 512
  static let maximumTrees = 10_000
  static let maximumNodes = 4095
  static let maximumWeight = 1e5
  static let maximumAmount: Int64 = 1_000_000_000_000

  let source: String
  let lines: [Substring.UTF8View.SubSequence]
  /// The number of the last line read, from 1.
  private(set) var line = 0
  /// The line of the first feature.
  var firstFeatureLine = 0

  init(text: String, source: String) {
    self.source = source
    lines = text[...].utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  func failure(_ french: String, _ english: String, line: Int? = nil) -> PasserelleError {
    PasserelleError(
      .modelInvalid,
      LocalizedText(
        fr: "modèle de classement illisible : \(french) ; reprendre un fichier intact ou réentraîner",
        en: "unreadable ranking model: \(english); take an intact file or train again"),
      at: SourceLocation(file: source, line: line ?? max(1, self.line)))
  }

  /// The next line, without a carriage return at its end.
  mutating func next() throws -> Substring {
    guard line < lines.count else {
      throw failure("le fichier s’arrête trop tôt", "the file ends too early")
    }
    line += 1
    var bytes = lines[line - 1]
    if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
    return Substring(bytes)
  }

  /// The text of the next line after a word.
  mutating func value(after word: String) throws -> String {
    let line = try next()
    guard line.hasPrefix(word + " ") else {
      throw failure("une ligne « \(word) » était attendue", "a line “\(word)” was expected")
    }
    return String(line.dropFirst(word.count + 1))
  }

  /// The words of the next line, without the indentation; `depth` says how deep it must be.
  mutating func words(depth: Int) throws -> [String] {
    let line = try next()
    let indent = String(repeating: "  ", count: depth)
    guard line.hasPrefix(indent) else { throw failure("retrait inattendu", "unexpected indentation") }
    let words = line.dropFirst(indent.utf8.count).utf8
      .split(separator: UInt8(ascii: " "), maxSplits: 64, omittingEmptySubsequences: false)
    return words.map { String(Substring($0)) }
  }

  /// The whole number of the next line after a word.
  mutating func countValue(after word: String, upTo limit: Int) throws -> Int {
    // The line is read first: a failure must name it, not the one before.
    let text = try value(after: word)
    return try count(text, upTo: limit)
  }

  func count(_ text: String, upTo limit: Int) throws -> Int {
    guard let number = Int(text), number >= 0, number <= limit, String(number) == text else {
      throw failure("nombre entier hors limites", "whole number out of range")
    }
    return number
  }

  /// A decimal number; what else a reader of numbers would take (hexadecimal, infinity) is refused.
  func number(_ text: String, _ range: ClosedRange<Double>) throws -> Double {
    guard Self.isDecimal(text), let number = Double(text), number.isFinite, range.contains(number) else {
      throw failure("nombre non valide", "invalid number")
    }
    return number
  }

  /// An amount of at most nine decimals, in billionths.
  func amount(_ text: String) throws -> Int64 {
    var units: Int64 = 0
    var decimals: Int?
    var digits = 0
    for byte in text.utf8.drop(while: { $0 == UInt8(ascii: "-") }) {
      if byte == UInt8(ascii: "."), decimals == nil, digits > 0 {
        decimals = 0
        continue
      }
      guard (0x30...0x39).contains(byte), digits < 13, decimals ?? 0 < 9 else {
        throw failure("nombre non valide", "invalid number")
      }
      units = units * 10 + Int64(byte - 0x30)
      digits += 1
      decimals = decimals.map { $0 + 1 }
    }
    for _ in (decimals ?? 0)..<9 { units *= 10 }
    guard digits > 0, decimals != 0, units <= Self.maximumAmount, !text.hasPrefix("--") else {
      throw failure("nombre non valide", "invalid number")
    }
    return text.hasPrefix("-") ? -units : units
  }

  mutating func expectEnd() throws {
    guard line == lines.count || (line == lines.count - 1 && lines[line].isEmpty) else {
      line += 1
      throw failure("texte après la fin", "text after the end")
    }
  }
}

extension RankingModelReader {
  static func isDecimal(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || "+-.e".utf8.contains(byte)
    }
  }

  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 200 && text.first != " " && text.last != " "
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
  }

  static func isLanguage(_ text: String) -> Bool {
    (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }

  static func isDay(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return false
    }
    guard let month = Int(String(decoding: bytes[5..<7], as: UTF8.self)),
      let day = Int(String(decoding: bytes[8..<10], as: UTF8.self))
    else { return false }
    let digits = bytes.enumerated().filter { $0.offset != 4 && $0.offset != 7 }
    return digits.allSatisfy { (0x30...0x39).contains($0.element) } && (1...12).contains(month)
      && (1...31).contains(day)
  }

  static func isHash(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  static func isFeatureName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && (text.utf8.first.map { (0x61...0x7A).contains($0) } ?? false)
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
  }
}
