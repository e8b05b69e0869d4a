/// Finds the documents of one segment in which some words stand in sequence in one field.
struct PhraseMatcher: ~Copyable {
  /// The words in the order of the phrase.
  let terms: UnsafeMutablePointer<PhraseTerm>
  /// How many there are.
  let count: Int
  /// Places of words, rarest first.
  let byRarity: UnsafeMutablePointer<Int>
  /// The norms of the field.
  let norms: UnsafePointer<UInt8>
  private let slop: Int
  let memory: QueryMemory
  /// Places of words, rarest in the document first.
  private let order: UnsafeMutablePointer<Int>
  /// Places in the positions of each word.
  private let places: UnsafeMutablePointer<Int>

  /// Opens the lists of a phrase; nil when one of its words does not occur.
  init?(_ field: FieldReader, terms: [[UInt8]], slop: Int, memory: QueryMemory) {
    let entries = memory.room(TermEntry.self, terms.count)
    for (place, term) in terms.enumerated() {
      (entries + place).initialize(to: term.withUnsafeBufferPointer { field.find($0) } ?? .none)
    }
    self.init(field, entries: entries, count: terms.count, slop: slop, memory: memory)
  }

  /// Opens the lists of a phrase from the entries of its words; nil when one of them does not occur.
  init?(
    _ field: borrowing FieldReader, entries: UnsafeMutablePointer<TermEntry>, count: Int, slop: Int,
    memory: QueryMemory
  ) {
    guard field.hasPositions, count > 1 else { return nil }
    for place in 0..<count where entries[place].documentFrequency == 0 { return nil }
    self.count = count
    self.slop = slop
    self.memory = memory
    norms = field.norms
    terms = memory.room(PhraseTerm.self, count)
    byRarity = memory.room(Int.self, count)
    order = memory.room(Int.self, count)
    places = memory.room(Int.self, count)
    for place in 0..<count {
      (terms + place).initialize(to: PhraseTerm(entries[place], field, memory: memory))
      byRarity[place] = place
      order[place] = place
    }
    Self.sort(byRarity, count: count) { entries[$0].documentFrequency }
  }

  /// Insertion sort, for few places and for those nearly sorted; stable.
  @inline(__always)
  private static func sort(_ places: UnsafeMutablePointer<Int>, count: Int, by key: (Int) -> Int) {
    var next = 1
    while next < count {
      let place = places[next]
      let value = key(place)
      var hole = next
      while hole > 0, key(places[hole &- 1]) > value {
        places[hole] = places[hole &- 1]
        hole &-= 1
      }
      places[hole] = place
      next &+= 1
    }
  }

  /// The cursor of the rarest word.
  var lead: UnsafeMutablePointer<PostingsCursor> { terms[byRarity[0]].cursor }

  /// Moves to the first document, not below a target, that holds all the words.
  mutating func seek(_ target: UInt32) -> UInt32 {
    var document = lead.pointee.seek(target)
    var place = 1
    while place < count, document != PostingsCursor.end {
      let found = terms[byRarity[place]].cursor.pointee.seek(document)
      if found == document {
        place += 1
      } else {
        document = found == PostingsCursor.end ? found : lead.pointee.seek(found)
        place = 1
      }
    }
    return document
  }

  /// How often the phrase occurs in the document it stands on; occurrences do not overlap where there is slop.
  mutating func frequency() -> UInt32 {
    for place in 0..<count { terms[place].spans[0] = terms[place].cursor.pointee.positionSpan() }
    return frequency(inSlot: 0, least: 1)
  }

  /// How often the phrase occurs in the document whose positions the words' spans of a slot tell.
  ///
  /// - Parameters:
  ///   - slot: The slot.
  ///   - least: The least frequency that matters.
  /// - Returns: The frequency; of one below the least, any below it.
  mutating func frequency(inSlot slot: Int, least: UInt32) -> UInt32 {
    slop == 0 ? exact(slot, least: Int(least)) : near(slot)
  }

  /// Counts the places where the words stand in sequence: those of the document's rarest word first, then what is
  /// left of them with each other word, so that frequent words are mostly not read.
  private mutating func exact(_ slot: Int, least: Int) -> UInt32 {
    Self.sort(order, count: count) { terms[$0].spans[slot].count }
    let first = order[0]
    var left = terms[first].read(slot, memory)
    var starts = terms[first].positions
    // Too near the start for the words before.
    while left > 0, starts[0] < first {
      starts += 1
      left &-= 1
    }
    for place in 0..<left { starts[place] &-= UInt32(truncatingIfNeeded: first) }
    var next = 1
    while next < count, left >= least {
      let term = order[next]
      let length = terms[term].read(slot, memory)
      left = Self.intersect(starts, left, terms[term].positions, length, distance: term)
      next &+= 1
    }
    return left >= least ? UInt32(truncatingIfNeeded: left) : 0
  }

  /// Keeps the starts that some position follows at a distance.
  private static func intersect(
    _ starts: UnsafeMutablePointer<UInt32>, _ count: Int, _ positions: UnsafeMutablePointer<UInt32>,
    _ length: Int, distance: Int
  ) -> Int {
    var (kept, left, right) = (0, 0, 0)
    while left < count, right < length {
      let start = starts[left]
      let difference = Int(start) &+ distance &- Int(positions[right])
      let isBefore = Int(truncatingIfNeeded: UInt(bitPattern: difference) &>> 63)
      let isBehind = Int(truncatingIfNeeded: UInt(bitPattern: 0 &- difference) &>> 63)
      starts[kept] = start
      kept &+= 1 &- isBefore &- isBehind
      left &+= 1 &- isBehind
      right &+= 1 &- isBefore
    }
    return kept
  }

  /// Counts sets of one position each whose words stand at most `slop` further apart than in the phrase, in any
  /// order.
  private mutating func near(_ slot: Int) -> UInt32 {
    // Positions less their place in the phrase are equal in an exact one; their spread is the distance.
    for term in 0..<count {
      guard terms[term].read(slot, memory) > 0 else { return 0 }
      places[term] = 0
    }
    var found: UInt32 = 0
    while true {
      var least = Int.max
      var greatest = Int.min
      var leastTerm = 0
      for term in 0..<count {
        guard places[term] < terms[term].spans[slot].count else { return found }
        let value = Int(terms[term].positions[places[term]]) - term
        if value < least { (least, leastTerm) = (value, term) }
        greatest = max(greatest, value)
      }
      if greatest - least <= slop {
        found += 1
        for term in 0..<count { places[term] += 1 }
      } else {
        places[leastTerm] += 1
      }
    }
  }
}
