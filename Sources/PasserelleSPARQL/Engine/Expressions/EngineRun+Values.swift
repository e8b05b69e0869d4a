internal import PasserelleCore

extension EngineRun {
  /// The identifier of a number in its canonical form; ``PasserelleCore/TermID/none`` for an error.
  func identifier(of scalar: Scalar) throws -> TermID {
    switch scalar.kind {
    case .error: return .none
    case .term: return scalar.id
    case .integer:
      if let payload = Int64(exactly: scalar.bits), let id = TermID(.integer, payload: payload) { return id }
    case .decimal:
      if var digits = Int64(exactly: scalar.bits) {
        var scale = Int64(scalar.scale)
        while scale > 0, digits % 10 == 0 {
          digits /= 10
          scale -= 1
        }
        if digits.magnitude < 1 << 50, let id = TermID(.decimal, payload: digits << 5 | scale) { return id }
      }
    case .float, .double: break
    }
    guard let number = scalar.numeric else { return .none }
    return try identifier(of: number.term)
  }

  /// The term of an identifier, for those who keep what they make of it.
  func uncachedTerm(of id: TermID) throws -> Term? {
    if id.rawValue > 0 { return id.isInline ? InlineValue.term(of: id) : try snapshot.terms(of: [id])[0] }
    return try term(of: id)
  }

  /// A term as arithmetic sees it.
  func number(of term: Term) throws -> Scalar {
    if case .numeric(let number) = Value(term) { return Scalar(number) }
    return Scalar(term: try identifier(of: term) as TermID)
  }

  /// A result as others see it: a number of more digits than are read again is a literal without a value.
  func settled(_ scalar: Scalar) throws -> Scalar {
    guard scalar.isExact, scalar.bits.magnitude >= Self.unreadable, let number = scalar.numeric else {
      return scalar
    }
    let sound = Scalar(number)
    if sound.bits.magnitude < Self.unreadable { return sound }
    return Scalar(term: try identifier(of: number.term))
  }

  /// The least number with more digits than ``PasserelleCore/DecimalNumber`` reads.
  private static let unreadable: UInt128 = 1_000_000_000_000_000_000 * 1_000_000_000_000_000_000

  /// The identifier of a term; ``PasserelleCore/TermID/none`` for nil.
  func identifier(of term: Term?) throws -> TermID {
    guard let term else { return .none }
    return try identifier(of: term) as TermID
  }

  /// Lends the text of any term: of an inline value its lexical form, of a local term its own.
  ///
  /// - Returns: False for no term.
  @discardableResult
  func withAnyText(of id: TermID, _ body: (TermShape, UnsafeBufferPointer<UInt8>) throws -> Void) throws
    -> Bool
  {
    if id.rawValue > 0, !id.isInline {
      return try snapshot.withText(of: id, body) != nil
    }
    guard let term = id.isInline ? InlineValue.term(of: id) : try term(of: id) else { return false }
    var text: String
    let shape: TermShape
    switch term {
    case .iri(let iri): (text, shape) = (iri, .iri)
    case .literal(let literal):
      text = literal.lexicalForm
      switch literal.datatype {
      case .string: shape = .string
      case .language: shape = .languageString
      default: shape = .typed
      }
    }
    try text.withUTF8 { try body(shape, $0) }
    return true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the text of an IRI is that of a blank node.
  var isBlankNode: Bool { count >= 2 && self[0] == UInt8(ascii: "_") && self[1] == UInt8(ascii: ":") }
}
