/// Finds the terms of one field of one segment that are spelt nearly like a word.
enum FuzzyExpansion {
  /// Gives each such term, ascending.
  ///
  /// - Parameters:
  ///   - field: The field.
  ///   - spelling: The word.
  ///   - distance: The greatest edit distance, 1 or 2.
  ///   - body: Gets the term, its distance and its document frequency in the segment.
  /// - Complexity: O(terms) at worst; whole prefixes that cannot match are passed over.
  static func forEach(
    in field: FieldReader, _ spelling: [UInt8], distance: Int, _ body: ([UInt8], Int, Int) -> Void
  ) {
    var walk = FuzzyWalk(pattern: spelling, distance: distance)
    var cursor = TermCursor(field)
    var isOpen = cursor.next()
    // What the term shares with the last one that was fed.
    var shared = 0
    while isOpen {
      let step = cursor.term.withUnsafeBufferPointer { walk.feed(term: $0, sharedPrefix: shared) }
      shared = .max
      switch step {
      case .match(let distance):
        body(cursor.term, distance, cursor.entry.documentFrequency)
        isOpen = cursor.next()
        shared = cursor.sharedPrefix
      case .noMatch:
        isOpen = cursor.next()
        shared = cursor.sharedPrefix
      case .skip(let length):
        // The next term is near in most cases; a look-up pays only where many begin alike.
        var passed = 0
        repeat {
          isOpen = cursor.next()
          shared = min(shared, cursor.sharedPrefix)
          passed += 1
        } while isOpen && cursor.sharedPrefix >= length && passed < FieldReader.blockSize
        guard isOpen, cursor.sharedPrefix >= length else { continue }
        guard let target = successor(of: cursor.term.prefix(length)) else { return }
        isOpen = cursor.seek(target)
        shared = 0
      }
    }
  }

  /// The least bytes above all those that begin with a prefix; nil when there are none.
  private static func successor(of prefix: ArraySlice<UInt8>) -> [UInt8]? {
    var bytes = Array(prefix)
    while let last = bytes.last {
      if last < 255 {
        bytes[bytes.count - 1] = last + 1
        return bytes
      }
      bytes.removeLast()
    }
    return nil
  }
}
