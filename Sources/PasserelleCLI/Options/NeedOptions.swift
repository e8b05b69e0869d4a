public import ArgumentParser
import Foundation
import Passerelle
public import PasserelleCore

/// The need that `match` and `similar` start from.
struct NeedOptions: ParsableArguments {
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

  /// Asks for the need, as a document to read or as a thing of the store.
  func ask<Answer>(
    document: (_ input: any ByteSource, _ file: String) throws -> Answer,
    stored: (_ name: String) throws -> Answer
  ) throws -> Answer {
    if need == "-" { return try document(Workspace.standardInput(), "-") }
    // What looks like a path is one: the file's absence is then the error to tell.
    guard FileManager.default.fileExists(atPath: need) || looksLikePath else { return try stored(need) }
    return try document(Workspace.file(need), need)
  }

  private var looksLikePath: Bool {
    if need.hasSuffix(".md") || need.hasSuffix(".txt") { return true }
    return need.contains("/") && !need.contains(":") && !need.hasPrefix("id/") && !need.hasPrefix("record/")
  }
}

extension CPVCode: ExpressibleByArgument {
  /// Reads a code as people write it.
  public init?(argument: String) {
    guard let read = CPVCode.read(argument) else { return nil }
    self = read.code
  }
}
