import PasserelleCore
import PasserelleMatching

/// Cuts past awards into blocks of time, so that each block can be asked of all the others.
enum TrainingBlocks {
  /// The block of each award.
  ///
  /// Awards dated to the day stand in order of time, cut into blocks of equal size. The others are dealt by a
  /// hash of buyer and CPV division, so that what belongs together stays together.
  ///
  /// - Parameters:
  ///   - awards: The awards of one language.
  ///   - count: The number of blocks, 2 or more.
  /// - Returns: A number from 0 for each award.
  static func blocks(of awards: [PastAward], count: Int) -> [Int] {
    let days = awards.map { award in
      award.date.flatMap { $0.precision == .day ? $0.firstDay : nil }
    }
    let dated = awards.indices.filter { days[$0] != nil }.sorted { (days[$0] ?? 0, $0) < (days[$1] ?? 0, $1) }
    var blocks = awards.map { award in
      Int(checksum((award.buyer ?? "") + String((award.code?.digits ?? "").prefix(2))) % UInt32(count))
    }
    for (place, award) in dated.enumerated() { blocks[award] = place * count / dated.count }
    return blocks
  }

  /// CRC-32 (ISO 3309) of a text's UTF-8.
  private static func checksum(_ text: String) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in text.utf8 {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = (sum >> 1) ^ (0xEDB8_8320 & (0 &- (sum & 1))) }
    }
    return ~sum
  }
}
