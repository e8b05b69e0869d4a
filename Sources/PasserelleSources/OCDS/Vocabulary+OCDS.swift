public import PasserelleCore

/// Terms that OCDS states beside those of the other formats.
extension Vocabulary {
  /// Award or call → code of a classification other than CPV, `scheme:code`, such as `UNSPSC:14111514`.
  public static let classificationCode = pas + "classificationCode"
  /// Call → status of the tender as its source writes it (`active`, `cancelled`, `complete`…).
  public static let tenderStatus = pas + "tenderStatus"
  /// Award → status as its source writes it, where it is not in force (`cancelled`, `unsuccessful`, `pending`).
  public static let awardStatus = pas + "awardStatus"
  /// An award that was cancelled or that nobody won.
  public static let awardOutcome = epo + "LotAwardOutcome"
  /// Award or call → procedure in the buyer's own words.
  public static let procedureDetails = pas + "procedureDetails"
  /// Award → one of several contracts that carry it out, with its own amount and dates.
  public static let hasContract = pas + "hasContract"
  /// Record → licence under which its package was published, by IRI or in words.
  public static let license = dct + "license"
}
