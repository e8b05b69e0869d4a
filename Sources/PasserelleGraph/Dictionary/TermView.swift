import PasserelleCore
import Synchronization

/// The terms of a store: mapped segments, and a tail in memory of those that came after them; for any thread.
///
/// A reader holds the view that it began with; keys stay where they are as long as it does. Terms only ever come at
/// the end, so that one view serves readers of earlier and later states.
final class TermView: @unchecked Sendable {
  /// The segments, by ascending numbers without gaps.
  let segments: [TermSegment]
  private let lock = Mutex(())
  private let tail: TermTail

  /// Makes a view of segments and an empty tail.
  init(segments: [TermSegment]) {
    self.segments = segments
    tail = TermTail(first: (segments.last?.last ?? 0) + 1)
  }

  /// The number of the last term.
  var last: Int64 { lock.withLock { _ in tail.last } }

  /// The number of the last term of the segments.
  var lastInSegments: Int64 { tail.first - 1 }

  /// The bytes of the keys in memory.
  var tailBytes: Int { lock.withLock { _ in tail.byteCount } }

  /// The number of a key; 0 for an unknown one.
  func find(_ key: UnsafeRawBufferPointer, _ hash: UInt64, _ scratch: inout TermScratch) -> Int64 {
    for segment in segments {
      let id = segment.find(key, hash, &scratch)
      if id != 0 { return id }
    }
    return lock.withLock { _ in tail.find(key, hash) }
  }

  /// Adds a term where it is the next one; one that is known already, or comes too early, is passed over.
  ///
  /// Numbers that are left out get no term.
  func add(_ id: Int64, _ key: UnsafeRawBufferPointer) {
    lock.withLock { _ in
      guard id > tail.last else { return }
      while tail.last + 1 < id { tail.append(UnsafeRawBufferPointer(start: nil, count: 0), 0) }
      // One zero byte stands for a term that was erased.
      if key.count == 1, key[0] == 0 {
        tail.append(UnsafeRawBufferPointer(start: nil, count: 0), 0)
      } else {
        tail.append(key, TermCodec.hash(key))
      }
    }
  }

  /// The key of a number where it stands; nil where it has to be put together, or is unknown.
  @inline(__always)
  func wholeKey(_ id: Int64) -> UnsafeRawBufferPointer? {
    for segment in segments {
      if let place = segment.place(of: id) { return place.block.wholeKey(place.index) }
    }
    return lock.withLock { _ in tail.key(of: id) }
  }

  /// The block of a term and its place in it; nil for one that is in no segment.
  func place(of id: Int64) -> (block: TermBlock, index: Int)? {
    for segment in segments {
      if let place = segment.place(of: id) { return place }
    }
    return nil
  }
}
