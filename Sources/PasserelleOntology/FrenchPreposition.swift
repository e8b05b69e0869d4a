/// The agreement of `de` and `à` with the name that follows: d’Évian, du Mans, aux Ulis.
enum FrenchPreposition {
  /// Appends a name to a sentence under way, changing the preposition at its end where French does.
  static func append(_ name: String, to sentence: inout String) {
    guard let preposition = ["de ", "à "].first(where: { isWord($0, endOf: sentence) }) else {
      sentence += name
      return
    }
    let isOf = preposition == "de "
    if name.hasPrefix("Le ") {
      replace(preposition, by: isOf ? "du " : "au ", in: &sentence)
      sentence += name.dropFirst(3)
    } else if name.hasPrefix("Les ") {
      replace(preposition, by: isOf ? "des " : "aux ", in: &sentence)
      sentence += name.dropFirst(4)
    } else {
      if isOf, isElided(before: name) { replace(preposition, by: "d’", in: &sentence) }
      sentence += name
    }
  }

  private static func isWord(_ preposition: String, endOf sentence: String) -> Bool {
    guard sentence.hasSuffix(preposition) else { return false }
    return sentence.count == preposition.count || sentence.hasSuffix(" " + preposition)
  }

  private static func replace(_ preposition: String, by other: String, in sentence: inout String) {
    sentence.removeLast(preposition.count)
    sentence += other
  }

  /// Whether a name begins with a vowel sound; `oua` and `oui` begin with a consonant sound (de Ouagadougou).
  private static func isElided(before name: String) -> Bool {
    guard let first = name.first, "aàâäeéèêëiîïoôöuùûüœæ".contains(first.lowercased()) else { return false }
    let start = name.prefix(3).lowercased()
    return !["oua", "oui", "ouï", "onz"].contains(start)
  }
}
