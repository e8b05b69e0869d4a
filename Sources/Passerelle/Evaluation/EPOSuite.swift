import Foundation
import PasserelleArchive
import PasserelleCore
import PasserellePipeline
import PasserelleSPARQL
import PasserelleSources

/// The notices, questions and verdicts of the Publications Office, from a folder or an archive.
///
/// A folder with a file `verdicts.tsv` holds a suite: `questions/*.rq`, and notices as `<group>/<notice>.xml`.
struct EPOSuite {
  /// A question with what it is about.
  struct Question {
    /// The business term or node.
    let title: String
    /// The element of the notice.
    let path: String
    /// What it asks, on one line.
    let pattern: String
    let query: Query
  }

  /// One official answer.
  struct Verdict {
    /// `<group>/<notice>`.
    let notice: String
    /// The file of the question.
    let question: String
    let answer: Bool
    /// `valid`, `warning`, `unverifiable` or `invalid`.
    let result: String
  }

  /// The name of its folder.
  let name: String
  let questions: [String: Question]
  /// The verdicts in their order, those of a notice together.
  let verdicts: [Verdict]
  /// The notices, by `<group>/<notice>`.
  let notices: [String: [UInt8]]

  /// Reads the suites of a folder or archive, by name.
  ///
  /// - Throws: ``PasserelleError`` with code `input.notFound`, `input.unreadable`, or of a question that cannot be read.
  static func read(_ path: String) throws -> [EPOSuite] {
    let files = try files(path)
    let tables = files.keys.filter { $0.hasSuffix("/verdicts.tsv") || $0 == "verdicts.tsv" }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard !tables.isEmpty else {
      throw PasserelleError(
        .inputNotFound,
        LocalizedText(
          fr: "« \(path) » ne contient aucun verdicts.tsv.", en: "'\(path)' holds no verdicts.tsv."))
    }
    return try tables.map { try EPOSuite(table: $0, files: files) }
  }

  private init(table: String, files: [String: [UInt8]]) throws {
    let folder = String(table.dropLast("verdicts.tsv".utf8.count))
    name = folder.split(separator: "/").last.map(String.init) ?? "."
    let lines = String(decoding: files[table] ?? [], as: UTF8.self).split(whereSeparator: \.isNewline)
    verdicts = lines.dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 5, fields[3] == "true" || fields[3] == "false" else { return nil }
      return Verdict(
        notice: fields[0] + "/" + fields[1], question: fields[2], answer: fields[3] == "true",
        result: fields[4])
    }
    var notices: [String: [UInt8]] = [:]
    var questions: [String: Question] = [:]
    for verdict in verdicts {
      if notices[verdict.notice] == nil { notices[verdict.notice] = files[folder + verdict.notice + ".xml"] }
      if questions[verdict.question] == nil, let bytes = files[folder + "questions/" + verdict.question] {
        questions[verdict.question] = try Question(bytes, file: verdict.question)
      }
    }
    (self.notices, self.questions) = (notices, questions)
  }

  /// The files that are read, by their paths within the folder or archive.
  private static func files(_ path: String) throws -> [String: [UInt8]] {
    let kinds: Set<Substring> = ["xml", "rq", "tsv"]
    func isIgnored(_ name: String) -> Bool { !kinds.contains(name.split(separator: ".").last ?? "") }
    var found: [String: [UInt8]] = [:]
    for file in try InputFiles.expand([path], isIgnored: isIgnored) {
      let source = try FileByteSource(path: file.path)
      try ContainerWalk.read(source, file: file.path, isIgnored: isIgnored) { item in
        switch item {
        case .fault(_, let error): throw error
        case .file(let one):
          var input = one.input
          let bytes = try input.bytes(upTo: 64 << 20, chunkBytes: 1 << 16)
          // `archive.tar.gz!/folder/file`: what follows the last mark is the path within.
          found[one.name.split(separator: "!").last.map(String.init) ?? one.name] = bytes
        }
        return true
      }
    }
    return found
  }
}

extension EPOSuite.Question {
  /// Reads a question: comments that tell what it is about, then an `ASK` query.
  ///
  /// - Throws: ``PasserelleError`` with code `input.unreadable`.
  init(_ bytes: [UInt8], file: String) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    func comment(_ name: String) -> String {
      let line = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("#" + name + ":") }
      return line.map { $0.dropFirst(name.utf8.count + 2).trimmingCharacters(in: .whitespaces) } ?? ""
    }
    title = comment("title")
    path = comment("xpath")
    let body = text.range(of: "WHERE").map { text[$0.upperBound...] } ?? text[...]
    pattern = body.split { $0.isWhitespace || $0 == "{" || $0 == "}" }.joined(separator: " ")
    do {
      // One question uses this prefix without declaring it, as the suite’s own engine knows it.
      query = try SPARQLParser.query(text, prefixes: ["skos": Vocabulary.skos])
    } catch {
      throw PasserelleError(
        .inputUnreadable,
        LocalizedText(
          fr: "La question n’est pas du SPARQL : \(error.reason.french)",
          en: "The question is not SPARQL: \(error.reason.english)"),
        at: SourceLocation(file: file, line: error.line))
    }
  }
}
