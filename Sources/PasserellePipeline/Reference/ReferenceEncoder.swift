import PasserelleCore
import PasserelleDigest
import PasserelleOntology
import PasserelleSegments
import PasserelleText

/// A list as the sections of its files: what Documentation/Formats/reference.md describes.
struct EncodedReference {
  /// The sections of the list, by number.
  var sections: [(id: UInt32, bytes: [UInt8])] = []
  /// The sections of its names in other languages; empty where it has none.
  var names: [(id: UInt32, bytes: [UInt8])] = []
  /// The SHA-256 of all sections: the identity of the list.
  private(set) var hash: ContentHash

  /// Encodes a list; its codes are put in the order of their bytes.
  init(_ info: ReferenceListInfo, _ items: [ReferenceItem]) {
    let items = items.sorted {
      $0.entry.code.utf8.lexicographicallyPrecedes($1.entry.code.utf8)
    }
    sections = ReferenceSections.encode(info, items.map(\.entry))
    names = ReferenceSections.encode(names: items.map(\.names))
    var digest = SHA256Digest()
    for (id, bytes) in sections + names {
      digest.update("\(id) \(bytes.count)\n")
      bytes.withUnsafeBytes { digest.update($0) }
    }
    hash = digest.finalize()
  }
}

/// The sections of a list's files.
enum ReferenceSections {
  static let info: UInt32 = 1
  static let codeStarts: UInt32 = 10
  static let codes: UInt32 = 11
  static let french: UInt32 = 12
  static let english: UInt32 = 13
  static let parents: UInt32 = 14
  static let replacements: UInt32 = 15
  static let points: UInt32 = 16
  static let populations: UInt32 = 17
  static let lines: UInt32 = 18
  static let frenchDefinitions: UInt32 = 19
  static let englishDefinitions: UInt32 = 20
  static let alternativeStarts: UInt32 = 21
  static let alternatives: UInt32 = 22
  static let writingHashes: UInt32 = 23
  static let writingRanks: UInt32 = 24
  static let textStarts: UInt32 = 30
  static let texts: UInt32 = 31
  static let languages: UInt32 = 40
  static let nameStarts: UInt32 = 41
  static let names: UInt32 = 42
  /// No text.
  static let none = UInt32.max

  static func encode(_ info: ReferenceListInfo, _ entries: [CodeList.Entry]) -> [(UInt32, [UInt8])] {
    var heap = TextHeap()
    var codes = TextHeap(isSet: false)
    var columns: [(UInt32, [UInt8])] = []
    for entry in entries { _ = codes.add(entry.code) }
    func texts(_ id: UInt32, _ text: (CodeList.Entry) -> String?) {
      let numbers = entries.map { text($0).map { heap.add($0) } ?? none }
      // A column without any text is left out.
      if id == french || id == english || numbers.contains(where: { $0 != none }) {
        columns.append((id, bytes(numbers)))
      }
    }
    texts(french) { $0.label.french }
    texts(english) { $0.label.english }
    texts(parents) { $0.parent }
    texts(replacements) { $0.replacedBy }
    texts(frenchDefinitions) { $0.definition?.french }
    texts(englishDefinitions) { $0.definition?.english }
    if entries.contains(where: { $0.point != nil }) {
      columns.append(
        (
          points,
          bytes(
            entries.flatMap { entry in
              [entry.point?.latitude ?? .nan, entry.point?.longitude ?? .nan].map(\.bitPattern)
            })
        ))
    }
    if entries.contains(where: { $0.population != nil }) {
      columns.append((populations, bytes(entries.map { Int64($0.population ?? -1) })))
    }
    columns.append((lines, bytes(entries.map { UInt32(clamping: $0.line ?? 0) })))
    var starts: [UInt32] = [0]
    var others: [UInt32] = []
    for entry in entries {
      for text in entry.alternatives { others.append(heap.add(text)) }
      starts.append(UInt32(others.count))
    }
    let writings = self.writings(entries)
    return
      ([
        (self.info, Self.lines(info)), (codeStarts, bytes(codes.starts)), (self.codes, codes.bytes),
        (alternativeStarts, bytes(starts)), (alternatives, bytes(others)),
        (writingHashes, bytes(writings.map(\.hash))), (writingRanks, bytes(writings.map(\.rank))),
        (textStarts, bytes(heap.starts)), (self.texts, heap.bytes),
      ] + columns).sorted { $0.0 < $1.0 }
  }

  static func encode(names: [[ReferenceItem.Name]]) -> [(UInt32, [UInt8])] {
    guard names.contains(where: { !$0.isEmpty }) else { return [] }
    var heap = TextHeap()
    let languages = Set(names.joined().map(\.language)).sorted()
    let rank = Dictionary(
      uniqueKeysWithValues: languages.enumerated().map { ($0.element, UInt32($0.offset)) })
    var starts: [UInt32] = [0]
    var pairs: [UInt32] = []
    for list in names {
      for name in list {
        pairs += [rank[name.language] ?? 0, heap.add(name.text)]
      }
      starts.append(UInt32(pairs.count / 2))
    }
    return [
      (textStarts, bytes(heap.starts)), (texts, heap.bytes),
      (self.languages, Array(languages.joined(separator: "\n").utf8)), (nameStarts, bytes(starts)),
      (self.names, bytes(pairs)),
    ]
  }

  /// The folded labels and alternatives by hash, then rank.
  private static func writings(_ entries: [CodeList.Entry]) -> [(hash: UInt64, rank: UInt32)] {
    var result: [(hash: UInt64, rank: UInt32)] = []
    for (rank, entry) in entries.enumerated() {
      var seen: Set<UInt64> = []
      for text in [entry.label.french, entry.label.english] + entry.alternatives {
        let folded = TextFolding.foldedBytes(text)
        guard !folded.isEmpty else { continue }
        let hash = Checksum.xxh3(folded)
        if seen.insert(hash).inserted { result.append((hash, UInt32(rank))) }
      }
    }
    return result.sorted { ($0.hash, $0.rank) < ($1.hash, $1.rank) }
  }

  private static func lines(_ info: ReferenceListInfo) -> [UInt8] {
    let fields = [
      info.id, info.label.french, info.label.english, info.source, info.parentList ?? "", info.licence,
    ]
    return Array(fields.map(ReferenceIndex.plain).joined(separator: "\n").utf8)
  }

  private static func bytes<Number: FixedWidthInteger>(_ numbers: [Number]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(numbers.count * MemoryLayout<Number>.size)
    for number in numbers { withUnsafeBytes(of: number.littleEndian) { result.append(contentsOf: $0) } }
    return result
  }
}

/// Texts one after the other, each known by its number.
private struct TextHeap {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0]
  private var numbers: [String: UInt32] = [:]
  /// Whether a text that is there already keeps its number.
  private let isSet: Bool

  init(isSet: Bool = true) { self.isSet = isSet }

  mutating func add(_ text: String) -> UInt32 {
    if isSet, let known = numbers[text] { return known }
    let number = UInt32(starts.count - 1)
    bytes.append(contentsOf: text.utf8)
    starts.append(UInt32(bytes.count))
    if isSet { numbers[text] = number }
    return number
  }
}
