import PasserelleTestSupport

/// Random texts that dwell on what the scanner finds hard.
enum RandomText {
  private static let pieces: [String] = [
    "a", "e", "l", "d", "L", "qu", "Qu", "jusqu", "marché", "MARCHÉ", "œuvre", "S.A.R.L.", "S.A", "x.y.z",
    ".",
    "..", "'", "’", "ʼ", "''", "`", "-", "\u{2010}", " ", "\u{A0}", "\u{202F}", "\u{AD}", "\u{200B}",
    "\u{FEFF}",
    "\u{FFFD}", "e\u{301}", "\u{301}", "É", "é", "1", "12,5", "4G", "m²", "½", "ﬁ", "ＡＢ", "İ", "Ⱥ", "ẞ", "Σ",
    "ς",
    "漢字", "か\u{3099}", "한", "и\u{306}", "Ⅳ", "①", "𝐀", "😀", "€", "…", "«", "»", "\n", "\t", "travaux",
    "\u{0}",
    "a\u{301}\u{323}", "٣", "ا\u{653}", "ʰ", "ŉ", "aujourd'hui", "L'ÉCLAIRAGE", "O'Brien", "foto's",
  ]

  static func make(pieces count: Int, _ generator: inout SeededGenerator) -> String {
    (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  static func bytes(count: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    let likely: [UInt8] = [
      0x61, 0x27, 0x2E, 0x20, 0xC3, 0xA9, 0xE2, 0x80, 0x99, 0xF0, 0x9F, 0xEF, 0xBF, 0xBD, 0xED, 0xA0, 0xCC,
      0x81,
      0xC2, 0xAD, 0x31, 0xFF, 0xC0, 0xF4,
    ]
    return (0..<count).map { _ in
      Bool.random(using: &generator)
        ? likely.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255, using: &generator)
    }
  }
}
