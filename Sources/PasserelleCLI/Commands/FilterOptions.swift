public import ArgumentParser
public import PasserelleCore

/// Conditions on what is searched.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Nature : award, vendor, specification, call, claim, thing, document ; répétable.",
        "Kind: award, vendor, specification, call, claim, thing, document; repeatable.")))
  var kind: [DocumentKind] = []

  @Option(help: ArgumentHelp(Speech.say("Préfixe CPV (2 à 8 chiffres).", "CPV prefix (2 to 8 digits).")))
  var cpv: String?

  @Option(help: ArgumentHelp(Speech.say("Code de département.", "Department code."), valueName: "code"))
  var place: String?

  @Option(
    help: ArgumentHelp(
      Speech.say("Première date (2018, 2018-06, 2018-06-12).", "First date (2018, 2018-06, 2018-06-12)."),
      valueName: "date"))
  var from: PartialDate?

  @Option(
    help: ArgumentHelp(Speech.say("Dernière date, comprise.", "Last date, included."), valueName: "date"))
  var to: PartialDate?

  @Option(
    help: ArgumentHelp(Speech.say("Montant minimal, en euros.", "Least amount, in euros."), valueName: "eur"))
  var minimum: DecimalNumber?

  @Option(
    help: ArgumentHelp(
      Speech.say("Montant maximal, en euros.", "Greatest amount, in euros."), valueName: "eur"))
  var maximum: DecimalNumber?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      Speech.say("Seulement, ou sans, les données de démonstration.", "Only, or without, demonstration data.")
    ))
  var demonstration: Bool?

  func validate() throws {
    if let cpv, !(2...8).contains(cpv.utf8.count) || !cpv.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
      throw ValidationError(
        Speech.say("--cpv : 2 à 8 chiffres, pas « \(cpv) ».", "--cpv: 2 to 8 digits, not '\(cpv)'."))
    }
  }

  /// The conditions together.
  var filter: DocumentFilter {
    var filter = DocumentFilter()
    filter.kinds = kind
    filter.cpvPrefix = cpv
    filter.place = place
    filter.from = from
    filter.to = to
    filter.minimumAmount = minimum
    filter.maximumAmount = maximum
    filter.isDemonstration = demonstration
    return filter
  }
}

extension DocumentKind: ExpressibleByArgument {}

extension PartialDate: ExpressibleByArgument {
  /// Reads an ISO 8601 date.
  public init?(argument: String) { self.init(iso: argument) }
}

extension DecimalNumber: ExpressibleByArgument {
  /// Reads a plain number; a decimal comma is understood.
  public init?(argument: String) { self.init(argument.replacing(",", with: ".")) }
}
