/// The postings of one form of a word in one segment, with what scores them.
struct ScoredList {
  let cursor: UnsafeMutablePointer<PostingsCursor>
  let norms: UnsafePointer<UInt8>
  let table: ScoringTable.Pointers
  /// Room for what one block of candidates finds: candidate · 256 + place.
  let matches: UnsafeMutablePointer<UInt32>
  /// How much smaller the average length of the segment's bounds is than that of all segments, at least 1.
  let boundRatio: Float

  /// The greatest *tf*′ that a bound stands for.
  @inline(__always)
  func frequencyBound(_ bound: UInt8) -> Float {
    bound == 0 ? 0 : table.boundFrequencies[Int(bound)] * boundRatio
  }
}

/// One word of a query in one segment: the lists of all its forms there.
struct ScoredGroup {
  /// The lists, at least one, in the memory of the query.
  let lists: UnsafeBufferPointer<ScoredList>
  /// boost · idf in fixed units.
  let weight: Float
  let k1: Float
  /// Documents in its lists, at most.
  let documentFrequency: Int

  init(_ lists: UnsafeBufferPointer<ScoredList>, weight: Float, k1: Float) {
    self.lists = lists
    self.weight = weight
    self.k1 = k1
    var sum = 0
    for list in lists { sum &+= list.cursor.pointee.documentFrequency }
    documentFrequency = sum
  }

  /// What a bound of *tf*′ may contribute.
  @inline(__always)
  func contribution(boundedBy frequency: Float) -> Int32 {
    guard frequency > 0 else { return 0 }
    // Above all rounding.
    return Int32(weight * (frequency / (frequency + k1))) &+ 3
  }

  /// What it may contribute to a document of a window; moves its cursors there.
  @inline(__always)
  func windowBound(from first: UInt32, to end: UInt32) -> Int32 {
    var frequency: Float = 0
    for list in lists {
      frequency += list.frequencyBound(list.cursor.pointee.windowBound(from: first, to: end))
    }
    return contribution(boundedBy: frequency)
  }

  /// What it may contribute to any document.
  var bound: Int32 {
    contribution(boundedBy: lists.reduce(0) { $0 + $1.frequencyBound($1.cursor.pointee.bound) })
  }

  /// What it contributes to a document, 0 where it does not occur; documents must be asked in ascending order.
  @inline(__always)
  func contribution(to document: UInt32) -> Int32 {
    if lists.count == 1 {
      let list = lists[0]
      guard list.cursor.pointee.seek(document) == document else { return 0 }
      return FixedScore.contribution(
        weight, list.table.saturation(list.cursor.pointee.frequency(), list.norms[Int(document)]))
    }
    var frequency: Float = 0
    for list in lists where list.cursor.pointee.seek(document) == document {
      frequency += list.table.normalised(list.cursor.pointee.frequency(), list.norms[Int(document)])
    }
    return frequency == 0 ? 0 : FixedScore.contribution(weight, frequency / (frequency + k1))
  }

  /// Adds what it contributes to candidates, and keeps those that may still reach a threshold.
  ///
  /// The block that may hold a candidate is decoded only where its bound lets the candidate through.
  ///
  /// - Parameters:
  ///   - candidates: Documents, ascending; those kept move to the front.
  ///   - scores: Their scores so far, likewise.
  ///   - count: How many there are.
  ///   - rest: What other words may still contribute.
  ///   - threshold: What must be reached.
  /// - Returns: How many are kept.
  @inline(__always)
  func look(
    _ candidates: UnsafeMutablePointer<UInt32>, _ scores: UnsafeMutablePointer<Int32>, count: Int,
    rest: Int32, threshold: Int32
  ) -> Int {
    guard lists.count == 1 else {
      return lookInForms(candidates, scores, count: count, least: threshold &- rest, isNeeded: false)
    }
    let list = lists[0]
    let least = threshold &- rest
    var cursor = list.cursor.pointee
    var kept = 0
    var candidate = 0
    while candidate < count {
      cursor.moveBlock(to: candidates[candidate])
      let isAtEnd = cursor.isAtEnd
      let reach = isAtEnd ? 0 : contribution(boundedBy: list.frequencyBound(cursor.currentBound))
      let run = compact(
        candidates, scores, &candidate, count, into: kept, last: cursor.blockEnd, least: least &- reach)
      guard !isAtEnd else { return finish(run) }
      guard run > kept else { continue }
      cursor.load()
      let found = find(list, cursor.documents, candidates, from: kept, to: run)
      cursor.index = 0
      if found > 0 { cursor.loadFrequencies() }
      for match in 0..<found {
        let (candidate, place) = (Int(list.matches[match] &>> 8), Int(list.matches[match] & 255))
        scores[candidate] &+= contribution(list, cursor.frequencies[place], candidates[candidate])
      }
      for candidate in kept..<run {
        candidates[kept] = candidates[candidate]
        scores[kept] = scores[candidate]
        kept &+= Branchless.isAtLeast(scores[candidate], least)
      }
    }
    return finish(kept)
    @inline(__always)
    func finish(_ kept: Int) -> Int {
      list.cursor.pointee = cursor
      return kept
    }
  }

  /// Keeps the candidates that hold the word and may reach a threshold, with what it contributes.
  ///
  /// As ``look(_:_:count:rest:threshold:)`` otherwise.
  @inline(__always)
  func intersect(
    _ candidates: UnsafeMutablePointer<UInt32>, _ scores: UnsafeMutablePointer<Int32>, count: Int,
    rest: Int32, threshold: Int32
  ) -> Int {
    guard lists.count == 1 else {
      return lookInForms(candidates, scores, count: count, least: threshold &- rest, isNeeded: true)
    }
    let list = lists[0]
    let least = threshold &- rest
    var cursor = list.cursor.pointee
    var kept = 0
    var candidate = 0
    while candidate < count {
      cursor.moveBlock(to: candidates[candidate])
      guard !cursor.isAtEnd else { break }
      let found: Int
      if least <= 0 {
        cursor.load()
        found = find(list, cursor.documents, candidates, &candidate, count, last: cursor.blockEnd)
      } else {
        let reach = contribution(boundedBy: list.frequencyBound(cursor.currentBound))
        let run = compact(
          candidates, scores, &candidate, count, into: kept, last: cursor.blockEnd, least: least &- reach)
        guard run > kept else { continue }
        cursor.load()
        found = find(list, cursor.documents, candidates, from: kept, to: run)
      }
      cursor.index = 0
      guard found > 0 else { continue }
      cursor.loadFrequencies()
      for match in 0..<found {
        let (candidate, place) = (Int(list.matches[match] &>> 8), Int(list.matches[match] & 255))
        let document = candidates[candidate]
        let score = scores[candidate] &+ contribution(list, cursor.frequencies[place], document)
        candidates[kept] = document
        scores[kept] = score
        kept &+= Branchless.isAtLeast(score, least)
      }
    }
    list.cursor.pointee = cursor
    return kept
  }

  /// Looks a word of several forms up, candidate by candidate.
  @inline(never)
  private func lookInForms(
    _ candidates: UnsafeMutablePointer<UInt32>, _ scores: UnsafeMutablePointer<Int32>, count: Int,
    least: Int32, isNeeded: Bool
  ) -> Int {
    var kept = 0
    for candidate in 0..<count {
      let added = contribution(to: candidates[candidate])
      let score = scores[candidate] &+ added
      guard score >= least, added > 0 || !isNeeded else { continue }
      candidates[kept] = candidates[candidate]
      scores[kept] = score
      kept &+= 1
    }
    return kept
  }

  /// Moves the candidates up to a document that have a score to the front.
  ///
  /// - Returns: The place behind those moved.
  @inline(__always)
  private func compact(
    _ candidates: UnsafeMutablePointer<UInt32>, _ scores: UnsafeMutablePointer<Int32>, _ candidate: inout Int,
    _ count: Int, into kept: Int, last: UInt32, least: Int32
  ) -> Int {
    var end = candidate
    var run = kept
    while end < count, candidates[end] <= last {
      candidates[run] = candidates[end]
      scores[run] = scores[end]
      run &+= Branchless.isAtLeast(scores[end], least)
      end &+= 1
    }
    candidate = end
    return run
  }

  /// Finds candidates in a decoded block, and notes the matches.
  ///
  /// Without branches, so that the look-ups overlap.
  ///
  /// - Returns: How many there are.
  @inline(__always)
  private func find(
    _ list: ScoredList, _ documents: UnsafeMutablePointer<UInt32>, _ candidates: UnsafeMutablePointer<UInt32>,
    from first: Int, to end: Int
  ) -> Int {
    let matches = list.matches
    var found = 0
    for candidate in first..<end {
      let document = candidates[candidate]
      let place = PostingsCursor.place(of: document, in: documents)
      matches[found] = UInt32(truncatingIfNeeded: candidate &<< 8 | place)
      found &+= Branchless.isEqual(documents[place], document)
    }
    return found
  }

  /// Finds the candidates up to the last document of a decoded block in it.
  @inline(__always)
  private func find(
    _ list: ScoredList, _ documents: UnsafeMutablePointer<UInt32>, _ candidates: UnsafeMutablePointer<UInt32>,
    _ candidate: inout Int, _ count: Int, last: UInt32
  ) -> Int {
    let matches = list.matches
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
  private func contribution(_ list: ScoredList, _ frequency: UInt32, _ document: UInt32) -> Int32 {
    FixedScore.contribution(weight, list.table.saturation(frequency, list.norms[Int(document)]))
  }
}
