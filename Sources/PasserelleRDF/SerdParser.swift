internal import CSerd
internal import PasserelleCore

/// Reads Turtle and TriG with serd, the only code that calls it.
///
/// serd parses; this makes terms of what it found, resolves names and references, and checks what it lets pass.
final class SerdParser {
  private let limits: RDFLimits
  private let body: (RDFEvent) throws -> Bool
  private var input: any ByteSource
  private var maker: TermMaker
  private var watch: TurtleGuard
  private(set) var summary = RDFSummary()
  /// What the source or the caller threw.
  private var error: (any Error)?
  private var isStopped = false
  private var syntaxFault: RDFFault?
  private let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: SerdParser.pageBytes)
  /// What has been read of the source, and how much of it was passed on.
  private var page = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var position = 0
  /// Whether a mark is to be put in before the next byte.
  private var isMarkDue = false

  init(
    _ input: any ByteSource, base: String?, limits: RDFLimits, _ body: @escaping (RDFEvent) throws -> Bool
  ) {
    self.input = input
    self.limits = limits
    self.body = body
    maker = TermMaker(base: base)
    watch = TurtleGuard(limits: limits)
  }

  deinit { room.deallocate() }

  /// The source with what has been read of it taken off.
  var rest: any ByteSource { input }

  private static let pageBytes = 64 << 10

  /// Reads to the end, to the first break of the grammar, or until the caller stops.
  func parse(_ syntax: RDFSyntax) throws {
    let handle = Unmanaged.passUnretained(self).toOpaque()
    guard
      let reader = serd_reader_new(
        syntax == .trig ? SERD_TRIG : SERD_TURTLE, handle, nil,
        { SerdParser.of($0).setBase($1) },
        { SerdParser.of($0).setPrefix($1, $2) },
        { SerdParser.of($0).statement($2, $3, $4, $5, $6, $7) },
        nil)
    else { throw RDFFault.outOfMemory }
    defer { serd_reader_free(reader) }
    serd_reader_set_strict(reader, true)
    serd_reader_set_error_sink(reader, { SerdParser.of($0).note($1) }, handle)
    serd_reader_start_source_stream(
      reader, { SerdParser.of($3).fill($0, $2) }, { SerdParser.of($0).hasFailed ? 1 : 0 }, handle, nil,
      Self.pageBytes)
    var status = SERD_SUCCESS
    while status == SERD_SUCCESS, !isStopped, error == nil {
      status = serd_reader_read_chunk(reader)
      watch.finishStatement()
    }
    serd_reader_end_stream(reader)
    if let error { throw error }
    if isStopped { return }
    if let fault = watch.fault ?? syntaxFault {
      _ = try tell(fault)
    } else if status.rawValue > SERD_FAILURE.rawValue {
      _ = try tell(RDFFault(.syntax, line: watch.statementLine, RDFFault.malformed))
    } else {
      summary.isComplete = true
    }
  }

  private static func of(_ handle: UnsafeMutableRawPointer?) -> SerdParser {
    guard let handle else { preconditionFailure("serd passes its handle") }
    return Unmanaged<SerdParser>.fromOpaque(handle).takeUnretainedValue()
  }

  private var hasFailed: Bool { error != nil }

  /// Fills a page whole, since serd takes a short one for the last.
  private func fill(_ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    guard let buffer, error == nil else { return 0 }
    var filled = 0
    while filled < count {
      if isMarkDue {
        buffer.storeBytes(of: TurtleGuard.labelMark, toByteOffset: filled, as: UInt8.self)
        filled += 1
        isMarkDue = false
        continue
      }
      if position == page.count, !readPage() { break }
      let more = UnsafeBufferPointer(rebasing: page[position..<min(page.count, position + count - filled)])
      let passed = watch.pass(more)
      if let start = more.baseAddress {
        (buffer + filled).copyMemory(from: start, byteCount: passed.count)
      }
      filled += passed.count
      position += passed.count
      if passed.needsMark { isMarkDue = true } else if watch.fault != nil { break }
    }
    return filled
  }

  /// Reads the next bytes of the source.
  ///
  /// - Returns: False at the end, and where the source threw.
  private func readPage() -> Bool {
    do {
      let count = try input.read(into: UnsafeMutableRawBufferPointer(room))
      page = UnsafeBufferPointer(rebasing: room[..<count])
    } catch {
      self.error = error
      page = UnsafeBufferPointer(rebasing: room[..<0])
    }
    position = 0
    return !page.isEmpty
  }

  private func note(_ found: UnsafePointer<SerdError>?) -> SerdStatus {
    guard let found, syntaxFault == nil else { return SERD_SUCCESS }
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { room in
      guard let start = room.baseAddress else { return "" }
      passerelle_serd_error_text(found, start, room.count)
      return String(cString: start)
    }
    let line = Int(found.pointee.line)
    syntaxFault = RDFFault(
      .syntax, line: line, column: watch.column(Int(found.pointee.col), ofLine: line),
      SerdMessages.localized(text))
    return SERD_SUCCESS
  }

  private func tell(_ fault: RDFFault) throws -> Bool {
    summary.faults += 1
    let placed = fault.line > 0 ? fault : fault.at(line: watch.statementLine)
    return try body(.fault(placed)) && summary.faults < limits.faults
  }

  /// Hands an event on, or the fault of a term; what follows is read all the same.
  private func deliver(_ make: () throws(RDFFault) -> RDFEvent?) -> SerdStatus {
    guard error == nil, !isStopped else { return SERD_ERR_UNKNOWN }
    var event: RDFEvent?
    var fault: RDFFault?
    do throws(RDFFault) {
      event = try make()
    } catch {
      fault = error
    }
    do {
      if let fault {
        isStopped = try !tell(fault)
      } else if let event {
        if case .statement = event { summary.statements += 1 }
        isStopped = try !body(event)
      }
    } catch {
      self.error = error
    }
    return error == nil && !isStopped ? SERD_SUCCESS : SERD_ERR_UNKNOWN
  }

  private func setBase(_ iri: UnsafePointer<SerdNode>?) -> SerdStatus {
    deliver { () throws(RDFFault) in
      guard let iri else { return nil }
      return .base(try maker.setBase(iri.pointee.bytes))
    }
  }

  private func setPrefix(_ name: UnsafePointer<SerdNode>?, _ iri: UnsafePointer<SerdNode>?) -> SerdStatus {
    deliver { () throws(RDFFault) in
      guard let name, let iri else { return nil }
      let declared = try maker.declare(prefix: name.pointee.bytes, iri: iri.pointee.bytes)
      return .prefix(name: declared.name, iri: declared.iri)
    }
  }

  private func statement(
    _ graph: UnsafePointer<SerdNode>?, _ subject: UnsafePointer<SerdNode>?,
    _ predicate: UnsafePointer<SerdNode>?, _ object: UnsafePointer<SerdNode>?,
    _ datatype: UnsafePointer<SerdNode>?, _ language: UnsafePointer<SerdNode>?
  ) -> SerdStatus {
    deliver { () throws(RDFFault) in
      guard let subject, let predicate, let object else { return nil }
      let relation = try iri(predicate.pointee)
      let value: RDFNode
      if object.pointee.type == SERD_LITERAL {
        value = .term(.literal(try literal(object.pointee, datatype, language)))
      } else {
        value = try node(object.pointee)
      }
      return .statement(
        RDFStatement(
          subject: try node(subject.pointee), predicate: .iri(relation), object: value,
          graph: try graph.map { (graph) throws(RDFFault) in try node(graph.pointee) }))
    }
  }

  private func node(_ node: SerdNode) throws(RDFFault) -> RDFNode {
    node.type == SERD_BLANK ? .blank(try TermMaker.text(node.bytes)) : .term(.iri(try iri(node)))
  }

  private func iri(_ node: SerdNode) throws(RDFFault) -> String {
    switch node.type {
    case SERD_URI: return try maker.iri(node.bytes)
    case SERD_CURIE: return try maker.iri(prefixedName: node.bytes)
    default: throw .term(fr: "un IRI est attendu", en: "an IRI is expected")
    }
  }

  private func literal(
    _ node: SerdNode, _ datatype: UnsafePointer<SerdNode>?, _ language: UnsafePointer<SerdNode>?
  ) throws(RDFFault) -> Literal {
    let text = try TermMaker.text(node.bytes)
    if let language, language.pointee.type != SERD_NOTHING {
      return Literal(text, try maker.datatype(language: language.pointee.bytes))
    }
    guard let datatype else { return Literal(text, .string) }
    switch datatype.pointee.type {
    case SERD_URI: return Literal(text, try maker.datatype(iri: datatype.pointee.bytes))
    case SERD_CURIE: return Literal(text, Datatype(iri: try maker.iri(prefixedName: datatype.pointee.bytes)))
    default: return Literal(text, .string)
    }
  }
}

extension SerdNode {
  /// The value, valid during the call that passed the node.
  fileprivate var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: buf, count: n_bytes) }
}
