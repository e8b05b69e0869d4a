import Foundation
import Passerelle
import PasserelleCore

/// The language in which this run of the program speaks, known before any help page is made.
enum Speech {
  /// By `--lang`, else by the locale, else by the workspace's settings, else French.
  static let language: MessageLanguage = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count,
        let known = MessageLanguage(rawValue: arguments[index + 1])
      {
        return known
      }
      if argument.hasPrefix("--lang="), let known = MessageLanguage(rawValue: String(argument.dropFirst(7))) {
        return known
      }
    }
    let environment = ProcessInfo.processInfo.environment
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let locale = environment[name]?.lowercased(), !locale.isEmpty else { continue }
      if locale.hasPrefix("en") { return .english }
      if !["c", "posix"].contains(locale.prefix { $0 != "." && $0 != "@" }) { return .french }
    }
    return WorkspaceSettings.language(ofWorkspace: workspace(arguments, environment)) ?? .french
  }()

  /// The workspace that the arguments name, as far as can be told before they are parsed.
  private static func workspace(_ arguments: [String], _ environment: [String: String]) -> String {
    for (argument, next) in zip(arguments, arguments.dropFirst() + [""]) {
      if ["-w", "--workspace"].contains(argument) { return next }
      if argument.hasPrefix("--workspace=") { return String(argument.dropFirst("--workspace=".count)) }
    }
    return environment["PASSERELLE_WORKSPACE"] ?? "passerelle-workspace"
  }

  /// The text of the run's language.
  static func say(_ french: String, _ english: String) -> String {
    language.say(french, english)
  }
}
