extension PostingsCursor {
  /// The place of the first document of the decoded block that is not below a target, which lies in the block.
  ///
  /// Without branches, and without regard to the place: look-ups of several targets overlap.
  @inline(__always)
  static func place(of target: UInt32, in documents: UnsafeMutablePointer<UInt32>) -> Int {
    let wanted = Int32(bitPattern: target)
    var place = 0
    var width = 64
    while width > 0 {
      let below = (Int32(bitPattern: documents[place &+ width &- 1]) &- wanted) &>> 31
      place &+= Int(truncatingIfNeeded: below) & width
      width &>>= 1
    }
    return place
  }

  /// Moves to the first block whose last document is not below a target, decoding nothing.
  @inline(__always)
  mutating func moveBlock(to target: UInt32) {
    guard block < fullBlocks, last(block) < target else { return }
    moveBlockFar(to: target)
  }

  @inline(never)
  private mutating func moveBlockFar(to target: UInt32) {
    var low = block
    var step = 1
    while low &+ step < fullBlocks, last(low &+ step) < target {
      low &+= step
      step &*= 2
    }
    var high = min(low &+ step, fullBlocks)
    // last(low) < target; at high it is not, or high is the tail.
    while high &- low > 1 {
      let middle = (low &+ high) / 2
      if last(middle) < target { low = middle } else { high = middle }
    }
    block = high
    index = 0
  }

  /// The greatest bound of the blocks that may hold documents of a window; moves to its first block.
  @inline(__always)
  mutating func windowBound(from first: UInt32, to end: UInt32) -> UInt8 {
    moveBlock(to: first)
    if loaded == block {
      while index < count, documents[index] < first { index &+= 1 }
      if index < count, documents[index] >= end { return 0 }
      if index == count, block == fullBlocks { return 0 }
    }
    var greatest: UInt8 = 0
    var block = block
    while block < fullBlocks {
      greatest = max(greatest, bound(ofBlock: block))
      if last(block) >= end &- 1 { return greatest }
      block &+= 1
    }
    return tailCount > 0 && block == fullBlocks ? max(greatest, bound(ofBlock: block)) : greatest
  }

  /// Moves to the first document that is not below a target.
  ///
  /// - Returns: The document; ``end`` when there is none.
  @inline(__always)
  mutating func seek(_ target: UInt32) -> UInt32 {
    if loaded == block, index < count, documents[count &- 1] >= target {
      return seekInBlock(target)
    }
    return seekBlock(target)
  }

  @inline(never)
  private mutating func seekBlock(_ target: UInt32) -> UInt32 {
    moveBlock(to: target)
    while !isAtEnd {
      load()
      if count > 0, documents[count - 1] >= target { return seekInBlock(target) }
      block += 1
      index = 0
    }
    return Self.end
  }

  /// The first document of the decoded block that is not below a target, at or after the place; there must be one.
  @inline(__always)
  private mutating func seekInBlock(_ target: UInt32) -> UInt32 {
    var place = index
    // By sixteen, then by counting those below the target among sixteen, without a branch: what lies behind the last
    // document is ``end``.
    while documents[place &+ 15] < target { place &+= 16 }
    let wanted = SIMD4<Int32>(repeating: Int32(bitPattern: target))
    let start = UnsafeRawPointer(documents + place)
    var below = (start.loadUnaligned(as: SIMD4<Int32>.self) &- wanted) &>> 31
    below &+= (start.loadUnaligned(fromByteOffset: 16, as: SIMD4<Int32>.self) &- wanted) &>> 31
    below &+= (start.loadUnaligned(fromByteOffset: 32, as: SIMD4<Int32>.self) &- wanted) &>> 31
    below &+= (start.loadUnaligned(fromByteOffset: 48, as: SIMD4<Int32>.self) &- wanted) &>> 31
    place &-= Int(below.wrappedSum())
    index = place
    return documents[place]
  }

  /// The frequency at the document it stands on.
  @inline(__always)
  mutating func frequency() -> UInt32 {
    loadFrequencies()
    return frequencies[index]
  }

  /// Moves to the start of the next block.
  @inline(__always)
  mutating func nextBlock() {
    block &+= 1
    index = 0
  }
}
