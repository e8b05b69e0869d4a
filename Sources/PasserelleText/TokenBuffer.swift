/// Tokens of analysed texts in one arena: caller-owned, reusable.
///
/// ``TextAnalyzer/analyze(_:into:)-(UnsafeBufferPointer<UInt8>,_)`` appends to it and never empties it;
/// positions and byte ranges start from zero with each analysed text. Call ``removeAll()`` between
/// texts to reuse its memory.
public struct TokenBuffer: Sendable {
  /// One token; its analysed form starts where that of the token before ends.
  private struct Record: Sendable {
    var formEnd: UInt32
    var sourceStart: UInt32
    var sourceEnd: UInt32
    var position: UInt32
  }

  private var records: [Record] = []
  /// Analysed forms, one after the other, then `UInt8` room for more.
  private var bytes: [UInt8] = []
  private var byteCount = 0

  /// Creates an empty buffer.
  ///
  /// - Complexity: O(1); nothing is allocated.
  public init() {}

  /// Removes all tokens and keeps the capacity.
  ///
  /// - Complexity: O(1).
  public mutating func removeAll() {
    records.removeAll(keepingCapacity: true)
    byteCount = 0
  }

  /// Number of tokens.
  ///
  /// - Complexity: O(1).
  public var count: Int { records.count }

  /// Position of a token in its text, in words from 0.
  ///
  /// - Parameter index: Index of the token, from 0 to ``count`` − 1.
  /// - Returns: The word position. The next word is at the next position; an elided article has none.
  /// - Complexity: O(1).
  public func position(at index: Int) -> Int { Int(records[index].position) }

  /// Place of a token in the source text, in bytes, for highlights.
  ///
  /// The range holds the word as written, without the elided article before it; it starts and ends
  /// on scalar borders.
  ///
  /// - Parameter index: Index of the token, from 0 to ``count`` − 1.
  /// - Returns: Byte offsets in the analysed UTF-8 text.
  /// - Complexity: O(1).
  public func byteRange(at index: Int) -> Range<Int> {
    Int(records[index].sourceStart)..<Int(records[index].sourceEnd)
  }

  /// Calls a closure with the analysed form of a token.
  ///
  /// - Parameters:
  ///   - index: Index of the token, from 0 to ``count`` − 1.
  ///   - body: Receives 1 to 255 bytes of valid UTF-8, which must not escape.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  /// - Complexity: O(1).
  public func withBytes<R>(at index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    let range = formRange(at: index)
    return try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The analysed form of a token.
  ///
  /// - Parameter index: Index of the token, from 0 to ``count`` − 1.
  /// - Complexity: O(1); a form of more than 15 bytes allocates a string.
  public subscript(index: Int) -> String {
    withBytes(at: index) { String(decoding: $0, as: UTF8.self) }
  }

  private func formRange(at index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(records[index - 1].formEnd))..<Int(records[index].formEnd)
  }

  /// Appends a token.
  ///
  /// - Parameters:
  ///   - form: Start of the analysed form.
  ///   - length: Its number of bytes.
  ///   - sourceStart: Byte offset of the word in the source.
  ///   - sourceEnd: Byte offset past the word.
  ///   - position: Word position.
  /// - Complexity: Amortised O(`length`).
  @inline(__always)
  mutating func append(
    form: UnsafePointer<UInt8>, length: Int, sourceStart: Int, sourceEnd: Int, position: Int
  ) {
    let end = byteCount &+ length
    if end > bytes.count { grow(to: end) }
    bytes.withUnsafeMutableBufferPointer { bytes in
      for offset in 0..<length { bytes[byteCount &+ offset] = form[offset] }
    }
    byteCount = end
    records.append(
      Record(
        formEnd: UInt32(end), sourceStart: UInt32(sourceStart), sourceEnd: UInt32(sourceEnd),
        position: UInt32(position)))
  }

  @inline(never)
  private mutating func grow(to end: Int) {
    bytes.append(contentsOf: repeatElement(0, count: max(end, bytes.count * 2, 256) - bytes.count))
  }
}
