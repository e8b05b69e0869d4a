/// A way in which two mentions may meet: what their shared blocking key is made of.
package enum BlockingFamily: UInt8, Sendable, CaseIterable {
  /// The same official identifier.
  case identifier
  /// The same distinctive words in any order, or the same letters without spaces.
  case name
  /// One telling word.
  case rareWord
  /// Two telling words.
  case wordPair
  /// Words that sound alike.
  case phonetic
  /// A short form and a name that it may stand for.
  case acronym
  /// Alike sets of letter triples (MinHash: Broder 1997).
  case signature
  /// A telling word and the town, commune, postcode or department.
  case place
  /// The same letters but one: typing errors in the most telling word.
  case spelling

  /// A stable name for reports.
  package var name: String {
    switch self {
    case .identifier: "identifier"
    case .name: "name"
    case .rareWord: "rareWord"
    case .wordPair: "wordPair"
    case .phonetic: "phonetic"
    case .acronym: "acronym"
    case .signature: "signature"
    case .place: "place"
    case .spelling: "spelling"
    }
  }
}

/// How mentions are blocked: the largest useful block and the weight of each family.
///
/// A block that holds more members than its family's cap is silent, and speaks again when it shrinks: a pure
/// function of the set of mentions, so that the order of arrival does not matter. Two mentions are compared when
/// the weights of the speaking blocks they share reach ``requiredWeight``.
package struct BlockingOptions: Sendable {
  /// The largest block that is used, by ``BlockingFamily``.
  package var caps: [UInt32] = [64, 200, 80, 80, 40, 60, 32, 60, 24]
  /// What a shared block weighs, by ``BlockingFamily``.
  package var weights: [UInt16] = [4, 4, 4, 4, 4, 4, 2, 4, 4]
  /// The weight from which a pair is compared.
  package var requiredWeight: UInt16 = 4
  /// Words of a name that are used for keys, most telling first.
  package var wordLimit = 4
  /// Names of a mention that are used for keys.
  package var nameLimit = 4

  /// Makes the usual options.
  package init() {}

  /// The largest useful block of a key.
  func cap(of key: UInt64) -> Int { Int(caps[BlockingKey.familyIndex(key)]) }

  /// The weight of a key.
  func weight(of key: UInt64) -> UInt16 { weights[BlockingKey.familyIndex(key)] }
}

/// Blocking keys: a 60-bit hash with its family in the low four bits.
enum BlockingKey {
  /// Makes the key of a hash.
  static func make(_ family: BlockingFamily, _ hash: UInt64) -> UInt64 {
    mix(hash &+ UInt64(family.rawValue)) & ~15 | UInt64(family.rawValue)
  }

  /// Makes the key of two hashes, whatever their order.
  static func make(_ family: BlockingFamily, _ first: UInt64, _ second: UInt64) -> UInt64 {
    make(family, mix(min(first, second)) &+ max(first, second))
  }

  /// The number of a key's family.
  static func familyIndex(_ key: UInt64) -> Int { min(Int(key & 15), BlockingFamily.allCases.count - 1) }

  /// Scatters the bits of a hash (the finaliser of SplitMix64).
  static func mix(_ value: UInt64) -> UInt64 {
    var value = value &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
