internal import PasserelleCore

/// A text taken from terms as it stands: a variable's own, its `STR`, either in another case.
///
/// Tests of such a text look at the stored bytes; no string is made.
struct TextSource {
  /// What gives the terms.
  let base: ExpressionNode
  /// Whether any literal, and an IRI, counts by its text.
  let isConverted: Bool
  /// The case that the text is put into.
  let folding: CaseFolding?
  private let buffer = ByteBuffer()

  init(_ base: ExpressionNode, isConverted: Bool, folding: CaseFolding?) {
    self.base = base
    self.isConverted = isConverted
    self.folding = folding
  }

  /// A test of the text, made once for each term; an error for terms without it.
  func tested(cost: Int, _ test: @escaping (UnsafeBufferPointer<UInt8>) throws -> Bool) -> ExpressionNode {
    let (run, isConverted, folding, buffer) = (base.run, isConverted, folding, buffer)
    return MemoizedTestNode(base, cost: cost) { id in
      var result = Truth.error
      try run.withAnyText(of: id) { shape, text in
        switch shape {
        case .string, .languageString: break
        case .iri: guard isConverted, !text.isBlankNode else { return }
        default: guard isConverted else { return }
        }
        if let folding {
          folding.map(text, into: buffer)
          result = Truth(try test(buffer.bytes))
        } else {
          result = Truth(try test(text))
        }
      }
      return result
    }
  }
}
