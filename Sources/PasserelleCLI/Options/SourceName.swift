import ArgumentParser
import Passerelle

/// The value of an option `--source` that reads files.
enum SourceName {
  /// What asks to recognise the format.
  static let automatic = "auto"

  /// The name as the façade takes it: nil to recognise the format.
  static func asked(_ name: String) -> String? { name == automatic ? nil : name }

  /// Refuses a name that no format has.
  static func check(_ name: String) throws {
    let names = [automatic] + Workspace.sourceNames
    guard !names.contains(name) else { return }
    let known = names.joined(separator: ", ")
    throw ValidationError(
      Speech.say("--source : \(known) ; pas « \(name) ».", "--source: \(known); not '\(name)'."))
  }
}
