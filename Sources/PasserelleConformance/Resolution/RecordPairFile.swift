import Foundation
import PasserelleResolution
import PasserelleText

/// Pairs of records of a `COL … VAL …` file, and the registers of febrl.
struct RecordPairFile {
  /// A pair before its fields are made ready.
  struct Row {
    var left: [String: String]
    var right: [String: String]
    var isMatch: Bool
  }

  var columns: [String] = []
  var rows: [Row] = []

  /// Reads `COL field VAL value … TAB COL … TAB label`.
  init(_ data: Data, file: String) throws {
    for (number, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
      let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard parts.count == 3 else { throw PairFault.line(file, number + 1) }
      let label = String(decoding: parts[2], as: UTF8.self).trimmingCharacters(in: .whitespaces)
      rows.append(Row(left: fields(parts[0]), right: fields(parts[1]), isMatch: label == "1"))
    }
  }

  private mutating func fields(_ data: Data) -> [String: String] {
    var fields: [String: String] = [:]
    for part in (" " + String(decoding: data, as: UTF8.self)).components(separatedBy: " COL ").dropFirst() {
      let halves = (part + " ").components(separatedBy: " VAL ")
      let name = halves[0].trimmingCharacters(in: .whitespaces)
      let value = halves.dropFirst().joined(separator: " VAL ").trimmingCharacters(in: .whitespaces)
      if !columns.contains(name) { columns.append(name) }
      fields[name] = value
    }
    return fields
  }
}

/// A register of persons of febrl: records whose `rec_id` names the original.
struct Register {
  /// A record with the number of its original.
  struct Entry {
    let id: String
    let original: String
    let values: [String]
  }

  var columns: [String] = []
  var entries: [Entry] = []

  init(_ data: Data, file: String) throws {
    let rows = CommaRows.rows(data).map { $0.map { $0.trimmingCharacters(in: .whitespaces) } }
    guard let head = rows.first, head.first == "rec_id" else { throw PairFault.line(file, 1) }
    columns = Array(head.dropFirst())
    for (number, row) in rows.dropFirst().enumerated() {
      guard row.count == head.count else { throw PairFault.line(file, number + 2) }
      let parts = row[0].split(separator: "-")
      guard parts.count >= 3 else { throw PairFault.line(file, number + 2) }
      entries.append(Entry(id: row[0], original: String(parts[1]), values: Array(row.dropFirst())))
    }
  }

  /// Pairs of records that share the values of two fields; buckets over 60 are passed over.
  func candidates() -> [(Int, Int)] {
    var buckets: [UInt64: [Int32]] = [:]
    for (place, entry) in entries.enumerated() {
      let folded = entry.values.map { TextFolding.fold($0) }
      for first in columns.indices where !folded[first].isEmpty {
        for second in (first + 1)..<max(first + 1, columns.count) where !folded[second].isEmpty {
          let key = NameHash.of("\(first)|\(folded[first])|\(second)|\(folded[second])")
          buckets[key, default: []].append(Int32(place))
        }
      }
    }
    var pairs: Set<UInt64> = []
    for list in buckets.values where list.count > 1 && list.count <= 60 {
      for i in list.indices {
        for j in (i + 1)..<list.count { pairs.insert(UInt64(list[i]) << 32 | UInt64(list[j])) }
      }
    }
    return pairs.sorted().map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
  }

  /// How many pairs of records are one person.
  var truePairs: Int {
    var counts: [String: Int] = [:]
    for entry in entries { counts[entry.original, default: 0] += 1 }
    return counts.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
  }
}
