public import ArgumentParser
import Foundation
public import Passerelle
import PasserelleCore

extension NetworkExportForm: ExpressibleByArgument {}

/// `network export`: a part of the network as a file.
struct NetworkExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: Speech.say(
        "Écrit une partie du réseau : fichier, carte, dessin, rapport.",
        "Writes a part of the network: file, map, drawing, report."),
      discussion: Speech.say(
        """
        Formes : gexf, graphml, geojson, dot, nodes et edges (CSV), svg-map, svg, html, json. Au-delà de la \
        limite, les nœuds les plus liés sont gardés, et le fichier le dit.

        Exemple : passerelle network export --to gexf --link twinning --output jumelages.gexf
        """,
        """
        Forms: gexf, graphml, geojson, dot, nodes and edges (CSV), svg-map, svg, html, json. Above the limit, \
        the nodes with the most ties are kept, and the file says so.

        Example: passerelle network export --to gexf --link twinning --output twinnings.gexf
        """))
  }

  @Option(help: ArgumentHelp(Speech.say("Forme.", "Form."), valueName: Speech.say("forme", "form")))
  var to: NetworkExportForm

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Nœuds au plus (svg-map : 2000 ; svg, html : 300 ; les autres : tous).",
        "Nodes at most (svg-map: 2000; svg, html: 300; the others: all)."), valueName: "n"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      Speech.say("Seulement ce qui est lié à cet acteur.", "Only what is tied to this actor."),
      valueName: "id"))
  var around: String?

  @Option(
    help: ArgumentHelp(
      Speech.say("Étapes depuis cet acteur.", "Steps from that actor."), valueName: "n"))
  var steps = 1

  @Option(help: ArgumentHelp(Speech.say("Titre.", "Title."), valueName: Speech.say("texte", "text")))
  var title: String?

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "CSV pour un tableur français (« ; », virgule, BOM).",
        "CSV for a French spreadsheet (';', comma, BOM).")))
  var spreadsheet = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Speech.say(
        "Fichier à écrire au lieu de la sortie standard.", "File to write instead of standard output."),
      valueName: Speech.say("fichier", "file")))
  var output: String?

  @OptionGroup var part: NetworkOptions
  @OptionGroup var options: WorkspaceOptions

  func validate() throws {
    if let limit { try LimitCheck.check(limit) }
    guard (1...20).contains(steps) else {
      throw ValidationError(Speech.say("--steps : de 1 à 20.", "--steps: from 1 to 20."))
    }
  }

  func run() throws {
    var request = NetworkExportRequest(to)
    request.part = part.request
    request.limit = limit
    request.around = around
    request.steps = steps
    request.title = title
    request.isSpreadsheet = spreadsheet
    let export = try Workspace(options.configuration()).networkExport(request, language: Speech.language)
    try OutputOptions.write(Data(export.data), to: output)
    options.note(
      Speech.say(
        "\(fr: export.nodes, "nœud"), \(fr: export.edges, "lien")",
        "\(en: export.nodes, "node"), \(en: export.edges, "link")")
        + (export.leftOut > 0
          ? Speech.say(
            " ; \(fr: export.leftOut, "nœud laissé", "nœuds laissés") de côté",
            "; \(en: export.leftOut, "node") left out")
          : "") + ".")
    if export.nodes == 0 { throw ExitCode(Failure.nothing) }
  }
}
