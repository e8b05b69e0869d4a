/// Room for one block of rows in four columns of codes, by place of an order; row −1 is the row before.
final class PermutationColumns {
  private static let stride = PermutationFormat.blockRows + 2 * PermutationFormat.partRows
  private let room: UnsafeMutablePointer<UInt32>
  /// The number of rows.
  var count = 0
  /// Whether there is a row before.
  var hasPrevious = false

  init() {
    room = .allocate(capacity: 4 * Self.stride)
    room.initialize(repeating: 0, count: 4 * Self.stride)
  }

  deinit { room.deallocate() }

  /// A column, by place of the order.
  @inline(__always)
  subscript(place: Int) -> UnsafeMutablePointer<UInt32> {
    room + (place &* Self.stride &+ PermutationFormat.partRows)
  }

  /// Makes the last row the row before, and empties the block.
  func turn() {
    guard count > 0 else { return }
    for place in 0..<4 { self[place][-1] = self[place][count - 1] }
    hasPrevious = true
    count = 0
  }

  /// Whether some row states the triple of the row before it again.
  func hasRepeats(triple: (Int, Int, Int)) -> Bool {
    let (first, second, third) = (self[triple.0], self[triple.1], self[triple.2])
    var different = true
    for row in (hasPrevious ? 0 : 1)..<max(count, 1) {
      let change =
        (first[row] ^ first[row &- 1]) | (second[row] ^ second[row &- 1]) | (third[row] ^ third[row &- 1])
      different = different && change != 0
    }
    return !different
  }
}
