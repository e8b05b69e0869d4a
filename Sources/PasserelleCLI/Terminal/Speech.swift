import Foundation
import PasserelleCore

/// The language in which this run of the program speaks, known before any help page is made.
enum Speech {
  /// By `--lang`, else by the locale, else French.
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
      guard let locale = environment[name], !locale.isEmpty else { continue }
      return locale.lowercased().hasPrefix("en") ? .english : .french
    }
    return .french
  }()

  /// The text of the run's language.
  static func say(_ french: String, _ english: String) -> String {
    language == .french ? french : english
  }
}
