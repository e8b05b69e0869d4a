public import ArgumentParser
import Foundation
public import Passerelle
import PasserelleCore
import PasserelleRendering

/// `query`: a SPARQL question, to the workspace or to files.
struct QueryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "query",
      abstract: Speech.say(
        "Pose une question SPARQL 1.1 à l'espace de travail, ou à des fichiers RDF.",
        "Asks a SPARQL 1.1 question of the workspace, or of RDF files."),
      discussion: Speech.say(
        """
        Dans l'espace de travail, GRAPH donne l'enregistrement qui dit un énoncé ; sans GRAPH, tous \
        répondent. Ce que resolve a rapproché porte un seul IRI, sauf --raw. Avec --data, le dernier nom est celui \
        de la question, s'il n'y en a pas d'autre.

        Exemple : passerelle query --data villes.ttl question.rq --format csv
        """,
        """
        In the workspace, GRAPH gives the record that states a statement; without GRAPH all answer. What resolve \
        gathered has one IRI, unless --raw is given. With --data, the last name is that of the question, if there \
        is no other.

        Example: passerelle query --data cities.ttl question.rq --format csv
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say(
        "Le fichier de la question ; - : l'entrée standard.", "The question's file; -: standard input."),
      valueName: Speech.say("question", "question")))
  var question: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      Speech.say(
        "Fichiers ou dossiers RDF, ou avis eForms, à interroger sans espace de travail.",
        "RDF files or folders, or eForms notices, to ask without workspace."),
      valueName: Speech.say("fichier", "file")))
  var data: [String] = []

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Dossier de questions (.rq) : une ligne par question, son fichier et sa réponse en un mot.",
        "Folder of questions (.rq): a line a question, its file and its answer in a word."),
      valueName: Speech.say("dossier", "folder")))
  var queries: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Speech.say(
        "Forme : table, json, xml, csv, tsv ; pour des triplets turtle, ntriples, rdfxml, jsonld.",
        "Form: table, json, xml, csv, tsv; of triples turtle, ntriples, rdfxml, jsonld.")))
  var format: GraphQuery.Format = .table

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Interroge l'état connu à cet instant (une date vaut la fin de sa journée).",
        "Asks the state known at that moment (a date means the end of its day)."), valueName: "date"))
  var asOf: AsOfMoment?

  @OptionGroup var view: RawViewOptions

  @Option(
    help: ArgumentHelp(
      Speech.say("Durée permise, en secondes.", "Time allowed, in seconds."),
      valueName: Speech.say("secondes", "seconds")))
  var timeout = 60

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "Montre comment la question est calculée : étapes, lignes prévues et trouvées, durées.",
        "Shows how the question is computed: steps, rows expected and found, times.")))
  var explain = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Speech.say(
        "Fichier à écrire au lieu de la sortie standard.", "File to write instead of standard output."),
      valueName: Speech.say("fichier", "file")))
  var output: String?

  @OptionGroup var options: WorkspaceOptions

  func validate() throws {
    guard timeout > 0 else {
      throw ValidationError(
        Speech.say("--timeout : un nombre de 1 ou plus.", "--timeout: a number of 1 or more."))
    }
    guard queries != nil || question != nil || data.count > 1 else {
      throw ValidationError(
        Speech.say(
          "Nommez le fichier de la question, ou - pour l'entrée standard.",
          "Name the question's file, or - for standard input."))
    }
    guard !view.raw || data.isEmpty else {
      throw ValidationError(Speech.say("--raw ne va pas avec --data.", "--raw does not go with --data."))
    }
    guard asOf == nil || data.isEmpty else {
      throw ValidationError(
        Speech.say("--as-of ne va pas avec --data.", "--as-of does not go with --data."))
    }
  }

  func run() throws {
    var files = data
    var asked = question
    if asked == nil, queries == nil { asked = files.popLast() }
    let source = files.isEmpty ? nil : try FileDataset(files, stopFlag: StopSignals.flag)
    for diagnostic in source?.diagnostics ?? [] {
      options.note("\(diagnostic.location): \(diagnostic.code.reason[Speech.language])")
    }
    let workspace = source == nil ? try Workspace(options.configuration()) : nil
    if let queries {
      try answerAll(in: queries, source, workspace)
      return
    }
    let query = try GraphQuery(Self.text(of: asked ?? "-"), file: asked ?? "-")
    if explain {
      try OutputOptions.write(Data(explanation(query, source, workspace).utf8), to: output)
      return
    }
    let answer = try answer(query, source, workspace)
    if let bytes = try answer.bytes(format) {
      try OutputOptions.write(Data(bytes), to: output)
    } else {
      let text = TableRenderer.text(answer.table, language: Speech.language, width: nil, style: .plain)
      try OutputOptions.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8), to: output)
    }
    if answer.isEmpty { throw ExitCode(Failure.nothing) }
  }

  private func answer(
    _ query: GraphQuery, _ source: FileDataset?, _ workspace: Workspace?
  ) throws -> GraphAnswer {
    if let source { return try query.answer(over: source, fileOptions) }
    guard let workspace else { preconditionFailure("a question is asked of files or of a workspace") }
    return try workspace.answer(to: query, asOf: asOf?.instant, isRaw: view.raw, timeout: .seconds(timeout))
  }

  private func explanation(
    _ query: GraphQuery, _ source: FileDataset?, _ workspace: Workspace?
  ) throws -> String {
    if let source { return try query.explanation(over: source, fileOptions) }
    guard let workspace else { preconditionFailure("a question is asked of files or of a workspace") }
    return try workspace.explanation(
      of: query, asOf: asOf?.instant, isRaw: view.raw, timeout: .seconds(timeout))
  }

  private var fileOptions: GraphQuery.Options {
    GraphQuery.Options(
      now: Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)), timeout: .seconds(timeout),
      stopFlag: StopSignals.flag)
  }

  /// A line a question, in the order of their names: the file, a tab, the answer in a word.
  private func answerAll(in folder: String, _ source: FileDataset?, _ workspace: Workspace?) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".rq") || $0.hasSuffix(".sparql") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var lines = ""
    var hasFailed = false
    for name in names {
      let path = folder + "/" + name
      do {
        let query = try GraphQuery(Self.text(of: path), file: path)
        lines += "\(name)\t\(try answer(query, source, workspace).summary)\n"
      } catch let error as PasserelleError where error.code != .sparqlStopped {
        // One question that cannot be answered does not silence the others.
        StandardStreams.note(Failure.line(error))
        lines += "\(name)\terror\n"
        hasFailed = true
      }
    }
    try OutputOptions.write(Data(lines.utf8), to: output)
    if hasFailed { throw ExitCode(Failure.failed) }
  }

  private static func text(of file: String) throws -> String {
    guard let text = String(data: try NamedInput.data(file), encoding: .utf8) else {
      throw PasserelleError(
        .inputEncoding,
        LocalizedText(
          fr: "« \(file) » n'est pas en UTF-8. Convertissez-le.", en: "'\(file)' is not in UTF-8. Convert it."
        ),
        at: SourceLocation(file: file))
    }
    return text
  }
}

extension GraphQuery.Format: ExpressibleByArgument {}
