/// The documents that hold any form of a word.
final class WordNode: WindowNode {
  private let group: ScoredGroup
  private let frequencies: UnsafeMutablePointer<Float>

  init(_ group: ScoredGroup, memory: QueryMemory) {
    self.group = group
    frequencies = memory.room(Float.self, SearchWindow.size)
    frequencies.initialize(repeating: 0, count: SearchWindow.size)
  }

  var cost: Int { group.documentFrequency }

  func evaluate(
    _ window: DocumentWindow, mask: UnsafePointer<UInt64>?, bits: UnsafeMutablePointer<UInt64>,
    sums: UnsafeMutablePointer<Int32>?
  ) {
    bits.update(repeating: 0, count: window.words)
    if let mask, group.lists.count <= 8, WindowBits.count(mask, words: window.words) < 64 {
      // Few documents matter: they are looked up.
      WindowBits.forEach(mask, words: window.words) { place in
        let score = group.contribution(to: window.first &+ UInt32(truncatingIfNeeded: place))
        guard score > 0 else { return }
        WindowBits.insert(place, into: bits)
        if let sums { sums[place] &+= score }
      }
      return
    }
    if group.lists.count == 1 {
      let list = group.lists[0]
      let (norms, table, weight) = (list.norms, list.table, group.weight)
      ListWalk.forEach(list.cursor, from: window.first, to: window.end) { document, frequency in
        let place = Int(document &- window.first)
        WindowBits.insert(place, into: bits)
        if let sums {
          sums[place] &+= FixedScore.contribution(weight, table.saturation(frequency, norms[Int(document)]))
        }
      }
      return
    }
    GroupWalk.frequencies(of: group, from: window.first, to: window.end, into: frequencies) {
      place, frequency in
      WindowBits.insert(place, into: bits)
      if let sums {
        sums[place] &+= FixedScore.contribution(group.weight, frequency / (frequency + group.k1))
      }
    }
  }
}

/// The documents in which a phrase stands, in any of its fields.
final class PhraseNode: WindowNode {
  private var matchers: [Matcher]
  private let weight: Float
  private let k1: Float
  private let frequencies: UnsafeMutablePointer<Float>

  /// A phrase in one field.
  final class Matcher {
    var matcher: PhraseMatcher
    let table: ScoringTable.Pointers
    var document: UInt32?

    init(_ matcher: consuming PhraseMatcher, _ table: ScoringTable.Pointers) {
      self.matcher = matcher
      self.table = table
    }
  }

  init(_ matchers: [Matcher], weight: Float, k1: Float, memory: QueryMemory) {
    self.matchers = matchers
    self.weight = weight
    self.k1 = k1
    frequencies = memory.room(Float.self, SearchWindow.size)
    frequencies.initialize(repeating: 0, count: SearchWindow.size)
  }

  var cost: Int { matchers.reduce(0) { $0 + $1.matcher.lead.pointee.documentFrequency } }

  func evaluate(
    _ window: DocumentWindow, mask: UnsafePointer<UInt64>?, bits: UnsafeMutablePointer<UInt64>,
    sums: UnsafeMutablePointer<Int32>?
  ) {
    bits.update(repeating: 0, count: window.words)
    for matcher in matchers {
      var document = matcher.document ?? matcher.matcher.seek(window.first)
      if document < window.first { document = matcher.matcher.seek(window.first) }
      while document < window.end {
        let place = Int(document &- window.first)
        if mask.map({ WindowBits.contains($0, place) }) ?? true {
          let frequency = matcher.matcher.frequency()
          if frequency > 0 {
            WindowBits.insert(place, into: bits)
            frequencies[place] += matcher.table.normalised(frequency, matcher.matcher.norms[Int(document)])
          }
        }
        document = matcher.matcher.seek(document &+ 1)
      }
      matcher.document = document
    }
    WindowBits.forEach(bits, words: window.words) { place in
      let frequency = frequencies[place]
      frequencies[place] = 0
      if let sums { sums[place] &+= FixedScore.contribution(weight, frequency / (frequency + k1)) }
    }
  }
}
