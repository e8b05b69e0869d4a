public import ArgumentParser
public import Passerelle
import PasserelleCore

/// `resolve`: who is who.
struct ResolveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "resolve",
      abstract: Speech.say(
        "Rapproche les noms d’une même organisation, d’un même lieu, d’un même laboratoire.",
        "Gathers the names of one organisation, place or laboratory."),
      discussion: Speech.say(
        """
        Les enregistrements ne changent pas : le rapprochement en est déduit, avec les jugements (merge, split, undo), et \
        peut être refait à tout moment. Seul ce qui est nouveau est comparé. Avec --name, donne ce qu’un nom peut désigner.

        Exemple : passerelle resolve --name Grenobe --kind place
        """,
        """
        Records do not change: what is one is derived from them and from judgements (merge, split, undo), and can be made \
        anew at any time. Only what is new is compared. With --name, gives what a name may mean.

        Example: passerelle resolve --name Grenobe --kind place
        """))
  }

  @Option(
    help: ArgumentHelp(
      Speech.say("Cherche ce que ce nom peut désigner.", "Looks for what this name may mean."),
      valueName: Speech.say("nom", "name")))
  var name: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Sorte montrée : organisation, public-body, place, laboratory.",
        "Sort shown: organisation, public-body, place, laboratory."), valueName: Speech.say("sorte", "kind")))
  var kind: EntityKind?

  @Option(
    help: ArgumentHelp(
      Speech.say("Département du nom cherché.", "Department of the name looked for."), valueName: "code"))
  var department: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Probabilité à partir de laquelle rapprocher, 0 à 1 ; gardée pour la suite.",
        "Probability from which to gather, 0 to 1; kept from then on."), valueName: "p"))
  var threshold: Double?

  @Flag(help: ArgumentHelp(Speech.say("N’enregistre rien.", "Stores nothing.")))
  var dryRun = false

  @Flag(help: ArgumentHelp(Speech.say("Compare tout de nouveau.", "Compares everything anew.")))
  var anew = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp(Speech.say("Nombre de candidats.", "Number of candidates.")))
  var limit = 10

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try LimitCheck.check(limit)
    if let threshold, !(0.01...0.99).contains(threshold) {
      throw ValidationError(
        Speech.say("--threshold : de 0.01 à 0.99.", "--threshold: from 0.01 to 0.99."))
    }
    guard name != nil || department == nil else {
      throw ValidationError(
        Speech.say("--department va avec --name.", "--department goes with --name."))
    }
  }

  func run() throws {
    let workspace = try Workspace(options.configuration())
    if let name {
      let answer = try workspace.candidates(named: name, kind: kind, department: department, limit: limit)
      let table = answer.table(in: Speech.language)
      try output.write(structured: answer.structured, rows: "candidates", table: table) {
        output.textLines(table)
      }
      if answer.candidates.isEmpty { throw ExitCode(Failure.nothing) }
      return
    }
    var request = ResolveOptions()
    request.isDry = dryRun
    request.isAnew = anew
    request.threshold = threshold
    request.kind = kind
    let answer = try workspace.resolve(request)
    try output.write(structured: answer.structured, rows: "conflicts", table: answer.table) {
      answer.text(in: Speech.language)
    }
  }
}

extension EntityKind: ExpressibleByArgument {}
