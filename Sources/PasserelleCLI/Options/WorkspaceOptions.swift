import ArgumentParser
import Foundation
import Passerelle
import PasserelleCore

/// The options that every verb takes.
struct WorkspaceOptions: ParsableArguments {
  /// When progress is drawn.
  enum Progress: String, ExpressibleByArgument, CaseIterable {
    case auto
    case always
    case never
  }

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Speech.say(
        "Dossier de l'espace de travail (sinon $PASSERELLE_WORKSPACE, sinon ./passerelle-workspace).",
        "Workspace folder (else $PASSERELLE_WORKSPACE, else ./passerelle-workspace)."),
      valueName: Speech.say("dossier", "folder")))
  var workspace: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Dossier de l'ontologie (sinon celle du programme).", "Ontology folder (else the program's own)."),
      valueName: Speech.say("dossier", "folder")))
  var ontology: String?

  @Option(help: ArgumentHelp(Speech.say("Langue : fr ou en.", "Language: fr or en."), valueName: "fr|en"))
  var lang: String?

  @Flag(name: .shortAndLong, help: ArgumentHelp(Speech.say("Ne dit que les erreurs.", "Tells errors only.")))
  var quiet = false

  @Option(
    help: ArgumentHelp(Speech.say("Avancement : auto, always, never.", "Progress: auto, always, never.")))
  var progress: Progress = .auto

  func validate() throws {
    if let lang, MessageLanguage(rawValue: lang) == nil {
      throw ValidationError(
        Speech.say("--lang : fr ou en, pas « \(lang) ».", "--lang: fr or en, not '\(lang)'."))
    }
  }

  /// The workspace's folder.
  var path: String {
    workspace ?? ProcessInfo.processInfo.environment["PASSERELLE_WORKSPACE"] ?? "passerelle-workspace"
  }

  /// Tells the user something, unless asked to be quiet.
  func note(_ line: String) {
    if !quiet { StandardStreams.note(line) }
  }

  /// What a workspace is opened with.
  func configuration(_ line: ProgressLine? = nil) -> Workspace.Configuration {
    var configuration = Workspace.Configuration(
      path: path, ontologyPath: ontology, executableDirectory: Self.executableDirectory,
      context: StageContext(
        clock: { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) },
        stopFlag: StopSignals.flag, progress: { line?.show($0) }))
    configuration.notice = quiet ? nil : ReferenceNote.notice
    configuration.didEraseAgain = { [quiet] numbers in
      guard !quiet else { return }
      let list = numbers.map { String($0) }.joined(separator: ", ")
      StandardStreams.note(
        Speech.say(
          "La base était plus ancienne que des effacements ; ils ont été faits de nouveau : n° \(list).",
          "The store was older than some erasures; they were carried out again: number \(list)."))
    }
    return configuration
  }

  /// A progress line for a verb that may take more than a second.
  func progressLine() -> ProgressLine {
    switch progress {
    case .always: ProgressLine(isOn: true)
    case .never: ProgressLine(isOn: false)
    case .auto: ProgressLine(isOn: !quiet && StandardStreams.isErrorTerminal)
    }
  }

  static var executableDirectory: String {
    let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "."
    return (path as NSString).deletingLastPathComponent
  }
}
