import PasserelleCore
import PasserelleGraph
import PasserelleRDF

/// Reads RDF of any syntax into chunks of statements; used by one thread.
final class StatementFeed {
  private let pipeline: ChunkPipeline
  private var chunk: StatementChunk?
  private var naming = BlankNodeNaming(record: "")
  /// Statements read since the feed was made.
  private(set) var statements = 0

  init(_ pipeline: ChunkPipeline) { self.pipeline = pipeline }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - input: The bytes.
  ///   - file: The name for errors.
  ///   - syntax: The syntax.
  ///   - record: The IRI of the file's record, under which its blank nodes are named.
  ///   - recovers: Whether reading goes on after what is broken, where the syntax allows it.
  ///   - onFault: Gets what was not understood; returns false to stop.
  /// - Returns: What was read.
  /// - Throws: What `input` throws, and `ChunkPipeline.Closed`.
  func read(
    _ input: inout any ByteSource, file: String, syntax: RDFSyntax, record: String, recovers: Bool,
    onFault: (RDFFault) throws -> Bool
  ) throws -> RDFSummary {
    naming = BlankNodeNaming(record: record)
    defer { flush() }
    let limits = recovers ? RDFLimits(faults: .max) : .standard
    if syntax == .nquads || syntax == .ntriples {
      return try LineStatements(hasGraphs: syntax == .nquads, limits: limits).read(&input, onFault: onFault) {
        slice in
        let chunk = try current()
        let graph = slice.hasGraph ? reference(slice.graph, chunk) : 0
        chunk.add(
          reference(slice.subject, chunk), reference(slice.predicate, chunk),
          reference(slice.object, chunk), graph)
        statements += 1
        if chunk.isFull { flush() }
        return true
      }
    }
    return try withoutActuallyEscaping(onFault) { onFault in
      try RDFReader(syntax, limits: limits, recovers: recovers).read(&input, file: file, base: record) {
        event in
        switch event {
        case .statement(let statement):
          let chunk = try current()
          chunk.add(
            chunk.term(naming.term(statement.subject)), chunk.term(statement.predicate),
            chunk.term(naming.term(statement.object)),
            statement.graph.map { chunk.term(naming.term($0)) } ?? 0)
          statements += 1
          if chunk.isFull { flush() }
          return true
        case .fault(let fault): return try onFault(fault)
        case .prefix, .base: return true
        }
      }
    }
  }

  private func current() throws -> StatementChunk {
    if let chunk { return chunk }
    let fresh = try pipeline.chunk()
    chunk = fresh
    return fresh
  }

  private func flush() {
    guard let full = chunk else { return }
    chunk = nil
    pipeline.send(.statements(full))
  }

  @inline(__always)
  private func reference(_ term: TermSlice, _ chunk: StatementChunk) -> StatementChunk.Reference {
    switch term.kind {
    case .iri: return chunk.iri(term.text)
    case .string: return chunk.string(term.text)
    case .language: return chunk.string(term.text, language: term.suffix)
    case .typed: return chunk.literal(term.text, datatype: term.suffix)
    case .blank: return chunk.term(.iri(naming.iri(of: String(decoding: term.text, as: UTF8.self))))
    }
  }
}
