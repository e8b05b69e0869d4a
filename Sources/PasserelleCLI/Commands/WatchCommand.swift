import ArgumentParser
import Passerelle
import PasserelleCore

/// `watch`: saved searches and their alerts.
struct WatchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "watch",
      abstract: Speech.say(
        "Garde des recherches et signale ce qui est nouveau ou modifié.",
        "Keeps searches and tells what is new or changed."),
      discussion: Speech.say("Exemple : passerelle watch run", "Example: passerelle watch run"),
      subcommands: [
        WatchAddCommand.self, WatchListCommand.self, WatchRemoveCommand.self, WatchRunCommand.self,
      ])
  }
}

/// `watch add`: saves a watch.
struct WatchAddCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add",
      abstract: Speech.say(
        "Crée une veille ; elle signale ce qui arrive à partir de maintenant.",
        "Makes a watch; it tells of what arrives from now on."),
      discussion: Speech.say(
        """
        Tous les critères donnés doivent être remplis ; d’un critère répété, un seul suffit. Une veille de \
        fournisseur (--vendor) signale ses appels ouverts, avec les raisons. Une veille n’a qu’un nom et des \
        critères : aucune donnée personnelle.

        Exemple : passerelle watch add eclairage --query 'éclairage public' --place 69 --kind call
        """,
        """
        All the criteria given must hold; of one that is repeated, any is enough. The watch of a vendor \
        (--vendor) tells of its open calls, with the reasons. A watch has a name and criteria only: no personal \
        data.

        Example: passerelle watch add lighting --query 'éclairage public' --place 69 --kind call
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Nom de la veille.", "Name of the watch."), valueName: Speech.say("nom", "name")))
  var name: String

  @Option(
    help: ArgumentHelp(
      Speech.say("Recherche ; tous les mots doivent s’y trouver.", "Search; every word must occur."),
      valueName: Speech.say("mots", "words")))
  var query: String?

  @Option(
    help: ArgumentHelp(
      Speech.say("Fournisseur dont suivre les appels.", "Vendor whose calls are followed."),
      valueName: Speech.say("fournisseur", "vendor")))
  var vendor: String?

  @Option(
    help: ArgumentHelp(
      Speech.say("Préfixe CPV, de 2 à 8 chiffres ; répétable.", "CPV prefix, 2 to 8 digits; repeatable."),
      valueName: Speech.say("préfixe", "prefix")))
  var cpv: [String] = []

  @Option(
    help: ArgumentHelp(Speech.say("Département ; répétable.", "Department; repeatable."), valueName: "code"))
  var place: [String] = []

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Nature : award, call, specification… ; répétable (sinon ces trois).",
        "Kind: award, call, specification…; repeatable (else these three).")))
  var kind: [DocumentKind] = []

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    var criteria = Watch.Criteria()
    criteria.query = query
    criteria.vendor = vendor
    criteria.cpvPrefixes = cpv
    criteria.places = place
    criteria.kinds = kind
    let watch = try Workspace(options.configuration()).addWatch(name, criteria)
    let text = watch.criteria.text(in: Speech.language)
    options.note(Speech.say("Veille « \(name) » créée : \(text)", "Watch '\(name)' made: \(text)"))
  }
}

/// `watch list`: the watches.
struct WatchListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: Speech.say("Montre les veilles.", "Shows the watches."),
      discussion: Speech.say("Exemple : passerelle watch list", "Example: passerelle watch list"))
  }

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let watches = try Workspace(options.configuration()).watches()
    let table = Watch.table(watches, in: Speech.language)
    try output.write(structured: Watch.structured(watches), rows: "watches", table: table) {
      watches.isEmpty ? [Speech.say("Aucune veille.", "No watch.")] : output.textLines(table)
    }
    if watches.isEmpty { throw ExitCode(Failure.nothing) }
  }
}

/// `watch remove`: drops a watch.
struct WatchRemoveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "remove",
      abstract: Speech.say("Retire une veille.", "Removes a watch."),
      discussion: Speech.say(
        "Exemple : passerelle watch remove eclairage", "Example: passerelle watch remove lighting"))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Nom de la veille.", "Name of the watch."), valueName: Speech.say("nom", "name")))
  var name: String

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    try Workspace(options.configuration()).removeWatch(name)
    options.note(Speech.say("Veille « \(name) » retirée.", "Watch '\(name)' removed."))
  }
}

/// `watch run`: the alerts.
struct WatchRunCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run",
      abstract: Speech.say(
        "Signale ce qui est nouveau ou modifié depuis la dernière fois.",
        "Tells what is new or changed since the last time."),
      discussion: Speech.say(
        """
        Une veille n’avance qu’une fois la réponse écrite : un arrêt répète des alertes et n’en perd aucune. Code de \
        sortie 0 avec des alertes, 1 sans, 2 si une veille n’a pas pu être faite. Avec --since, tout ce qui a été \
        ingéré depuis ce jour est signalé de nouveau.

        Exemple : passerelle watch run --format csv --output alertes.csv
        """,
        """
        A watch moves on only once the answer is written: a stop repeats alerts and loses none. Exit code 0 with \
        alerts, 1 without, 2 when a watch could not be run. With --since, all that was ingested from that day on is \
        told of again.

        Example: passerelle watch run --format csv --output alerts.csv
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Une seule veille (sinon toutes).", "One watch only (else all)."),
      valueName: Speech.say("nom", "name")))
  var name: String?

  @Option(
    help: ArgumentHelp(
      Speech.say("Depuis ce jour d’ingestion (UTC).", "Since that day of ingestion (UTC)."), valueName: "date"
    ))
  var since: CalendarDay?

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp(
      Speech.say(
        "Jour où les appels d’un fournisseur suivi sont ouverts (sinon aujourd’hui) ; rien n’avance alors.",
        "Day on which the calls for a followed vendor are open (else today); nothing moves on then."),
      valueName: "date"))
  var day: CalendarDay?

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try Workspace(options.configuration())
    let answer = try workspace.runWatches(name, since: since?.date, on: day?.date, language: Speech.language)
    try output.write(structured: answer.structured, rows: "watches", table: answer.table) {
      answer.text(width: output.width)
    }
    // Only what was written counts as told.
    try workspace.advanceWatches(answer)
    for result in answer.results {
      if let problem = result.problem {
        options.note(
          Speech.say("Veille « \(result.watch.name) » : ", "Watch '\(result.watch.name)': ")
            + problem.message[Speech.language])
      }
    }
    if answer.hasProblem { throw ExitCode(Failure.failed) }
    if answer.alertCount == 0 { throw ExitCode(Failure.nothing) }
  }
}
