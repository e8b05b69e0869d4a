import ArgumentParser
import Foundation
import Passerelle
import PasserelleCore
import PasserelleWeb

/// `serve`: SPARQL over HTTP, to this machine.
struct ServeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "serve",
      abstract: Speech.say(
        "Répond aux requêtes SPARQL par HTTP, pour cette machine.",
        "Answers SPARQL queries over HTTP, to this machine."),
      discussion: Speech.say(
        """
        Les requêtes vont à /sparql, les graphes se lisent à /graph?graph=IRI. Le service ne fait que lire ; \
        Ctrl-C l'arrête.

        Exemple : passerelle serve villes --sparql --port 8080
        """,
        """
        Queries go to /sparql, graphs are read at /graph?graph=IRI. The service only reads; Ctrl-C ends it.

        Example: passerelle serve cities --sparql --port 8080
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say(
        "Dossier de l'espace de travail, comme --workspace.", "Workspace folder, as --workspace."),
      valueName: Speech.say("dossier", "folder")))
  var folder: String?

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Sert le protocole SPARQL (le seul pour l'instant).", "Serves the SPARQL protocol (the only one yet)."
      )))
  var sparql = false

  @Option(help: ArgumentHelp(Speech.say("Port ; 0 pour un port libre.", "Port; 0 for a free one.")))
  var port = 8080

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Adresse à écouter ; hors de 127.0.0.1, tout le réseau peut lire.",
        "Address to listen on; beyond 127.0.0.1 the whole network can read."),
      valueName: Speech.say("adresse", "address")))
  var host = "127.0.0.1"

  @OptionGroup var view: RawViewOptions

  @Option(
    help: ArgumentHelp(
      Speech.say("Durée d'une requête, en secondes.", "Time of a query, in seconds."),
      valueName: Speech.say("secondes", "seconds")))
  var timeout = 60

  @Option(
    help: ArgumentHelp(
      Speech.say("Requêtes calculées en même temps.", "Queries computed at the same time."),
      valueName: Speech.say("nombre", "number")))
  var threads = 2

  @OptionGroup var options: WorkspaceOptions

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError(Speech.say("--port : de 0 à 65535.", "--port: from 0 to 65535."))
    }
    guard timeout > 0 else {
      throw ValidationError(
        Speech.say("--timeout : un nombre de 1 ou plus.", "--timeout: a number of 1 or more."))
    }
    guard (1...64).contains(threads) else {
      throw ValidationError(Speech.say("--threads : de 1 à 64.", "--threads: from 1 to 64."))
    }
    guard folder == nil || options.workspace == nil else {
      throw ValidationError(
        Speech.say(
          "Donnez l'espace de travail une seule fois.", "Give the workspace only once."))
    }
  }

  func run() throws {
    ServeSignals.install()
    var configuration = options.configuration()
    if let folder { configuration.path = folder }
    // What is wrong with the workspace is told now, not to the first client.
    _ = try Workspace(configuration)
    var limits = GraphServer.Limits()
    (limits.host, limits.port, limits.threads) = (host, port, threads)
    let language = Speech.language
    let (seconds, isRaw) = (timeout, view.raw)
    let server = try GraphServer(limits) { [configuration] in
      GraphService(
        try Workspace(configuration), timeout: .seconds(seconds), isRaw: isRaw, language: language)
    }
    let address = host.contains(":") ? "[\(host)]" : host
    try StandardStreams.emit(Data("http://\(address):\(server.port)/sparql\n".utf8))
    while !StopSignals.flag.isSet { usleep(20_000) }
    server.stop()
    options.note(Speech.say("Service arrêté.", "Service ended."))
  }
}

/// Ends the service at the first interrupt, once what runs has been told to stop; a second one ends the process.
private enum ServeSignals {
  static func install() {
    _ = StopSignals.flag.isSet
    // Whoever started the program may have blocked them, and a service that cannot be ended is of no use.
    var ours = sigset_t()
    sigemptyset(&ours)
    sigaddset(&ours, SIGINT)
    sigaddset(&ours, SIGTERM)
    pthread_sigmask(SIG_UNBLOCK, &ours, nil)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        StopSignals.flag.stop()
        signal(number, SIG_DFL)
      }
    }
    signal(SIGPIPE, SIG_IGN)
  }
}
