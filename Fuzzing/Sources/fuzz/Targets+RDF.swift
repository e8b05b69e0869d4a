import PasserelleCore
import PasserelleRDF

extension FuzzTargets {
  static let rdf =
    RDFSyntax.allCases.map { syntax in
      FuzzTarget(syntax.rawValue) { bytes in
        let whole = statements(MemoryByteSource(bytes), bytes, syntax)
        let pieces = statements(PieceSource.varied(bytes), bytes, syntax)
        // Of XML that breaks off, as much is told as libxml2 had read on.
        let isSame =
          syntax == .rdfxml && whole.count != pieces.count
          ? whole.starts(with: pieces) || pieces.starts(with: whole) : whole == pieces
        hold(isSame, "pieces do not matter: \(whole.count) and \(pieces.count) statements")
        _ = statements(MemoryByteSource(bytes), bytes, syntax, recovers: true)
        checkWritten(whole, as: syntax)
        if syntax != .nquads { checkWritten(whole, as: .nquads) }
        if syntax.isLineBased { checkSlices(bytes, syntax, whole) }
      }
    } + [
      FuzzTarget("jsonld-document") { bytes in
        let stated = statements(MemoryByteSource(bytes), bytes, .nquads)
        guard let written = refusing(bytes, { try JSONLDDocument().bytes(of: stated) }) else { return }
        let read = statements(MemoryByteSource(written), written, .jsonld)
        let (before, after) = (
          Dictionary(grouping: Set(stated), by: \.graph), Dictionary(grouping: Set(read), by: \.graph)
        )
        for (graph, statements) in after where graph?.iriValue != nil || graph == nil {
          hold(
            statements.count <= before[graph]?.count ?? 0,
            "a graph states no more than it was given: \(String(decoding: written, as: UTF8.self))")
        }
      }
    ]

  /// The statements of a document; faults are looked at.
  static func statements(
    _ source: some ByteSource, _ bytes: [UInt8], _ syntax: RDFSyntax, recovers: Bool = false
  ) -> [RDFStatement] {
    var (found, told): ([RDFStatement], Int) = ([], 0)
    var input: any ByteSource = source
    let limits = RDFLimits(termBytes: 1 << 16, depth: 40, faults: 50)
    refusing(bytes) {
      let summary = try RDFReader(syntax, limits: limits, recovers: recovers).read(
        &input, file: "t", base: "http://b/"
      ) { event in
        switch event {
        case .statement(let statement): found.append(statement)
        case .fault(let fault):
          told += 1
          hold(fault.line >= 0 && fault.column >= 0, "a place: \(fault.line):\(fault.column)")
          if fault.line > 0 { checkLine(fault.line, in: bytes) }
          // serd counts the end of the input among its bytes.
          hold(fault.column <= bytes.count + 2, "column \(fault.column)")
          _ = (fault.diagnostic(file: "t"), fault.error(file: "t"))
        default: break
        }
        return true
      }
      hold(summary.statements == found.count && summary.faults == told, "the summary counts what was told")
      hold(summary.isComplete || told > 0, "reading that ends early is told of")
    }
    return found
  }

  /// What is written reads back as the same statements, but for the labels of blank nodes.
  private static func checkWritten(_ statements: [RDFStatement], as syntax: RDFSyntax) {
    nonisolated(unsafe) var written: [UInt8] = []
    let serializer = RDFSerializer(syntax, prefixes: [("e", "http://e/"), ("", "http://b/")]) {
      written += $0
    }
    var kept: [RDFStatement] = []
    for var statement in statements {
      // Some are beyond a syntax, which is refused with its reason.
      guard refusing(written, { try serializer.add(statement) }) != nil else { continue }
      if !syntax.hasGraphs { statement.graph = nil }
      kept.append(statement)
    }
    refusing(written) { try serializer.finish() }
    var read: [RDFStatement] = []
    var input: any ByteSource = MemoryByteSource(written)
    var faults: [String] = []
    refusing(written) {
      _ = try RDFReader(syntax).read(&input, file: "t") { event in
        if case .statement(let statement) = event { read.append(statement) }
        if case .fault(let fault) = event {
          faults.append("\(fault.line):\(fault.column) \(fault.detail.english)")
        }
        return true
      }
    }
    hold(
      faults.isEmpty,
      "\(syntax) that is written has no fault: \(faults) in \(String(decoding: written, as: UTF8.self))")
    let (left, right) = (renumbered(kept), renumbered(read))
    hold(
      left == right || Set(left) == Set(right) || left.count == right.count && hasBlanks(kept),
      "\(syntax) that is written reads back: \(kept) \(read) \(String(decoding: written, as: UTF8.self))")
  }

  private static func hasBlanks(_ statements: [RDFStatement]) -> Bool {
    statements.contains { statement in
      for case .blank? in [statement.subject, statement.object, statement.graph] { return true }
      return false
    }
  }

  /// The statements with blank nodes numbered in the order in which they come.
  private static func renumbered(_ statements: [RDFStatement]) -> [RDFStatement] {
    var numbers: [String: String] = [:]
    func renumber(_ node: RDFNode) -> RDFNode {
      guard case .blank(let label) = node else { return node }
      if let known = numbers[label] { return .blank(known) }
      numbers[label] = "b\(numbers.count)"
      return .blank(numbers[label] ?? "")
    }
    return statements.map {
      RDFStatement(
        subject: renumber($0.subject), predicate: $0.predicate, object: renumber($0.object),
        graph: $0.graph.map(renumber))
    }
  }

  /// The reader of bytes finds what the reader of terms finds.
  private static func checkSlices(_ bytes: [UInt8], _ syntax: RDFSyntax, _ statements: [RDFStatement]) {
    var input: any ByteSource = PieceSource.varied(bytes)
    var count = 0
    let limits = RDFLimits(termBytes: 1 << 16, depth: 40, faults: 50)
    refusing(bytes) {
      _ = try LineStatements(hasGraphs: syntax == .nquads, limits: limits).read(
        &input, onFault: { _ in true },
        { slice in
          count += 1
          return true
        })
    }
    hold(count == statements.count, "as bytes \(count) statements, as terms \(statements.count)")
  }
}
