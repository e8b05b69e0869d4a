import PasserelleCore

/// Dates of 32 bits: year · 512 + month · 32 + day, 0 for what is unknown.
///
/// A greater number is a later date, or one known more closely.
enum PackedDate {
  static func pack(_ date: PartialDate?) -> UInt32 {
    guard let date else { return 0 }
    return UInt32(date.year) << 9 | UInt32(date.month ?? 0) << 5 | UInt32(date.day ?? 0)
  }

  static func unpack(_ packed: UInt32) -> PartialDate? {
    guard packed > 0 else { return nil }
    let month = Int(packed >> 5 & 15)
    let day = Int(packed & 31)
    return PartialDate(
      year: Int(packed >> 9), month: month > 0 ? month : nil, day: day > 0 ? day : nil)
  }
}
