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
    write(statement.subject)
    bytes.append(UInt8(ascii: " "))
    bytes += NQuads.text(statement.predicate).utf8
    bytes.append(UInt8(ascii: " "))
    write(statement.object)
    if hasGraphs, let graph = statement.graph {
      bytes.append(UInt8(ascii: " "))
      write(graph)
    }
    bytes += " .\n".utf8
  }

  private mutating func write(_ node: RDFNode) {
    switch node {
    case .term(let term): bytes += NQuads.text(term).utf8
    case .blank(let label):
      bytes += "_:".utf8
      bytes += label.utf8
    }
  }
}
