internal import PasserelleCore

extension PartyNumber {
  /// Reads a number by the country of the organisation: elsewhere than in France a VAT number, or one that the country
  /// knows, which is kept under the country's code and never taken for a French one.
  ///
  /// - Parameters:
  ///   - raw: The number.
  ///   - type: What the source says that it is; it counts where the country is France or not known.
  ///   - country: The ISO 3166-1 alpha-3 code; nil where the source does not say.
  /// - Returns: Nil for a number that says nothing.
  static func read(_ raw: String, type: String?, country: String?) -> PartyNumber? {
    guard let country, country != "FRA" else { return read(raw, type: type) }
    let compact = String(
      String.UnicodeScalarView(raw.uppercased().unicodeScalars.filter { $0.isLetter || $0.isDigit }))
    guard !placeholders.contains(compact), compact.contains(where: { $0 != "0" && $0 != "X" }) else {
      return nil
    }
    if let read = read(raw, type: "VAT"), read.vat != nil, read.siren == nil { return read }
    return PartyNumber(other: (country.lowercased(), compact))
  }

  /// What stands for no number.
  private static let placeholders: Set<String> = [
    "", "NA", "NONE", "UNKNOWN", "NOTAVAILABLE", "NOTAPPLICABLE", "NOTKNOWN", "NOTPROVIDED", "NULL", "TBD",
    "UNPUBLISHED", "NONRENSEIGNE", "NONDISPONIBLE",
  ]
}
