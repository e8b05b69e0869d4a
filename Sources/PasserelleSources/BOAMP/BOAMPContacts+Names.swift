internal import PasserelleText

extension BOAMPContacts {
  /// Names after a civility, given names beside a family name in capitals, and such pairs before an address or number.
  static func names(_ text: [UnicodeScalar], beside details: [Range<Int>]) -> [Range<Int>] {
    let words = nameWords(text)
    var ranges: [Range<Int>] = []
    var index = 0
    while index < words.count {
      if let last = civilName(words, at: index) ?? givenName(words, at: index)
        ?? pair(words, at: index, before: details)
      {
        ranges.append(words[index].range.lowerBound..<words[last].range.upperBound)
        index = last + 1
      } else {
        index += 1
      }
    }
    return ranges
  }

  /// A word that may be of a name.
  private struct Word {
    let range: Range<Int>
    let plain: String
    let isCapital: Bool
    let isAllCapitals: Bool
    /// Whether a full stop ends it.
    let isAbbreviated: Bool
    /// Whether nothing but a blank stands between it and the word before.
    let follows: Bool
  }

  private static func nameWords(_ text: [UnicodeScalar]) -> [Word] {
    var found: [Word] = []
    var index = 0
    while index < text.count {
      guard text[index].isLetter else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, index == start || !isSeam(text, index),
        text[index].isLetter
          || (index + 1 < text.count && "-'’".unicodeScalars.contains(text[index])
            && text[index + 1].isLetter)
      {
        index += 1
      }
      let written = String(String.UnicodeScalarView(text[start..<index]))
      let end = found.last?.range.upperBound ?? start
      let between = text[end..<start]
      let isApart = between.contains { $0 != " " && $0 != "\u{A0}" && $0 != "." }
      found.append(
        Word(
          range: start..<index, plain: TextFolding.fold(written),
          isCapital: text[start].properties.isUppercase,
          isAllCapitals: index - start > 1 && written == written.uppercased(),
          isAbbreviated: index < text.count && text[index] == ".",
          follows: !found.isEmpty && !isApart && (1...2).contains(between.count)))
    }
    return found
  }

  /// Whether two words stand together without a blank: `TeddyTél`.
  private static func isSeam(_ text: [UnicodeScalar], _ index: Int) -> Bool {
    text[index].properties.isUppercase && text[index - 1].properties.isLowercase
  }

  private static let civilities: Set<String> = [
    "m", "mr", "mme", "mlle", "mm", "mmes", "monsieur", "madame", "mademoiselle", "messieurs", "mesdames",
    "docteur", "dr",
  ]
  private static let particles: Set<String> = ["de", "du", "le", "la", "des", "van", "von", "el", "ben", "d"]
  /// Words after a civility that name an office.
  private static let offices: Set<String> = [
    "le", "la", "les", "l", "president", "presidente", "maire", "directeur", "directrice", "prefet",
    "prefete",
    "payeur", "tresorier", "comptable", "chef", "responsable", "receveur", "ministre", "bureau", "ou", "et",
    "ii", "iii", "iv",
  ]

  /// The last word of a name that a civility stands before.
  private static func civilName(_ words: [Word], at index: Int) -> Int? {
    let word = words[index]
    guard civilities.contains(word.plain), index + 1 < words.count,
      word.isCapital || (word.plain == "m" && word.isAbbreviated)
    else { return nil }
    // Streets and schools bear the names of doctors.
    if index > 0, ["du", "rue", "avenue", "av", "boulevard", "bd", "place"].contains(words[index - 1].plain) {
      return nil
    }
    var last = index
    while last + 1 < words.count, words[last + 1].follows, last - index < 4 {
      let next = words[last + 1]
      if last == index, offices.contains(next.plain),
        !(last + 2 < words.count && words[last + 2].isAllCapitals)
      {
        return nil
      }
      guard next.isCapital || (last > index && particles.contains(next.plain)) else { break }
      last += 1
    }
    return last > index ? last : nil
  }

  /// Words before a name that make it one of a place.
  private static let places: Set<String> = Set(
    """
    rue avenue av place boulevard bd bvd quai allee allees cours chemin route impasse square esplanade passage
    ecole college lycee gymnase hopital stade salle groupe scolaire complexe centre cite maison residence parc
    institut fondation espace batiment creche mediatheque bibliotheque theatre piscine musee universite campus
    site immeuble hotel pont port saint sainte st ste clinique ehpad foyer conservatoire cinema halle domaine
    ilot quartier tour ecoles lycees colleges gymnases stades salles hopitaux ehpads sites groupes pavillon amphitheatre auditorium prix mairie eglise cathedrale collegiale
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// The last word of a given name and a family name in capitals, whichever comes first.
  private static func givenName(_ words: [Word], at index: Int) -> Int? {
    guard index + 1 < words.count, words[index + 1].follows else { return nil }
    let (first, second) = (words[index], words[index + 1])
    let isGivenFirst = isGiven(first) && second.isAllCapitals && second.plain.utf8.count > 2
    let isFamilyFirst =
      first.isAllCapitals && first.plain.utf8.count > 2 && second.isCapital && !second.isAllCapitals
      && isGiven(second)
    guard isGivenFirst || isFamilyFirst, !(first.isAllCapitals && second.isAllCapitals) else { return nil }
    var before = index - 1
    while before >= max(0, index - 4) {
      if places.contains(words[before].plain.split(separator: " ").last.map(String.init) ?? "") { return nil }
      before -= 1
    }
    if places.contains(first.plain) || places.contains(second.plain) { return nil }
    return index + 1
  }

  /// The last word of a capital and a word in capitals that an address or a number follows: `Cahtherine SIMON 01 …`.
  private static func pair(_ words: [Word], at index: Int, before details: [Range<Int>]) -> Int? {
    guard index + 1 < words.count, words[index + 1].follows else { return nil }
    let (first, second) = (words[index], words[index + 1])
    guard first.isCapital, second.isCapital, first.isAllCapitals != second.isAllCapitals,
      !places.contains(first.plain), !places.contains(second.plain), first.plain.utf8.count > 2,
      second.plain.utf8.count > 2
    else { return nil }
    let end = second.range.upperBound
    return details.contains { (end...(end + 12)).contains($0.lowerBound) } ? index + 1 : nil
  }

  private static func isGiven(_ word: Word) -> Bool {
    let parts = word.plain.split(separator: " ")
    return !parts.isEmpty && parts.allSatisfy { GivenNames.all.contains(String($0)) }
  }
}
