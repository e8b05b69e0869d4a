internal import PasserelleCore

/// Writes statements as N-Triples or N-Quads, line by line.
///
/// In the canonical form of RDF 1.1 (`NQuads`); statements keep the order and the repetitions they are given in.
public struct RDFWriter: Sendable {
  /// The bytes written so far, UTF-8; the caller empties it.
  public var bytes: [UInt8] = []
  private let hasGraphs: Bool

  /// Makes a writer.
  ///
  /// - Parameter hasGraphs: True for N-Quads; false for N-Triples, which leaves graphs out.
  public init(hasGraphs: Bool) { self.hasGraphs = hasGraphs }

  /// Writes a statement and the end of its line.
  public mutating func add(_ statement: RDFStatement) {
    Self.write(statement, hasGraphs: hasGraphs, into: &bytes)
  }

  static func write(_ statement: RDFStatement, hasGraphs: Bool, into bytes: inout [UInt8]) {
    TermWriting.node(statement.subject, into: &bytes)
    bytes.append(UInt8(ascii: " "))
    TermWriting.node(.term(statement.predicate), into: &bytes)
    bytes.append(UInt8(ascii: " "))
    TermWriting.node(statement.object, into: &bytes)
    if hasGraphs, let graph = statement.graph {
      bytes.append(UInt8(ascii: " "))
      TermWriting.node(graph, into: &bytes)
    }
    bytes.append(" .\n")
  }
}
