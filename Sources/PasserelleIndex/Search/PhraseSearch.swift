/// Finds the best documents that hold one phrase in one field.
///
/// Block by block of the rarest word, as ``Conjunction``. The phrase occurs no oftener than its rarest word does in the
/// document: a block whose bound, or a document whose least frequency, does not reach the threshold is dropped, and
/// positions are read of what is left.
struct PhraseSearch: ~Copyable {
  private let segment: SegmentReader
  private var matcher: PhraseMatcher
  private let table: ScoringTable.Pointers
  private let weight: Float
  private let boundRatio: Float
  private let accepted: AcceptedDocuments
  private let candidates: UnsafeMutablePointer<UInt32>
  /// The place of each candidate in the leading block.
  private let slots: UnsafeMutablePointer<UInt32>
  /// By slot, the least frequency of the words looked at.
  private let least: UnsafeMutablePointer<UInt32>
  private let matches: UnsafeMutablePointer<UInt32>

  init(
    _ segment: SegmentReader, _ matcher: consuming PhraseMatcher, table: ScoringTable.Pointers, weight: Float,
    boundRatio: Float, accepted: AcceptedDocuments
  ) {
    let memory = matcher.memory
    self.segment = segment
    self.matcher = matcher
    self.table = table
    self.weight = weight
    self.boundRatio = boundRatio
    self.accepted = accepted
    // One more, because what is dropped is written too.
    candidates = memory.room(UInt32.self, PostingsCursor.blockSize + 1)
    slots = memory.room(UInt32.self, PostingsCursor.blockSize + 1)
    least = memory.room(UInt32.self, PostingsCursor.blockSize)
    matches = memory.matches
  }

  /// Offers every document that may be among the best.
  mutating func run(_ hits: inout TopHits) {
    let lead = matcher.lead
    var first: UInt32 = 0
    while !lead.pointee.isAtEnd {
      let block = lead.pointee.block
      let threshold = hits.threshold
      if canReach(threshold, lead.pointee.bound(ofBlock: block)), canReach(threshold, from: first) {
        lead.pointee.load()
        let count = intersect(threshold)
        if count > 0 { match(count, &hits) }
      }
      first = block < lead.pointee.fullBlocks ? lead.pointee.last(block) &+ 1 : PostingsCursor.end
      lead.pointee.nextBlock()
    }
  }

  @inline(__always)
  private func contribution(_ frequency: UInt32, _ code: UInt8) -> Int32 {
    FixedScore.contribution(weight, table.saturation(frequency, code))
  }

  /// Whether a bound lets the threshold be reached.
  @inline(__always)
  private func canReach(_ threshold: Int32, _ bound: UInt8) -> Bool {
    guard threshold > 0 else { return true }
    let frequency = table.boundFrequencies[Int(bound)] * boundRatio
    return Int32(weight * (frequency / (frequency + table.k1))) &+ 3 >= threshold
  }

  /// Whether the other words' bounds let the threshold be reached in the range of the leading block.
  private func canReach(_ threshold: Int32, from first: UInt32) -> Bool {
    let lead = matcher.lead
    let end = lead.pointee.blockEnd
    for place in 1..<matcher.count {
      let bound = matcher.terms[matcher.byRarity[place]].cursor.pointee.windowBound(from: first, to: end &+ 1)
      if bound == 0 || !canReach(threshold, bound) { return false }
    }
    return true
  }

  /// Finds the documents of the leading block that hold all the words often enough.
  private func intersect(_ threshold: Int32) -> Int {
    var count = takeLead(threshold)
    var place = 1
    while place < matcher.count, count > 0 {
      count = intersect(matcher.byRarity[place], count, threshold)
      place &+= 1
    }
    return count
  }

  /// Takes the documents of the leading block in which the leading word is often enough.
  private func takeLead(_ threshold: Int32) -> Int {
    let lead = matcher.lead
    lead.pointee.loadFrequencies()
    let (documents, frequencies, norms) = (lead.pointee.documents, lead.pointee.frequencies, matcher.norms)
    let length = lead.pointee.count
    least.update(from: frequencies, count: length)
    var count = 0
    if threshold <= 1 {
      for place in 0..<length { slots[place] = UInt32(truncatingIfNeeded: place) }
      candidates.update(from: documents, count: length)
      count = length
    } else {
      let wanted = Float(threshold &- 1).bitPattern
      for place in 0..<length {
        let document = documents[place]
        let score = weight * table.saturation(frequencies[place], norms[Int(document)])
        candidates[count] = document
        slots[count] = UInt32(truncatingIfNeeded: place)
        count &+= Branchless.isAtLeast(Int32(bitPattern: score.bitPattern), Int32(bitPattern: wanted))
      }
    }
    guard accepted.words != nil else { return count }
    var kept = 0
    for candidate in 0..<count where accepted.contains(candidates[candidate]) {
      candidates[kept] = candidates[candidate]
      slots[kept] = slots[candidate]
      kept &+= 1
    }
    return kept
  }

  /// Keeps the candidates that hold one more word often enough, and notes where its positions are.
  private func intersect(_ term: Int, _ count: Int, _ threshold: Int32) -> Int {
    let pointer = matcher.terms[term].cursor
    let spans = matcher.terms[term].spans
    let norms = matcher.norms
    var cursor = pointer.pointee
    var kept = 0
    var candidate = 0
    while candidate < count {
      cursor.moveBlock(to: candidates[candidate])
      guard !cursor.isAtEnd else { break }
      let last = cursor.blockEnd
      guard canReach(threshold, cursor.currentBound) else {
        while candidate < count, candidates[candidate] <= last { candidate &+= 1 }
        continue
      }
      cursor.load()
      let found = find(cursor.documents, &candidate, count, last: last)
      guard found > 0 else { continue }
      cursor.loadFrequencies()
      let frequencies = cursor.frequencies
      let block = cursor.positionsOffset(ofBlock: cursor.block)
      let total = Self.sum(frequencies, from: 0, to: cursor.count)
      var (start, summed) = (0, 0)
      for match in 0..<found {
        let (candidate, place) = (Int(matches[match] &>> 8), Int(matches[match] & 255))
        let document = candidates[candidate]
        let slot = slots[candidate]
        start &+= Self.sum(frequencies, from: summed, to: place)
        summed = place
        let frequency = min(least[Int(slot)], frequencies[place])
        least[Int(slot)] = frequency
        spans[Int(slot)] = PositionSpan(
          block: block, total: total, start: start, count: Int(frequencies[place]))
        candidates[kept] = document
        slots[kept] = slot
        kept &+= Branchless.isAtLeast(contribution(frequency, norms[Int(document)]), threshold)
      }
    }
    cursor.index = 0
    pointer.pointee = cursor
    return kept
  }

  /// Finds the candidates up to the last document of a decoded block in it, and notes the matches.
  @inline(__always)
  private func find(
    _ documents: UnsafeMutablePointer<UInt32>, _ candidate: inout Int, _ count: Int, last: UInt32
  ) -> Int {
    var found = 0
    var next = candidate
    while next < count {
      let document = candidates[next]
      guard document <= last else { break }
      let place = PostingsCursor.place(of: document, in: documents)
      matches[found] = UInt32(truncatingIfNeeded: next &<< 8 | place)
      found &+= Branchless.isEqual(documents[place], document)
      next &+= 1
    }
    candidate = next
    return found
  }

  @inline(__always)
  private static func sum(_ numbers: UnsafeMutablePointer<UInt32>, from: Int, to: Int) -> Int {
    var sum: UInt32 = 0
    var place = from
    while place < to {
      sum &+= numbers[place]
      place &+= 1
    }
    return Int(sum)
  }

  /// Counts the phrase in the candidates and offers those that hold it.
  private mutating func match(_ count: Int, _ hits: inout TopHits) {
    let lead = matcher.lead
    let frequencies = lead.pointee.frequencies
    let spans = matcher.terms[matcher.byRarity[0]].spans
    let block = lead.pointee.positionsOffset(ofBlock: lead.pointee.block)
    let total = Self.sum(frequencies, from: 0, to: lead.pointee.count)
    var (start, summed) = (0, 0)
    var threshold = hits.threshold
    for candidate in 0..<count {
      let slot = Int(slots[candidate])
      let document = candidates[candidate]
      let code = matcher.norms[Int(document)]
      start &+= Self.sum(frequencies, from: summed, to: slot)
      summed = slot
      guard contribution(least[slot], code) >= threshold else { continue }
      var wanted: UInt32 = 1
      while contribution(wanted, code) < threshold { wanted &+= 1 }
      spans[slot] = PositionSpan(block: block, total: total, start: start, count: Int(frequencies[slot]))
      let frequency = matcher.frequency(inSlot: slot, least: wanted)
      guard frequency > 0 else { continue }
      let score = contribution(frequency, code)
      guard score >= threshold else { continue }
      hits.offer(id: segment.id(Int(document)), score: score)
      threshold = hits.threshold
    }
  }
}
