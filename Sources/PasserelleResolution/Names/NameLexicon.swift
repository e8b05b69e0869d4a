import PasserelleCore
import PasserelleText

/// The words that names of organisations are made of: legal forms, sorts of public bodies, abbreviations, common words,
/// branches, places; read from `Ontology/Names/organisation-names.txt`.
public struct NameLexicon: Sendable {
  /// What a word or phrase stands for.
  struct Entry: Sendable {
    let kind: PreparedToken.Kind
    /// The canonical word's letters.
    let bytes: [UInt8]
    /// The number of the legal form or of the sort of body, from 1; 0 for other kinds.
    let form: UInt8
  }

  /// The first line of a lexicon file.
  public static let format = "passerelle-names/1"

  /// Entries by the hash of their words, one space between.
  private(set) var entries: [UInt64: Entry] = [:]
  /// The greatest number of words of a phrase that begins with a word, by the word's hash.
  private(set) var longest: [UInt64: Int] = [:]
  /// Names of legal forms and bodies; the rank is the form's number less one.
  private(set) var legalNames: [String] = []
  private(set) var bodyNames: [String] = []
  /// The family of each legal form and body, by number; 0 is none.
  private(set) var legalFamilies: [UInt8] = [0]
  private(set) var bodyFamilies: [UInt8] = [0]

  /// Makes a lexicon without words.
  public init() {}

  /// Reads a lexicon.
  ///
  /// - Parameters:
  ///   - text: The contents of the file.
  ///   - source: The file's path, for errors.
  /// - Throws: ``PasserelleError`` with code `.ontologyInvalid` and the line.
  public init(text: String, source: String) throws {
    var families: [String: UInt8] = [:]
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = Self.trimmed(line)
      if number == 0 {
        guard line == Self.format else { throw Self.fault(source, 1) }
        continue
      }
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      guard let colon = line.firstIndex(of: ":") else { throw Self.fault(source, number + 1) }
      let head = line[..<colon].split(separator: " ")
      guard head.count >= 2, let kind = Self.kinds[String(head[0])] else {
        throw Self.fault(source, number + 1)
      }
      let folded = TextFolding.foldedBytes(String(head[1]))
      // Abbreviations of several words are written out as these; other canonical words are one.
      let canonical = head[0] == "abbreviation" ? folded : folded.filter { $0 != 0x20 }
      var form: UInt8 = 0
      if kind == .legal || kind == .body {
        var family: UInt8 = 0
        if head.count > 2 {
          let name = String(head[0] + head[2])
          family = families[name] ?? UInt8(clamping: families.count + 1)
          families[name] = family
        }
        if kind == .legal {
          legalNames.append(String(head[1]))
          legalFamilies.append(family)
          form = UInt8(clamping: legalNames.count)
        } else {
          bodyNames.append(String(head[1]))
          bodyFamilies.append(family)
          form = UInt8(clamping: bodyNames.count)
        }
      }
      var variants = line[line.index(after: colon)...].split(separator: ";").map {
        TextFolding.foldedBytes(String($0))
      }
      let isList = kind == .common || kind == .branch || kind == .group || kind == .noise || kind == .stop
      if !isList {
        variants.append(TextFolding.foldedBytes(String(head[1])))
      }
      for variant in variants where !variant.isEmpty {
        let bytes = isList ? variant.filter { $0 != 0x20 } : canonical
        add(variant, Entry(kind: kind, bytes: bytes, form: form), abbreviates: head[0] == "abbreviation")
      }
    }
    settleKinds()
  }

  /// What a phrase stands for; nil where it is no entry.
  func entry(_ hash: UInt64) -> Entry? { entries[hash] }

  private mutating func add(_ variant: [UInt8], _ entry: Entry, abbreviates: Bool) {
    let hash = NameHash.of(variant)
    let words = variant.split(separator: 0x20)
    guard let first = words.first else { return }
    if let known = entries[hash] {
      // What stands first in the file holds; an abbreviation written out takes the kind of what it abbreviates.
      if known.kind == .word, entry.kind != .word {
        entries[hash] = Entry(kind: entry.kind, bytes: known.bytes, form: entry.form)
      }
      return
    }
    var entry = entry
    if abbreviates, entry.bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      entry = Entry(kind: .number, bytes: entry.bytes, form: 0)
    }
    entries[hash] = entry
    let start = NameHash.of(first)
    longest[start] = max(longest[start] ?? 0, words.count)
  }

  /// Gives abbreviations the kind of the words they stand for.
  private mutating func settleKinds() {
    let known = entries
    for (hash, entry) in known where entry.kind == .word {
      if let target = known[NameHash.of(entry.bytes)], target.kind != .word {
        entries[hash] = Entry(kind: target.kind, bytes: entry.bytes, form: target.form)
      }
    }
  }

  private static let kinds: [String: PreparedToken.Kind] = [
    "legal": .legal, "body": .body, "abbreviation": .word, "common": .common, "branch": .branch,
    "group": .group,
    "noise": .noise, "stop": .stop, "place": .place,
  ]

  private static func trimmed(_ line: Substring) -> Substring {
    var line = line
    while let last = line.last, last == " " || last == "\r" { line.removeLast() }
    return line
  }

  private static func fault(_ source: String, _ line: Int) -> PasserelleError {
    PasserelleError(
      .ontologyInvalid,
      LocalizedText(
        fr: "Ligne de mots de noms incomprise ; attendu : sorte, mot, deux-points, variantes.",
        en: "This line of name words is not understood; expected: kind, word, colon, variants."),
      at: SourceLocation(file: source, line: line))
  }
}
