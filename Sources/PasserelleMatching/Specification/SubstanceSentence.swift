/// A sentence with the cues of ``SubstanceCues`` found in it.
struct SubstanceSentence {
  /// A cue and the words that it covers.
  struct Found {
    let cue: SubstanceCues.Cue
    let words: Range<Int>
    let phrase: String
  }

  /// The sentence as written.
  let text: String
  let words: FoldedWords
  /// Every cue, in the order of the words; a phrase may lie within another.
  let found: [Found]

  init(_ text: String) {
    self.text = text
    words = FoldedWords(text)
    var found: [Found] = []
    for place in words.words.indices {
      for match in SubstanceCues.lexicon.allMatches(at: place, in: words) {
        let entry = SubstanceCues.lexicon.entries[match.entry]
        found.append(Found(cue: entry.value, words: match.words, phrase: entry.phrase))
      }
    }
    self.found = found
  }

  /// Whether a cue stands in the sentence.
  func has(_ cue: SubstanceCues.Cue) -> Bool { found.contains { $0.cue == cue } }

  /// The places of a cue.
  func places(_ cue: SubstanceCues.Cue) -> [Found] { found.filter { $0.cue == cue } }

  /// The words at a place as the text has them, folded.
  func string(_ range: Range<Int>) -> String {
    range.map { String(decoding: words.bytes[words.words[$0]], as: UTF8.self) }.joined(separator: " ")
  }

  /// Whether all words between two places are among some, or part of a cue of some.
  func isBridged(_ places: Range<Int>, by cues: Set<SubstanceCues.Cue>, or others: Set<String>) -> Bool {
    var place = places.lowerBound
    while place < places.upperBound {
      let next = found.filter { $0.words.lowerBound == place && cues.contains($0.cue) }.map(
        \.words.upperBound
      )
      .max()
      if let next {
        place = next
      } else if others.contains(string(place..<(place + 1))) {
        place += 1
      } else {
        return false
      }
    }
    return true
  }

  // MARK: Negation

  /// How far a negation reaches, in words.
  private static let reach = 16
  /// How far a prohibition reaches.
  private static let prohibitionReach = 40

  /// Whether the sentence says that what stands at a place is not wanted, or only speaks about it.
  func isDenied(_ target: Range<Int>) -> Bool {
    isForbidden(target) || isWithout(target) || isPredicateNegated(target) || isDiscussed(target)
  }

  private func hasContrast(between first: Int, and last: Int) -> Bool {
    found.contains { $0.cue == .contrast && $0.words.lowerBound >= first && $0.words.upperBound <= last }
  }

  /// `est interdite`, `sont exclus`, `proscrit`, unless it is persons who are.
  private func isForbidden(_ target: Range<Int>) -> Bool {
    places(.forbidding).contains { one in
      let isOther = found.contains { $0.cue == .exempted && $0.words.overlaps(one.words) }
      guard !isOther else { return false }
      let isBefore = one.words.upperBound <= target.lowerBound
      let (first, last) =
        isBefore
        ? (one.words.upperBound, target.lowerBound) : (target.upperBound, one.words.lowerBound)
      guard last - first <= Self.prohibitionReach, !hasContrast(between: first, and: last) else {
        return false
      }
      // `pourra être désactivée` is an option of what is asked for; `n’est pas exclue` is no prohibition.
      let around = max(0, one.words.lowerBound - 4)..<one.words.lowerBound
      let before = around.map { string($0..<($0 + 1)) }
      return !before.contains { ["pas", "pouvoir", "peut", "pourra", "not", "can", "may"].contains($0) }
        || one.phrase.hasPrefix("not ")
    }
  }

  /// `sans`, `aucune`, `ni`, with nothing but light words up to the place.
  private func isWithout(_ target: Range<Int>) -> Bool {
    places(.negator).contains { one in
      guard one.words.upperBound <= target.lowerBound, target.lowerBound - one.words.upperBound <= Self.reach
      else { return false }
      var place = one.words.upperBound
      while place < target.lowerBound {
        guard let passed = passable(at: place) else { return false }
        place = passed
      }
      return true
    }
  }

  /// The word after a light word, a negator or another cue of the same kinds; nil where something else stands.
  private func passable(at place: Int) -> Int? {
    let passable: Set<SubstanceCues.Cue> = [
      .light, .negator, .remoteBiometrics, .biometrics, .tracking, .following, .personalData, .realTime,
      .transfer,
      .sale, .publication, .person, .personalData,
    ]
    return found.filter { $0.words.lowerBound == place && passable.contains($0.cue) }
      .map(\.words.upperBound).max()
  }

  /// `ne comporte pas`, `shall not include`, but not `ne doit pas dépasser` nor `non seulement`.
  private func isPredicateNegated(_ target: Range<Int>) -> Bool {
    places(.never).contains { one in
      let start = one.words.lowerBound
      if found.contains(where: { $0.cue == .contrast && $0.words.overlaps(one.words) }) { return false }
      guard let end = predicateEnd(start) else { return false }
      // `ne dépasse pas`, `not only`, `n’est pas interdit`.
      let near = start..<min(words.words.count, end + 4)
      if found.contains(where: {
        ($0.cue == .performance || $0.cue == .forbidding) && near.contains($0.words.lowerBound)
      }) {
        return false
      }
      if target.lowerBound >= start {
        return target.lowerBound - end <= Self.reach && !hasContrast(between: end, and: target.lowerBound)
      }
      // A negation of a subordinate clause says nothing of what stands before it.
      let before = max(0, start - 2)..<start
      if found.contains(where: { $0.cue == .subordinate && before.contains($0.words.lowerBound) }) {
        return false
      }
      return start - target.upperBound <= Self.reach && !hasContrast(between: target.upperBound, and: start)
    }
  }

  /// Where a negation that begins at a word ends: after `pas`, `jamais`, `aucun`, `ne peut`; nil for `ne … que` and a lone
  /// `ne`.
  private func predicateEnd(_ start: Int) -> Int? {
    let word = string(start..<(start + 1))
    guard word == "ne" || word == "n" else { return start + 1 }
    for place in (start + 1)..<min(words.words.count, start + 7) {
      switch string(place..<(place + 1)) {
      case "pas", "jamais", "point", "plus", "aucun", "aucune", "ni", "rien": return place + 1
      case "que", "qu": return nil
      default: continue
      }
    }
    let verb = start + 1 < words.words.count ? string((start + 1)..<(start + 2)) : ""
    let isFaculty = ["peut", "peuvent", "pourra", "pourront", "saurait", "sauraient", "veut"].contains(verb)
    return isFaculty ? start + 2 : nil
  }

  /// `étude des enjeux de`, `lutte contre`: the thing is a subject, not a demand.
  private func isDiscussed(_ target: Range<Int>) -> Bool {
    found.contains {
      $0.cue == .discussion && $0.words.upperBound <= target.lowerBound
        && target.lowerBound - $0.words.upperBound <= 6
    }
  }
}
