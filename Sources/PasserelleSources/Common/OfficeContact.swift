/// What of a contact belongs to an office and not to a person.
///
/// A name is kept when it is an office's, a mailbox when it is a role's. Numbers are kept where one of the two says that
/// the contact is an office, nothing of it may be a person's, and the number is not one of a mobile telephone.
struct OfficeContact {
  private(set) var name: String?
  private(set) var mailbox: String?
  private(set) var telephone: String?
  private(set) var fax: String?

  /// Sorts what a contact states.
  ///
  /// - Parameters:
  ///   - name: The name of the contact.
  ///   - mailbox: Its mailbox.
  ///   - telephone: Its telephone number.
  ///   - fax: Its fax number.
  ///   - organisation: The name of its organisation.
  ///   - office: The name of the contact point, when it has one of its own.
  init(
    name: String?, mailbox: String?, telephone: String?, fax: String?, of organisation: String?,
    office: String? = nil
  ) {
    let name = name.flatMap { OfficeNames.isNothing($0) ? nil : $0 }
    let mailbox = mailbox?.lowercased()
    if let name, OfficeNames.isOffice(name) { self.name = name }
    if let mailbox, ContactDetails.isRoleMailbox(mailbox, of: organisation) { self.mailbox = mailbox }
    let isOffice = self.name != nil || self.mailbox != nil || office.map(OfficeNames.isOffice) ?? false
    let mayBePerson = (name != nil && self.name == nil) || (mailbox != nil && self.mailbox == nil)
    // An organisation called as a person may be a sole trader, whose numbers are that person's.
    let bearsGivenName = organisation.map(PersonNames.holdsGivenName) ?? false
    guard isOffice, !mayBePerson, !bearsGivenName else { return }
    self.telephone = telephone.flatMap { Self.isFixedNumber($0) ? $0 : nil }
    self.fax = fax.flatMap { Self.isFixedNumber($0) ? $0 : nil }
  }

  /// Whether a text is a telephone number, and not one of a mobile telephone as far as its country tells them apart.
  static func isFixedNumber(_ text: String) -> Bool {
    guard
      text.unicodeScalars.allSatisfy({ $0.isDigit || "+()-./ \u{A0}\u{202F}".unicodeScalars.contains($0) })
    else { return false }
    var digits = text.filter(\.isNumber)
    guard (5...18).contains(digits.count) else { return false }
    let isInternational = text.contains("+") || digits.hasPrefix("00")
    if isInternational {
      if digits.hasPrefix("00") { digits.removeFirst(2) }
      // `+33 (0)6 12…`: the zero is not dialled from abroad.
      let plain = text.contains("(0)") ? digits.replacing("0", with: "", maxReplacements: 1) : digits
      return !mobilePrefixes.contains { plain.hasPrefix($0) }
    }
    // Written as at home, where a mobile number begins with 06 or 07 (France, the Netherlands, Sweden, the United Kingdom…).
    return !["06", "07", "6", "7"].contains { digits.hasPrefix($0) }
  }

  /// What mobile numbers begin with after the country's code, where they can be told.
  private static let mobilePrefixes: [String] =
    """
    336 337 4915 4916 4917 436 3245 3246 3247 3248 3249 346 347 393 3519 316 3526 35383 35385 35386 35387 35389
    447 464 467 474 479 3584 35850 3069 3620 3630 3631 3650 3670 4207 4206 4219 3859 38630 38631 38640 38641
    38651 38664 38665 38668 38669 38670 38671 407 35987 35988 35989 3706 3712 3725 3728 3567 3569 3579 4850 4851
    4853 4857 4860 4866 4869 4872 4873 4878 4879 4888 417 2626 5906 5946 5966
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
}
