/// Takes addresses of mailboxes, telephone numbers and names of people out of lines of notices.
///
/// Pages of the bulletin have lost the `@` of addresses (`dirsao.97110 pole-emploi.fr`), and words that follow a number
/// without a blank (`04.91.13.48.13greffe`).
enum BOAMPContacts {
  /// Removes the details.
  ///
  /// - Returns: The line without them, and whether there were any.
  static func removed(from line: String) -> (text: String, didRemove: Bool) {
    var scalars = Array(line.unicodeScalars)
    var ranges = splitAddresses(scalars) + gluedNumbers(scalars)
    ranges += names(scalars, beside: ranges)
    guard !ranges.isEmpty else { return (line, false) }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    var merged: [Range<Int>] = []
    for range in ranges {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    for range in merged.reversed() {
      scalars.replaceSubrange(range, with: ContactDetails.mark.unicodeScalars)
    }
    return (String(String.UnicodeScalarView(scalars)), true)
  }

  // Addresses

  /// Domains of two parts at least, the word before them taken for the name of a mailbox.
  private static func splitAddresses(_ text: [UnicodeScalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for word in words(text) {
      let domain = word.lowerBound
      guard domain > 1, text[domain - 1] == " " || text[domain - 1] == "@" else { continue }
      var start = domain - 1
      while start > 0, isLocal(text[start - 1]) { start -= 1 }
      guard start < domain - 1 else { continue }
      let local = String(String.UnicodeScalarView(text[start..<(domain - 1)])).lowercased()
      // A word with a full stop or a figure within is no word of a sentence.
      let isMailbox =
        local.dropLast().contains(".") || local.contains(where: \.isNumber)
        || follows(mailWord: text, start)
      guard let end = domainEnd(text, word, mayBeGlued: isMailbox) else { continue }
      if !plainWords.contains(local) { ranges.append(start..<end) }
    }
    return ranges
  }

  /// The words: runs between blanks.
  private static func words(_ text: [UnicodeScalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for index in 0...text.count {
      let isBlank = index == text.count || text[index].properties.isWhitespace || text[index] == "@"
      if isBlank, let first = start {
        found.append(first..<index)
        start = nil
      } else if !isBlank, start == nil {
        start = index
      }
    }
    return found
  }

  /// Where the domain ends that a word is or begins with; nil for another word.
  ///
  /// - Parameters:
  ///   - text: The line.
  ///   - word: The word.
  ///   - isGlued: Whether the next word may follow without a blank: `intradef.gouv.frau moins`.
  /// - Returns: The index after the domain.
  private static func domainEnd(_ text: [UnicodeScalar], _ word: Range<Int>, mayBeGlued isGlued: Bool) -> Int?
  {
    let end = end(text, of: word.lowerBound)
    guard end > word.lowerBound + 3, end == text.count || text[end] != "/" else { return nil }
    let name = String(String.UnicodeScalarView(text[word.lowerBound..<end])).lowercased()
    guard !name.hasPrefix("www."), let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return nil
    }
    let last = name[name.index(after: dot)...]
    if topLevels.contains(String(last)) { return end }
    return isGlued && (last.hasPrefix("fr") || last.hasPrefix("com") || last.hasPrefix("org")) ? end : nil
  }

  /// Whether the words before tell that a mailbox follows.
  private static func follows(mailWord text: [UnicodeScalar], _ start: Int) -> Bool {
    let before = String(String.UnicodeScalarView(text[max(0, start - 24)..<start])).lowercased()
    return ["mail", "courriel", "mel :", "mél :", "suivante :", "suivante:"].contains(where: before.contains)
  }

  private static func end(_ text: [UnicodeScalar], of start: Int) -> Int {
    var end = start
    while end < text.count, text[end].isASCII,
      text[end].isLetter || text[end].isDigit || text[end] == "-"
        || text[end] == "." || text[end] == "_"
    {
      end += 1
    }
    while end > start, text[end - 1] == "." || text[end - 1] == "-" { end -= 1 }
    return end
  }

  private static func isLocal(_ scalar: UnicodeScalar) -> Bool {
    scalar.isLetter || scalar.isDigit || "._%+-".unicodeScalars.contains(scalar)
  }

  private static let topLevels: Set<String> = [
    "fr", "com", "org", "eu", "net", "re", "nc", "pf", "corsica", "bzh", "paris", "info", "biz", "gouv", "pm",
    "alsace", "gp", "mq", "gf", "yt", "be", "ch", "lu", "de", "es", "it", "uk", "io", "coop", "pro",
  ]

  /// Words that stand before the name of a site.
  private static let plainWords: Set<String> = Set(
    """
    a à au aux sur par via de du des le la les l et ou en est dans pour avec sous vers plateforme plate-forme
    plateformes site sites internet web portail portails adresse url lien profil acheteur dématérialisation
    dematerialisation dématérialisé dématérialisée electronique électronique page pages serveur service
    application outil logiciel réseau intitulé nommé dénommé suivant suivante ci-dessous ci-après - – :
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  // Numbers

  /// Telephone numbers that another word follows without a blank, or of ten digits in a run after a word that tells.
  private static func gluedNumbers(_ text: [UnicodeScalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < text.count {
      let isStart = text[index] == "0" && (index == 0 || !text[index - 1].isDigit)
      guard isStart || text[index] == "+" || text[index] == "(", let end = numberEnd(text, from: index) else {
        index += 1
        continue
      }
      ranges.append(index..<end)
      index = end
    }
    return ranges
  }

  private static func numberEnd(_ text: [UnicodeScalar], from start: Int) -> Int? {
    var digits = 0
    var groups = 0
    var index = start
    var end = start
    var isAbroad = false
    while index < text.count, digits < 13 {
      let scalar = text[index]
      if scalar.isDigit {
        if index == start || !text[index - 1].isDigit { groups += 1 }
        digits += 1
        end = index + 1
        if !isAbroad, digits == 10 { break }
      } else if scalar == "+" {
        guard digits == 0 else { break }
        isAbroad = true
      } else if !" .-/()\u{A0}\u{202F}".unicodeScalars.contains(scalar) {
        break
      }
      index += 1
    }
    if isAbroad { return digits >= 10 ? end : nil }
    guard text[start] == "0", digits == 10, end == text.count || !text[end].isDigit else { return nil }
    // Ten digits in one run are a number of something else as often.
    guard groups == 1 else { return groups <= 5 && groups >= 3 ? end : nil }
    let before = String(String.UnicodeScalarView(text[max(0, start - 16)..<start])).lowercased()
    let after = String(String.UnicodeScalarView(text[end..<min(text.count, end + 4)])).lowercased()
    let tells = ["tel", "tél", "fax", "copieur", "phone", "mobile", "portable", "appel"].contains(
      where: before.contains)
    return tells || before.hasSuffix(" au ") || after.hasPrefix("mel") || after.hasPrefix("mél") ? end : nil
  }
}
