import Glibc
import PasserelleSegments

/// Tells whether a text stands in literals, byte by byte of their UTF-8.
///
/// Valid UTF-8 stands in valid UTF-8 only where scalars begin, so this is the comparison by code points of SPARQL:
/// texts are not normalised.
struct LiteralMatcher: ~Copyable {
  private let mode: LiteralMode
  private let ignoresCase: Bool
  private var needle = ByteBuffer()
  private var folded = ByteBuffer()

  /// Looks for a text.
  ///
  /// - Parameters:
  ///   - needle: The text.
  ///   - mode: Where it must stand.
  ///   - ignoringCase: Whether both are compared in lower case, scalar by scalar.
  init(_ needle: String, _ mode: LiteralMode, ignoringCase: Bool) {
    self.mode = mode
    ignoresCase = ignoringCase
    var text = needle
    if ignoringCase {
      text.withUTF8 { LiteralFolding.append($0, to: &self.needle) }
    } else {
      text.withUTF8 { self.needle.append(UnsafeRawBufferPointer($0)) }
    }
  }

  /// Whether the text stands in a literal.
  ///
  /// - Complexity: O(bytes).
  mutating func matches(_ literal: consuming String) -> Bool {
    guard ignoresCase else { return literal.withUTF8 { find(UnsafeRawBufferPointer($0)) } }
    folded.truncate()
    literal.withUTF8 { LiteralFolding.append($0, to: &folded) }
    return find(folded.bytes)
  }

  private func find(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let length = needle.count
    guard length <= bytes.count else { return false }
    guard length > 0, let start = bytes.baseAddress else { return mode != .equal || bytes.isEmpty }
    switch mode {
    case .containing: return ByteSearch.contains(needle.start, length, in: start, bytes.count)
    case .startingWith: return memcmp(start, needle.start, length) == 0
    case .endingWith: return memcmp(start + (bytes.count - length), needle.start, length) == 0
    case .equal: return bytes.count == length && memcmp(start, needle.start, length) == 0
    }
  }
}
