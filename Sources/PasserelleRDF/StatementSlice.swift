/// A term of N-Triples or N-Quads as bytes; valid only while the statement that holds it is looked at.
///
/// The bytes are UTF-8, checked, their escapes resolved; IRIs are absolute and hold no forbidden character.
public struct TermSlice {
  /// What a term is.
  public enum Kind: UInt8, Sendable {
    /// An IRI.
    case iri = 1
    /// A blank node.
    case blank = 2
    /// A literal without language and datatype, an `xsd:string`.
    case string = 3
    /// A literal with a language.
    case language = 4
    /// A literal with a datatype, which may be `xsd:string` itself.
    case typed = 5
  }

  /// What the term is.
  public internal(set) var kind: Kind
  /// The IRI, the label without `_:`, or the lexical form.
  public internal(set) var text: UnsafeBufferPointer<UInt8>
  /// The language tag in lower case, or the datatype's IRI; empty for the other kinds.
  public internal(set) var suffix: UnsafeBufferPointer<UInt8>
  /// The term as it is written: equal bytes are equal terms of one document.
  public internal(set) var token: UnsafeBufferPointer<UInt8>

  static var none: TermSlice {
    let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    return TermSlice(kind: .iri, text: empty, suffix: empty, token: empty)
  }
}

/// A statement of N-Triples or N-Quads as bytes; valid only while the reader's caller looks at it.
public struct StatementSlice {
  /// The subject: an IRI or a blank node.
  public internal(set) var subject = TermSlice.none
  /// The predicate: an IRI.
  public internal(set) var predicate = TermSlice.none
  /// The object.
  public internal(set) var object = TermSlice.none
  /// The graph, an IRI or a blank node; no token for the default graph.
  public internal(set) var graph = TermSlice.none
  /// The line, from 1.
  public internal(set) var line = 0

  /// Whether the statement stands in a named graph.
  public var hasGraph: Bool { !graph.token.isEmpty }
}
