import PasserelleArchive
public import PasserelleCore
import PasserellePipeline
import PasserelleRDF
import PasserelleSPARQL
import PasserelleSources

/// RDF files held in memory, for questions that need no workspace.
///
/// Graphs are those of the files: triples without graph make the default graph. Blank nodes of different files never
/// meet.
public struct FileDataset {
  let memory: MemoryDataset
  /// The same, in the orders that queries read.
  let snapshot: MemorySnapshot
  /// What was wrong in the files, and was left out.
  public let diagnostics: [Diagnostic]

  /// Reads files: N-Triples, N-Quads, Turtle, TriG, RDF/XML, JSON-LD or eForms notices, plain or packed.
  ///
  /// - Parameters:
  ///   - paths: The files, and folders with all below them; `-` for standard input.
  ///   - stopFlag: Asks to stop.
  /// - Throws: ``PasserelleError`` for a file that cannot be read, or that breaks its grammar.
  public init(_ paths: [String], stopFlag: StopFlag = StopFlag()) throws {
    let files = try InputFiles.expand(paths) { RDFSyntax.detect(fileName: $0, firstBytes: []) == nil }
    var reading = Reading()
    for path in files.map(\.path) {
      let source: any ByteSource = path == "-" ? StandardInputByteSource() : try FileByteSource(path: path)
      try ContainerWalk.read(
        source, file: path, limits: .standard, peekedBytes: 4096, isIgnored: { _ in false }
      ) { item in
        switch item {
        case .fault(_, let error): throw error
        case .file(let file): try reading.read(file)
        }
        return !stopFlag.isSet
      }
    }
    memory = reading.memory
    diagnostics = reading.diagnostics
    snapshot = MemorySnapshot(memory)
  }
}

/// What was read of some files.
private struct Reading {
  var memory = MemoryDataset()
  var diagnostics: [Diagnostic] = []

  mutating func read(_ file: ContainerWalk.File) throws {
    let format = SourceFormats.detect(
      fileName: file.name, firstBytes: file.head, options: SourceOptions(noticeStatements: .all))
    if let format, format.formatName == "eforms" { return try read(notice: file, format) }
    guard let syntax = RDFSyntax.detect(fileName: file.name, firstBytes: file.head) else {
      throw PasserelleError(
        .inputUnknownFormat,
        LocalizedText(
          fr: "« \(file.name) » n’est pas un fichier RDF connu (.nt, .nq, .ttl, .trig, .rdf, .jsonld).",
          en: "“\(file.name)” is no known RDF file (.nt, .nq, .ttl, .trig, .rdf, .jsonld)."),
        at: SourceLocation(file: file.name))
    }
    var input = file.input
    let scope = file.name + "#"
    func term(_ node: RDFNode) -> Term {
      switch node {
      case .term(let term): term
      case .blank(let label): .blank(scope + label)
      }
    }
    var fault: RDFFault?
    let summary = try RDFReader(syntax).read(&input, file: file.name, base: "file:" + file.name) { event in
      switch event {
      case .statement(let statement):
        _ = memory.insert(
          RDFTriple(term(statement.subject), statement.predicate, term(statement.object)),
          in: statement.graph.map(term))
      case .fault(let found):
        fault = fault ?? found
        diagnostics.append(found.diagnostic(file: file.name))
      case .prefix, .base: break
      }
      return true
    }
    if let fault, !summary.isComplete { throw fault.error(file: file.name) }
  }

  /// Reads an eForms notice as `convert` tells it.
  private mutating func read(notice file: ContainerWalk.File, _ format: any SourceReading) throws {
    var gathered = ConversionStates()
    var input = file.input
    var found: [Diagnostic] = []
    try format.read(&input, file: file.name) { item in
      switch item {
      case .record(let record): _ = gathered.add(record, IRISpace()) { found.append($0) }
      case .refused(let refused): found += refused.diagnostics
      }
      return true
    }
    diagnostics += found
    for one in gathered.records.flatMap(\.statements) {
      _ = memory.insert(RDFTriple(one.subject, one.predicate, one.object), in: nil)
    }
  }
}
