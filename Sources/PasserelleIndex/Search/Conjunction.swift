/// Finds the best documents that hold all of some words, each looked for in one field.
///
/// The rarest word leads, block by block; a block whose bound and those of the others cannot reach the threshold is
/// left undecoded. The others are asked for the documents that are left, rarer words first.
struct Conjunction: ~Copyable {
  private let segment: SegmentReader
  /// One list each, rarest first.
  private let groups: UnsafeBufferPointer<ScoredGroup>
  private let accepted: AcceptedDocuments
  /// The greatest contribution of the groups from each place on.
  private let boundFrom: UnsafeMutablePointer<Int32>
  private let candidates: UnsafeMutablePointer<UInt32>
  /// The greatest contribution of the groups from each place on, to the documents of the leading block.
  private let rangeFrom: UnsafeMutablePointer<Int32>
  private let scores: UnsafeMutablePointer<Int32>

  init(
    _ segment: SegmentReader, _ groups: UnsafeBufferPointer<ScoredGroup>, accepted: AcceptedDocuments,
    memory: QueryMemory
  ) {
    self.segment = segment
    self.groups = Self.byRarity(groups, memory)
    self.accepted = accepted
    boundFrom = memory.room(Int32.self, groups.count + 1)
    boundFrom[groups.count] = 0
    var place = groups.count
    while place > 0 {
      place &-= 1
      boundFrom[place] = boundFrom[place &+ 1] &+ self.groups[place].bound
    }
    candidates = memory.room(UInt32.self, PostingsCursor.blockSize + 1)
    rangeFrom = memory.room(Int32.self, groups.count + 1)
    rangeFrom[groups.count] = 0
    scores = memory.room(Int32.self, PostingsCursor.blockSize + 1)
  }

  /// The groups, rarest first.
  private static func byRarity(
    _ groups: UnsafeBufferPointer<ScoredGroup>, _ memory: QueryMemory
  ) -> UnsafeBufferPointer<ScoredGroup> {
    let sorted = memory.room(ScoredGroup.self, groups.count)
    for place in 0..<groups.count {
      let group = groups[place]
      var hole = place
      while hole > 0, sorted[hole &- 1].documentFrequency > group.documentFrequency {
        (sorted + hole).initialize(to: sorted[hole &- 1])
        hole &-= 1
      }
      (sorted + hole).initialize(to: group)
    }
    return UnsafeBufferPointer(start: sorted, count: groups.count)
  }

  /// Offers every document that may be among the best.
  func run(_ hits: inout TopHits) {
    guard !groups.isEmpty else { return }
    let list = groups[0].lists[0]
    var first: UInt32 = 0
    while !list.cursor.pointee.isAtEnd {
      let block = list.cursor.pointee.block
      let isLast = block >= list.cursor.pointee.fullBlocks
      if isLast { list.cursor.pointee.load() }
      let end =
        isLast
        ? list.cursor.pointee.documents[max(1, list.cursor.pointee.count) &- 1] &+ 1
        : list.cursor.pointee.last(block) &+ 1
      let threshold = hits.threshold
      if canReach(threshold, block: block, from: first, to: end) {
        list.cursor.pointee.load()
        let count = intersect(threshold: threshold)
        for candidate in 0..<count {
          hits.offer(id: segment.id(Int(candidates[candidate])), score: scores[candidate])
        }
      }
      first = end
      list.cursor.pointee.nextBlock()
    }
  }

  /// Whether documents of a leading block, which lie in a range, may reach the threshold; notes what each other word
  /// may contribute there.
  private func canReach(_ threshold: Int32, block: Int, from first: UInt32, to end: UInt32) -> Bool {
    let lead = groups[0]
    let list = lead.lists[0]
    let bound = lead.contribution(boundedBy: list.frequencyBound(list.cursor.pointee.bound(ofBlock: block)))
    guard bound &+ boundFrom[1] >= threshold else { return false }
    rangeFrom[groups.count] = 0
    var place = groups.count &- 1
    while place > 0 {
      let bound = groups[place].windowBound(from: first, to: end)
      // Without a block there it holds none of the documents.
      if bound == 0 { return false }
      rangeFrom[place] = rangeFrom[place &+ 1] &+ bound
      place &-= 1
    }
    return bound &+ rangeFrom[1] >= threshold
  }

  /// Keeps the documents of the leading block that hold all the other words and may reach the threshold.
  ///
  /// Where the leading word's score can rule nothing out it is computed for what is left at the end.
  private func intersect(threshold: Int32) -> Int {
    let least = threshold &- rangeFrom[1]
    let isFirst = least > 1
    var count = isFirst ? score(least: least) : take()
    let list = groups[0].lists[0]
    let bound =
      isFirst ? 0 : groups[0].contribution(boundedBy: list.frequencyBound(list.cursor.pointee.currentBound))
    var place = 1
    while place < groups.count, count > 0 {
      count = groups[place].intersect(
        candidates, scores, count: count, rest: rangeFrom[place &+ 1] &+ bound, threshold: threshold)
      place &+= 1
    }
    if !isFirst, count > 0 { addLead(count) }
    return count
  }

  /// Takes the documents of the leading block as they are.
  private func take() -> Int {
    let cursor = groups[0].lists[0].cursor
    let count = cursor.pointee.count
    candidates.update(from: cursor.pointee.documents, count: count)
    scores.update(repeating: 0, count: count)
    return filter(count)
  }

  /// Adds the leading word's contribution to candidates of its block.
  private func addLead(_ count: Int) {
    let lead = groups[0]
    let list = lead.lists[0]
    list.cursor.pointee.loadFrequencies()
    let (documents, frequencies) = (list.cursor.pointee.documents, list.cursor.pointee.frequencies)
    for candidate in 0..<count {
      let document = candidates[candidate]
      let frequency = frequencies[PostingsCursor.place(of: document, in: documents)]
      scores[candidate] &+= FixedScore.contribution(
        lead.weight, list.table.saturation(frequency, list.norms[Int(document)]))
    }
  }

  /// Scores the leading word in its block, and keeps what contributes enough.
  private func score(least: Int32) -> Int {
    let lead = groups[0]
    let list = lead.lists[0]
    list.cursor.pointee.loadFrequencies()
    let (documents, frequencies) = (list.cursor.pointee.documents, list.cursor.pointee.frequencies)
    let (norms, table, weight) = (list.norms, list.table, lead.weight)
    // The contribution is one more than the whole part of the score; only what is kept is made whole.
    let wanted = Int32(bitPattern: Float(least &- 1).bitPattern)
    var count = 0
    for place in 0..<list.cursor.pointee.count {
      let document = documents[place]
      let score = weight * table.saturation(frequencies[place], norms[Int(document)])
      candidates[count] = document
      let bits = Int32(bitPattern: score.bitPattern)
      scores[count] = bits
      // Floats that are not negative are ordered as their bits are.
      count &+= Branchless.isAtLeast(bits, wanted)
    }
    for candidate in 0..<count {
      scores[candidate] = FixedScore.contribution(1, Float(bitPattern: UInt32(bitPattern: scores[candidate])))
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
