import PasserelleResolution

extension SyntheticPairs {
  /// Pairs of names of persons.
  ///
  /// - Parameters:
  ///   - given: Given names.
  ///   - surnames: Surnames.
  ///   - count: How many pairs; half are matches.
  /// - Returns: The pairs.
  public mutating func persons(given: [String], surnames: [String], count: Int) -> [LabelledPair] {
    guard given.count > 10, surnames.count > 10 else { return [] }
    var pairs: [LabelledPair] = []
    while pairs.count < count {
      var words = [given[below(given.count)]]
      for _ in 0..<[0, 0, 1, 1, 2][below(5)] { words.append(given[below(given.count)]) }
      words.append(surnames[below(surnames.count)])
      if chance(15) { words.append(surnames[below(surnames.count)]) }
      let name = words.joined(separator: " ")
      var other = words
      if pairs.count % 2 == 0 {
        changePerson(&other)
        if chance(25) { changePerson(&other) }
        pairs.append(pair(name, other.joined(separator: " "), true, .person))
      } else {
        guard otherPerson(&other, given: given, surnames: surnames) else { continue }
        pairs.append(pair(name, other.joined(separator: " "), false, .person))
      }
    }
    return pairs
  }

  private mutating func changePerson(_ words: inout [String]) {
    switch below(13) {
    case 0, 1, 2: mutateWord(&words)
    case 3, 4, 5:
      let place = below(words.count)
      words[place] = respelt(words[place])
    case 6, 7:
      if words.count > 2 { words.remove(at: 1 + below(words.count - 2)) } else { mutateWord(&words) }
    case 8:
      if words.count > 1, let last = words.popLast() { words = [last + ","] + words }
    case 9:
      let place = below(max(1, words.count - 1))
      words[place] = String(words[place].prefix(1)) + "."
    case 10:
      if words.count > 1 {
        let place = below(words.count - 1)
        words[place] += (chance(50) ? "-" : "") + words.remove(at: place + 1)
      }
    case 11: words = [["Dr", "Mr", "Prof"][below(3)]] + words
    default: words = words.map { $0.uppercased() }
    }
  }

  /// The same sound in other letters.
  private mutating func respelt(_ word: String) -> String {
    let rules = [
      ("ph", "f"), ("y", "i"), ("i", "y"), ("ou", "u"), ("u", "ou"), ("k", "c"), ("c", "k"), ("ck", "k"),
      ("ll", "l"),
      ("l", "ll"), ("ss", "s"), ("s", "ss"), ("e", "a"), ("a", "e"), ("o", "u"), ("h", ""), ("ch", "sh"),
      ("z", "s"),
      ("ei", "i"), ("ie", "i"), ("th", "t"), ("nn", "n"), ("n", "nn"), ("v", "w"), ("w", "v"), ("tt", "t"),
    ]
    for _ in 0..<12 {
      let (from, to) = rules[below(rules.count)]
      let letters = Array(word.utf8)
      let pattern = Array(from.utf8)
      guard letters.count > pattern.count + 1 else { continue }
      for place in 1...(letters.count - pattern.count)
      where letters[place..<(place + pattern.count)].elementsEqual(pattern) {
        return String(
          decoding: letters[..<place] + Array(to.utf8) + letters[(place + pattern.count)...], as: UTF8.self)
      }
    }
    return slip(word)
  }

  private mutating func otherPerson(_ words: inout [String], given: [String], surnames: [String]) -> Bool {
    let last = words.count - 1
    let place = below(words.count)
    // Another name that often begins alike, as people take one for the other.
    func alike(_ names: [String], _ word: String, _ generator: inout SyntheticPairs) -> String {
      for _ in 0..<40 {
        let name = names[generator.below(names.count)]
        if name.prefix(1) == word.prefix(1), name.prefix(2) == word.prefix(2) || generator.chance(30) {
          return name
        }
      }
      return names[generator.below(names.count)]
    }
    let list = place == last ? surnames : given
    let next = chance(60) ? alike(list, words[place], &self) : list[below(list.count)]
    guard next != words[place], !Self.areNear(next, words[place]) else { return false }
    words[place] = next
    if chance(20), words.count > 2 { words.remove(at: place == 1 ? 2 : 1) }
    if chance(15) { mutateWord(&words) }
    return true
  }

  private static func areNear(_ left: String, _ right: String) -> Bool {
    if left.hasPrefix(right) || right.hasPrefix(left) { return true }
    let (a, b) = (Array(left.utf8), Array(right.utf8))
    guard abs(a.count - b.count) <= 1 else { return false }
    var different = abs(a.count - b.count)
    for (x, y) in zip(a, b) where x != y { different += 1 }
    return different <= 1
  }
}
