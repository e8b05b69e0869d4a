internal import PasserelleText

/// Tells names of offices, which the policy on persons keeps, from everything that may name somebody.
///
/// `Service des marchés publics`, `Procurement Department` and `Vergabestelle` are offices: every word of them is one
/// that offices are called by. One word that is not (`Service Dupont`, `Registry, Mr Lane`) and the name is no office's.
enum OfficeNames {
  /// Whether a name is that of an office and of nobody.
  static func isOffice(_ name: String) -> Bool {
    guard name.utf8.count <= 200, !name.utf8.contains(where: { (48...57).contains($0) || $0 == 64 }) else {
      return false
    }
    let words = TextFolding.fold(name).split(separator: " ").map(String.init)
    return words.contains { OfficeWords.offices.contains($0) }
      && words.allSatisfy { OfficeWords.offices.contains($0) || OfficeWords.joins.contains($0) }
  }

  /// Whether a text stands where there is no name: `n/a`, `not available`.
  static func isNothing(_ name: String) -> Bool {
    ["", "n a", "na", "none", "not available", "not applicable", "nc", "neant", "sans objet", "unbekannt"]
      .contains(
        TextFolding.fold(name))
  }
}
