internal import PasserelleCore

/// Makes terms of slices, whose bytes were checked; IRIs met again are not made twice.
struct SliceTermMaker: ~Copyable {
  private var iris = TermCache<String>(places: 2_048)
  private var datatypes = TermCache<Datatype>(places: 64)
  private var languages = TermCache<Datatype>(places: 64)

  /// A statement.
  mutating func statement(_ slice: borrowing StatementSlice) -> RDFStatement {
    RDFStatement(
      subject: node(slice.subject), predicate: .iri(iri(slice.predicate)), object: node(slice.object),
      graph: slice.hasGraph ? node(slice.graph) : nil)
  }

  private mutating func iri(_ slice: TermSlice) -> String {
    iris.value(slice.text) { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func node(_ slice: TermSlice) -> RDFNode {
    switch slice.kind {
    case .iri: return .term(.iri(iri(slice)))
    case .blank: return .blank(text(slice))
    case .string: return .term(.literal(Literal(text(slice), .string)))
    case .language:
      let language = languages.value(slice.suffix) { .language(String(decoding: $0, as: UTF8.self)) }
      return .term(.literal(Literal(text(slice), language)))
    case .typed:
      let datatype = datatypes.value(slice.suffix) { Datatype(iri: String(decoding: $0, as: UTF8.self)) }
      return .term(.literal(Literal(text(slice), datatype)))
    }
  }

  private func text(_ slice: TermSlice) -> String { String(decoding: slice.text, as: UTF8.self) }
}
