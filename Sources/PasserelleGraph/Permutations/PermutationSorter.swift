import Dispatch
import PasserelleCore

/// A triple in one number: subject, predicate, object from the highest bits on.
protocol PermutationSortKey: FixedWidthInteger, UnsignedInteger, BitwiseCopyable, Sendable {}
extension UInt64: PermutationSortKey {}
extension UInt128: PermutationSortKey {}

/// Sorts quads by one place after another, stably, from the last digit on (LSD radix sort).
///
/// Quads that are sorted by places (*a*, *b*, *c*) are sorted by (*c*, *a*, *b*) once they were sorted by *c*: all
/// orders follow from each other.
final class PermutationSorter<Key: PermutationSortKey> {
  private var keys: UnsafeMutablePointer<Key>
  private var versions: UnsafeMutablePointer<UInt32>
  private var spareKeys: UnsafeMutablePointer<Key>?
  private var spareVersions: UnsafeMutablePointer<UInt32>?
  private let capacity: Int
  private let bits: SIMD4<Int>
  private let shifts: SIMD4<Int>
  /// The number of quads.
  private(set) var count = 0

  /// Makes room.
  ///
  /// - Parameters:
  ///   - capacity: The most quads.
  ///   - bits: The widths of the codes of subjects, predicates and objects.
  init(capacity: Int, bits: SIMD4<Int>) {
    self.capacity = max(1, capacity)
    self.bits = bits
    shifts = SIMD4(bits[1] + bits[2], bits[2], 0, 0)
    keys = .allocate(capacity: self.capacity)
    versions = .allocate(capacity: self.capacity)
  }

  deinit {
    keys.deallocate()
    versions.deallocate()
    spareKeys?.deallocate()
    spareVersions?.deallocate()
  }

  /// Adds a quad; versions ascend.
  @inline(__always)
  func append(_ subject: UInt32, _ predicate: UInt32, _ object: UInt32, version: UInt32) {
    keys[count] =
      Key(truncatingIfNeeded: subject) &<< Key(truncatingIfNeeded: shifts[0])
      | Key(truncatingIfNeeded: predicate) &<< Key(truncatingIfNeeded: shifts[1])
      | Key(truncatingIfNeeded: object)
    versions[count] = version
    count &+= 1
  }

  /// Sorts the triples of each version, and leaves repeated ones out.
  func sortVersions() {
    var kept = 0
    var start = 0
    while start < count {
      let version = versions[start]
      var end = start + 1
      var isSorted = true
      while end < count, versions[end] == version {
        isSorted = isSorted && keys[end &- 1] < keys[end]
        end &+= 1
      }
      if !isSorted {
        var own = UnsafeMutableBufferPointer(start: keys + start, count: end - start)
        own.sort()
      }
      if isSorted, kept == start {
        kept = end
      } else {
        for row in start..<end where row == start || keys[row] != keys[kept - 1] {
          keys[kept] = keys[row]
          versions[kept] = version
          kept &+= 1
        }
      }
      start = end
    }
    count = kept
  }

  /// Sorts by a place; what is equal there keeps its order.
  ///
  /// - Complexity: O(*n*) for each digit of the place.
  func sort(by place: Int) {
    let passes = (bits[place] + 8) / 9
    let width = (bits[place] + passes - 1) / passes
    for pass in 0..<passes {
      sortDigit(shift: shifts[place] + pass * width, width: min(width, bits[place] - pass * width))
    }
  }

  private func sortDigit(shift: Int, width: Int) {
    let toKeys = spareKeys ?? .allocate(capacity: capacity)
    let toVersions = spareVersions ?? .allocate(capacity: capacity)
    let lanes = count >= 1 << 16 ? 2 : 1
    let digits = 1 << width
    let places = UnsafeMutablePointer<Int>.allocate(capacity: lanes * digits)
    places.initialize(repeating: 0, count: lanes * digits)
    defer { places.deallocate() }
    let pass = RadixPass(
      keys: keys, versions: versions, toKeys: toKeys, toVersions: toVersions, count: count, lanes: lanes,
      shift: shift, mask: digits - 1, places: places)
    pass.onLanes { $0.countDigits($1) }
    var place = 0
    for digit in 0..<digits {
      for lane in 0..<lanes {
        let length = places[lane * digits + digit]
        places[lane * digits + digit] = place
        place += length
      }
    }
    pass.onLanes { $0.scatter($1) }
    (spareKeys, spareVersions) = (keys, versions)
    (keys, versions) = (toKeys, toVersions)
  }

  /// Fills a block with rows of the order that the quads are sorted in, and the row before.
  func fill(_ columns: PermutationColumns, _ order: QuadOrder, start: Int, count: Int) {
    columns.count = count
    columns.hasPrevious = start > 0
    let first = start > 0 ? -1 : 0
    for rank in 0..<4 {
      let place = order.places[rank]
      let column = columns[rank]
      if place == 3 {
        for row in first..<count { column[row] = versions[start &+ row] }
      } else {
        let shift = Key(truncatingIfNeeded: shifts[place])
        let mask = (Key(1) &<< Key(truncatingIfNeeded: bits[place])) &- 1
        for row in first..<count {
          column[row] = UInt32(truncatingIfNeeded: keys[start &+ row] &>> shift & mask)
        }
      }
    }
  }
}

/// One digit of a radix sort, in lanes that take a part of the quads each.
private struct RadixPass<Key: PermutationSortKey>: @unchecked Sendable {
  // Lanes write to places of their own.
  let keys: UnsafeMutablePointer<Key>
  let versions: UnsafeMutablePointer<UInt32>
  let toKeys: UnsafeMutablePointer<Key>
  let toVersions: UnsafeMutablePointer<UInt32>
  let count: Int
  let lanes: Int
  let shift: Int
  let mask: Int
  /// For each lane and digit: how many there are, then where the next goes.
  let places: UnsafeMutablePointer<Int>

  func onLanes(_ body: @Sendable (Self, Int) -> Void) {
    if lanes == 1 {
      body(self, 0)
    } else {
      DispatchQueue.concurrentPerform(iterations: lanes) { body(self, $0) }
    }
  }

  private func rows(_ lane: Int) -> Range<Int> { lane * count / lanes..<(lane + 1) * count / lanes }

  @inline(__always)
  private func digit(_ key: Key) -> Int {
    Int(truncatingIfNeeded: key &>> Key(truncatingIfNeeded: shift)) & mask
  }

  func countDigits(_ lane: Int) {
    let places = places + lane * (mask + 1)
    for row in rows(lane) { places[digit(keys[row])] &+= 1 }
  }

  func scatter(_ lane: Int) {
    let places = places + lane * (mask + 1)
    for row in rows(lane) {
      let key = keys[row]
      let digit = digit(key)
      let place = places[digit]
      places[digit] = place &+ 1
      toKeys[place] = key
      toVersions[place] = versions[row]
    }
  }
}
