internal import PasserelleCore
internal import PasserelleJSON

/// Reads JSON-LD 1.1 (W3C JSON-LD 1.1 API) as statements, node by node where the document allows it.
///
/// A list of nodes, or an object of a `@context` and a `@graph` in this order, is read node by node: a node that is
/// malformed is told of and passed over. Other documents are one node, read whole.
struct JSONLDParser {
  private let file: String
  private let base: String?
  private let limits: RDFLimits
  private let options: JSONLDOptions
  private let body: (RDFEvent) throws -> Bool
  private(set) var summary = RDFSummary()
  private var expander: JSONLDExpander
  private var statements: JSONLDStatements

  /// Up to here a document is looked at whole before it is read, so that the order of its keys does not matter.
  private var wholeBytes: Int { min(8 << 20, pieceLimit) }

  init(
    file: String, base: String?, limits: RDFLimits, options: JSONLDOptions,
    _ body: @escaping (RDFEvent) throws -> Bool
  ) {
    self.file = file
    self.base = base
    self.limits = limits
    self.options = options
    self.body = body
    expander = JSONLDExpander(address: base)
    statements = JSONLDStatements(direction: options.direction)
  }

  /// The longest node, or document that is one.
  private var pieceLimit: Int { limits.termBytes.multipliedReportingOverflow(by: 4).partialValue }

  /// Reads a stream to its end, to a break of the grammar, or until the caller stops.
  mutating func parse(_ input: inout any ByteSource) throws {
    let head = try input.bytes(upTo: wholeBytes, chunkBytes: 256 << 10)
    let isWhole = head.count <= wholeBytes
    var cutter = JSONCutter(input, head: head, limit: pieceLimit)
    defer { input = cutter.input }
    do {
      let context = try start()
      guard let first = try cutter.peek() else {
        throw RDFFault(
          .syntax, line: 1, LocalizedText(fr: "le document est vide", en: "the document is empty"))
      }
      if first == UInt8(ascii: "[") {
        summary.isComplete = try readArray(&cutter, context, property: nil) && finish(&cutter)
      } else if first == UInt8(ascii: "{"), try isStreamable(head, isWhole: isWhole) {
        summary.isComplete = try readGraph(&cutter, context) && finish(&cutter)
      } else {
        summary.isComplete = try readWhole(&cutter, context) && finish(&cutter)
      }
    } catch let fault as RDFFault {
      _ = try tell(fault)
    } catch let error as JSONLDError {
      _ = try tell(error.fault(line: 1, column: 1))
    }
    summary.ignoredKeys = expander.ignoredKeys
  }

  /// The context before the document's own.
  private func start() throws -> JSONLDContext {
    let context = JSONLDContext(base: base, loader: JSONLDContexts(options.contexts))
    guard let bytes = options.expandContext else { return context }
    let value = try JSONDocument.parse(bytes, file: file)
    return try context.processing(value["@context"] ?? value, address: base)
  }

  // Layouts

  /// Whether an object is a context and a list of nodes, so that it can be read node by node.
  private func isStreamable(_ head: [UInt8], isWhole: Bool) throws -> Bool {
    var cutter = JSONCutter(MemoryByteSource([]), head: head, limit: 0)
    _ = try cutter.take(UInt8(ascii: "{"))
    var keys: [String] = []
    repeat {
      keys.append(try Self.key(&cutter))
      guard try cutter.take(UInt8(ascii: ":")), let byte = try cutter.peek() else { return false }
      if keys.last == "@graph" {
        guard byte == UInt8(ascii: "[") else { return false }
        if !isWhole { return keys.count == 1 || keys == ["@context", "@graph"] }
      }
      _ = try cutter.cut()
    } while try cutter.take(UInt8(ascii: ","))
    return keys == ["@graph"] || keys == ["@context", "@graph"]
  }

  /// The next key of an object, its escapes left as they are.
  private static func key(_ cutter: inout JSONCutter) throws -> String {
    let piece = try cutter.cut(keeping: 256)
    return String(decoding: piece.bytes.dropFirst().dropLast(), as: UTF8.self)
  }

  /// Reads the nodes of a list.
  ///
  /// - Returns: False where the caller stopped.
  private mutating func readArray(
    _ cutter: inout JSONCutter, _ context: JSONLDContext, property: String?
  ) throws -> Bool {
    _ = try cutter.take(UInt8(ascii: "["))
    if try cutter.take(UInt8(ascii: "]")) { return true }
    repeat {
      let piece = try cutter.cut()
      guard
        try read(
          piece,
          { parser, value throws(JSONLDError) in
            let expanded = try parser.expander.expand(value, of: property, context)
            return expanded.isNull ? [] : expanded.asArray
          })
      else { return false }
    } while try cutter.take(UInt8(ascii: ","))
    guard try cutter.take(UInt8(ascii: "]")) else {
      throw Self.syntax(
        cutter, fr: "une virgule ou un crochet fermant est attendu",
        en: "a comma or a closing bracket is expected")
    }
    return true
  }

  /// Reads an object of a context and a list of nodes.
  private mutating func readGraph(_ cutter: inout JSONCutter, _ start: JSONLDContext) throws -> Bool {
    _ = try cutter.take(UInt8(ascii: "{"))
    var context = start
    if try Self.key(&cutter) == "@context" {
      _ = try cutter.take(UInt8(ascii: ":"))
      let piece = try cutter.cut()
      guard !piece.isTooLarge else { throw tooLarge(piece) }
      let value = try Self.value(piece, limits)
      do throws(JSONLDError) {
        context = try start.processing(value, address: base)
      } catch {
        throw error.fault(line: piece.line, column: piece.column)
      }
      if try !tellPrefixes(context) { return false }
      _ = try cutter.take(UInt8(ascii: ","))
      _ = try Self.key(&cutter)
    }
    _ = try cutter.take(UInt8(ascii: ":"))
    guard try readArray(&cutter, context, property: "@graph") else { return false }
    guard try cutter.take(UInt8(ascii: "}")) else {
      throw Self.syntax(
        cutter,
        fr:
          "une accolade fermante est attendue : un document de plus de \(wholeBytes) octets n’a pas d’autre clé "
          + "que « @context » et « @graph », dans cet ordre",
        en: "a closing brace is expected: a document of more than \(wholeBytes) bytes has no other keys than "
          + "“@context” and “@graph”, in this order")
    }
    return true
  }

  /// Reads a document that is one node.
  private mutating func readWhole(_ cutter: inout JSONCutter, _ context: JSONLDContext) throws -> Bool {
    let piece = try cutter.cut()
    let faults = summary.faults
    return try read(piece) { parser, value throws(JSONLDError) in
      try parser.expander.document(value, context)
    } && summary.faults == faults
  }

  private func finish(_ cutter: inout JSONCutter) throws -> Bool {
    guard try cutter.peek() != nil else { return true }
    throw Self.syntax(
      cutter, fr: "du texte suit la fin du document", en: "text follows the end of the document")
  }

  // Nodes

  /// Reads one piece: what it states is handed on, or what is wrong with it.
  ///
  /// - Returns: False where the caller stopped.
  private mutating func read(
    _ piece: JSONCutter.Piece,
    _ expand: (inout JSONLDParser, JSONValue) throws(JSONLDError) -> [JSONValue]
  ) throws -> Bool {
    if piece.isTooLarge { return try tell(tooLarge(piece)) }
    do {
      let value = try Self.value(piece, limits)
      var mark = statements
      for node in try expand(&self, value) { try mark.add(node, graph: nil) }
      let found = mark.take()
      statements = mark
      for statement in found.statements {
        summary.statements += 1
        if try !body(.statement(statement)) { return false }
      }
      for detail in found.refused {
        if try !tell(RDFFault(.term, line: piece.line, column: piece.column, detail)) { return false }
      }
      return true
    } catch let error as JSONLDError {
      return try tell(error.fault(line: piece.line, column: piece.column))
    } catch let fault as RDFFault {
      return try tell(fault)
    }
  }

  private static func value(_ piece: JSONCutter.Piece, _ limits: RDFLimits) throws -> JSONValue {
    do {
      return try JSONDocument.parse(
        piece.bytes, limits: JSONLimits(depth: limits.depth, recordBytes: max(1, piece.bytes.count)))
    } catch let error as PasserelleError {
      let place = piece.place(of: error.location?.byteOffset ?? 0)
      func unended(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }
      let detail =
        error.code == .inputEncoding
        ? RDFFault.wrongEncoding.detail
        : error.code == .inputEmpty
          ? LocalizedText(fr: "une valeur est attendue", en: "a value is expected")
          : LocalizedText(fr: unended(error.message.french), en: unended(error.message.english))
      throw RDFFault(
        error.code == .jsonLimit ? .limit : .syntax, line: place.line, column: place.column, detail)
    }
  }

  private func tooLarge(_ piece: JSONCutter.Piece) -> RDFFault {
    RDFFault(
      .limit, line: piece.line, column: piece.column,
      LocalizedText(
        fr:
          "un nœud est plus long que \(pieceLimit) octets (écrivez les nœuds dans une liste, sous « @graph »)",
        en: "a node is longer than \(pieceLimit) bytes (write the nodes in a list, under “@graph”)"))
  }

  private static func syntax(_ cutter: JSONCutter, fr: String, en: String) -> RDFFault {
    RDFFault(.syntax, line: cutter.place.line, column: cutter.place.column, LocalizedText(fr: fr, en: en))
  }

  /// Tells of a fault.
  ///
  /// - Returns: Whether reading goes on.
  private mutating func tell(_ fault: RDFFault) throws -> Bool {
    summary.faults += 1
    return try body(.fault(fault)) && summary.faults < limits.faults
  }

  /// Tells of the prefixes of the document's context.
  private func tellPrefixes(_ context: JSONLDContext) throws -> Bool {
    for (name, term) in context.terms.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    where term.isPrefix {
      if let iri = term.iri, JSONLDKeyword.isIRI(iri), try !body(.prefix(name: name, iri: iri)) {
        return false
      }
    }
    return true
  }
}
