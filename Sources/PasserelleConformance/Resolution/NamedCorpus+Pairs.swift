public import PasserelleResolution
import PasserelleText

extension NamedCorpus {
  /// Pairs to learn from: names under one id, and like names under two.
  ///
  /// Negatives are the nearest names of other ids by letter trigrams, as a person would have to tell them apart.
  ///
  /// - Parameters:
  ///   - negatives: Pairs of two ids for each pair of one.
  ///   - sampled: How many times as many negatives are taken, each counting that much less.
  ///   - mostOfID: Pairs of one id at most, so that a name that is written in a hundred ways does not count for all.
  ///   - kind: The sort of things that the names name.
  /// - Returns: Pairs of one id first.
  /// - Complexity: O(*n* · *c*) for *n* names that share trigrams with *c* others.
  public func pairs(
    negatives: Double, sampled: Double = 5, mostOfID: Int = 12, kind: Mention.Kind = .organisation
  ) -> [LabelledPair] {
    let sorted = entries.sorted { ($0.id, $0.name) < ($1.id, $1.name) }
    var pairs: [LabelledPair] = []
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end].id == sorted[start].id { end += 1 }
      var made: [(Int, Int, UInt64)] = []
      for left in start..<end {
        for right in (left + 1)..<max(end, left + 1) {
          guard TextFolding.fold(sorted[left].name) != TextFolding.fold(sorted[right].name) else { continue }
          made.append((left, right, NameHash.of(sorted[left].name + "|" + sorted[right].name)))
        }
      }
      made.sort { $0.2 < $1.2 }
      for (left, right, hash) in made.prefix(mostOfID) {
        let swap = hash & 1 == 0
        pairs.append(pair(sorted[swap ? right : left], sorted[swap ? left : right], true, kind))
      }
      start = end
    }
    let wanted = Double(pairs.count) * negatives
    var near = nearPairs(sorted, wanted: Int(wanted * sampled), kind: kind)
    for place in near.indices { near[place].weight = wanted / Double(max(1, near.count)) }
    return pairs + near
  }

  private func pair(_ left: Entry, _ right: Entry, _ isMatch: Bool, _ kind: Mention.Kind) -> LabelledPair {
    LabelledPair(
      left: Mention(id: left.id + "|" + left.name, kind: kind, names: [left.name]),
      right: Mention(id: right.id + "|" + right.name, kind: kind, names: [right.name]), isMatch: isMatch)
  }

  /// Pairs of like names of different ids, spread over the corpus by hash.
  private func nearPairs(_ sorted: [Entry], wanted: Int, kind: Mention.Kind) -> [LabelledPair] {
    let grams = sorted.map { Self.grams($0.name) }
    var postings: [UInt32: [Int32]] = [:]
    for (place, set) in grams.enumerated() {
      for gram in set { postings[gram, default: []].append(Int32(place)) }
    }
    var found: [(Int, Int, UInt64)] = []
    var shared = [Int32](repeating: 0, count: sorted.count)
    for place in sorted.indices {
      var touched: [Int32] = []
      for gram in grams[place] {
        guard let list = postings[gram], list.count < 4000 else { continue }
        for other in list where Int(other) != place {
          if shared[Int(other)] == 0 { touched.append(other) }
          shared[Int(other)] += 1
        }
      }
      var near: [(Double, Int)] = []
      for other in touched {
        let both = Double(shared[Int(other)])
        shared[Int(other)] = 0
        let likeness = both / (Double(grams[place].count + grams[Int(other)].count) - both)
        if likeness >= 0.3, sorted[Int(other)].id != sorted[place].id { near.append((likeness, Int(other))) }
      }
      near.sort { ($1.0, $0.1) < ($0.0, $1.1) }
      for (_, other) in near.prefix(2) {
        let (a, b) = (min(place, other), max(place, other))
        found.append((a, b, NameHash.of("\(sorted[a].name)|\(sorted[b].name)")))
      }
    }
    found.sort { ($0.2, $0.0, $0.1) < ($1.2, $1.0, $1.1) }
    var pairs: [LabelledPair] = []
    var last: (Int, Int)?
    for (a, b, hash) in found {
      if let last, last == (a, b) { continue }
      last = (a, b)
      guard pairs.count < wanted else { break }
      let swap = hash & 1 == 0
      pairs.append(pair(sorted[swap ? b : a], sorted[swap ? a : b], false, kind))
    }
    return pairs
  }

  /// The letter trigrams of a folded name.
  static func grams(_ name: String) -> [UInt32] {
    let bytes = [0x20] + TextFolding.foldedBytes(name) + [0x20]
    guard bytes.count >= 3 else { return [] }
    var grams: [UInt32] = []
    for place in 0..<(bytes.count - 2) {
      grams.append(UInt32(bytes[place]) << 16 | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]))
    }
    grams.sort()
    var kept: [UInt32] = []
    for gram in grams where kept.last != gram { kept.append(gram) }
    return kept
  }
}
