/// Walks one list over a window.
enum ListWalk {
  /// Gives each document of a window with its frequency, and leaves the cursor behind the last one.
  @inline(__always)
  static func forEach(
    _ pointer: UnsafeMutablePointer<PostingsCursor>, from first: UInt32, to end: UInt32,
    _ body: (_ document: UInt32, _ frequency: UInt32) -> Void
  ) {
    pointer.pointee.moveBlock(to: first)
    var cursor = pointer.pointee
    while !cursor.isAtEnd {
      cursor.load()
      cursor.loadFrequencies()
      var index = cursor.index
      let length = cursor.count
      while index < length, cursor.documents[index] < first { index &+= 1 }
      while index < length {
        let document = cursor.documents[index]
        if document >= end { break }
        body(document, cursor.frequencies[index])
        index &+= 1
      }
      cursor.index = index
      if index < length { break }
      cursor.nextBlock()
    }
    pointer.pointee = cursor
  }
}

/// Walks the lists of one word over a window.
enum GroupWalk {
  /// Sums the normalised frequencies of all forms, then gives each document of the window that has any.
  ///
  /// - Parameters:
  ///   - group: The word.
  ///   - first: The first document of the window.
  ///   - end: The document behind the window.
  ///   - sums: Room for a window, zero before and after.
  ///   - body: Gets the place in the window, ascending, and *tf*′.
  @inline(__always)
  static func frequencies(
    of group: ScoredGroup, from first: UInt32, to end: UInt32, into sums: UnsafeMutablePointer<Float>,
    _ body: (_ place: Int, _ frequency: Float) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: SearchWindow.words) { touched in
      guard let touched = touched.baseAddress else { return }
      touched.initialize(repeating: 0, count: SearchWindow.words)
      for list in group.lists {
        let (norms, table) = (list.norms, list.table)
        ListWalk.forEach(list.cursor, from: first, to: end) { document, frequency in
          let place = Int(document &- first)
          sums[place] += table.normalised(frequency, norms[Int(document)])
          touched[place &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: place & 63)
        }
      }
      for word in 0..<SearchWindow.words {
        var bits = touched[word]
        while bits != 0 {
          let place = word &* 64 &+ bits.trailingZeroBitCount
          bits &= bits &- 1
          body(place, sums[place])
          sums[place] = 0
        }
      }
    }
  }
}
