import ArgumentParser
import Passerelle
import PasserelleCore

/// `similar`: comparable contracts with their prices, and comparable specifications clause by clause.
struct SimilarCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "similar",
      abstract: Speech.say(
        "Trouve les marchés et cahiers des charges comparables.",
        "Finds comparable contracts and specifications."),
      discussion: Speech.say(
        """
        Les prix ne mêlent jamais nature, durée ni année ; les plafonds d'accords-cadres sont à part. Les clauses du \
        besoin sont mises en regard des plus proches. Avec --skeleton, la page est une trame de cahier des charges \
        en Markdown : les clauses communes, leurs sources, les valeurs à décider, celles à envisager.

        Exemple : passerelle similar cahier-des-charges.md --skeleton --output trame.md
        """,
        """
        Prices never mix nature, duration or year; ceilings of framework agreements stand apart. The clauses of the \
        need are set beside the nearest ones. With --skeleton, the page is a skeleton of a specification in \
        Markdown: the clauses in common, their sources, the values to decide, those to consider.

        Example: passerelle similar specification.md --skeleton --output skeleton.md
        """))
  }

  @OptionGroup var need: NeedOptions

  @Option(name: .shortAndLong, help: ArgumentHelp(Speech.say("Nombre de marchés.", "Number of contracts.")))
  var limit = 10

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Compose une trame réutilisable des cahiers des charges comparables.",
        "Composes a reusable skeleton of the comparable specifications.")))
  var skeleton = false

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Avec --skeleton : tous les cahiers des charges, et non les 30 plus proches.",
        "With --skeleton: all the specifications, not the nearest 30.")))
  var all = false

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try LimitCheck.check(limit)
    if all, !skeleton {
      throw ValidationError(Speech.say("--all ne va qu'avec --skeleton.", "--all goes with --skeleton only."))
    }
  }

  func run() throws {
    // A long document is read for minutes, and has no safe point to wait for: the store is whole at any moment.
    StopSignals.endAtOnce()
    let workspace = try Workspace(options.configuration())
    var request = MatchRequest()
    request.codes = need.cpv
    request.limit = limit
    let scope: SkeletonScope? = skeleton ? (all ? .all : .nearest) : nil
    let answer = try need.ask(
      document: { input, file in
        try workspace.similar(
          document: input, file: file, request: request, skeleton: scope, language: Speech.language)
      },
      stored: {
        try workspace.similar(id: $0, request: request, skeleton: scope, language: Speech.language)
      })
    try output.write(structured: answer.structured, rows: "contracts", table: answer.table) {
      skeleton ? answer.skeletonMarkdown : answer.text(width: output.width)
    }
    if answer.isEmpty { throw ExitCode(Failure.nothing) }
  }
}
