/// Term numbers in the order of the text, in pieces of 65,536, so that growing copies nothing.
struct TokenSequence: ~Copyable {
  /// The number of terms in a piece.
  static let pieceSize = 1 << 16

  private var pieces: [UnsafeMutablePointer<UInt32>] = []
  /// The number of terms.
  private(set) var count = 0

  deinit {
    for piece in pieces { piece.deallocate() }
  }

  /// Where to write, and for how many terms there is room; ``advance(_:)`` then tells how many were written.
  @inline(__always)
  mutating func room() -> (place: UnsafeMutablePointer<UInt32>, count: Int) {
    let piece = count / Self.pieceSize
    if piece == pieces.count { pieces.append(.allocate(capacity: Self.pieceSize)) }
    let offset = count % Self.pieceSize
    return (pieces[piece] + offset, Self.pieceSize &- offset)
  }

  /// Adds terms that were written where ``room()`` said.
  @inline(__always)
  mutating func advance(_ terms: Int) { count &+= terms }

  /// Appends a term so many times.
  mutating func append(_ term: UInt32, times: Int = 1) {
    var left = times
    while left > 0 {
      let (place, room) = room()
      let step = min(left, room)
      place.update(repeating: term, count: step)
      advance(step)
      left -= step
    }
  }

  /// Removes all terms and keeps the memory of a few pieces.
  mutating func removeAll() {
    count = 0
    while pieces.count > 16 { pieces.removeLast().deallocate() }
  }

  /// How often each of so many terms occurs.
  func occurrences(terms: Int) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: terms)
    counts.withUnsafeMutableBufferPointer { counts in
      guard let counts = counts.baseAddress else { return }
      for piece in 0..<pieceCount {
        let tokens = self[piece]
        for index in 0..<tokens.count { counts[Int(tokens[index])] &+= 1 }
      }
    }
    return counts
  }

  /// Writes the place of each token into the list of its term.
  ///
  /// - Parameters:
  ///   - ends: For each term where its list starts; then where it ends.
  ///   - places: Receives the places, ascending within each list; room for ``count``.
  func scatter(_ ends: UnsafeMutablePointer<UInt32>, into places: UnsafeMutablePointer<UInt32>) {
    var place: UInt32 = 0
    for piece in 0..<pieceCount {
      let tokens = self[piece]
      for index in 0..<tokens.count {
        let term = Int(tokens[index])
        let end = ends[term]
        places[Int(end)] = place
        ends[term] = end &+ 1
        place &+= 1
      }
    }
  }

  private var pieceCount: Int { (count + Self.pieceSize - 1) / Self.pieceSize }

  private subscript(piece: Int) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: pieces[piece], count: min(Self.pieceSize, count - piece * Self.pieceSize))
  }
}
