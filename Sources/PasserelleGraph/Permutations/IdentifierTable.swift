/// Numbers identifiers in the order in which they come; open addressing.
struct IdentifierTable: ~Copyable {
  private var keys: UnsafeMutablePointer<Int64>
  private var numbers: UnsafeMutablePointer<UInt32>
  private var mask: Int
  /// The number of identifiers.
  private(set) var count = 0

  init() {
    mask = 1023
    (keys, numbers) = Self.room(mask + 1)
  }

  deinit {
    keys.deallocate()
    numbers.deallocate()
  }

  /// The bytes it takes.
  var byteCount: Int { 12 * (mask + 1) }

  /// The number of an identifier, which is not 0; a new one gets the next.
  @inline(__always)
  mutating func number(of identifier: Int64) -> UInt32 {
    var slot = Self.hash(identifier) & mask
    while true {
      let key = keys[slot]
      if key == identifier { return numbers[slot] }
      if key == 0 { break }
      slot = (slot &+ 1) & mask
    }
    keys[slot] = identifier
    numbers[slot] = UInt32(truncatingIfNeeded: count)
    count += 1
    if 3 * count > 2 * mask { grow() }
    return UInt32(truncatingIfNeeded: count - 1)
  }

  /// The identifiers, ascending, and the rank of each by its number.
  mutating func sorted() -> (identifiers: [Int64], ranks: [UInt32]) {
    var identifiers: [Int64] = []
    identifiers.reserveCapacity(count)
    for slot in 0...mask where keys[slot] != 0 { identifiers.append(keys[slot]) }
    identifiers.sort()
    var ranks = [UInt32](repeating: 0, count: identifiers.count)
    for (rank, identifier) in identifiers.enumerated() {
      ranks[Int(number(of: identifier))] = UInt32(truncatingIfNeeded: rank)
    }
    return (identifiers, ranks)
  }

  private mutating func grow() {
    let (oldKeys, oldNumbers, oldMask) = (keys, numbers, mask)
    mask = 2 * mask + 1
    (keys, numbers) = Self.room(mask + 1)
    for slot in 0...oldMask where oldKeys[slot] != 0 {
      var place = Self.hash(oldKeys[slot]) & mask
      while keys[place] != 0 { place = (place &+ 1) & mask }
      keys[place] = oldKeys[slot]
      numbers[place] = oldNumbers[slot]
    }
    oldKeys.deallocate()
    oldNumbers.deallocate()
  }

  private static func room(_ count: Int) -> (UnsafeMutablePointer<Int64>, UnsafeMutablePointer<UInt32>) {
    let keys = UnsafeMutablePointer<Int64>.allocate(capacity: count)
    keys.initialize(repeating: 0, count: count)
    let numbers = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
    numbers.initialize(repeating: 0, count: count)
    return (keys, numbers)
  }

  @inline(__always)
  private static func hash(_ identifier: Int64) -> Int {
    let mixed = UInt64(bitPattern: identifier) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed ^ (mixed &>> 32))
  }
}
