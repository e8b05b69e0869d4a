/// A mention made ready for comparison: folded tokens with their weights, keys and hashes, built once.
public struct PreparedMention: Sendable {
  /// The mention's stable identifier.
  public let id: String
  /// The sort of thing.
  public let kind: Mention.Kind
  /// The names: main, others, then former ones; never empty.
  public let names: [PreparedName]
  /// How many of ``names`` are current; those after are former names.
  public let currentNames: Int
  /// Valid identifiers, sorted by scheme and hash.
  public let identifiers: [HashedIdentifier]
  /// The two letters of the country, 0 when unknown.
  public let country: UInt16
  /// Hash of the folded town, 0 when unknown.
  public let town: UInt64
  /// Hash of the postcode, 0 when unknown.
  public let postcode: UInt64
  /// Hash of the department, 0 when unknown.
  public let department: UInt64
  /// Hash of the commune's code, 0 when unknown.
  public let commune: UInt64
  /// Activity codes with their shares of the whole, sorted by code.
  public let activities: [WeightedHash]
  /// Neighbours in the graph, sorted, each once.
  public let neighbours: [UInt64]
}

/// An identifier reduced to its scheme and a hash of its normal form.
public struct HashedIdentifier: Sendable, Hashable {
  /// The scheme.
  public let scheme: EntityIdentifierScheme
  /// The hash of the normal form.
  public let hash: UInt64

  /// Makes a hashed identifier.
  public init(scheme: EntityIdentifierScheme, hash: UInt64) {
    self.scheme = scheme
    self.hash = hash
  }
}

/// A hash with a weight.
public struct WeightedHash: Sendable, Hashable {
  /// The hash.
  public let hash: UInt64
  /// The weight.
  public let weight: Float

  /// Makes a weighted hash.
  public init(hash: UInt64, weight: Float) {
    self.hash = hash
    self.weight = weight
  }
}

/// One name made ready for comparison.
public struct PreparedName: Sendable {
  /// The folded, transliterated letters and digits of all tokens, one after the other, without spaces.
  public let bytes: [UInt8]
  /// The tokens in their order; legal forms, stop words and generic words included, told apart by kind.
  public let tokens: [PreparedToken]
  /// What the name says of its legal form, 0 when nothing.
  public let legalForm: UInt8
  /// The sort of public body that the name says, 0 when none (see ``NameLexicon``).
  public let bodyForm: UInt8
  /// Letters of ``bytes`` that belong to distinctive tokens, as a 128-bit set of hashed letter pairs.
  public let pairs: LetterPairs
  /// Hashes of the acronyms that the distinctive words may be shortened to.
  public let acronyms: [UInt64]
  /// The sum of the weights of all tokens.
  public let totalWeight: Float
  /// The hash of the distinctive words and numbers, sorted: the same for names that differ in order and form only.
  public let coreHash: UInt64
  /// How many letters and digits distinctive tokens have.
  public let coreLength: Int
}

/// One word or number of a name.
public struct PreparedToken: Sendable, Hashable {
  /// What a token is to the name.
  public enum Kind: UInt8, Sendable, Hashable {
    /// A word that tells things apart.
    case word
    /// A number, or a word with digits.
    case number
    /// A single letter.
    case initial
    /// The name of a region, department or large town.
    case place
    /// A word of many names: entreprise, services, travaux.
    case common
    /// A branch: agence, établissement, direction régionale.
    case branch
    /// A group: groupe, holding, filiale.
    case group
    /// A word of the source: mandataire, groupement, lot.
    case noise
    /// An article or preposition.
    case stop
    /// A legal form.
    case legal
    /// A sort of public body: commune, département, communauté de communes.
    case body
  }

  /// The hash of the canonical word (abbreviations written out).
  public let hash: UInt64
  /// The phonetic key, 0 where none makes sense.
  public let phonetic: UInt32
  /// The hash of the stem: the word without endings of number and gender.
  public let stem: UInt32
  /// Which letters occur, as a set of 32 bits.
  public let letters: UInt32
  /// Where the letters begin in ``PreparedName/bytes``.
  public let start: UInt16
  /// How many letters.
  public let length: UInt16
  /// The rarity, from 0 (in every name) to 1 (in none).
  public let rarity: Float
  /// The weight in comparisons: the rarity, less for kinds that tell little.
  public let weight: Float
  /// The segment of the name that the token stands in: 0 before the first separator, then 1, 2.
  public let segment: UInt8
  /// What the token is.
  public let kind: Kind

  /// Whether the token tells things apart: a word, a number, a letter, a place.
  public var isDistinctive: Bool { kind.rawValue <= Kind.place.rawValue }
}

/// A set of letter pairs, hashed to 128 bits: a quick measure of how alike two spellings are.
public struct LetterPairs: Sendable, Hashable {
  /// The lower half.
  public var low: UInt64 = 0
  /// The upper half.
  public var high: UInt64 = 0

  /// Makes an empty set.
  public init() {}

  /// Adds a pair.
  public mutating func insert(_ first: UInt8, _ second: UInt8) {
    let hash = (UInt32(first) &* 0x9E3B + UInt32(second)) &* 0x85EB_CA6B
    let bit = UInt64((hash >> 18) & 127)
    if bit < 64 { low |= 1 << bit } else { high |= 1 << (bit - 64) }
  }

  /// How many bits are set.
  public var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }

  /// Sørensen–Dice likeness of two sets, 0…1.
  public func dice(_ other: LetterPairs) -> Float {
    let total = count + other.count
    guard total > 0 else { return 0 }
    let shared = (low & other.low).nonzeroBitCount + (high & other.high).nonzeroBitCount
    return Float(2 * shared) / Float(total)
  }
}
