import PasserelleResolution

/// Makes training pairs of names by known changes: what a hand does to one name, and what makes it another's.
///
/// Seeded: the same names and seed give the same pairs.
public struct SyntheticPairs {
  private var state: UInt64

  /// Makes a generator.
  public init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func below(_ limit: Int) -> Int { limit > 0 ? Int(next() % UInt64(limit)) : 0 }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// Pairs of names of organisations.
  ///
  /// - Parameters:
  ///   - names: Real names to change.
  ///   - count: How many pairs; half are matches.
  /// - Returns: The pairs.
  public mutating func organisations(_ names: [String], count: Int) -> [LabelledPair] {
    guard names.count > 10 else { return [] }
    var pairs: [LabelledPair] = []
    while pairs.count < count {
      let name = names[below(names.count)]
      var words = name.split(separator: " ").map(String.init)
      guard words.count >= 1, words.count <= 9 else { continue }
      if pairs.count % 2 == 0 {
        for _ in 0..<(1 + below(2)) { changeSpelling(&words) }
        pairs.append(pair(name, words.joined(separator: " "), true, .organisation))
      } else {
        let other = names[below(names.count)].split(separator: " ").map(String.init)
        guard makeOther(&words, from: other) else { continue }
        if chance(30) { changeSpelling(&words) }
        pairs.append(pair(name, words.joined(separator: " "), false, .organisation))
      }
    }
    return pairs
  }

  func pair(_ left: String, _ right: String, _ isMatch: Bool, _ kind: Mention.Kind) -> LabelledPair {
    LabelledPair(
      left: Mention(id: left, kind: kind, names: [left]),
      right: Mention(id: right, kind: kind, names: [right]),
      isMatch: isMatch)
  }

  private static let forms = [
    ["Ltd", "Limited", "Ltd.", "LTD"], ["Inc.", "Incorporated", "Inc"], ["Corp.", "Corporation", "Corp"],
    ["Co.", "Company"], ["SA", "S.A.", "S. A."], ["SARL", "S.A.R.L.", "sarl"], ["SAS", "S.A.S.", "sas"],
    ["GmbH", "Gesellschaft mit beschränkter Haftung"], ["AG", "Aktiengesellschaft"],
    ["Lda", "Lda.", "L.da", "Limitada"],
    ["BV", "B.V."], ["NV", "N.V."], ["LLC", "L.L.C.", "Limited Liability Company"], ["SRL", "S.r.l."],
    ["SpA", "S.p.A."], ["SL", "S.L."], ["plc", "p.l.c.", "PLC"], ["Sp. z o.o."],
  ]

  /// What leaves the thing the same.
  private mutating func changeSpelling(_ words: inout [String]) {
    switch below(12) {
    case 0, 1, 2: mutateWord(&words)
    case 3, 4:
      let form = Self.forms[below(Self.forms.count)]
      if let last = words.last, let known = Self.forms.first(where: { $0.contains(last) }) {
        if chance(50), words.count > 1 {
          words.removeLast()
        } else {
          words[words.count - 1] = known[below(known.count)]
        }
      } else {
        words.append(form[below(form.count)])
      }
    case 5: words = words.map { $0.uppercased() }
    case 6:
      if words.count > 1 {
        let place = below(words.count - 1)
        words[place] += words.remove(at: place + 1).lowercased()
      }
    case 7:
      if words.count > 1 {
        let place = below(words.count - 1)
        words[place] += "-" + words.remove(at: place + 1)
      }
    case 8:
      words = words.filter {
        !["de", "du", "of", "the", "The", "and", "et", "da", "do", "la", "&"].contains($0) || words.count < 3
      }
    case 9: words = words.map { $0 == "&" ? "and" : $0 == "et" ? "&" : $0 == "and" ? "&" : $0 }
    case 10:
      if words.count >= 3, let first = words.first, first.count >= 5 {
        words[0] = String(first.prefix(4)) + "."
      }
    default:
      if let last = words.last, words.count > 2, last.count > 4 {
        words[words.count - 1] = String(last.prefix(last.count - 2))
      }
    }
  }

  /// What makes another thing of it; false where nothing was done.
  private mutating func makeOther(_ words: inout [String], from other: [String]) -> Bool {
    let donors = other.filter { $0.count >= 4 }
    guard !donors.isEmpty else { return false }
    let places = words.indices.filter { words[$0].count >= 4 }
    switch below(6) {
    case 0, 1, 2:
      guard let place = places.isEmpty ? nil : places[below(places.count)], words.count > 1 else {
        return false
      }
      let donor = donors[below(donors.count)]
      guard donor.lowercased() != words[place].lowercased() else { return false }
      words[place] = donor
    case 3:
      guard places.count > 1 else { return false }
      let keep = places[0]
      let kept = words[keep]
      words = [kept] + donors
    case 4:
      guard words.count > 1, let place = places.last else { return false }
      let towns = [
        "Paris", "Lyon", "Nantes", "Lille", "Bordeaux", "Lisboa", "Porto", "Nord", "Sud", "Ouest", "Est",
      ]
      words.append(towns[below(towns.count)])
      words[place] = donors[below(donors.count)]
    default:
      guard let first = words.first else { return false }
      words = other
      words[0] = first
      guard other.first?.lowercased() != first.lowercased(), other.count > 1 else { return false }
    }
    return true
  }

  /// One slip of the hand in a word: a letter more, less, another, or two swapped.
  mutating func mutateWord(_ words: inout [String]) {
    let places = words.indices.filter { words[$0].count >= 4 }
    guard !places.isEmpty else { return }
    let place = places[below(places.count)]
    words[place] = slip(words[place])
  }

  mutating func slip(_ word: String) -> String {
    var letters = Array(word)
    guard letters.count >= 2 else { return word }
    let place = 1 + below(letters.count - 1)
    let alphabet = Array("etaoinsrhldcumfpgwybvk")
    switch below(5) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    case 2: letters[place] = alphabet[below(alphabet.count)]
    case 3: letters.swapAt(place - 1, place)
    default: letters.insert(alphabet[below(alphabet.count)], at: place)
    }
    return String(letters)
  }
}
