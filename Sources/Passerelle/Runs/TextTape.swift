import PasserelleCore
import PasserelleDigest

/// What a text index answered during one computation: each question's fingerprint with its answer.
///
/// With it the same computation gives the same answer after the index has changed, was rebuilt or is gone. Layout:
/// `PTXT`, a version byte, the number of entries, then for each the fingerprint (16 bytes), the length of the answer
/// and the answer; at the end the first 8 bytes of the SHA-256 of all that comes before. Documentation/Formats/match-run.md
/// has it in full.
package struct TextTape: Sendable, Hashable {
  private static let magic = Array("PTXT".utf8)
  private static let version: UInt8 = 1

  /// The answers by fingerprint, each as bytes.
  private var answers: [Fingerprint: ArraySlice<UInt8>] = [:]
  /// The fingerprints in the order first asked.
  private var order: [Fingerprint] = []

  /// The first 16 bytes of the SHA-256 of a question.
  struct Fingerprint: Hashable, Sendable {
    let high: UInt64
    let low: UInt64

    init(of question: [UInt8]) { self.init(SHA256Digest.hash(question).bytes[..<16]) }

    init(_ bytes: some Collection<UInt8>) {
      var words: (UInt64, UInt64) = (0, 0)
      for (index, byte) in bytes.enumerated() {
        if index < 8 { words.0 = words.0 << 8 | UInt64(byte) } else { words.1 = words.1 << 8 | UInt64(byte) }
      }
      (high, low) = words
    }

    var bytes: [UInt8] {
      [high, low].flatMap { word in
        stride(from: UInt64(56), through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
      }
    }
  }

  /// Makes an empty tape.
  package init() {}

  /// The number of different questions.
  package var count: Int { order.count }

  /// Keeps an answer; the first one to a question stays.
  mutating func add(_ answer: [UInt8], to question: Fingerprint) {
    guard answers[question] == nil else { return }
    answers[question] = answer[...]
    order.append(question)
  }

  /// The answer to a question; nil for one that is not on the tape.
  func answer(to question: Fingerprint) -> ArraySlice<UInt8>? { answers[question] }

  /// The tape as bytes.
  package var bytes: [UInt8] {
    var writer = TapeWriter()
    writer.append(raw: Self.magic)
    writer.append(byte: Self.version)
    writer.append(count: order.count)
    for question in order {
      let answer = answers[question] ?? []
      writer.append(raw: question.bytes)
      writer.append(count: answer.count)
      writer.append(raw: answer)
    }
    writer.append(raw: SHA256Digest.hash(writer.bytes).bytes[..<8])
    return writer.bytes
  }

  /// Reads a tape.
  ///
  /// - Parameter bytes: What ``bytes`` gave.
  /// - Throws: ``PasserelleError`` for bytes that are damaged, or of a format that is not known.
  package init(_ bytes: [UInt8]) throws {
    guard bytes.count > Self.magic.count + 9, bytes.starts(with: Self.magic) else {
      throw MatchRunError.damagedTape
    }
    guard bytes[Self.magic.count] == Self.version else {
      throw MatchRunError.unknownTape(bytes[Self.magic.count])
    }
    let content = bytes.dropLast(8)
    guard SHA256Digest.hash(Array(content)).bytes.starts(with: bytes.suffix(8)) else {
      throw MatchRunError.damagedTape
    }
    var reader = TapeReader(content.dropFirst(Self.magic.count + 1))
    for _ in 0..<(try reader.count()) {
      let question = Fingerprint(try reader.raw(16))
      let answer = try reader.raw(reader.count())
      guard answers.updateValue(answer, forKey: question) == nil else { throw MatchRunError.damagedTape }
      order.append(question)
    }
    guard reader.isAtEnd else { throw MatchRunError.damagedTape }
  }
}
