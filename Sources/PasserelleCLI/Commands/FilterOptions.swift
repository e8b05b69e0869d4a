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

  @OptionGroup var scope: ScopeOptions

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

  /// The conditions together.
  var filter: DocumentFilter {
    var filter = DocumentFilter()
    filter.kinds = kind
    filter.cpvPrefix = scope.cpv
    filter.place = scope.place
    filter.from = scope.from
    filter.to = scope.to
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
