public import ArgumentParser
import Foundation
import Passerelle
public import PasserelleCore

/// `match`: answers who can deliver a specification.
struct MatchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "match",
      abstract: Speech.say(
        "Classe et explique les fournisseurs pour un cahier des charges.",
        "Ranks and explains the vendors for a specification."),
      discussion: Speech.say(
        """
        L'adéquation dit la ressemblance avec des marchés passés, jamais une chance de l'emporter. Rien de la \
        renommée, de la taille ni de l'origine n'entre dans le classement.

        Exemple : passerelle match cahier-des-charges.md --place 69 --cpv 34928500
        """,
        """
        Adequacy tells likeness to past awards, never a chance of winning. Nothing of fame, size or origin \
        enters the ranking.

        Example: passerelle match specification.md --place 69 --cpv 34928500
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say(
        "Fichier texte ou Markdown, identifiant d'un marché ou d'un cahier des charges, ou -.",
        "Text or Markdown file, identifier of a contract or specification, or -."),
      valueName: Speech.say("besoin", "need")))
  var need: String

  @Option(
    help: ArgumentHelp(Speech.say("Code CPV du besoin ; répétable.", "CPV code of the need; repeatable.")))
  var cpv: [CPVCode] = []

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Lieu : département (69) ou commune INSEE (69123).",
        "Place: department (69) or INSEE commune (69123)."),
      valueName: "code"))
  var place: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp(Speech.say("Nombre de fournisseurs.", "Number of vendors.")))
  var limit = 10

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Sans historique d'acheteur, nom, distance ni expérience.",
        "Without buyer history, name, distance or experience.")))
  var neutral = false

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try LimitCheck.check(limit) }

  func run() throws {
    let workspace = try Workspace(options.configuration())
    var request = MatchRequest()
    request.codes = cpv
    request.place = place
    request.limit = limit
    request.isNeutral = neutral
    let answer =
      switch NeedArgument(need) {
      case .document(let input, let file):
        try workspace.match(document: input(), file: file, request: request, language: Speech.language)
      case .identifier(let name):
        try workspace.match(id: name, request: request, language: Speech.language)
      }
    try output.write(structured: answer.structured, rows: "vendors", table: answer.table) {
      answer.text(width: output.width)
    }
    if answer.vendors.isEmpty { throw ExitCode(Failure.nothing) }
  }
}

/// What the argument of `match` and `similar` names: a document to read, or a thing of the store.
enum NeedArgument {
  case document(() throws -> any ByteSource, file: String)
  case identifier(String)

  init(_ argument: String) {
    if argument == "-" {
      self = .document({ Workspace.standardInput() }, file: "-")
    } else if FileManager.default.fileExists(atPath: argument) {
      self = .document({ try Workspace.file(argument) }, file: argument)
    } else if argument.hasSuffix(".md") || argument.hasSuffix(".txt")
      || argument.contains("/") && !argument.contains("://") && !argument.hasPrefix("id/")
        && !argument.hasPrefix("decp:")
    {
      // It looks like a path: the file's absence is the error to tell.
      self = .document({ try Workspace.file(argument) }, file: argument)
    } else {
      self = .identifier(argument)
    }
  }
}

extension CPVCode: ExpressibleByArgument {
  /// Reads a code as people write it.
  public init?(argument: String) {
    guard let read = CPVCode.read(argument) else { return nil }
    self = read.code
  }
}
