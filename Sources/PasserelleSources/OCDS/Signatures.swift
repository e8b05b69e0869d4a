internal import PasserelleText

/// Takes the names of those who signed or approved out of texts: `… APPROUVÉ PAR : NOM, PRÉNOM.`, as Montréal writes
/// at the end of its expenses.
///
/// The words from the mark to the next full stop go, where the mark is followed by a colon: "approuvé par le conseil"
/// stays, since it names nobody.
enum Signatures {
  /// Removes the names.
  ///
  /// - Returns: The text without them, or nil when there were none.
  static func removed(from text: String) -> String? {
    guard text.contains(":") else { return nil }
    var result = Array(text.unicodeScalars)
    var isChanged = false
    var place = 0
    while let colon = result[place...].firstIndex(of: ":") {
      place = colon + 1
      guard endsWithMark(result[..<colon]) else { continue }
      let end = end(of: result[place...])
      guard result[place..<end].contains(where: { $0.properties.isAlphabetic }) else { continue }
      let mark = Array((" " + ContactDetails.mark).unicodeScalars)
      result.replaceSubrange(place..<end, with: mark)
      place += mark.count
      isChanged = true
    }
    return isChanged ? String(String.UnicodeScalarView(result)) : nil
  }

  /// Where a name ends: at a line's end, a semicolon, or a full stop that does not follow an initial.
  private static func end(of name: ArraySlice<Unicode.Scalar>) -> Int {
    name.indices.first { index in
      switch name[index] {
      case ";", "\n", "\r": true
      case ".":
        index < name.startIndex + 2 || name[index - 2].properties.isAlphabetic
          || !name[index - 1].properties.isAlphabetic
      default: false
      }
    } ?? name.endIndex
  }

  private static func endsWithMark(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    let words = TextFolding.fold(String(String.UnicodeScalarView(before.suffix(24)))).split(separator: " ")
    guard words.count >= 2, let last = words.last, ["par", "by", "por"].contains(last) else { return false }
    return marks.contains(String(words[words.count - 2]))
  }

  private static let marks: Set<String> = [
    "approuve", "approuvee", "signe", "signee", "prepare", "preparee", "redige", "redigee", "valide",
    "validee",
    "autorise", "autorisee", "verifie", "verifiee", "demande", "demandee", "approved", "signed", "prepared",
    "requested", "authorised", "authorized", "validated", "aprobado", "firmado", "elaborado", "autorizado",
    "aprovado", "assinado",
  ]
}
