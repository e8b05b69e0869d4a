import PasserelleSegments

/// The distinct trigrams of one literal after another: of 0xFF, its bytes in lower case, 0xFE.
///
/// UTF-8 has neither mark, so that trigrams with them stand for a beginning and an end; 0xFF 0xFE 0xFE stands for the
/// empty literal.
struct LiteralTrigrams: ~Copyable {
  /// What stands before a literal.
  static let start: UInt8 = 0xFF
  /// What stands behind a literal.
  static let end: UInt8 = 0xFE

  private var bytes = ByteBuffer(capacity: 1 << 12)
  /// One bit for each of the 2²⁴ trigrams, set when this literal was seen to have it.
  private let seen: UnsafeMutablePointer<UInt64>
  private var distinct: UnsafeMutablePointer<UInt32>
  private var capacity = 1 << 12
  /// The number of distinct trigrams.
  private(set) var count = 0

  /// Takes no literal yet.
  init() {
    seen = .allocate(capacity: 1 << 18)
    seen.initialize(repeating: 0, count: 1 << 18)
    distinct = .allocate(capacity: capacity)
  }

  deinit {
    seen.deallocate()
    distinct.deallocate()
  }

  /// The trigram at a place, in the order in which they first stand in the literal: its three bytes, the first highest.
  subscript(place: Int) -> UInt32 { distinct[place] }

  /// Takes a literal in place of the last one.
  ///
  /// - Complexity: O(bytes).
  mutating func take(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.truncate()
    bytes.append(byte: Self.start)
    LiteralFolding.append(text, to: &bytes)
    bytes.append(byte: Self.end)
    if bytes.count < 3 { bytes.append(byte: Self.end) }
    reserve(bytes.count - 2)
    let (source, seen, distinct) = (bytes.start, seen, distinct)
    var trigram = UInt32(source[0]) &<< 8 | UInt32(source[1])
    var found = 0
    for place in 2..<bytes.count {
      trigram = (trigram &<< 8 | UInt32(source[place])) & 0xFF_FFFF
      let word = Int(trigram &>> 6)
      let bit = UInt64(1) &<< UInt64(trigram & 63)
      distinct[found] = trigram
      found &+= seen[word] & bit == 0 ? 1 : 0
      seen[word] |= bit
    }
    for place in 0..<found { seen[Int(distinct[place] &>> 6)] = 0 }
    count = found
  }

  private mutating func reserve(_ trigrams: Int) {
    guard trigrams > capacity else { return }
    distinct.deallocate()
    capacity = max(trigrams, 2 * capacity)
    distinct = .allocate(capacity: capacity)
  }
}

extension LiteralTrigrams {
  /// The distinct trigrams of every literal in which a text stands somewhere; none for a text that is too short.
  ///
  /// - Returns: Terms of three bytes, in the order of the text.
  static func terms(of text: String, _ mode: LiteralMode) -> [[UInt8]] {
    var folded = ByteBuffer()
    if mode == .startingWith || mode == .equal { folded.append(byte: start) }
    var text = text
    text.withUTF8 { LiteralFolding.append($0, to: &folded) }
    if mode == .endingWith || mode == .equal { folded.append(byte: end) }
    if mode == .equal, folded.count < 3 { folded.append(byte: end) }
    guard folded.count >= 3 else { return [] }
    var seen: Set<UInt32> = []
    return (0..<folded.count - 2).compactMap { place in
      let term = [folded.start[place], folded.start[place + 1], folded.start[place + 2]]
      let trigram = term.reduce(0) { $0 << 8 | UInt32($1) }
      return seen.insert(trigram).inserted ? term : nil
    }
  }
}
