/// One record of an invented register of companies.
public struct RegisterRecord: Sendable, Hashable {
  /// The record's identifier, `r` and its number.
  public let id: String
  /// The name as a hurried clerk would write it.
  public let name: String
  /// The town; empty where the record does not say.
  public let town: String
  /// The number of the company: what a resolver should find.
  public let company: Int
}

/// Invents registers of companies with the faults of real ones, from a seed.
///
/// Companies have one to six records; names vary by legal form, case, accents, abbreviations, word order, typing
/// errors, acronyms and branches. All words are invented or everyday; no real company is meant. Records of a company
/// are spread over the register.
public struct RegisterGenerator: Sendable {
  /// The seed.
  public let seed: UInt64

  /// Makes a generator.
  public init(seed: UInt64 = 7) { self.seed = seed }

  /// Invents a register.
  ///
  /// - Parameter count: How many records.
  /// - Returns: The records in a scattered order; the same for the same seed and count.
  public func records(_ count: Int) -> [RegisterRecord] {
    var random = SeededRandom(seed)
    var drafts: [(name: String, town: String, company: Int)] = []
    drafts.reserveCapacity(count)
    var company = 0
    while drafts.count < count {
      let master = Master(&random)
      let copies = Self.copies(random.below(100))
      for _ in 0..<min(copies, count - drafts.count) {
        drafts.append((master.writing(&random), master.town(&random), company))
      }
      company += 1
    }
    // Scattered, but the same each time.
    for place in stride(from: drafts.count - 1, to: 0, by: -1) {
      drafts.swapAt(place, random.below(place + 1))
    }
    return drafts.enumerated().map { place, draft in
      RegisterRecord(id: "r\(place)", name: draft.name, town: draft.town, company: draft.company)
    }
  }

  private static func copies(_ draw: Int) -> Int {
    switch draw {
    case ..<62: 1
    case ..<80: 2
    case ..<90: 3
    case ..<96: 4
    case ..<99: 5
    default: 6
    }
  }

  /// A company as it is.
  private struct Master {
    var words: [String]
    var legalForm: String
    var town: String

    init(_ random: inout SeededRandom) {
      var words: [String] = []
      let own = Self.invented(&random)
      switch random.below(10) {
      case 0...3: words = [random.pick(RegisterWords.activities), own]
      case 4...5: words = [own, random.pick(RegisterWords.activities)]
      case 6: words = [own]
      case 7: words = [own, "&", Self.invented(&random)]
      case 8:
        words = [own, random.pick(RegisterWords.activities), random.pick(RegisterWords.qualities)]
      default:
        words = [
          random.pick(RegisterWords.activities), random.pick(RegisterWords.qualities), Self.invented(&random),
        ]
      }
      self.words = words
      legalForm = random.pick(RegisterWords.legalForms)
      town = random.pick(RegisterWords.townHeads) + random.pick(RegisterWords.townTails)
    }

    /// A word of two to four invented syllables.
    private static func invented(_ random: inout SeededRandom) -> String {
      var word = ""
      for _ in 0..<(2 + random.below(3)) {
        word += random.pick(RegisterWords.onsets) + random.pick(RegisterWords.vowels)
      }
      return word + random.pick(RegisterWords.codas)
    }

    /// The town of a record.
    func town(_ random: inout SeededRandom) -> String {
      let draw = random.below(100)
      if draw < 25 { return "" }
      return draw < 92 ? town : random.pick(RegisterWords.townHeads) + random.pick(RegisterWords.townTails)
    }

    /// The name as one record has it.
    func writing(_ random: inout SeededRandom) -> String {
      var words = words
      if random.below(100) < 12 {
        let place = random.below(words.count)
        words[place] = Self.mistyped(words[place], &random)
      }
      if random.below(100) < 4, words.count > 1 { words.swapAt(0, words.count - 1) }
      if random.below(100) < 8 {
        for place in words.indices {
          if let short = RegisterWords.abbreviations[words[place]] { words[place] = short }
        }
      }
      if random.below(100) < 6 { words.append(random.pick(["agence", "établissement"]) + " " + town) }
      let form = random.below(100)
      if form < 35 {
        words.append(legalForm)
      } else if form < 50 {
        words.insert(legalForm, at: 0)
      } else if form < 55 {
        words.append(legalForm.map(String.init).joined(separator: "."))
      }
      let name = words.joined(separator: " ")
      switch random.below(10) {
      case 0...4: return name.uppercased()
      case 5...7:
        return name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(
          separator: " ")
      default: return name
      }
    }

    /// A word with one letter dropped, doubled, swapped or replaced.
    private static func mistyped(_ word: String, _ random: inout SeededRandom) -> String {
      var letters = Array(word)
      guard letters.count > 3 else { return word }
      let place = 1 + random.below(letters.count - 2)
      switch random.below(4) {
      case 0: letters.remove(at: place)
      case 1: letters.insert(letters[place], at: place)
      case 2: letters.swapAt(place, place + 1)
      default: letters[place] = Character(random.pick(RegisterWords.vowels).prefix(1).description)
      }
      return String(letters)
    }
  }
}

/// A generator of numbers that are the same for the same seed (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// Makes a generator.
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 to below a limit of at least 1.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(limit, 1))) }

  /// One of some words; empty where there are none.
  mutating func pick(_ words: [String]) -> String { words.isEmpty ? "" : words[below(words.count)] }
}
