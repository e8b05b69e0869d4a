import PasserelleTestSupport
import Testing

@testable import PasserelleIndex

@Suite("Lower case of literals")
struct LiteralFoldingTests {
  static func folded(_ text: String) -> [UInt8] {
    var buffer = ByteBuffer(capacity: 1)
    var text = text
    text.withUTF8 { LiteralFolding.append($0, to: &buffer) }
    return Array(buffer.bytes)
  }

  /// Blocks that hold letters with case, or letters whose case takes another number of bytes.
  private static let ranges: [ClosedRange<UInt32>] = [
    0...0x33FF, 0xA600...0xABFF, 0xF900...0xFFFF, 0x10400...0x10FFF, 0x118A0...0x118FF, 0x16E00...0x16EFF,
    0x1D400...0x1D4FF, 0x1E900...0x1E9FF, 0x10FF00...0x10FFFF,
  ]

  @Test(arguments: ranges)
  func everyScalarIsMappedAsInUnicode(_ range: ClosedRange<UInt32>) {
    var wrong: [UInt32] = []
    for value in range {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let found = Self.folded(String(Character(scalar)))
      if found != Array(scalar.properties.lowercaseMapping.utf8) { wrong.append(value) }
    }
    #expect(wrong.isEmpty)
  }

  @Test
  func capitalsAreFoundAtEveryPlaceOfEightBytes() {
    let text = "@AZ[`az{ARTICLE L661-3 DU CODE@AZ[`az{"
    for start in 0...8 {
      for length in 0...24 {
        let piece = String(text.dropFirst(start).prefix(length))
        #expect(Self.folded(piece) == Array(LiteralModel.lower(piece).utf8), "\(piece)")
      }
    }
  }

  @Test
  func randomTextsFoldAsTheirScalars() {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<400 {
      let text = random.text(0...60)
      #expect(Self.folded(text) == Array(LiteralModel.lower(text).utf8), "\(text.debugDescription)")
    }
  }

  @Test
  func textsThatGrowFitTheirRoom() {
    let text = String(repeating: "\u{130}\u{23A}\u{23E}", count: 1000)
    #expect(Self.folded(text) == Array(LiteralModel.lower(text).utf8))
  }
}
