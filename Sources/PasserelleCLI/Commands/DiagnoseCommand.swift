import ArgumentParser
import Foundation
import Passerelle
import PasserelleCore

/// `diagnose`: which services a territory renders, beside its peers.
struct DiagnoseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diagnose",
      abstract: Speech.say(
        "Montre les services d'une collectivité à côté de ses pairs.",
        "Shows the services of an authority beside its peers."),
      discussion: Speech.say(
        """
        Chaque case dit oui, non ou non renseigné, avec ses sources ; un texte qui parle d'un service n'est qu'un indice. \
        Les pairs sont de même sorte et de taille proche. Il n'y a ni total ni classement, et la liste des services est \
        provisoire. --template écrit un modèle à remplir, --answers enregistre ce que la collectivité déclare.

        Exemple : passerelle diagnose Chaumont --template chaumont.csv
        """,
        """
        Each cell says yes, no or not told, with its sources; a text that speaks of a service is a hint only. Peers are of \
        the same kind and of like size. There is no total and no ranking, and the list of services is provisional. \
        --template writes a form to fill in, --answers stores what the authority declares.

        Example: passerelle diagnose Chaumont --template chaumont.csv
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say(
        "La collectivité : nom, code INSEE ou identifiant.", "The authority: name, INSEE code or identifier."),
      valueName: Speech.say("collectivité", "city")))
  var city: String

  @Option(
    help: ArgumentHelp(
      Speech.say("Nombre de pairs à chercher, 20 au plus.", "Number of peers to look for, at most 20."),
      valueName: Speech.say("nombre", "count")))
  var peers = DiagnosisRequest.usualPeerCount

  @Option(
    name: .customLong("peer"),
    help: ArgumentHelp(
      Speech.say("Pair à montrer aussi ; répétable.", "Peer to show too; repeatable."),
      valueName: Speech.say("collectivité", "city")))
  var chosen: [String] = []

  @Option(
    help: ArgumentHelp(
      Speech.say("Un seul enjeu (mobility, energy…).", "One stake only (mobility, energy…)."),
      valueName: Speech.say("enjeu", "stake")))
  var stake: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Réponses de la collectivité (CSV, YAML, JSON) à enregistrer d'abord.",
        "Answers of the authority (CSV, YAML, JSON) to store first."),
      valueName: Speech.say("fichier", "file")))
  var answers: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Écrire un modèle à remplir : .csv ou .yaml.", "Write a form to fill in: .csv or .yaml."),
      valueName: Speech.say("fichier", "file")))
  var template: String?

  @Option(
    help: ArgumentHelp(
      Speech.say("Écrire une page à imprimer : .html ou .odt.", "Write a page to print: .html or .odt."),
      valueName: Speech.say("fichier", "file")))
  var page: String?

  @Flag(
    help: ArgumentHelp(
      Speech.say("Compte aussi les données de démonstration.", "Counts demonstration data too.")))
  var demonstration = false

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (0...DiagnosisRequest.peerLimit).contains(peers) else {
      throw ValidationError(
        Speech.say(
          "--peers : de 0 à \(DiagnosisRequest.peerLimit), pas \(peers).",
          "--peers: 0 to \(DiagnosisRequest.peerLimit), not \(peers)."))
    }
    if let template, DiagnosisTemplate.Form(path: template) == nil {
      throw ValidationError(
        Speech.say(
          "--template : un fichier .csv ou .yaml, pas « \(template) ».",
          "--template: a .csv or .yaml file, not '\(template)'."))
    }
    if let page, Self.pageFormat(page) == nil {
      throw ValidationError(
        Speech.say(
          "--page : un fichier .html ou .odt, pas « \(page) ».",
          "--page: an .html or .odt file, not '\(page)'."
        ))
    }
  }

  private static func pageFormat(_ path: String) -> SourcingNoteFormat? {
    path.split(separator: ".").last.flatMap { SourcingNoteFormat(rawValue: $0.lowercased()) }
  }

  func run() throws {
    let workspace = try Workspace(options.configuration())
    if let answers { _ = try workspace.storeDiagnosis(answers) }
    var request = DiagnosisRequest(city: city)
    request.peerCount = peers
    request.peers = chosen
    request.stake = stake
    request.includesDemonstration = demonstration
    let answer = try workspace.diagnose(request, language: Speech.language)
    if let template, let form = DiagnosisTemplate.Form(path: template) {
      try OutputOptions.write(Data(workspace.diagnosisTemplate(answer).data(form)), to: template)
    }
    if let page, let format = Self.pageFormat(page) {
      try OutputOptions.write(Data(try format.data(workspace.diagnosisPage(answer))), to: page)
    }
    if template != nil || page != nil { return }
    try output.write(structured: answer.structured, rows: "services", table: answer.table) {
      answer.text(width: output.width)
    }
    if answer.isEmpty { throw ExitCode(Failure.nothing) }
  }
}
