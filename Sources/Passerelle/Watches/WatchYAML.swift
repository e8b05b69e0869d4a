import Foundation
import PasserelleCore
import Yams

/// Reads and writes the two small files of watches.
struct WatchYAML {
  let path: String

  /// One entry of a file's list.
  struct Entry {
    let values: [String: Node]
    let line: Int
  }

  /// The entries of a list; nil where there is no file.
  ///
  /// - Throws: ``PasserelleError`` with code `settings.invalid` for anything unknown or malformed.
  func entries(format: String, list: String, keys: [String]) throws -> [Entry]? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw fault("le fichier ne peut pas être lu", "the file cannot be read", nil)
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: String(decoding: data, as: UTF8.self))
    } catch {
      throw fault("ce n’est pas du YAML", "it is not YAML", nil, error)
    }
    guard let mapping = root?.mapping, mapping["format"]?.string == format else {
      throw fault("« format: \(format) » manque", "'format: \(format)' is missing", 1)
    }
    for (key, _) in mapping where !["format", list].contains(key.string ?? "") {
      throw fault("clé inconnue « \(key.string ?? "") »", "unknown key '\(key.string ?? "")'", key.mark?.line)
    }
    guard let sequence = mapping[list]?.sequence else {
      throw fault("la liste « \(list) » manque", "the list '\(list)' is missing", nil)
    }
    return try sequence.map { try entry($0, keys: keys) }
  }

  private func entry(_ node: Node, keys: [String]) throws -> Entry {
    let line = node.mark?.line ?? 1
    guard let pairs = node.mapping else {
      throw fault("des clés et valeurs sont attendues", "keys and values are expected", line)
    }
    var values: [String: Node] = [:]
    for (key, value) in pairs {
      guard let name = key.string, keys.contains(name) else {
        throw fault(
          "clé inconnue « \(key.string ?? "") »", "unknown key '\(key.string ?? "")'", key.mark?.line ?? line)
      }
      values[name] = value
    }
    return Entry(values: values, line: line)
  }

  /// A text of an entry; nil where the key is not there.
  func text(_ entry: Entry, _ key: String) throws -> String? {
    guard let node = entry.values[key] else { return nil }
    guard let text = node.scalar?.string, !text.isEmpty else {
      throw fault(
        "« \(key) » : un texte est attendu", "'\(key)': a text is expected", node.mark?.line ?? entry.line)
    }
    return text
  }

  /// A list of texts of an entry; none where the key is not there.
  func texts(_ entry: Entry, _ key: String) throws -> [String] {
    guard let node = entry.values[key] else { return [] }
    let texts = node.sequence?.map { $0.scalar?.string } ?? [nil]
    guard !texts.contains(nil) else {
      throw fault(
        "« \(key) » : une liste de textes est attendue", "'\(key)': a list of texts is expected",
        node.mark?.line ?? entry.line)
    }
    return texts.compactMap { $0 }
  }

  /// A position of an entry: a sequence, and the moment of its version.
  func position(_ entry: Entry, _ sequence: String, _ moment: String) throws -> Watch.Position {
    guard let number = try text(entry, sequence).flatMap({ Int64($0) }), number >= 0 else {
      throw fault(
        "« \(sequence) » : un nombre est attendu", "'\(sequence)': a number is expected", entry.line)
    }
    let written = try text(entry, moment)
    let instant = written.flatMap { Instant(iso: $0) }
    if written != nil, instant == nil {
      throw fault("« \(moment) » : un instant est attendu", "'\(moment)': an instant is expected", entry.line)
    }
    return Watch.Position(sequence: number, ingested: instant)
  }

  /// Puts a text in place of the file, all or nothing.
  func write(_ text: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw PasserelleError(
        .outputUnwritable,
        LocalizedText(
          fr: "« \(path) » ne peut pas être écrit. Vérifiez le dossier, les droits et la place.",
          en: "'\(path)' cannot be written. Check the folder, the permissions and the space."),
        at: SourceLocation(file: path), cause: error)
    }
  }

  /// The error of a file that cannot be understood.
  func fault(_ french: String, _ english: String, _ line: Int?, _ cause: (any Error)? = nil)
    -> PasserelleError
  {
    PasserelleError(
      .settingsInvalid,
      LocalizedText(
        fr:
          "Fichier de veilles « \(path) » : \(french). Corrigez-le ou remettez une copie saine ; rien n’a été changé.",
        en: "Watch file '\(path)': \(english). Correct it or put a sound copy back; nothing was changed."),
      at: SourceLocation(file: path, line: line), cause: cause)
  }

  /// A text between double quotes, as YAML and JSON read it.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          result += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
