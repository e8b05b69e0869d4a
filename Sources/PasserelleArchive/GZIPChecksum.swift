import Glibc

/// Checks the sums of a gzip file, which libarchive passes over.
///
/// A file is one member or several (RFC 1952, 2.2), each followed by the check and the length of its content. Where
/// one ends is seen from both sides: the packed bytes hold a place that looks like the start of another, and the
/// content up to the length told before that place has the check told there.
struct GZIPChecksum {
  private struct Boundary {
    /// The offset of the next member in the packed bytes.
    let offset: Int
    let check: UInt32
    /// The length of the content modulo 2³².
    let length: UInt32
    /// Whether the current member was found not to end there.
    var isRuledOut = false
  }

  /// More places than this are not followed, so that a file made for it takes no time.
  private static let boundaryLimit = 4096

  private var boundaries: [Boundary] = []
  private var isGivenUp = false
  /// The last bytes of the packed stream, so that a place that two chunks share is found.
  private var tail: [UInt8] = []
  private var packedCount = 0
  private var lastFound = -1

  private var sum = CyclicCheck()
  private var memberLength = 0

  /// Takes packed bytes, before the content that is made of them.
  mutating func take(packed chunk: UnsafeRawBufferPointer) {
    let joint = tail + chunk.prefix(12)
    let jointStart = packedCount - tail.count
    joint.withUnsafeBytes { find(in: $0, at: jointStart) }
    find(in: chunk, at: packedCount)
    packedCount += chunk.count
    tail = Array((tail + chunk.suffix(18)).suffix(18))
  }

  /// Finds the starts that have the eight bytes before them in a buffer.
  private mutating func find(in bytes: UnsafeRawBufferPointer, at base: Int) {
    guard !isGivenUp, let start = bytes.baseAddress else { return }
    var index = 8
    while index + 4 <= bytes.count, let found = memchr(start + index, 0x1F, bytes.count - index) {
      index = UnsafeRawPointer(found) - start
      guard index + 4 <= bytes.count else { return }
      let isStart = bytes[index + 1] == 0x8B && bytes[index + 2] == 8 && bytes[index + 3] & 0xE0 == 0
      if isStart, base + index > lastFound { add(bytes, index, base) }
      index += 1
    }
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer, _ index: Int, _ base: Int) {
    let check = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index - 8, as: UInt32.self))
    let length = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index - 4, as: UInt32.self))
    lastFound = base + index
    // A member without content changes nothing.
    guard length > 0 else { return }
    boundaries.append(Boundary(offset: lastFound, check: check, length: length))
    if boundaries.count > Self.boundaryLimit {
      isGivenUp = true
      boundaries = []
    }
  }

  /// Takes content.
  mutating func take(content: UnsafeRawBufferPointer) {
    guard !isGivenUp else { return }
    var rest = content
    while let (cut, index) = nextCut(in: rest) {
      var trial = sum
      trial.update(UnsafeRawBufferPointer(rebasing: rest[..<cut]))
      if trial.value == boundaries[index].check {
        boundaries.removeFirst(index + 1)
        for later in boundaries.indices { boundaries[later].isRuledOut = false }
        sum = CyclicCheck()
        memberLength = 0
        rest = UnsafeRawBufferPointer(rebasing: rest[cut...])
      } else {
        boundaries[index].isRuledOut = true
      }
    }
    sum.update(rest)
    memberLength += rest.count
  }

  /// The first place of some content where a member may end.
  private func nextCut(in rest: UnsafeRawBufferPointer) -> (cut: Int, boundary: Int)? {
    var best: (cut: Int, boundary: Int)?
    for (index, boundary) in boundaries.enumerated() where !boundary.isRuledOut {
      let cut = Int(boundary.length &- UInt32(truncatingIfNeeded: memberLength))
      if cut <= rest.count, best.map({ cut < $0.cut }) ?? true { best = (cut, index) }
    }
    return best
  }

  /// Whether the last member matches the eight bytes at the end of the packed stream.
  mutating func matches(trailer: [UInt8]) -> Bool {
    guard !isGivenUp, trailer.count == 8 else { return true }
    // The last member may be without content.
    take(content: UnsafeRawBufferPointer(start: nil, count: 0))
    let words = trailer.withUnsafeBytes { bytes in
      (0..<2).map { UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)) }
    }
    return words[0] == sum.value && words[1] == UInt32(truncatingIfNeeded: memberLength)
  }
}
