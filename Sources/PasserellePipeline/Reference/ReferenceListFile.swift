import PasserelleCore
import PasserelleOntology
import PasserelleSegments
import Synchronization

/// The codes of an imported list, read where they lie in its mapped file.
///
/// All places are checked when the file is opened, so that no look-up can leave it. For any thread.
final class ReferenceListFile: ReferenceEntries, Sendable {
  static let kind = "LIST"
  static let namesKind = "LNAM"
  static let version: UInt32 = 1
  static let versions: ClosedRange<UInt32> = 1...version

  let count: Int
  let info: ReferenceListInfo
  private let storage: any SegmentStorage
  private let namesFile: String?
  private let codes: ReferenceTexts
  private let texts: ReferenceTexts
  private let french: ReferenceNumbers<UInt32>
  private let english: ReferenceNumbers<UInt32>
  private let parents: ReferenceNumbers<UInt32>
  private let replacements: ReferenceNumbers<UInt32>
  private let definitions: (french: ReferenceNumbers<UInt32>, english: ReferenceNumbers<UInt32>)
  private let points: ReferenceNumbers<UInt64>
  private let populations: ReferenceNumbers<Int64>
  private let lines: ReferenceNumbers<UInt32>
  private let alternatives: (starts: ReferenceNumbers<UInt32>, numbers: ReferenceNumbers<UInt32>)
  private let writings: (hashes: ReferenceNumbers<UInt64>, ranks: ReferenceNumbers<UInt32>)
  /// The names in other languages, once they were asked for; the inner nil where they cannot be read.
  private let names = Mutex<ReferenceNamesFile??>(nil)

  /// Maps and checks a list.
  ///
  /// - Parameters:
  ///   - storage: Where its files are.
  ///   - name: The file of its codes.
  ///   - namesFile: The file of its names in other languages, if it has one; opened when it is asked for.
  /// - Throws: ``PasserelleError`` when it is missing, damaged or of another version.
  init(storage: any SegmentStorage, name: String, namesFile: String?) throws {
    typealias Name = ReferenceSections
    self.storage = storage
    self.namesFile = namesFile
    let file = try SegmentFile(storage: storage, name: name, kind: Self.kind, versions: Self.versions)
    codes = try ReferenceTexts(file, starts: Name.codeStarts, bytes: Name.codes)
    texts = try ReferenceTexts(file, starts: Name.textStarts, bytes: Name.texts)
    let (count, textCount) = (codes.count, UInt32(codes.isEmpty ? 0 : texts.count))
    self.count = count
    func column(_ id: UInt32, isNeeded: Bool = false) throws -> ReferenceNumbers<UInt32> {
      let numbers = ReferenceNumbers<UInt32>(file, id)
      let isWhole = numbers.count == count || !isNeeded && numbers.count == 0
      guard isWhole, numbers.allSatisfy({ $0 < textCount || !isNeeded && $0 == Name.none }) else {
        throw Self.damage(file)
      }
      return numbers
    }
    french = try column(Name.french, isNeeded: true)
    english = try column(Name.english, isNeeded: true)
    parents = try column(Name.parents)
    replacements = try column(Name.replacements)
    definitions = (try column(Name.frenchDefinitions), try column(Name.englishDefinitions))
    points = ReferenceNumbers(file, Name.points)
    populations = ReferenceNumbers(file, Name.populations)
    lines = ReferenceNumbers(file, Name.lines)
    alternatives = (
      ReferenceNumbers(file, Name.alternativeStarts), ReferenceNumbers(file, Name.alternatives)
    )
    writings = (ReferenceNumbers(file, Name.writingHashes), ReferenceNumbers(file, Name.writingRanks))
    info = Self.info(file)
    guard [0, 2 * count].contains(points.count), [0, count].contains(populations.count), lines.count == count,
      alternatives.starts.count == count + 1,
      alternatives.starts.isStarts(upTo: alternatives.numbers.count),
      alternatives.numbers.allSatisfy({ $0 < textCount }), writings.hashes.count == writings.ranks.count,
      writings.ranks.allSatisfy({ $0 < UInt32(count) })
    else { throw Self.damage(file) }
  }

  private static func damage(_ file: SegmentFile) -> PasserelleError {
    file.damage(LocalizedText(fr: "ses colonnes se contredisent", en: "its columns contradict each other"))
  }

  private static func info(_ file: SegmentFile) -> ReferenceListInfo {
    let fields = String(decoding: file.contents(ofSection: ReferenceSections.info), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    func field(_ index: Int) -> String { index < fields.count ? fields[index] : "" }
    return ReferenceListInfo(
      id: field(0), label: LocalizedText(fr: field(1), en: field(2)), source: field(3),
      parentList: field(4).isEmpty ? nil : field(4), licence: field(5))
  }

  func entry(at rank: Int) -> CodeList.Entry {
    let french = text(definitions.french, rank)
    let range = Int(alternatives.starts[rank])..<Int(alternatives.starts[rank + 1])
    let population = populations.isEmpty ? -1 : populations[rank]
    return CodeList.Entry(
      code: codes[rank], label: label(at: rank), parent: text(parents, rank), point: point(at: rank),
      alternatives: range.map { texts[Int(alternatives.numbers[$0])] },
      definition: french.map { LocalizedText(fr: $0, en: text(definitions.english, rank) ?? $0) },
      replacedBy: text(replacements, rank), population: population < 0 ? nil : Int(population),
      line: lines[rank] == 0 ? nil : Int(lines[rank]))
  }

  func label(at rank: Int) -> LocalizedText {
    LocalizedText(fr: texts[Int(french[rank])], en: texts[Int(english[rank])])
  }

  func point(at rank: Int) -> GeographicPoint? {
    guard !points.isEmpty else { return nil }
    let latitude = Double(bitPattern: points[2 * rank])
    let longitude = Double(bitPattern: points[2 * rank + 1])
    guard latitude.isFinite, longitude.isFinite else { return nil }
    return GeographicPoint(latitude: latitude, longitude: longitude)
  }

  func rank(ofCode code: String) -> Int? { codes.rank(of: code) }

  func ranks(writtenAs folded: String) -> [Int] {
    let hash = Checksum.xxh3(Array(folded.utf8))
    var place = writings.hashes.firstIndex(notBelow: hash)
    var ranks: [Int] = []
    while place < writings.hashes.count, writings.hashes[place] == hash {
      ranks.append(Int(writings.ranks[place]))
      place += 1
    }
    return ranks
  }

  func label(at rank: Int, language: String) -> String? {
    switch language {
    case "fr": return label(at: rank).french
    case "en": return label(at: rank).english
    default: break
    }
    guard let namesFile else { return nil }
    let names = self.names.withLock { names in
      if let known = names { return known }
      // A file of names that cannot be read is as one that is not there: the labels answer.
      let opened = try? ReferenceNamesFile(storage: storage, name: namesFile, count: count)
      names = .some(opened)
      return opened
    }
    return names?.name(at: rank, language: language)
  }

  private func text(_ column: ReferenceNumbers<UInt32>, _ rank: Int) -> String? {
    guard !column.isEmpty, column[rank] != ReferenceSections.none else { return nil }
    return texts[Int(column[rank])]
  }
}

/// The names of a list's codes in languages other than French and English.
final class ReferenceNamesFile: Sendable {
  private let languages: [String]
  private let starts: ReferenceNumbers<UInt32>
  private let pairs: ReferenceNumbers<UInt32>
  private let texts: ReferenceTexts

  init(storage: any SegmentStorage, name: String, count: Int) throws {
    typealias Name = ReferenceSections
    let file = try SegmentFile(
      storage: storage, name: name, kind: ReferenceListFile.namesKind, versions: ReferenceListFile.versions)
    languages = String(decoding: file.contents(ofSection: Name.languages), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    starts = ReferenceNumbers(file, Name.nameStarts)
    pairs = ReferenceNumbers(file, Name.names)
    texts = try ReferenceTexts(file, starts: Name.textStarts, bytes: Name.texts)
    guard starts.count == count + 1, starts.isStarts(upTo: pairs.count / 2) else {
      throw file.damage(
        LocalizedText(fr: "ses noms ne sont pas ceux de la liste", en: "its names are not those of the list"))
    }
  }

  func name(at rank: Int, language: String) -> String? {
    guard let wanted = languages.firstIndex(of: language) else { return nil }
    for place in Int(starts[rank])..<Int(starts[rank + 1]) where Int(pairs[2 * place]) == wanted {
      let number = Int(pairs[2 * place + 1])
      return number < texts.count ? texts[number] : nil
    }
    return nil
  }
}
