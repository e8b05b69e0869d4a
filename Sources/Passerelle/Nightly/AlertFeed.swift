import Foundation
import PasserelleCore
import PasserelleDigest
import PasserellePipeline
import PasserelleRendering

/// The Atom feed of a watch (RFC 4287): its last alerts, each with an identifier that stays.
///
/// Entries stand on one line each, so that a feed can be gone on with without being read as XML.
struct AlertFeed {
  let path: String
  let watch: String
  let base: String
  let language: MessageLanguage

  /// The most entries kept.
  private static let limit = 500

  /// Puts alerts before the entries that the feed has; one of the same identifier is replaced.
  ///
  /// - Throws: ``PasserelleError`` with code `output.unwritable`.
  func add(_ alerts: [WatchAlert], at instant: Instant) throws {
    let new = alerts.map { (id: identifier($0), line: entry($0, at: instant)) }
    let ids = Set(new.map(\.id))
    let former = entries().filter { line in !ids.contains { line.contains("<id>\($0)</id>") } }
    let lines = Array((new.map(\.line) + former).prefix(Self.limit))
    try NightFile.write(Data(document(lines, at: instant).utf8), to: path)
  }

  private func entries() -> [String] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("<entry>") }
      .map(String.init)
  }

  private func document(_ lines: [String], at instant: Instant) -> String {
    let title = language.say("Veille « \(watch) »", "Watch '\(watch)'")
    let head = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.rawValue)">
      <id>\(Self.urn("watch\u{0}" + base + "\u{0}" + watch))</id>
      <title>\(Self.escaped(title))</title>
      <updated>\(instant.description)</updated>
      <author><name>Passerelle</name></author>
      <generator>Passerelle</generator>

      """
    return head + lines.map { $0 + "\n" }.joined() + "</feed>\n"
  }

  private func identifier(_ alert: WatchAlert) -> String {
    Self.urn(
      [watch, alert.source.record, String(alert.source.version), alert.iri].joined(separator: "\u{0}"))
  }

  private func entry(_ alert: WatchAlert, at instant: Instant) -> String {
    let format = ValueFormat(language)
    var facts = [alert.change.label[language], alert.kind.label[language]]
    facts += [alert.buyer].compactMap { $0 } + alert.places
    if let deadline = alert.deadline {
      facts.append(language.say("date limite ", "deadline ") + format.date(deadline))
    } else if let date = alert.date {
      facts.append(format.date(date))
    }
    if let amount = alert.amount { facts.append(format.amount(amount)) }
    if let code = alert.codeLabels.first { facts.append("CPV " + code) }
    if alert.source.isDemonstration {
      facts.append(language.say("données de démonstration, fictives", "demonstration data, fictitious"))
    }
    return "<entry><id>\(identifier(alert))</id><title>\(Self.escaped(alert.title))</title>"
      + "<updated>\(instant.description)</updated>"
      + "<link rel=\"alternate\" href=\"\(Self.escaped(alert.iri))\"/>"
      + "<category term=\"\(alert.kind.rawValue)\"/>"
      + "<summary>\(Self.escaped(facts.joined(separator: ", ")))</summary></entry>"
  }

  /// A name that stays for the same words: the first half of their SHA-256 in the form of a UUID, version 8 (RFC 9562).
  static func urn(_ words: String) -> String {
    var digits = Array(SHA256Digest.hash(Array(words.utf8)).hexadecimal.prefix(32))
    digits[12] = "8"
    digits[16] = "a"
    let parts = [digits[..<8], digits[8..<12], digits[12..<16], digits[16..<20], digits[20...]]
    return "urn:uuid:" + parts.map { String($0) }.joined(separator: "-")
  }

  /// A text for XML, on one line; characters that XML does not know become U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\r", "\t": result += " "
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
