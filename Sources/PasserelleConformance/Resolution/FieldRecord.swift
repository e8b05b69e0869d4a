import PasserelleResolution
import PasserelleText

/// A record of named fields, made ready for comparison.
struct FieldRecord {
  /// A field's value.
  struct Field {
    let bytes: [UInt8]
    let tokens: [UInt64]
    let grams: [UInt32]
    let number: Double?
    let name: PreparedName

    var isEmpty: Bool { bytes.isEmpty }
  }

  let id: String
  let fields: [Field]

  /// The values of a row in the order of the columns.
  init(id: String, values: [String], preparer: NamePreparer) {
    self.id = id
    fields = values.map { value in
      let bytes = TextFolding.foldedBytes(value)
      var tokens = bytes.split(separator: 0x20).map { NameHash.of($0) }
      tokens.sort()
      let text = value.split(separator: " ").joined()
      return Field(
        bytes: bytes, tokens: tokens, grams: NamedCorpus.grams(value), number: Double(text),
        name: preparer.prepare(name: String(value.prefix(300)), kind: .work))
    }
  }
}

/// Measures pairs of records field by field.
struct FieldComparison {
  let columns: [String]
  let statistics: NameStatistics
  private let lexicon = NameLexicon()

  /// Features of a field: likeness of words, of letters, of grams, containment, equality, nearness of numbers, absence.
  static let ofField = 8

  /// How many features a pair has: those of all fields, then those of the first field's names.
  var width: Int { columns.count * Self.ofField + NameFeature.count }

  /// For each feature, whether more of it speaks for a match.
  var directions: [Int] {
    var all: [Int] = []
    for _ in columns { all += [1, 1, 1, 1, 1, 1, 0, 0] }
    return all + NameFeature.allCases.map(\.direction)
  }

  func measure(_ left: FieldRecord, _ right: FieldRecord, into row: inout [Float]) {
    var place = 0
    for column in columns.indices {
      let (a, b) = (left.fields[column], right.fields[column])
      if a.isEmpty || b.isEmpty {
        for offset in 0..<6 { row[place + offset] = 0 }
        row[place + 6] = 1
        row[place + 7] = a.isEmpty && b.isEmpty ? 1 : 0
      } else {
        let (shared, least, most) = overlap(a.tokens, b.tokens)
        row[place] = most > 0 ? shared / most : 0
        row[place + 1] = EditLikeness.of(a.bytes, b.bytes)
        row[place + 2] = dice(a.grams, b.grams)
        row[place + 3] = least > 0 ? shared / least : 0
        row[place + 4] = a.bytes == b.bytes ? 1 : 0
        row[place + 5] = nearness(a.number, b.number)
        row[place + 6] = 0
        row[place + 7] = 0
      }
      place += Self.ofField
    }
    guard let first = left.fields.first, let second = right.fields.first else { return }
    row.withUnsafeMutableBufferPointer { buffer in
      PairScorer.measure(
        first.name, second.name, lexicon: lexicon,
        into: UnsafeMutableBufferPointer(rebasing: buffer[place..<(place + NameFeature.count)]))
    }
  }

  /// The rarity of shared words, of the poorer side, and of both.
  private func overlap(_ left: [UInt64], _ right: [UInt64]) -> (Float, Float, Float) {
    var (i, j) = (0, 0)
    var (shared, a, b): (Float, Float, Float) = (0, 0, 0)
    while i < left.count || j < right.count {
      if i < left.count, j < right.count, left[i] == right[j] {
        let rarity = statistics.rarity(of: left[i])
        shared += rarity
        a += rarity
        b += rarity
        i += 1
        j += 1
      } else if j == right.count || i < left.count && left[i] < right[j] {
        a += statistics.rarity(of: left[i])
        i += 1
      } else {
        b += statistics.rarity(of: right[j])
        j += 1
      }
    }
    return (shared, min(a, b), a + b - shared)
  }

  private func dice(_ left: [UInt32], _ right: [UInt32]) -> Float {
    var (i, j, shared) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        shared += 1
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return left.isEmpty && right.isEmpty ? 0 : Float(2 * shared) / Float(left.count + right.count)
  }

  private func nearness(_ left: Double?, _ right: Double?) -> Float {
    guard let left, let right else { return 0 }
    let greater = max(abs(left), abs(right))
    return greater > 0 ? Float(max(0, 1 - abs(left - right) / greater)) : 1
  }
}
