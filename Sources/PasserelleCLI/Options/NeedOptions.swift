public import ArgumentParser
import Foundation
import Passerelle
public import PasserelleCore

/// The need that `match` and `similar` start from.
struct NeedOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      Speech.say(
        "Fichier (texte, Markdown, HTML, PDF, DOCX, ODT, avis eForms), identifiant d'un marché, d'un appel ou d'un cahier des charges, ou -.",
        "File (text, Markdown, HTML, PDF, DOCX, ODT, eForms notice), identifier of a contract, call or specification, or -."
      ),
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
    // The id of a stored specification ends like a file's name.
    if need.contains("://") || need.hasPrefix("id/") || need.hasPrefix("record/") { return false }
    if let dot = need.lastIndex(of: "."),
      Self.fileExtensions.contains(need[need.index(after: dot)...].lowercased())
    {
      return true
    }
    return need.contains("/") && !need.contains(":")
  }

  /// How the names of files end that people give as a need, rightly or not.
  private static let fileExtensions: Set<String> = [
    "md", "markdown", "txt", "text", "xml", "html", "htm", "xhtml", "pdf", "docx", "docm", "doc", "odt",
    "rtf",
    "xlsx", "xls", "ods", "pptx", "csv", "json", "jsonl", "ndjson", "zip", "png", "jpg", "jpeg", "tif",
    "tiff",
  ]
}

extension CPVCode: ExpressibleByArgument {
  /// Reads a code as people write it.
  public init?(argument: String) {
    guard let read = CPVCode.read(argument) else { return nil }
    self = read.code
  }
}
