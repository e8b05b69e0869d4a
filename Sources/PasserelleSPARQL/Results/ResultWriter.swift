internal import PasserelleCore

/// Writes a result of `SELECT` in a format, batch by batch, from identifiers.
///
/// Gives the same bytes as ``ResultFormat`` does with a table for the same rows.
final class ResultWriter {
  private let run: EngineRun
  private var encoder: any ResultEncoder
  private let output: ResultOutput
  private let inlineText = InlineText()
  /// The suffixes of inline values by kind, and of stored literals by number.
  private let inlineSuffixes: [[UInt8]]
  private var suffixes: [[UInt8]] = []
  private var suffixNumbers: [Datatype: Int32] = [:]
  private var suffixOfTerm = IDMemo<Int32>(-1)
  private var blankNumbers: [TermID: Int] = [:]

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - variables: The names of the columns.
  ///   - run: Knows the terms.
  ///   - sink: Gets the bytes in pieces of about 64 KiB.
  init(_ format: ResultFormat, variables: [String], _ run: EngineRun, _ sink: @escaping ResultOutput.Sink) {
    self.run = run
    let encoder = format.encoder(variables)
    self.encoder = encoder
    output = ResultOutput(sink)
    let kinds: [Datatype] = [.integer, .decimal, .date, .yearMonth, .year, .dateTime, .boolean]
    inlineSuffixes = [[]] + kinds.map { encoder.suffix($0) }
  }

  deinit { inlineText.deallocate() }

  /// Writes what comes before the rows.
  func begin() { encoder.begin(output) }

  /// Writes rows.
  ///
  /// - Parameters:
  ///   - columns: One column for each variable; nil for a variable that nothing binds.
  ///   - count: The number of rows.
  /// - Throws: What the sink throws, and ``PasserelleError`` where the data cannot be read.
  func write(_ columns: [[TermID]?], count: Int) throws {
    for row in 0..<count {
      encoder.beginRow(output)
      for (number, column) in columns.enumerated() {
        guard let id = column?[row], id.isBound else { continue }
        try cell(number, id)
      }
      encoder.endRow(output)
      try output.flush()
    }
  }

  /// Writes what comes after the rows.
  ///
  /// - Throws: What the sink throws.
  func end() throws {
    encoder.end(output)
    try output.flush(atEnd: true)
  }

  private func cell(_ column: Int, _ id: TermID) throws {
    if id.isInline {
      let suffix = inlineSuffixes[Int(id.inlineKindBits) & 7]
      if inlineText.with(id, { encoder.cell(column, .literal, $0, suffix, output) }) { return }
    }
    try run.withAnyText(of: id) { shape, text in
      switch shape {
      case .iri where text.isBlankNode: blank(column, id)
      case .iri: encoder.cell(column, .iri, text, [], output)
      case .string: encoder.cell(column, .literal, text, [], output)
      default: encoder.cell(column, .literal, text, try suffix(id), output)
      }
    }
  }

  private func blank(_ column: Int, _ id: TermID) {
    let number = blankNumbers[id] ?? blankNumbers.count
    blankNumbers[id] = number
    var label = "b\(number)"
    label.withUTF8 { encoder.cell(column, .blank, $0, [], output) }
  }

  /// How the format names the datatype or language of a literal.
  private func suffix(_ id: TermID) throws -> [UInt8] {
    if let known = suffixOfTerm.value(id) { return suffixes[Int(known)] }
    guard case .literal(let literal)? = try run.uncachedTerm(of: id) else { return [] }
    let number: Int32
    if let known = suffixNumbers[literal.datatype] {
      number = known
    } else {
      number = Int32(suffixes.count)
      suffixNumbers[literal.datatype] = number
      suffixes.append(encoder.suffix(literal.datatype))
    }
    suffixOfTerm.insert(number, for: id)
    return suffixes[Int(number)]
  }
}
