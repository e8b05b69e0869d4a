import Foundation

/// The obvious reader of a text segment: the format's page in code, over arrays, without the product's own readers.
struct NaiveSegment {
  struct Posting: Equatable {
    var document: Int
    var frequency: Int
    var positions: [Int]
  }

  /// A block of postings, full or the tail, with the bound it states.
  struct Block {
    var bound: Int?
    var postings: [Posting]
  }

  struct Term {
    var bytes: [UInt8]
    var bound: Int
    var occurrences: Int
    var blocks: [Block]
    var postings: [Posting] { blocks.flatMap(\.postings) }
  }

  struct Field {
    var meta: [String: Any]
    var norms: [UInt8]
    var terms: [Term]
  }

  struct Damage: Error {
    var reason: String
    init(_ reason: String) { self.reason = reason }
  }

  var meta: [String: Any] = [:]
  var documents = 0
  var ids: [Int64] = []
  var idOrder: [Int] = []
  var stored: [[UInt8]] = []
  /// By column, then by document.
  var keywords: [[[UInt8]?]] = []
  var keywordLists: [[[UInt8]]] = []
  var numbers: [[Int64?]] = []
  var fields: [Field] = []
  var sections: [UInt32: [UInt8]] = [:]

  init(_ file: [UInt8]) throws {
    sections = try Self.container(file)
    guard let object = try JSONSerialization.jsonObject(with: Data(section(1))) as? [String: Any],
      let count = object["documents"] as? Int, let metas = object["fields"] as? [[String: Any]]
    else { throw Damage("meta") }
    meta = object
    documents = count
    ids = packed(section(2)).map { Int64(bitPattern: $0) }
    idOrder = section(3).isEmpty ? [] : packed(section(3)).map { Int($0) }
    let offsets = packed(section(4)).map { Int($0) }
    guard ids.count == count, offsets.count == count + 1 else { throw Damage("counts") }
    stored = (0..<count).map { Array(section(5)[offsets[$0]..<offsets[$0 + 1]]) }
    for column in 0..<((object["keywords"] as? [String])?.count ?? 0) {
      var list: [[UInt8]] = []
      var bytes = NaiveBytes(section(UInt32(65 + 2 * column)))
      while bytes.left > 0 { list.append(bytes.take(bytes.varint())) }
      keywordLists.append(list)
      keywords.append(packed(section(UInt32(64 + 2 * column))).map { $0 == 0 ? nil : list[Int($0) - 1] })
    }
    for column in 0..<((object["numbers"] as? [String])?.count ?? 0) {
      var bytes = NaiveBytes(section(UInt32(128 + column)))
      let minimum = Int64(bitPattern: bytes.number(8))
      numbers.append(
        packed(bytes.take(bytes.left)).map { $0 == 0 ? nil : minimum &+ Int64(bitPattern: $0) &- 1 })
    }
    for (place, meta) in metas.enumerated() { fields.append(try field(place, meta)) }
  }

  func section(_ id: UInt32) -> [UInt8] { sections[id] ?? [] }

  private static func container(_ file: [UInt8]) throws -> [UInt32: [UInt8]] {
    guard file.prefix(8) == Array("PSRLSEG\n".utf8)[...], file.suffix(8) == Array("PSRLEND\n".utf8)[...],
      file[12..<16] == Array("TEXT".utf8)[...]
    else { throw Damage("magic") }
    var footer = NaiveBytes(Array(file.suffix(32)))
    let table = Int(footer.number(8))
    let count = Int(footer.number(4))
    guard footer.number(4) == 1 else { throw Damage("version") }
    var entries = NaiveBytes(Array(file[table..<(file.count - 32)]))
    var sections: [UInt32: [UInt8]] = [:]
    for _ in 0..<count {
      let id = UInt32(entries.number(4))
      _ = entries.number(4)
      let offset = Int(entries.number(8))
      let length = Int(entries.number(8))
      _ = entries.number(8)
      guard offset % 64 == 0, offset + length + 64 <= table else { throw Damage("section \(id)") }
      sections[id] = Array(file[offset..<(offset + length)])
    }
    return sections
  }

  private func packed(_ section: [UInt8]) -> [UInt64] {
    var bytes = NaiveBytes(section)
    let count = Int(bytes.number(8))
    let width = Int(bytes.number(1))
    _ = bytes.take(7)
    return NaiveBytes.stream(bytes.take(bytes.left), count: count, width: width)
  }

  private func field(_ place: Int, _ meta: [String: Any]) throws -> Field {
    let base = UInt32(256 + 8 * place)
    guard let hasPositions = meta["positions"] as? Bool, let count = meta["terms"] as? Int else {
      throw Damage("field")
    }
    var blocks = NaiveBytes(section(base + 1))
    let blockCount = (count + 31) / 32
    let starts = (0...blockCount).map { _ in Int(blocks.number(4)) }
    guard blocks.left == 0, starts.last == section(base).count else { throw Damage("blocks") }
    var terms: [Term] = []
    var dictionary = NaiveBytes(section(base))
    var next = (postings: 0, positions: 0)
    for number in 0..<count {
      var shared = 0
      if number % 32 == 0 {
        guard dictionary.place == starts[number / 32] else { throw Damage("block start") }
        guard dictionary.varint() == next.postings, dictionary.varint() == next.positions else {
          throw Damage("bases")
        }
      } else {
        shared = dictionary.varint()
      }
      let further = dictionary.take(dictionary.varint())
      let bytes = (terms.last?.bytes.prefix(shared) ?? []) + further
      let frequency = dictionary.varint()
      let occurrences = frequency + dictionary.varint()
      let bound = Int(dictionary.number(1))
      let value = dictionary.varint()
      var postings = NaiveBytes([])
      if frequency > 1 {
        postings = NaiveBytes(Array(section(base + 2)[next.postings..<(next.postings + value)]))
        next.postings += value
      }
      var positions: NaiveBytes?
      if hasPositions {
        let length = dictionary.varint()
        positions = NaiveBytes(Array(section(base + 3)[next.positions..<(next.positions + length)]))
        next.positions += length
      }
      var term = Term(bytes: Array(bytes), bound: bound, occurrences: occurrences, blocks: [])
      if frequency == 1 {
        var block = Block(
          bound: nil, postings: [Posting(document: value, frequency: occurrences, positions: [])])
        try positions?.readPositions(&block, hasPositions)
        term.blocks = [block]
      } else {
        term.blocks = try postings.readBlocks(frequency, &positions)
      }
      guard positions?.left ?? 0 == 0, postings.left == 0 else { throw Damage("bytes left over") }
      terms.append(term)
    }
    guard dictionary.left == 0, next.postings == section(base + 2).count,
      next.positions == section(base + 3).count
    else { throw Damage("bytes left over in \(base)") }
    return Field(meta: meta, norms: section(base + 4), terms: terms)
  }
}
