import Foundation
import PasserelleCore
import PasserelleOntology

/// The saved questions that a user may ask by their names.
public struct QuestionCatalogue: Sendable {
  let library: QuestionLibrary

  /// Finds the questions: those of the ontology's folder where it has some, else those built in.
  ///
  /// - Parameters:
  ///   - ontologyPath: The ontology's folder, when the user names one.
  ///   - executableDirectory: The folder of the executable, beside which an ontology may lie.
  /// - Throws: ``PasserelleError`` with code `ontology.invalid`, with the file and line where there is one.
  public init(ontologyPath: String? = nil, executableDirectory: String) throws {
    let candidates = OntologyLocator.candidates(
      explicit: ontologyPath, executableDirectory: executableDirectory)
    for path in candidates where ontologyPath != nil || FileManager.default.fileExists(atPath: path) {
      let found = try QuestionLibrary.load(from: path, prefixes: try Self.prefixes(inFolder: path))
      if !found.questions.isEmpty {
        self.init(found)
        return
      }
    }
    let files = EmbeddedOntology.files
    let prefixes = try Ontology.load(files: files.filter { $0.path == Self.prefixFile }).prefixes
    self.init(try QuestionLibrary.load(files: files, prefixes: prefixes))
  }

  private static let prefixFile = "Schemas/prefixes.yaml"

  /// The prefixes of a folder; all the rest of it takes longer to read than the questions do.
  private static func prefixes(inFolder path: String) throws -> OntologyPrefixes {
    let contents = FileManager.default.contents(atPath: path + "/" + prefixFile) ?? Data()
    guard !contents.isEmpty else { return try Ontology.load(from: path).prefixes }
    return try Ontology.load(files: [(prefixFile, String(decoding: contents, as: UTF8.self))]).prefixes
  }

  /// Makes a catalogue of questions that were read already.
  init(_ library: QuestionLibrary) { self.library = library }

  /// The names of the questions, in the order of their list.
  public var names: [String] { library.questions.map(\.id) }

  /// The names of a question's parameters; none for an unknown question.
  public func parameterNames(of question: String) -> [String] {
    library.question(question)?.parameters.map(\.name) ?? []
  }

  /// The question of a name.
  ///
  /// - Throws: ``PasserelleError`` with code `query.invalid`, which suggests the nearest name.
  func question(_ name: String) throws -> SavedQuestion {
    if let question = library.question(name) { return question }
    let near = NearestName.of(name, in: names)
    throw PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr: "Aucune question ne s’appelle « \(name) »."
          + (near.map { " Vouliez-vous dire « \($0) » ?" } ?? " La liste : « passerelle ask »."),
        en: "No question is called '\(name)'."
          + (near.map { " Did you mean '\($0)'?" } ?? " The list: 'passerelle ask'.")))
  }
}
