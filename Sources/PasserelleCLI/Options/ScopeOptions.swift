import ArgumentParser
import PasserelleCore

/// The field, place and time that a question is limited to.
struct ScopeOptions: ParsableArguments {
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

  func validate() throws {
    if let cpv, !(2...8).contains(cpv.utf8.count) || !cpv.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
      throw ValidationError(
        Speech.say("--cpv : 2 à 8 chiffres, pas « \(cpv) ».", "--cpv: 2 to 8 digits, not '\(cpv)'."))
    }
  }
}
