/// Words of analysed texts as numbers: caller-owned, reusable.
///
/// ``TextAnalyzer/appendWords(of:to:)`` appends to it, one number for each token that has a position, in the
/// order of the text. The analyser tells the form of a number, as long as its epoch lasts.
public struct WordStream: ~Copyable {
  private var numbers: UnsafeMutablePointer<UInt32>
  private var capacity: Int
  /// How many words it holds.
  public private(set) var count = 0

  /// Makes an empty stream.
  ///
  /// - Complexity: O(1).
  public init() {
    capacity = 256
    numbers = .allocate(capacity: capacity)
  }

  deinit { numbers.deallocate() }

  /// The numbers, valid until the stream is next changed.
  ///
  /// - Complexity: O(1).
  public var words: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: numbers, count: count) }

  /// Removes all words and keeps the memory.
  ///
  /// - Complexity: O(1).
  public mutating func removeAll() { count = 0 }

  /// Appends a word.
  ///
  /// - Parameter number: Its number.
  /// - Complexity: Amortised O(1).
  @inline(__always)
  mutating func append(_ number: UInt32) {
    if count == capacity { grow() }
    numbers[count] = number
    count &+= 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity * 2)
    larger.update(from: numbers, count: count)
    numbers.deallocate()
    (numbers, capacity) = (larger, capacity * 2)
  }
}
