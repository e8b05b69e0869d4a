import Foundation
import PasserelleCore

/// The saved questions of `Ontology/Questions`.
///
/// They are read when they are asked for, not with the ontology: no other verb needs them.
public struct QuestionLibrary: Sendable {
  /// The questions, by group, then by name.
  public let questions: [SavedQuestion]
  /// The namespaces of the prefixes that their queries may use.
  public let prefixes: OntologyPrefixes

  /// The name that every question may use for the reader's language, `"fr"` or `"en"`.
  public static let languageParameter = "lang"

  /// The question of a name.
  public func question(_ id: String) -> SavedQuestion? { questions.first { $0.id == id } }

  /// The questions of a group, by name.
  public func questions(of group: SavedQuestion.Group) -> [SavedQuestion] {
    questions.filter { $0.group == group }
  }

  /// Reads the questions of an ontology folder; none where it has no folder of questions.
  ///
  /// - Throws: ``PasserelleError`` with code `.ontologyInvalid`, with the file and line where there is one.
  public static func load(from directory: String, prefixes: OntologyPrefixes) throws -> QuestionLibrary {
    let folder = directory + "/" + Self.folder
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter(isQuestion)
    return try load(
      files: try names.map { name in
        guard let data = FileManager.default.contents(atPath: folder + "/" + name),
          let text = String(validating: data, as: UTF8.self)
        else {
          throw OntologyFormat.fault(
            LocalizedText(
              fr: "Le fichier ne peut pas être lu, ou n’est pas en UTF-8.",
              en: "The file cannot be read, or is not in UTF-8."), file: folder + "/" + name, line: nil)
        }
        return (Self.folder + "/" + name, text)
      }, prefixes: prefixes)
  }

  /// Reads questions from the contents of files, as embedded in the executable; other files are left out.
  ///
  /// - Throws: ``PasserelleError`` with code `.ontologyInvalid`, with the file and line where there is one.
  public static func load(
    files: [(path: String, contents: String)], prefixes: OntologyPrefixes
  ) throws -> QuestionLibrary {
    var questions: [SavedQuestion] = []
    for file in files where file.path.hasPrefix(folder + "/") && isQuestion(file.path) {
      questions.append(try QuestionReader(file: file.path, prefixes: prefixes).read(file.contents))
    }
    let order = SavedQuestion.Group.allCases
    questions.sort {
      (order.firstIndex(of: $0.group) ?? 0, $0.id) < (order.firstIndex(of: $1.group) ?? 0, $1.id)
    }
    return QuestionLibrary(questions: questions, prefixes: prefixes)
  }

  private static let folder = "Questions"

  private static func isQuestion(_ name: String) -> Bool {
    name.hasSuffix(".rq") && name.split(separator: "/").last?.hasPrefix(".") == false
  }
}
