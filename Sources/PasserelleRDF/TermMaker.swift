internal import PasserelleCore

/// Makes terms of bytes that a parser found, and checks what the parser does not.
struct TermMaker: ~Copyable {
  private var iris = TermCache<String>(places: 2_048)
  private var names = TermCache<String>(places: 2_048)
  private var datatypes = TermCache<Datatype>(places: 64)
  private var languages = TermCache<Datatype>(places: 64)
  private var prefixes: [String: String] = [:]
  private var base: IRIReference?

  /// Makes a maker for a document whose base is known or not.
  init(base: String?) { self.base = base.map(IRIReference.init) }

  /// An IRI from the bytes between `<` and `>`, escapes already resolved.
  mutating func iri(_ bytes: UnsafeBufferPointer<UInt8>) throws(RDFFault) -> String {
    let base = base
    return try iris.value(bytes) { (bytes) throws(RDFFault) in try Self.resolve(bytes, base) }
  }

  /// An IRI from a prefixed name.
  mutating func iri(prefixedName bytes: UnsafeBufferPointer<UInt8>) throws(RDFFault) -> String {
    let prefixes = prefixes
    return try names.value(bytes) { (bytes) throws(RDFFault) in try Self.expand(bytes, prefixes) }
  }

  /// The datatype of an IRI.
  mutating func datatype(iri bytes: UnsafeBufferPointer<UInt8>) throws(RDFFault) -> Datatype {
    let base = base
    return try datatypes.value(bytes) { (bytes) throws(RDFFault) in
      Datatype(iri: try Self.resolve(bytes, base))
    }
  }

  /// The datatype of a language tag; tags are kept in lower case.
  mutating func datatype(language bytes: UnsafeBufferPointer<UInt8>) throws(RDFFault) -> Datatype {
    try languages.value(bytes) { (bytes) throws(RDFFault) in
      guard bytes.count > 0, TermBytes.languageLength(bytes[...]) == bytes.count else {
        throw RDFFault.term(
          fr: "l’étiquette de langue n’est pas valable", en: "the language tag is not valid")
      }
      return .language(try Self.text(bytes).lowercased())
    }
  }

  /// Declares a prefix.
  ///
  /// - Returns: The IRI, resolved.
  mutating func declare(
    prefix: UnsafeBufferPointer<UInt8>, iri: UnsafeBufferPointer<UInt8>
  ) throws(RDFFault) -> (name: String, iri: String) {
    let resolved = try Self.resolve(iri, base)
    let name = try Self.text(prefix)
    if let known = prefixes[name], known != resolved { names.removeAll() }
    prefixes[name] = resolved
    return (name, resolved)
  }

  /// Sets the base.
  ///
  /// - Returns: The base, resolved.
  mutating func setBase(_ bytes: UnsafeBufferPointer<UInt8>) throws(RDFFault) -> String {
    let resolved = try Self.resolve(bytes, base)
    base = IRIReference(resolved)
    iris.removeAll()
    datatypes.removeAll()
    return resolved
  }

  /// A text, when the bytes are UTF-8.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(RDFFault) -> String {
    guard let text = TermBytes.text(bytes) else { throw .wrongEncoding }
    return text
  }

  private static func expand(
    _ bytes: UnsafeBufferPointer<UInt8>, _ prefixes: [String: String]
  ) throws(RDFFault) -> String {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { throw .wrongEncoding }
    let name = try text(UnsafeBufferPointer(rebasing: bytes[..<colon]))
    guard let prefix = prefixes[name] else {
      throw .term(
        fr: "le préfixe « \(name): » n’est pas déclaré", en: "the prefix “\(name):” is not declared")
    }
    return prefix + (try text(UnsafeBufferPointer(rebasing: bytes[(colon + 1)...])))
  }

  private static func resolve(
    _ bytes: UnsafeBufferPointer<UInt8>, _ base: IRIReference?
  ) throws(RDFFault) -> String {
    guard TermBytes.isIRI(bytes) else {
      throw .term(
        fr: "l’IRI contient un caractère interdit", en: "the IRI holds a character that it may not")
    }
    let text = try text(bytes)
    return try resolve(text, base)
  }

  /// A reference against a base; an IRI as it is.
  static func resolve(_ text: String, _ base: IRIReference?) throws(RDFFault) -> String {
    if IRIReference.schemeLength(text.utf8) != nil { return text }
    guard let base, base.isAbsolute else {
      throw .term(
        fr: "l’IRI « \(text.prefix(80)) » est relatif et le document n’a pas de base",
        en: "the IRI “\(text.prefix(80))” is relative and the document has no base")
    }
    return base.resolving(IRIReference(text))
  }
}

extension RDFFault {
  /// A fault of a term whose place the caller fills in.
  static func term(fr: String, en: String) -> RDFFault {
    RDFFault(.term, line: 0, LocalizedText(fr: fr, en: en))
  }

  /// Bytes that are not UTF-8.
  static var wrongEncoding: RDFFault {
    term(
      fr: "le texte contient un octet ou un code qui n’est pas un caractère",
      en: "the text holds a byte or a code that is no character")
  }

  /// The fault at a place.
  func at(line: Int, column: Int = 0) -> RDFFault { RDFFault(kind, line: line, column: column, detail) }
}
