internal import PasserelleCore

/// The formats of results of `SELECT` and `ASK`.
public enum ResultFormat: String, Sendable, Hashable, CaseIterable {
  /// SPARQL 1.1 Query Results JSON Format.
  case json
  /// SPARQL Query Results XML Format.
  case xml
  /// SPARQL 1.1 Query Results CSV Format: plain texts, without types.
  case csv
  /// SPARQL 1.1 Query Results TSV Format: terms as in Turtle.
  case tsv

  /// The media type.
  public var mediaType: String {
    switch self {
    case .json: "application/sparql-results+json"
    case .xml: "application/sparql-results+xml"
    case .csv: "text/csv; charset=utf-8"
    case .tsv: "text/tab-separated-values; charset=utf-8"
    }
  }

  /// Writes a table.
  ///
  /// Blank nodes are named `b0`, `b1`… in the order in which they appear.
  public func write(_ table: SolutionTable) -> [UInt8] {
    var labels = BlankLabels()
    var bytes: [UInt8] = []
    let output = ResultOutput { bytes += $0 }
    var encoder = encoder(table.variables)
    encoder.begin(output)
    for row in table.rows {
      encoder.beginRow(output)
      for (column, term) in row.enumerated() {
        guard let term else { continue }
        Self.write(term, column, &encoder, &labels, output)
      }
      encoder.endRow(output)
    }
    encoder.end(output)
    // The sink above throws nothing.
    try? output.flush(atEnd: true)
    return bytes
  }

  private static func write(
    _ term: Term, _ column: Int, _ encoder: inout any ResultEncoder, _ labels: inout BlankLabels,
    _ output: ResultOutput
  ) {
    var text: String
    switch term {
    case .iri(let iri):
      text = term.isBlank ? labels.label(term) : iri
      text.withUTF8 { encoder.cell(column, term.isBlank ? .blank : .iri, $0, [], output) }
    case .literal(let literal):
      text = literal.lexicalForm
      let suffix = encoder.suffix(literal.datatype)
      text.withUTF8 { encoder.cell(column, .literal, $0, suffix, output) }
    }
  }

  /// Writes a yes or no; CSV and TSV, which have no form for it, as `true` or `false` on a line.
  public func write(_ answer: Bool) -> [UInt8] {
    switch self {
    case .json: Array("{\"head\":{},\"boolean\":\(answer)}\n".utf8)
    case .xml: Array((ResultsXML.opening + "<head/><boolean>\(answer)</boolean></sparql>\n").utf8)
    case .csv: Array("\(answer)\r\n".utf8)
    case .tsv: Array("\(answer)\n".utf8)
    }
  }
}

/// Names blank nodes in the order in which they are written.
struct BlankLabels {
  private var labels: [Term: String] = [:]

  mutating func label(_ term: Term) -> String {
    if let known = labels[term] { return known }
    let label = "b\(labels.count)"
    labels[term] = label
    return label
  }
}
