internal import PasserelleCore

/// What a cell of a result holds, apart from its text.
enum ResultCellKind: Int {
  case iri, blank, literal
}

/// Writes the rows of a result in a format, cell by cell.
protocol ResultEncoder {
  /// Writes what comes before the rows.
  mutating func begin(_ output: ResultOutput)
  /// Begins a row.
  mutating func beginRow(_ output: ResultOutput)
  /// Writes a cell; columns without a value are left out.
  ///
  /// The text is the IRI, the label of the blank node, or the text of the literal; the suffix what ``suffix(_:)``
  /// gives for the literal's datatype, and empty for the others.
  mutating func cell(
    _ column: Int, _ kind: ResultCellKind, _ text: UnsafeBufferPointer<UInt8>, _ suffix: [UInt8],
    _ output: ResultOutput)
  /// Ends a row.
  mutating func endRow(_ output: ResultOutput)
  /// Writes what comes after the rows.
  mutating func end(_ output: ResultOutput)
  /// How the format names a datatype or language.
  func suffix(_ datatype: Datatype) -> [UInt8]
}

extension ResultEncoder {
  /// Bytes that one call of this encoder's methods appends.
  static func bytes(_ write: (ResultOutput) -> Void) -> [UInt8] {
    var result: [UInt8] = []
    let output = ResultOutput { result += $0 }
    write(output)
    // The sink above throws nothing.
    try? output.flush(atEnd: true)
    return result
  }

  /// Lends the bytes of a text.
  static func with(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var text = text
    text.withUTF8(body)
  }
}

extension ResultFormat {
  /// The encoder of the format.
  func encoder(_ variables: [String]) -> any ResultEncoder {
    switch self {
    case .json: ResultsJSON(variables)
    case .xml: ResultsXML(variables)
    case .csv: ResultsCSV(variables)
    case .tsv: ResultsTSV(variables)
    }
  }
}
