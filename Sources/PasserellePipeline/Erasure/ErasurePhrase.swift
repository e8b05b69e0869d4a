import Foundation
import PasserelleCore
import PasserelleDigest

/// One way to write what is erased, as a salted digest: the text itself is kept nowhere.
public struct ErasurePhrase: Codable, Sendable, Hashable {
  /// How many words it has; 0 for a number that is compared digit by digit, such as a telephone number.
  public let words: Int
  /// Twenty-two bits of another digest, by which most texts are told apart.
  let mark: UInt32
  /// The digest, in hexadecimal digits.
  let digest: String

  /// The ways to write a text: for a name, every order of given and family names that keeps their neighbours.
  ///
  /// - Parameters:
  ///   - text: A name, an e-mail or postal address, a telephone number, or any words.
  ///   - salt: The salt of the list.
  /// - Returns: The phrases; none for a text without letter and digit.
  static func phrases(of text: String, salt: ErasureSalt) -> [ErasurePhrase] {
    var words = ErasureWords()
    Array(text.utf8).withUnsafeBytes { words.scan($0) }
    let count = words.words.count
    guard count > 0 else { return [] }
    if words.words.allSatisfy(\.isDigits) {
      let digits = number(words.folded)
      if digits.count >= 6 {
        return [ErasurePhrase(words: 0, mark: salt.mark(digits: digits), digest: salt.slow(digits))]
      }
    }
    return turns(of: words, text, salt) + plain(text, count, salt)
  }

  /// The ways to write a text in the names of folders, where what is beyond ASCII is left out.
  private static func plain(_ text: String, _ count: Int, _ salt: ErasureSalt) -> [ErasurePhrase] {
    let composed = text.precomposedStringWithCanonicalMapping
    guard composed.unicodeScalars.contains(where: { !$0.isASCII }) else { return [] }
    let plain = String(
      String.UnicodeScalarView(composed.unicodeScalars.map { $0.isASCII ? $0 : Unicode.Scalar(0x5F) }))
    var words = ErasureWords()
    Array(plain.utf8).withUnsafeBytes { words.scan($0) }
    // Of an initial nothing may be left: the rest would say too little.
    return words.words.count < count ? [] : turns(of: words, plain, salt)
  }

  private static func turns(of words: ErasureWords, _ text: String, _ salt: ErasureSalt) -> [ErasurePhrase] {
    let count = words.words.count
    let hashes = words.words.map(\.hash)
    let isName =
      count <= 6 && !text.contains("@")
      && !words.folded.contains { $0 >= 0x30 && $0 <= 0x39 }
    return (0..<(isName ? count : 1)).map { turn in
      let order = Array(turn..<count) + Array(0..<turn)
      var joined: [UInt8] = []
      for (place, index) in order.enumerated() {
        if place > 0 { joined.append(0x20) }
        joined += words.phrase(index..<(index + 1))
      }
      var window = salt.seed
      for index in order { window = ErasureSalt.mix(window, hashes[index]) }
      return ErasurePhrase(words: count, mark: ErasureSalt.mark(window), digest: salt.slow(joined))
    }
  }

  /// The digits of a number without what leads it: zeros, and the calling code of France.
  static func number(_ digits: some Collection<UInt8>) -> [UInt8] {
    var rest = Array(digits.drop { $0 == 0x30 })
    if rest.count >= 11, rest.starts(with: [0x33, 0x33]) || rest.starts(with: [0x33]) { rest.removeFirst(2) }
    return Array(rest.drop { $0 == 0x30 })
  }
}

/// The salt of a list, and the digests made with it.
struct ErasureSalt: Sendable, Hashable {
  let bytes: [UInt8]
  let seed: UInt64

  /// How often the digest of a text is digested again: so many tries cost so much more.
  private static let rounds = 1000

  init(bytes: [UInt8]) {
    self.bytes = bytes
    seed = SHA256Digest.hash(bytes).bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  init?(hexadecimal: String) {
    let digits = Array(hexadecimal.utf8)
    guard digits.count >= 16, digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(decoding: digits[place...(place + 1)], as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(byte)
    }
    self.init(bytes: bytes)
  }

  static func random() -> ErasureSalt {
    var generator = SystemRandomNumberGenerator()
    return ErasureSalt(bytes: (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }

  var hexadecimal: String {
    bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
  }

  @inline(__always)
  static func mix(_ window: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (window ^ word) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }

  @inline(__always)
  static func mark(_ window: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: window >> 40) & 0x3F_FFFF }

  func window(digits: [UInt8]) -> UInt64 {
    digits.reduce(~seed) { Self.mix($0, UInt64($1)) }
  }

  func mark(digits: [UInt8]) -> UInt32 { Self.mark(window(digits: digits)) }

  /// The digest of a text that may be guessed.
  func slow(_ text: [UInt8]) -> String {
    var hash = SHA256Digest.hash(bytes + text)
    for _ in 1..<Self.rounds { hash = SHA256Digest.hash(bytes + hash.bytes) }
    return hash.hexadecimal
  }

  /// The digest of a record's name.
  func fast(_ parts: [String]) -> String {
    SHA256Digest.hash(bytes + Array(parts.joined(separator: "\u{1F}").utf8)).hexadecimal
  }
}
