/// Texts by number, in one run of UTF-8.
package struct TextPool: Sendable {
  /// The bytes of all texts.
  package private(set) var bytes: [UInt8] = []
  /// Where each text ends.
  package private(set) var ends: [UInt32] = []

  /// Makes a pool without texts.
  package init() {}

  /// Takes a pool apart that was kept; nil where the ends do not fit the bytes.
  package init?(bytes: [UInt8], ends: [UInt32]) {
    guard zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 }), ends.last ?? 0 == bytes.count else {
      return nil
    }
    self.bytes = bytes
    self.ends = ends
  }

  /// How many texts there are.
  package var count: Int { ends.count }

  /// Adds a text and gives its number; equal texts are not looked for.
  package mutating func append(_ text: String) -> Int32 {
    bytes.append(contentsOf: text.utf8)
    ends.append(UInt32(bytes.count))
    return Int32(ends.count - 1)
  }

  /// A text; nil for a number without one, as -1.
  package subscript(number: Int32) -> String? {
    guard number >= 0, Int(number) < ends.count else { return nil }
    let start = number == 0 ? 0 : Int(ends[Int(number) - 1])
    return String(decoding: bytes[start..<Int(ends[Int(number)])], as: UTF8.self)
  }
}

/// Numbers texts so that equal ones have one number.
struct TextNumbers {
  private(set) var pool = TextPool()
  private var numbers: [String: Int32] = [:]

  /// The number of a text; -1 for none.
  mutating func number(_ text: String?) -> Int32 {
    guard let text else { return -1 }
    if let known = numbers[text] { return known }
    let made = pool.append(text)
    numbers[text] = made
    return made
  }
}
