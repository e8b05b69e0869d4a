import Foundation
import PasserelleCore
import PasserelleDigest
import PasserelleJSON
import PasserellePipeline
import PasserelleRendering

/// Delivers what the watches have to tell as files: for each watch a feed, and for each night JSON and a mail.
///
/// Files carry the night's name and entries the version's, so that a step done twice writes the same.
struct AlertWriter {
  let workspace: Workspace
  let night: String
  let started: Instant
  let language: MessageLanguage

  init(workspace: Workspace, night: String, started: Instant, _ language: MessageLanguage) {
    (self.workspace, self.night, self.started, self.language) = (workspace, night, started, language)
  }

  /// Writes the alerts of all watches; these move on when all is written.
  ///
  /// - Returns: The counts and files, for the report.
  func write() throws -> StructuredValue {
    let answer = try workspace.runWatches(language: language)
    var told: [StructuredValue] = []
    for result in answer.results {
      var files: [String] = []
      if !result.alerts.isEmpty { files = try write(result) }
      told.append(
        .object([
          "watch": .string(result.watch.name), "alerts": .int(result.alerts.count),
          "problem": .optional(result.problem?.message[language]), "files": .array(files.map { .string($0) }),
        ]))
    }
    let result = StructuredValue.object(["alertCount": .int(answer.alertCount), "watches": .array(told)])
    if answer.alertCount == 0, let written = written() { return written }
    try NightFile.write(
      Data(JSONRenderer.data(.object(["night": .string(night), "result": result]))), to: statePath)
    try workspace.advanceWatches(answer)
    return result
  }

  private var statePath: String { workspace.layout.nightly + "/alerts.json" }

  /// What this night has written before it was stopped; nil where it has written nothing.
  private func written() -> StructuredValue? {
    guard let data = FileManager.default.contents(atPath: statePath),
      let json = try? JSONDocument.parse(Array(data), file: statePath)
    else { return nil }
    let document = SourcingNote.Value(StructuredValue(json))
    return document["night"].string == night ? document["result"].value : nil
  }

  private func write(_ result: WatchAnswer.Result) throws -> [String] {
    let folder = workspace.layout.alerts + "/" + Self.folderName(result.watch.name)
    let answer = WatchAnswer(results: [result], language: language)
    let base = folder + "/night-\(night)"
    try NightFile.write(
      Data(JSONRenderer.data(answer.structured, pretty: true)), to: base + ".json")
    let mail = AlertMail(
      subject: subject(result), identifier: "\(night).\(Self.folderName(result.watch.name))", date: started,
      lines: answer.text(width: 76))
    try NightFile.write(Data(mail.text.utf8), to: base + ".eml")
    let feed = AlertFeed(
      path: folder + "/feed.atom", watch: result.watch.name, base: workspace.settings.base, language: language
    )
    try feed.add(result.alerts, at: started)
    return [feed.path, base + ".json", base + ".eml"]
  }

  private func subject(_ result: WatchAnswer.Result) -> String {
    let count = result.alerts.count
    return language.say(
      "Veille « \(result.watch.name) » : \(fr: count, "alerte"), \(night)",
      "Watch '\(result.watch.name)': \(en: count, "alert"), \(night)")
  }

  /// The name of a watch as one of a folder; where it had to be changed, some digits of its hash keep it apart.
  static func folderName(_ name: String) -> String {
    let plain = String(
      name.unicodeScalars.map { scalar in
        let isPlain =
          scalar.isASCII
          && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || "-_.".unicodeScalars.contains(scalar))
        return isPlain ? Character(scalar) : "_"
      })
    guard plain != name || plain.hasPrefix(".") || plain.lowercased() != plain else { return plain }
    let hash = SHA256Digest.hash(Array(name.utf8)).hexadecimal.prefix(8)
    return (plain.hasPrefix(".") ? "_" : "") + plain.lowercased() + "-" + hash
  }
}

/// A message that a mail program can take as it is; it names nobody.
struct AlertMail {
  let subject: String
  let identifier: String
  let date: Instant
  let lines: [String]

  /// The message by RFC 5322, its body in Base64 so that any line and letter passes.
  var text: String {
    let body = Data((lines.joined(separator: "\r\n") + "\r\n").utf8)
      .base64EncodedString(options: [
        .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
      ])
    return [
      "Date: \(Self.text(of: date))", "Message-ID: <\(identifier)@passerelle.invalid>",
      "Subject: \(Self.encoded(subject))", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64", "Auto-Submitted: auto-generated", "", body, "",
    ].joined(separator: "\r\n")
  }

  /// Encoded words of RFC 2047, each short enough for a line.
  static func encoded(_ text: String) -> String {
    var words: [String] = []
    var piece = ""
    for character in text {
      if piece.utf8.count + character.utf8.count > 42 {
        words.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    words.append(piece)
    return words.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
  }

  private static func text(of instant: Instant) -> String {
    let date = instant.date
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let weekday = days[((date.firstDay % 7) + 7) % 7]
    let clock = instant.description.dropFirst(11).prefix(8)
    return "\(weekday), \(date.day ?? 1) \(months[(date.month ?? 1) - 1]) \(date.year) \(clock) +0000"
  }
}
