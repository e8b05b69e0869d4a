extension DrawSequence {
  /// A number from 0 up to 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// So many different numbers below a limit, in random order.
  mutating func sample(_ wanted: Int, of limit: Int) -> [Int32] {
    let numbers = Column<Int32>(limit) { Int32(truncatingIfNeeded: $0) }
    return (0..<min(wanted, limit)).map { place in
      let other = place + below(limit - place)
      let number = numbers[other]
      numbers[other] = numbers[place]
      return number
    }
  }
}
