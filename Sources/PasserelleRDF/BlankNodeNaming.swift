public import PasserelleCore

/// Gives the blank nodes of a document IRIs (RDF 1.1 §3.5): `<record IRI>#b-<label>`.
///
/// The same label of the same record always gives the same IRI, so that a document read again states the same. A
/// graph is one record's, hence the product's store needs no blank nodes.
public struct BlankNodeNaming: Sendable {
  private let prefix: String

  /// Makes the naming of one record.
  ///
  /// - Parameter record: The record's IRI, without fragment.
  public init(record: String) { prefix = record + "#b-" }

  /// The node as a term.
  public func term(_ node: RDFNode) -> Term {
    switch node {
    case .term(let term): term
    case .blank(let label): .iri(iri(of: label))
    }
  }

  /// The IRI of a label; characters that an IRI cannot have in its fragment are percent-encoded.
  public func iri(of label: String) -> String {
    let isPlain: (UInt8) -> Bool = {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        0x80...:
        true
      default: false
      }
    }
    if label.utf8.allSatisfy(isPlain) { return prefix + label }
    return label.utf8.reduce(into: Array(prefix.utf8)) { bytes, byte in
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), hexadecimal(byte >> 4), hexadecimal(byte & 15)]
      }
    }.text
  }
}

extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
