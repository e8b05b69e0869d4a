public import PasserelleCore

/// Reads the records of a JSON file one by one, in memory bounded by the largest record and one chunk.
///
/// Each record comes with its bytes exactly as in the file. A record that is not UTF-8, too long or too deep is
/// refused and the file goes on. JSON broken in the middle gives the records before the break, then *one*
/// refused record for all that is left, so that every record delivered plus every one refused is the count of
/// the file. For broken lines of ``JSONRecordLayout/lines`` only the line is refused.
public struct JSONRecordReader: Sendable {
  /// Where the records stand.
  public let layout: JSONRecordLayout
  /// How much is taken at most.
  public let limits: JSONLimits

  /// Makes a reader.
  public init(layout: JSONRecordLayout, limits: JSONLimits = .standard) {
    self.layout = layout
    self.limits = limits
  }

  /// Reads a stream to its end.
  ///
  /// - Parameters:
  ///   - input: The bytes, UTF-8 with or without a byte order mark.
  ///   - file: The name for diagnostics.
  ///   - body: Gets each record in the order of the file; returns false to stop early.
  /// - Throws: ``PasserelleError`` with code `input.empty`, `input.encoding` (UTF-16, UTF-32),
  ///   `input.unknownFormat` (sound JSON without records) or `json.limit`; and what `input` or `body` throw.
  public func read(
    _ input: inout any ByteSource, file: String, _ body: (JSONRecordItem) throws -> Bool
  ) throws {
    let chunks = try ChunkReader(&input, limits: limits, file: file)
    switch layout {
    case .arrays(let paths):
      try readArrays(at: paths, chunks, from: &input, file: file, body)
    case .lines:
      try readLines(chunks, from: &input, file: file, body)
    }
  }

  private func readArrays(
    at paths: [[String]], _ chunks: ChunkReader, from input: inout any ByteSource, file: String,
    _ body: (JSONRecordItem) throws -> Bool
  ) throws {
    let scanner = RecordScanner(target: .arrays(paths), limits: limits, offset: chunks.offset)
    while let chunk = try chunks.next(from: &input) {
      let outcome = scanner.feed(chunk)
      guard try deliver(scanner, file: file, body) else { return }
      switch outcome {
      case .parsed:
        guard scanner.isStuck else { continue }
        try refuseRest(scanner, [.jsonRecordTooLarge], chunks, from: &input, file: file, body)
      case .stopped:
        if scanner.stop == .depth {
          throw PasserelleError(
            .jsonLimit,
            LocalizedText(
              fr: "Le JSON est imbriqué sur plus de \(limits.depth) niveaux avant toute fiche. "
                + "Vérifiez qu’il s’agit bien d’un fichier de données.",
              en: "The JSON is nested over more than \(limits.depth) levels before any record. "
                + "Check that it is a data file."),
            at: SourceLocation(file: file, line: scanner.lines.line))
        }
        scanner.keep(chunk)
        try refuseRest(scanner, [.jsonTooDeep], chunks, from: &input, file: file, body)
      case .malformed(let message):
        let error = scanner.syntaxError(message, in: chunk)
        scanner.keep(chunk)
        try refuseRest(
          scanner, [error.code], chunks, from: &input, file: file, at: error, body)
      }
      return
    }
    if case .malformed(let message) = scanner.parser.finish() {
      if scanner.isBlank { throw ChunkReader.empty(file) }
      let error = scanner.syntaxError(message, in: nil)
      try refuseRest(scanner, [error.code], chunks, from: &input, file: file, at: error, body)
      return
    }
    guard try deliver(scanner, file: file, body), !scanner.foundTarget else { return }
    throw unknownFormat(scanner, paths: paths, file: file)
  }

  /// Gives the caller the records of the piece parsed last.
  ///
  /// - Returns: False when the caller wants no more.
  private func deliver(
    _ scanner: RecordScanner, file: String, _ body: (JSONRecordItem) throws -> Bool
  ) throws -> Bool {
    defer { scanner.finished.removeAll(keepingCapacity: true) }
    for record in scanner.finished {
      guard try body(item(record, file: file)) else { return false }
    }
    return true
  }

  private func item(_ record: RecordScanner.Finished, file: String) throws -> JSONRecordItem {
    let location = SourceLocation(
      file: file, record: record.rank, line: record.line, byteOffset: record.start)
    if record.isTooLarge { return refusal(.jsonRecordTooLarge, record.bytes, at: location) }
    if record.isTooDeep { return refusal(.jsonTooDeep, record.bytes, at: location) }
    if let offset = UTF8Check.firstInvalidOffset(in: record.bytes) {
      var place = location
      place.byteOffset = record.start + offset
      place.line = record.line + record.bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
      return refusal(.jsonInvalidUTF8, record.bytes, at: place)
    }
    var value = record.value ?? .null
    if let sound = LoneSurrogates.repaired(record.bytes) {
      value = (try? JSONDocument.value(of: sound, depth: limits.depth)) ?? value
    }
    return .record(JSONRecord(value: value, bytes: record.bytes, location: location))
  }

  private func refusal(
    _ code: DiagnosticCode, _ bytes: [UInt8], at location: SourceLocation
  ) -> JSONRecordItem {
    .refused(RefusedRecord(bytes: bytes, diagnostics: [Diagnostic(code, at: location)]))
  }

  /// Reads what is left and refuses it as one record.
  private func refuseRest(
    _ scanner: RecordScanner, _ codes: [DiagnosticCode], _ chunks: ChunkReader,
    from input: inout any ByteSource, file: String, at error: JSONSyntaxError? = nil,
    _ body: (JSONRecordItem) throws -> Bool
  ) throws {
    var rest = scanner.carry
    // What is not kept is not read either: an input may have no end.
    while rest.count < limits.recordBytes, let chunk = try chunks.next(from: &input) {
      rest.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk.prefix(limits.recordBytes - rest.count)))
    }
    // A record that was cut open has its rank already.
    let location = SourceLocation(
      file: file, record: scanner.rank + (scanner.isInRecord ? 0 : 1),
      line: error?.line ?? scanner.lines.line,
      byteOffset: error?.byteOffset ?? scanner.carryStart)
    let diagnostics = codes.map { Diagnostic($0, at: location) }
    _ = try body(.refused(RefusedRecord(bytes: rest, diagnostics: diagnostics)))
  }

  private func unknownFormat(_ scanner: RecordScanner, paths: [[String]], file: String) -> PasserelleError {
    let wanted = paths.map { $0.isEmpty ? "[…]" : $0.joined(separator: " → ") }.joined(separator: ", ")
    let keys = scanner.topKeys.map { "« \($0) »" }.joined(separator: ", ")
    let english = scanner.topKeys.map { "“\($0)”" }.joined(separator: ", ")
    return PasserelleError(
      .inputUnknownFormat,
      LocalizedText(
        fr: "Le JSON est correct mais ne contient pas de liste de fiches (attendu : \(wanted)). "
          + (keys.isEmpty ? "Aucune clé n’a été trouvée au premier niveau." : "Clés trouvées : \(keys)."),
        en: "The JSON is sound but holds no list of records (expected: \(wanted)). "
          + (keys.isEmpty ? "No key was found at the top level." : "Keys found: \(english).")),
      at: SourceLocation(file: file))
  }
}

extension JSONRecordReader {
  private func readLines(
    _ chunks: ChunkReader, from input: inout any ByteSource, file: String,
    _ body: (JSONRecordItem) throws -> Bool
  ) throws {
    var rank = 0
    var line = 0
    var start = chunks.offset
    var pending: [UInt8] = []
    var pendingLength = 0

    /// Ends the current line and gives its record; false when the caller wants no more.
    func endLine() throws -> Bool {
      line += 1
      defer {
        start += pendingLength + 1
        pending.removeAll(keepingCapacity: true)
        pendingLength = 0
      }
      while pending.last == UInt8(ascii: "\r") { pending.removeLast() }
      guard !pending.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return true }
      rank += 1
      return try body(
        lineItem(pending, length: pendingLength, rank: rank, line: line, start: start, file: file))
    }

    while let chunk = try chunks.next(from: &input) {
      var rest = chunk[...]
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        keepLine(rest[..<end], &pending, &pendingLength)
        guard try endLine() else { return }
        rest = rest[(end + 1)...]
      }
      keepLine(rest, &pending, &pendingLength)
    }
    if pendingLength > 0 { guard try endLine() else { return } }
    if rank == 0 { throw ChunkReader.empty(file) }
  }

  private func keepLine(
    _ bytes: Slice<UnsafeRawBufferPointer>, _ pending: inout [UInt8], _ length: inout Int
  ) {
    length += bytes.count
    let room = max(0, limits.recordBytes - pending.count)
    pending.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes.prefix(room)))
  }

  private func lineItem(
    _ bytes: [UInt8], length: Int, rank: Int, line: Int, start: Int, file: String
  ) throws -> JSONRecordItem {
    let location = SourceLocation(file: file, record: rank, line: line, byteOffset: start)
    if length > limits.recordBytes { return refusal(.jsonRecordTooLarge, bytes, at: location) }
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
      var place = location
      place.byteOffset = start + offset
      return refusal(.jsonInvalidUTF8, bytes, at: place)
    }
    do {
      let value = try JSONDocument.value(of: bytes, depth: limits.depth)
      return .record(JSONRecord(value: value, bytes: bytes, location: location))
    } catch let error as JSONSyntaxError {
      let placed = JSONSyntaxError(
        reason: error.reason, line: line, column: error.column, byteOffset: start + error.byteOffset)
      var place = location
      place.byteOffset = placed.byteOffset
      return refusal(placed.code, bytes, at: place)
    } catch is JSONDocument.TooDeep {
      return refusal(.jsonTooDeep, bytes, at: location)
    }
  }
}
