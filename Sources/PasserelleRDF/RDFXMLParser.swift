internal import PasserelleCore
internal import PasserelleXML

/// Reads RDF/XML (W3C RDF 1.1 XML Syntax) over the pull reader of XML, an open element at a time.
final class RDFXMLParser {
  /// What an open element is.
  enum Role {
    /// `rdf:RDF`.
    case root
    /// A node, or a property with `parseType="Resource"`: the elements in it are properties.
    case node
    /// A property whose content tells what it is.
    case property
    /// A property of a datatype: text only.
    case typed(Datatype)
    /// A property with attributes that say all: nothing may stand in it.
    case closed
    /// A property with `parseType="Collection"`.
    case collection
  }

  /// One open element.
  struct Frame {
    var role: Role
    var base: IRIReference?
    var language = ""
    /// The node itself, or the subject of a property; nil where its IRI was refused.
    var subject: RDFNode?
    /// The predicate, for properties.
    var predicate = ""
    /// The IRI that reifies the property's statement.
    var reifier: String?
    var text = ""
    var hasChild = false
    /// The last number of `rdf:li`.
    var items = 0
    /// The last cell of a collection.
    var cell: RDFNode?
  }

  let reader: XMLPullReader
  let limits: RDFLimits
  private let body: (RDFEvent) throws -> Bool
  private(set) var summary = RDFSummary()
  var frames: [Frame] = []
  private var isStopped = false
  private var blanks = 0
  private var identifiers: Set<String> = []
  private var maker = TermMaker(base: nil)
  private let documentBase: IRIReference?

  init(
    _ input: any ByteSource, file: String, base: String?, limits: RDFLimits,
    _ body: @escaping (RDFEvent) throws -> Bool
  ) throws {
    reader = try XMLPullReader(
      input, file: file, limits: XMLLimits(depth: limits.depth, documentBytes: limits.termBytes))
    self.limits = limits
    self.body = body
    documentBase = base.map(IRIReference.init)
  }

  /// Reads to the end, to the first fault of the grammar, or until the caller stops.
  func parse() throws {
    do {
      while !isStopped, let event = try reader.next() {
        switch event {
        case .start: try start()
        case .text: try text()
        case .end: try end()
        }
      }
      summary.isComplete = !isStopped
    } catch let fault as RDFFault {
      try tell(fault.line > 0 ? fault : fault.at(line: reader.line))
    } catch let error as PasserelleError {
      guard let fault = RDFFault(xml: error) else { throw error }
      try tell(fault)
    }
  }

  /// The source with what has been read of it taken off.
  var rest: any ByteSource { reader.input }

  private func tell(_ fault: RDFFault) throws {
    summary.faults += 1
    if try !body(.fault(fault)) || summary.faults >= limits.faults { isStopped = true }
  }

  func emit(_ subject: RDFNode?, _ predicate: String, _ object: RDFNode?, reifier: String? = nil) throws {
    guard !isStopped, let subject, let object, !predicate.isEmpty else { return }
    try tell(RDFStatement(subject: subject, predicate: .iri(predicate), object: object))
    guard let reifier else { return }
    let node = RDFNode.iri(reifier)
    try tell(
      RDFStatement(
        subject: node, predicate: .iri(RDFNames.rdf + "type"), object: .iri(RDFNames.rdf + "Statement")))
    try tell(RDFStatement(subject: node, predicate: .iri(RDFNames.rdf + "subject"), object: subject))
    try tell(
      RDFStatement(subject: node, predicate: .iri(RDFNames.rdf + "predicate"), object: .iri(predicate)))
    try tell(RDFStatement(subject: node, predicate: .iri(RDFNames.rdf + "object"), object: object))
  }

  private func tell(_ statement: RDFStatement) throws {
    guard !isStopped else { return }
    summary.statements += 1
    if try !body(.statement(statement)) { isStopped = true }
  }

  /// Tells of the prefixes that the element declares.
  func tellPrefixes() throws {
    for (prefix, namespace) in reader.declaredNamespaces() where !isStopped && !namespace.isEmpty {
      if try !body(.prefix(name: prefix, iri: namespace)) { isStopped = true }
    }
  }

  func tellBase(_ base: String) throws {
    if try !body(.base(base)) { isStopped = true }
  }

  // Terms

  func freshBlank() -> RDFNode {
    blanks += 1
    return .blank("g\(blanks)")
  }

  /// A reference resolved; nil, and told of, where it is no IRI.
  func iri(_ reference: String, _ frame: Frame) throws -> String? {
    do throws(RDFFault) {
      guard reference.utf8.allSatisfy({ !TermBytes.isForbiddenInIRI($0) }) else {
        throw .term(
          fr: "l’IRI contient un caractère interdit", en: "the IRI holds a character that it may not")
      }
      return try TermMaker.resolve(reference, frame.base)
    } catch {
      try tell(error.at(line: reader.line))
      return nil
    }
  }

  /// A name of an element or attribute as an IRI; empty, and told of, where its namespace is none.
  func iri(name: String) throws -> String {
    if IRIReference.schemeLength(name.utf8) != nil, name.utf8.allSatisfy({ !TermBytes.isForbiddenInIRI($0) })
    {
      return name
    }
    try tell(
      RDFFault.term(
        fr: "le nom « \(name.prefix(80)) » n’est pas un IRI absolu",
        en: "the name “\(name.prefix(80))” is no absolute IRI"
      ).at(line: reader.line))
    return ""
  }

  /// The IRI of an `rdf:ID`, which a document may use once a base.
  func iri(identifier: String, _ frame: Frame) throws -> String? {
    guard XMLName.isNCName(identifier) else {
      throw RDFFault.grammar(
        fr: "rdf:ID « \(identifier) » n’est pas un nom XML", en: "rdf:ID “\(identifier)” is no XML name")
    }
    guard let iri = try iri("#" + identifier, frame) else { return nil }
    guard identifiers.insert(iri).inserted else {
      throw RDFFault.grammar(
        fr: "rdf:ID « \(identifier) » est déjà pris", en: "rdf:ID “\(identifier)” is already taken")
    }
    return iri
  }

  func blank(nodeID: String) throws -> RDFNode {
    guard XMLName.isNCName(nodeID) else {
      throw RDFFault.grammar(
        fr: "rdf:nodeID « \(nodeID) » n’est pas un nom XML", en: "rdf:nodeID “\(nodeID)” is no XML name")
    }
    return .blank("n" + nodeID)
  }

  /// A text with the language in scope; nil, and told of, where the tag is none.
  func literal(_ text: String, language: String) throws -> RDFNode? {
    if language.isEmpty { return .term(.string(text)) }
    do throws(RDFFault) {
      let datatype = try Array(language.utf8).withUnsafeBufferPointer { (bytes) throws(RDFFault) in
        try maker.datatype(language: bytes)
      }
      return .term(.literal(Literal(text, datatype)))
    } catch {
      try tell(error.at(line: reader.line))
      return nil
    }
  }

  /// A frame that inherits base and language from the innermost, and takes those of the element.
  func inherited(_ role: Role, _ attributes: RDFXMLAttributes) throws -> Frame {
    var frame = Frame(role: role)
    frame.base = frames.isEmpty ? documentBase : frames[frames.count - 1].base
    frame.language = frames.last?.language ?? ""
    if let language = attributes.language { frame.language = language }
    if let base = attributes.base, let resolved = try iri(base, frame) {
      frame.base = IRIReference(resolved)
      try tellBase(resolved)
    }
    return frame
  }

  private func text() throws {
    guard !frames.isEmpty else { return }
    let top = frames.count - 1
    let piece = reader.text
    switch frames[top].role {
    case .property where !frames[top].hasChild, .typed:
      guard frames[top].text.utf8.count + piece.utf8.count <= limits.termBytes else {
        throw RDFFault(
          .limit, line: reader.line,
          LocalizedText(
            fr: "un texte est plus long que \(limits.termBytes) octets",
            en: "a text is longer than \(limits.termBytes) bytes"))
      }
      frames[top].text += piece
    default:
      guard piece.utf8.allSatisfy({ $0 <= 0x20 }) else {
        throw RDFFault.grammar(fr: "aucun texte n’est attendu ici", en: "no text is expected here")
      }
    }
  }

  private func end() throws {
    guard let frame = frames.popLast() else { return }
    switch frame.role {
    case .root, .node, .closed: return
    case .property where frame.hasChild: return
    case .property:
      try emit(
        frame.subject, frame.predicate, try literal(frame.text, language: frame.language),
        reifier: frame.reifier)
    case .typed(let datatype):
      try emit(
        frame.subject, frame.predicate, .term(.literal(Literal(frame.text, datatype))), reifier: frame.reifier
      )
    case .collection:
      let end = RDFNode.iri(RDFNames.rdf + "nil")
      if let cell = frame.cell {
        try emit(cell, RDFNames.rdf + "rest", end)
      } else {
        try emit(frame.subject, frame.predicate, end, reifier: frame.reifier)
      }
    }
  }
}

extension RDFFault {
  /// What the reader of XML found wrong with the document; nil for an error of another kind.
  init?(xml error: PasserelleError) {
    func unended(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }
    guard [.xmlMalformed, .xmlLimit, .inputEmpty].contains(error.code) else { return nil }
    self.init(
      error.code == .xmlLimit ? .limit : .syntax, line: error.location?.line ?? 1,
      LocalizedText(fr: unended(error.message.french), en: unended(error.message.english)))
  }

  /// A break of RDF/XML's grammar, at the place that the reader fills in.
  static func grammar(fr: String, en: String) -> RDFFault {
    RDFFault(.syntax, line: 0, LocalizedText(fr: fr, en: en))
  }
}
