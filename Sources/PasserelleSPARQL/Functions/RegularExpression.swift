internal import CPCRE2
internal import PasserelleCore

/// A regular expression of XPath and XQuery Functions 3.1, section 5.6, run by PCRE2 in UTF-8.
///
/// ``RegularExpressionSyntax`` writes what XPath has and PCRE2 has not in terms of PCRE2; what only PCRE2 has
/// (look-around, for one) is let through.
final class RegularExpression {
  /// How many steps one match may take, which bounds its time whatever the pattern.
  static let matchLimit: UInt32 = 1_000_000
  /// How much memory one match may take, in KiB.
  static let heapLimit: UInt32 = 64 << 10

  /// What a match takes that is too costly.
  struct LimitReached: Error {}

  private let code: OpaquePointer
  private let match: OpaquePointer
  private let context: OpaquePointer
  /// How many matches were tried; from ``compileAfter`` on they run as machine code.
  private var matchCount = 0
  private var isCompiled = false
  /// How many matches pay for making machine code of a pattern.
  private static let compileAfter = 32

  /// Compiles a pattern; gives nil for a pattern or a flag that is not valid.
  ///
  /// - Parameters:
  ///   - pattern: The pattern.
  ///   - flags: Letters of `smixq`.
  init?(_ pattern: String, flags: String) {
    var options = PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C
    var ignoresSpace = false
    var isLiteral = false
    for flag in flags.utf8 {
      switch flag {
      case UInt8(ascii: "s"): options |= PCRE2_DOTALL
      case UInt8(ascii: "m"): options = (options | PCRE2_MULTILINE) & ~PCRE2_DOLLAR_ENDONLY
      case UInt8(ascii: "i"): options |= PCRE2_CASELESS
      case UInt8(ascii: "x"): ignoresSpace = true
      case UInt8(ascii: "q"): isLiteral = true
      default: return nil
      }
    }
    guard
      let bytes = RegularExpressionSyntax.translated(
        pattern, ignoresSpace: ignoresSpace, isLiteral: isLiteral)
    else { return nil }
    var error: Int32 = 0
    var offset = 0
    guard let code = pcre2_compile_8(bytes, bytes.count, options, &error, &offset, nil) else { return nil }
    guard let match = pcre2_match_data_create_from_pattern_8(code, nil) else {
      pcre2_code_free_8(code)
      return nil
    }
    guard let context = pcre2_match_context_create_8(nil) else {
      pcre2_match_data_free_8(match)
      pcre2_code_free_8(code)
      return nil
    }
    pcre2_set_match_limit_8(context, Self.matchLimit)
    pcre2_set_heap_limit_8(context, Self.heapLimit)
    self.code = code
    self.match = match
    self.context = context
  }

  deinit {
    pcre2_match_context_free_8(context)
    pcre2_match_data_free_8(match)
    pcre2_code_free_8(code)
  }

  /// The groups of the next match at or after an offset, the whole match first; nil where there is none.
  ///
  /// - Throws: ``LimitReached`` for a match that takes too many steps or too much memory.
  private func next(in text: [UInt8], from start: Int) throws(LimitReached) -> [Range<Int>?]? {
    let count = pcre2_match_8(
      code, text, text.count, start, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, match, context)
    if count == PCRE2_ERROR_NOMATCH { return nil }
    guard count > 0, let places = pcre2_get_ovector_pointer_8(match) else { throw LimitReached() }
    return (0..<Int(pcre2_get_ovector_count_8(match))).map { group in
      let (lower, upper) = (places[2 * group], places[2 * group + 1])
      return group < Int(count) && lower <= upper && upper <= text.count ? lower..<upper : nil
    }
  }

  /// Whether the pattern matches anywhere in a text.
  func matches(_ text: String) throws(LimitReached) -> Bool {
    let answer = Array(text.utf8).withUnsafeBufferPointer { bytes in isMatch(bytes) }
    guard let answer else { throw LimitReached() }
    return answer
  }

  /// Whether the pattern matches anywhere in a text of sound UTF-8.
  func matches(_ text: UnsafeBufferPointer<UInt8>) throws(LimitReached) -> Bool {
    guard let answer = isMatch(text) else { throw LimitReached() }
    return answer
  }

  /// Whether the pattern matches anywhere; nil where that takes too much.
  private func isMatch(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    matchCount += 1
    if matchCount == Self.compileAfter { isCompiled = pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0 }
    // An empty text may have no address, which PCRE2 takes only from version 10.39 on.
    let none: [UInt8] = [0]
    func run(_ options: UInt32) -> Int32 {
      guard let base = text.baseAddress else {
        return none.withUnsafeBufferPointer {
          pcre2_match_8(code, $0.baseAddress, 0, 0, PCRE2_NO_UTF_CHECK | options, match, context)
        }
      }
      return pcre2_match_8(code, base, text.count, 0, PCRE2_NO_UTF_CHECK | options, match, context)
    }
    var count = run(isCompiled ? 0 : PCRE2_NO_JIT)
    if count == PCRE2_ERROR_NOMATCH { return false }
    // Machine code has a smaller stack: what it gives up on is tried the slow way.
    if count < 0, isCompiled { count = run(PCRE2_NO_JIT) }
    return count == PCRE2_ERROR_NOMATCH ? false : count > 0 ? true : nil
  }

  /// The text with each match replaced.
  ///
  /// - Returns: Nil where the pattern matches no characters, or the replacement is not valid, as XPath has
  ///   it.
  func replacing(_ text: String, with replacement: String) throws(LimitReached) -> String? {
    let bytes = Array(text.utf8)
    guard try next(in: [], from: 0) == nil else { return nil }
    var result: [UInt8] = []
    var position = 0
    while let groups = try next(in: bytes, from: position), let whole = groups.first ?? nil {
      guard !whole.isEmpty, whole.lowerBound >= position else { return nil }
      result += bytes[position..<whole.lowerBound]
      guard let piece = Self.piece(Array(replacement.utf8), bytes, groups) else { return nil }
      result += piece
      position = whole.upperBound
    }
    result += bytes[position...]
    return String(decoding: result, as: UTF8.self)
  }

  /// The replacement with `$1` and its like filled in; `\$` and `\\` stand for themselves.
  private static func piece(_ replacement: [UInt8], _ text: [UInt8], _ groups: [Range<Int>?]) -> [UInt8]? {
    var result: [UInt8] = []
    var index = 0
    while index < replacement.count {
      let byte = replacement[index]
      index += 1
      guard byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "$") else {
        result.append(byte)
        continue
      }
      guard index < replacement.count else { return nil }
      if byte == UInt8(ascii: "\\") {
        guard replacement[index] == byte || replacement[index] == UInt8(ascii: "$") else { return nil }
        result.append(replacement[index])
        index += 1
        continue
      }
      var number: Int?
      while index < replacement.count, (0x30...0x39).contains(replacement[index]) {
        let longer = (number ?? 0) * 10 + Int(replacement[index] - 0x30)
        // A longer number than there are groups ends before the digit.
        if number != nil, longer >= groups.count { break }
        number = longer
        index += 1
      }
      guard let number else { return nil }
      if number < groups.count, let range = groups[number] { result += text[range] }
    }
    return result
  }
}
