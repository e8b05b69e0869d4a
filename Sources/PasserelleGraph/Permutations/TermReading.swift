package import PasserelleCore

/// Knows the terms of a store, for snapshots of its quads; used by one thread at a time.
package protocol TermReading: AnyObject {
  /// The identifiers of terms, in order; ``PasserelleCore/TermID/none`` for a term that is neither inline nor stored.
  func identifiers(of terms: [Term]) throws -> [TermID]

  /// The terms of identifiers, in order; nil for unknown ones.
  func terms(of identifiers: [TermID]) throws -> [Term?]

  /// Lends the text of a stored term: the IRI, or the lexical form of a literal; nil for an unknown identifier.
  func withText<R>(
    of identifier: TermID, _ body: (TermShape, UnsafeBufferPointer<UInt8>) throws -> R
  ) throws -> R?
}
