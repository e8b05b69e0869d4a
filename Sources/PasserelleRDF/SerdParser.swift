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
  /// Whether reading goes on after a statement that breaks the grammar.
  private let recovers: Bool
  /// What was last passed to serd, to go on in the midst of it, and how many bytes came before.
  private var recent: [UInt8] = []
  private var recentStart = 0
  /// How many of the recent bytes serd is given again.
  private var repeated = 0
  /// Where serd began to count lines.
  private var origin = (line: 1, column: 1)

  init(
    _ input: any ByteSource, base: String?, limits: RDFLimits, recovers: Bool,
    _ body: @escaping (RDFEvent) throws -> Bool
  ) {
    self.recovers = recovers
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
    var status = SERD_SUCCESS
    repeat {
      status = SERD_SUCCESS
      serd_reader_start_source_stream(
        reader, { SerdParser.of($3).fill($0, $2) }, { SerdParser.of($0).hasFailed ? 1 : 0 }, handle, nil,
        Self.pageBytes)
      while status == SERD_SUCCESS, !isStopped, error == nil {
        status = serd_reader_read_chunk(reader)
        if status == SERD_SUCCESS { watch.finishStatement() }
      }
      serd_reader_end_stream(reader)
      if let error { throw error }
      if isStopped { return }
    } while try isRecovered(status)
  }

  /// Tells what stopped serd, and makes ready to go on after the statement, where that is asked.
  ///
  /// - Returns: False where reading is over.
  private func isRecovered(_ status: SerdStatus) throws -> Bool {
    var isLast = !recovers
    if let fault = watch.fault {
      _ = try tell(fault)
      return false
    } else if let fault = syntaxFault {
      isLast = try !tell(fault) || isLast
    } else if status.rawValue > SERD_FAILURE.rawValue {
      isLast = try !tell(RDFFault(.syntax, line: watch.statementLine, RDFFault.malformed)) || isLast
    } else {
      summary.isComplete = true
      return false
    }
    guard !isLast else { return false }
    syntaxFault = nil
    while watch.statementEnd == nil {
      let count = withUnsafeTemporaryAllocation(byteCount: Self.pageBytes, alignment: 16) { room in
        fill(room.baseAddress, room.count)
      }
      if let error { throw error }
      if count > 0 { continue }
      watch.finishDocument()
      if watch.statementEnd == nil { return false }
    }
    guard let end = watch.statementEnd else { return false }
    watch.finishStatement()
    repeated = max(0, recentStart + recent.count - max(end.offset, recentStart))
    origin = (end.line, end.column)
    return true
  }

  /// Gives serd again what it had of the statements after a broken one.
  private func refill(_ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    let bytes = recent.suffix(repeated).prefix(count)
    UnsafeMutableRawBufferPointer(start: buffer, count: count).copyBytes(from: bytes)
    repeated -= bytes.count
    return bytes.count
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
    if repeated > 0 {
      filled = refill(buffer, count)
      // What comes now follows what was given again.
      if repeated > 0 { return filled }
    }
    let start = filled
    defer {
      if recovers, filled > start || filled == 0 {
        recentStart += recent.count - start
        recent = Array(UnsafeRawBufferPointer(start: buffer, count: filled))
      }
    }
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
    // At the end of a graph of TriG serd reads on behind the last byte, where it would find those of the page before.
    (buffer + filled).initializeMemory(as: UInt8.self, repeating: 0, count: count - filled)
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
    let line = Int(found.pointee.line) + origin.line - 1
    // serd counts the bytes read of a line, from one in the first line and from none in the others.
    let shift = found.pointee.line == 1 ? origin.column - 1 : 1
    syntaxFault = RDFFault(
      .syntax, line: line, column: watch.column(Int(found.pointee.col) + shift, ofLine: line),
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
