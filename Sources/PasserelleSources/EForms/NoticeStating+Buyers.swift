internal import PasserelleCore

extension NoticeStating {
  /// Whether a buyer's number says that it is no person: French public bodies have theirs from 1 and 2; of those abroad
  /// buyers are taken for such.
  static func isPublicBody(_ number: PartyNumber?, country: String?) -> Bool {
    country != "FRA" || (number?.siren.map { $0.hasPrefix("1") || $0.hasPrefix("2") } ?? false)
  }

  /// Tells what the reading of a buyer's number repaired, or that there is none to keep.
  mutating func settle(_ number: PartyNumber?, of buyer: inout NoticeBuyer, _ path: String, field: String) {
    guard let number else {
      buyer.number = nil
      return base.report(.companyNoNumber, path)
    }
    guard let written = buyer.number else { return }
    for (code, replacement) in number.findings {
      base.amend(
        code, AwardRecord.Field(name: path + "/" + field, value: written), replacement: replacement)
    }
  }
}
