internal import PasserelleCore

/// The fields of an award as its source writes them, whatever the format: nothing cleaned, nothing checked.
struct AwardRecord: Sendable {
  /// The platform or data set that the award comes from.
  var platform: String
  /// The scheme of the contract's IRI.
  var scheme: IdentifierScheme
  /// The identifier, unique for one buyer.
  var identifier: String
  /// The identifier that the platform gives, unique on it.
  var uniqueIdentifier: String?
  /// The buyer.
  var buyer: Party
  /// The object of the contract.
  var title: Field?
  /// More words on it.
  var description: Field?
  var nature: Field?
  var procedure: Field?
  var priceForm: Field?
  var cpv: Field?
  var amount: Field?
  var currency: Field?
  var notified: Field?
  var published: Field?
  var durationMonths: Field?
  var place = Place()
  var winners: [Party] = []
  var modifications: [Modification] = []
  var isDemonstration = false
  /// What was noticed while the fields were read.
  var diagnostics: [Diagnostic] = []

  /// A value as written and the name of its field.
  struct Field: Sendable {
    let name: String
    let value: String
    /// The BCP 47 language of a text; nil where the source does not say.
    var language: String?
  }

  /// An organisation as written.
  struct Party: Sendable {
    /// The path of the party, such as `titulaires[0]`.
    var path: String
    var number: Field?
    /// What the source says that the number is, such as `SIRET` or `TVA`.
    var numberType: String?
    var name: Field?
    /// The ISO 3166-1 alpha-3 code of its country; nil where the source does not say.
    var country: String?

    var isVoid: Bool { number == nil && name == nil }
  }

  /// The place of performance as written.
  struct Place: Sendable {
    var code: Field?
    /// What the source says that the code is, such as `Code postal`.
    var codeType: String?
    var name: Field?
    /// A code known to be an INSEE commune code.
    var commune: Field?
    /// A code known to be a postal code.
    var postal: Field?
  }

  /// A change to the contract as written.
  struct Modification: Sendable {
    /// The number that the source gives it, from 1; nil for its rank.
    var number: Int?
    var description: Field?
    var notified: Field?
    var published: Field?
    var durationMonths: Field?
    var amount: Field?
    var winners: [Party] = []
  }

  /// The key of the record within its source: platform, buyer, identifier.
  var key: String { [platform, buyerKey, identifier].joined(separator: "/") }

  /// The buyer's number without blanks, or its folded name where it has no number.
  private var buyerKey: String {
    if let number = buyer.number?.value { return CompanyNumber.compact(number.trimmed) }
    guard let name = buyer.name?.value else { return "" }
    return PersonNames.isPerson(name) ? "acheteur" : Slug.make(name)
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    // Most texts need nothing.
    let bytes = Substring(self).utf8
    if let first = bytes.first, let last = bytes.last, first > 0x20, first < 0x7F, last > 0x20, last < 0x7F {
      return String(self)
    }
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace || first == "\u{FEFF}" {
      scalars.removeFirst()
    }
    while let last = scalars.last, last.properties.isWhitespace || last == "\u{FEFF}" { scalars.removeLast() }
    return String(scalars)
  }
}
