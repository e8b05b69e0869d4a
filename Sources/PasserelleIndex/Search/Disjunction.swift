/// Finds the best documents that hold any of some words, without scoring those that cannot be among them.
///
/// MaxScore over windows of 4,096 documents with block bounds (Turtle and Flood, 1995; Mallia, Ottaviano, Porciani,
/// Tonellotto and Venturini, *Faster BlockMax WAND with variable-sized blocks*, 2017, on block bounds): in each window
/// the words whose bounds together stay below the threshold are looked up only for documents that the others found.
/// The answer is that of scoring everything.
struct Disjunction: ~Copyable {
  private let segment: SegmentReader
  let groups: UnsafeBufferPointer<ScoredGroup>
  private let accepted: AcceptedDocuments
  /// Places of groups by ascending bound in the window.
  let order: UnsafeMutablePointer<Int>
  /// The bound of each group in the window.
  let bounds: UnsafeMutablePointer<Int32>
  /// Sums of the bounds of the groups before, in order.
  let below: UnsafeMutablePointer<Int32>
  private let candidates: UnsafeMutablePointer<UInt32>
  private let scores: UnsafeMutablePointer<Int32>
  /// Sums of contributions by document of the window; zero between windows.
  let sums: UnsafeMutablePointer<Int32>
  /// Sums of the frequencies of one word's forms; unused where every word has one.
  private let frequencies: UnsafeMutablePointer<Float>
  let touched: UnsafeMutablePointer<UInt64>
  /// The best sums of the window so far, the least at the root.
  let best: UnsafeMutablePointer<Int32>

  init(
    _ segment: SegmentReader, _ groups: UnsafeBufferPointer<ScoredGroup>, accepted: AcceptedDocuments,
    memory: QueryMemory
  ) {
    self.segment = segment
    self.groups = groups
    self.accepted = accepted
    order = memory.room(Int.self, groups.count)
    for place in 0..<groups.count { order[place] = place }
    bounds = memory.room(Int32.self, groups.count)
    below = memory.room(Int32.self, groups.count + 1)
    // One more, because what is dropped is written too.
    candidates = memory.room(UInt32.self, SearchWindow.size + 1)
    scores = memory.room(Int32.self, SearchWindow.size + 1)
    sums = memory.sums
    touched = memory.touched
    var isPlain = true
    for group in groups where group.lists.count > 1 { isPlain = false }
    best = memory.room(Int32.self, Self.greatestLimit)
    frequencies = memory.room(Float.self, isPlain ? 0 : SearchWindow.size)
    if !isPlain { frequencies.initialize(repeating: 0, count: SearchWindow.size) }
  }

  /// Offers every document that may be among the best.
  func run(_ hits: inout TopHits) {
    guard !groups.isEmpty else { return }
    let end = UInt32(segment.documentCount)
    var first: UInt32 = 0
    while first < end {
      let last = min(first &+ UInt32(SearchWindow.size), end)
      search(from: first, to: last, &hits)
      first = last
    }
  }

  private func search(from first: UInt32, to end: UInt32, _ hits: inout TopHits) {
    var threshold = hits.threshold
    var total: Int32 = 0
    for place in 0..<groups.count {
      bounds[place] = groups[place].windowBound(from: first, to: end)
      total &+= bounds[place]
    }
    guard total > 0, total >= threshold else { return }
    let few = accepted.words == nil ? Int.max : accepted.count(from: first, to: end)
    guard few > 0 else { return }
    sortByBound()
    // The first group, in order, that must be walked: those before cannot reach the threshold together.
    var essential = 0
    below[0] = 0
    for place in 0..<groups.count {
      below[place &+ 1] = below[place] &+ bounds[order[place]]
      if below[place &+ 1] < threshold { essential = place &+ 1 }
    }
    var count: Int
    if few < Self.fewDocuments {
      // So few documents pass the filter that they are the candidates.
      essential = groups.count
      count = takeAccepted(from: first, to: end)
    } else if essential == groups.count &- 1, groups[order[essential]].lists.count == 1 {
      count = walk(order[essential], from: first, to: end, rest: below[essential], threshold: threshold)
    } else if threshold < 0, accepted.words == nil, hits.limit <= Self.greatestLimit {
      essential = addBest(from: first, to: end, limit: hits.limit, &threshold)
      count = collect(from: first, rest: below[essential], threshold: threshold)
    } else {
      for place in essential..<groups.count where bounds[order[place]] > 0 {
        add(groups[order[place]], from: first, to: end)
      }
      count = collect(from: first, rest: below[essential], threshold: threshold)
    }
    // The others in order of falling bound, for what they may still bring in.
    var place = essential
    while place > 0, count > 0 {
      place &-= 1
      guard bounds[order[place]] > 0 else { break }
      count = groups[order[place]].look(
        candidates, scores, count: count, rest: below[place], threshold: threshold)
    }
    for place in 0..<count where scores[place] >= threshold && scores[place] > 0 {
      hits.offer(id: segment.id(Int(candidates[place])), score: scores[place])
    }
  }

  /// Below this number of accepted documents in a window, words are looked up for them alone.
  private static let fewDocuments = 96

  private func takeAccepted(from first: UInt32, to end: UInt32) -> Int {
    guard let words = accepted.words else { return 0 }
    var count = 0
    for word in Int(first >> 6)..<Int((end &+ 63) >> 6) {
      var bits = words[word]
      while bits != 0 {
        candidates[count] = UInt32(truncatingIfNeeded: word &* 64 &+ bits.trailingZeroBitCount)
        scores[count] = 0
        count &+= 1
        bits &= bits &- 1
      }
    }
    return count
  }

  /// Insertion sort: the order of the window before is nearly that of this one.
  private func sortByBound() {
    var place = 1
    while place < groups.count {
      let group = order[place]
      let bound = bounds[group]
      var hole = place
      while hole > 0, bounds[order[hole &- 1]] > bound {
        order[hole] = order[hole &- 1]
        hole &-= 1
      }
      order[hole] = group
      place &+= 1
    }
  }

  /// Walks the only list that must be: its documents become candidates at once.
  private func walk(
    _ place: Int, from first: UInt32, to end: UInt32, rest: Int32, threshold: Int32
  ) -> Int {
    let group = groups[place]
    let list = group.lists[0]
    let (norms, table, weight) = (list.norms, list.table, group.weight)
    let least = threshold &- rest
    var cursor = list.cursor.pointee
    var count = 0
    while !cursor.isAtEnd {
      let bound = list.frequencyBound(cursor.bound(ofBlock: cursor.block))
      if group.contribution(boundedBy: bound) &+ rest < threshold {
        if cursor.block >= cursor.fullBlocks || cursor.last(cursor.block) >= end &- 1 { break }
        cursor.nextBlock()
        continue
      }
      cursor.load()
      cursor.loadFrequencies()
      var index = cursor.index
      let length = cursor.count
      while index < length, cursor.documents[index] < first { index &+= 1 }
      while index < length {
        let document = cursor.documents[index]
        if document >= end { break }
        let score = FixedScore.contribution(
          weight, table.saturation(cursor.frequencies[index], norms[Int(document)]))
        index &+= 1
        candidates[count] = document
        scores[count] = score
        count &+= Branchless.isAtLeast(score, least)
      }
      cursor.index = index
      if index < length { break }
      cursor.nextBlock()
    }
    list.cursor.pointee = cursor
    return filter(count)
  }

  /// Adds the contributions of a group to the sums of the window.
  func add(_ group: ScoredGroup, from first: UInt32, to end: UInt32) {
    if group.lists.count == 1 {
      let list = group.lists[0]
      let (norms, table, weight) = (list.norms, list.table, group.weight)
      ListWalk.forEach(list.cursor, from: first, to: end) { document, frequency in
        let place = Int(document &- first)
        sums[place] &+= FixedScore.contribution(weight, table.saturation(frequency, norms[Int(document)]))
        touched[place &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: place & 63)
      }
      return
    }
    GroupWalk.frequencies(of: group, from: first, to: end, into: frequencies) {
      place, frequency in
      sums[place] &+= FixedScore.contribution(group.weight, frequency / (frequency + group.k1))
      touched[place &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: place & 63)
    }
  }

  /// The documents of the window whose sums may reach the threshold; clears the sums.
  private func collect(from first: UInt32, rest: Int32, threshold: Int32) -> Int {
    let least = threshold &- rest
    var count = 0
    for word in 0..<SearchWindow.words where touched[word] != 0 {
      var bits = touched[word]
      touched[word] = 0
      while bits != 0 {
        let place = word &* 64 &+ bits.trailingZeroBitCount
        bits &= bits &- 1
        let score = sums[place]
        sums[place] = 0
        let document = first &+ UInt32(truncatingIfNeeded: place)
        candidates[count] = document
        scores[count] = score
        count &+= Branchless.isAtLeast(score, least)
      }
    }
    return filter(count)
  }

  /// Keeps the candidates that are accepted.
  @inline(__always)
  private func filter(_ count: Int) -> Int {
    guard accepted.words != nil else { return count }
    var kept = 0
    for candidate in 0..<count where accepted.contains(candidates[candidate]) {
      candidates[kept] = candidates[candidate]
      scores[kept] = scores[candidate]
      kept &+= 1
    }
    return kept
  }
}
