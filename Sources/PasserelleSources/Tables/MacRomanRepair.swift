import PasserelleCore

/// Restores texts in UTF-8 that were once read as Mac OS Roman: `J√∂rg` for `Jörg`.
enum MacRomanRepair {
  /// The characters of the bytes from 0x80.
  private static let characters =
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ"
    + "\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"

  private static let bytes: [UnicodeScalar: UInt8] = {
    var result: [UnicodeScalar: UInt8] = [:]
    for (place, scalar) in characters.unicodeScalars.enumerated() where place < 128 {
      result[scalar] = UInt8(128 + place)
    }
    return result
  }()

  /// The text restored; nil where it was not misread so.
  static func restored(_ text: String) -> String? {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.append(UInt8(scalar.value))
      } else if let byte = bytes[scalar] {
        result.append(byte)
      } else {
        return nil
      }
    }
    // What was never misread is no UTF-8 as bytes of Mac OS Roman.
    return String(validating: result, as: UTF8.self)
  }
}
