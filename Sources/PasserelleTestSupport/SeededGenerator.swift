/// A small random generator (SplitMix64) whose sequence depends on its seed alone, so that failures come back.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the sequence of a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number of a range.
  public mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// One of some things.
  ///
  /// - Precondition: There is at least one.
  public mutating func pick<T>(_ choices: [T]) -> T { choices[number(0...choices.count - 1)] }

  /// True once in so many times.
  public mutating func oneIn(_ count: Int) -> Bool { number(1...count) == 1 }

  /// A text of random Unicode scalars, from controls to the last plane.
  public mutating func text(_ lengths: ClosedRange<Int>) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<number(lengths) { text.append(scalar()) }
    return String(text)
  }

  private mutating func scalar() -> Unicode.Scalar {
    let value: Int =
      switch number(0...9) {
      case 0: number(0...0x1F)
      case 1...4: number(0x20...0x7E)
      case 5...6: number(0x80...0x24F)
      case 7: number(0x300...0x36F)
      case 8: number(0x800...0xD7FF)
      default: number(0xE000...0x10FFFF)
      }
    return Unicode.Scalar(UInt32(value)) ?? "?"
  }
}
