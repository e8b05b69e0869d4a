import ArgumentParser
import Passerelle
import PasserelleCore

/// `attach`: which project typologies a vendor is attached to, and which vendors a typology has.
struct AttachCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "attach",
      abstract: Speech.say(
        "Rattache les fournisseurs aux typologies de projets, et dit pourquoi.",
        "Attaches vendors to project typologies, with the reasons."),
      discussion: Speech.say(
        """
        Avec un fournisseur : ses domaines et cas d'usage. Avec --typology : les fournisseurs, par niveau d'indices \
        puis par ordre alphabétique. Sans rien : la liste des typologies, provisoire. Rien de la renommée, de la \
        taille ni de l'origine n'entre dans le rattachement.

        Exemple : passerelle attach --typology smart-lighting
        """,
        """
        With a vendor: its domains and use cases. With --typology: the vendors, by level of evidence, then by name. \
        With neither: the list of typologies, which is provisional. Nothing of fame, size or origin enters an \
        attachment.

        Example: passerelle attach --typology smart-lighting
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Le fournisseur : SIREN, SIRET ou IRI.", "The vendor: SIREN, SIRET or IRI."),
      valueName: Speech.say("fournisseur", "vendor")))
  var vendor: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Speech.say(
        "Domaine ou cas d'usage (lighting, smart-lighting).", "Domain or use case (lighting, smart-lighting)."
      ),
      valueName: Speech.say("clé", "key")))
  var typology: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(Speech.say("Nombre de rattachements.", "Number of attachments.")))
  var limit = 50

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try LimitCheck.check(limit) }

  func run() throws {
    let workspace = try Workspace(options.configuration())
    let answer = try ask(workspace)
    try output.write(structured: answer.structured, rows: answer.rows, table: answer.table) {
      answer.text(width: output.width)
    }
    if answer.isEmpty { throw ExitCode(Failure.nothing) }
  }

  private func ask(_ workspace: Workspace) throws -> AttachmentAnswer {
    let language = Speech.language
    if let vendor {
      return try workspace.attachments(of: vendor, typology: typology, limit: limit, language: language)
    }
    if let typology {
      return try workspace.attachments(typology: typology, limit: limit, language: language)
    }
    return try workspace.typologies(language: language)
  }
}
