/// The blocks that speak (two members or more, within their cap), and which of them each slot belongs to.
struct BlockCatalogue: Sendable {
  /// Where each block begins in the table.
  let starts: [UInt32]
  /// How many members each block has.
  let sizes: [UInt16]
  /// The family of each block.
  let families: [UInt8]
  /// The blocks of each slot, one list after the other.
  let blocks: [UInt32]
  /// Where the list of each slot begins, and the end.
  let offsets: [Int]
  /// Blocks by family that are silent for their size.
  let silent: [Int]
  /// Blocks by family that speak.
  let speaking: [Int]

  /// Lists the blocks of a table.
  init(_ table: BlockTable, slotCount: Int, options: BlockingOptions) {
    var starts: [UInt32] = []
    var sizes: [UInt16] = []
    var families: [UInt8] = []
    var silent = [Int](repeating: 0, count: BlockingFamily.allCases.count)
    var speaking = silent
    var degrees = [Int](repeating: 0, count: slotCount + 1)
    table.keys.withUnsafeBufferPointer { keys in
      table.slots.withUnsafeBufferPointer { slots in
        var start = 0
        while start < keys.count {
          let key = keys[start]
          var end = start + 1
          while end < keys.count, keys[end] == key { end += 1 }
          if end - start > 1 {
            let family = BlockingKey.familyIndex(key)
            if end - start <= min(options.cap(of: key), Int(UInt16.max)) {
              starts.append(UInt32(start))
              sizes.append(UInt16(end - start))
              families.append(UInt8(family))
              speaking[family] += 1
              for entry in start..<end { degrees[Int(slots[entry])] += 1 }
            } else {
              silent[family] += 1
            }
          }
          start = end
        }
      }
    }
    var position = 0
    for slot in 0...slotCount {
      let degree = degrees[slot]
      degrees[slot] = position
      position += degree
    }
    var next = degrees
    var blocks = [UInt32](repeating: 0, count: position)
    next.withUnsafeMutableBufferPointer { next in
      blocks.withUnsafeMutableBufferPointer { blocks in
        table.slots.withUnsafeBufferPointer { slots in
          for block in starts.indices {
            let start = Int(starts[block])
            for entry in start..<(start + Int(sizes[block])) {
              let slot = Int(slots[entry])
              blocks[next[slot]] = UInt32(block)
              next[slot] += 1
            }
          }
        }
      }
    }
    self.starts = starts
    self.sizes = sizes
    self.families = families
    self.blocks = blocks
    self.silent = silent
    self.speaking = speaking
    offsets = degrees
  }
}
