public import PasserelleCore

/// Reads XML piece by piece, as its caller asks for it.
///
/// Memory is bounded by one element's text and attributes. Nothing is fetched: no network, no external document
/// types. A document that declares entities is refused. Reading stops at the first fault, so that what was read
/// is all that stands before it.
public final class XMLPullReader {
  /// What the reader stands at.
  public enum Event: Sendable, Hashable {
    /// The start of an element.
    case start
    /// Text, in one piece or several.
    case text
    /// The end of an element, also of an empty one.
    case end
  }

  /// How much is taken at most.
  public let limits: XMLLimits
  private let file: String
  private let reader: TextReader
  private var names = NameTable()
  private var event: Event?
  /// Whether the start just told of is that of an empty element, whose end is told next.
  private var isEmptyElement = false
  private var open: [Int32] = []

  /// Opens a document.
  ///
  /// - Parameters:
  ///   - input: The bytes.
  ///   - file: The name for errors.
  ///   - limits: How much is taken at most; the length of the document is not among it.
  ///   - encoding: The encoding to take whatever the document declares, such as `UTF-8`; nil to believe it.
  /// - Throws: What `input` throws, or ``PasserelleError`` with code `input.empty`.
  public init(
    _ input: any ByteSource, file: String, limits: XMLLimits = .standard, encoding: String? = nil
  ) throws {
    self.limits = limits
    self.file = file
    do {
      reader = try TextReader(input, encoding: encoding)
    } catch let fault as XMLFault {
      throw fault.error(file: file)
    }
  }

  /// The source with what has been read of it taken off.
  public var input: any ByteSource { reader.input }

  /// Moves to the next start, text or end.
  ///
  /// - Returns: Nil at the end of the document.
  /// - Throws: ``PasserelleError`` with line for a document that is malformed, too deep or empty, or declares
  ///   entities; and what the source throws.
  public func next() throws -> Event? {
    do {
      return try advance()
    } catch let fault as XMLFault {
      throw fault.error(file: file)
    }
  }

  /// Moves on, with faults as they are.
  func advance() throws -> Event? {
    if isEmptyElement {
      isEmptyElement = false
      event = .end
      return .end
    }
    if event == .end { open.removeLast() }
    switch try reader.next() {
    case .start(let isEmpty):
      guard open.count < limits.depth else { throw XMLFault(.depth, line: reader.line) }
      open.append(names.number(of: reader.localName))
      isEmptyElement = isEmpty
      event = .start
    case .text: event = .text
    case .end: event = .end
    case nil: event = nil
    }
    return event
  }

  /// How many elements are open, the one at whose start or end the reader stands included.
  public var depth: Int { open.count }

  /// The name without prefix of the innermost open element; empty outside the root.
  public var name: String { open.last.map { names[$0] } ?? "" }

  /// The namespace of the element at whose start the reader stands; empty for none.
  public var namespace: String { names.text(of: reader.namespace) }

  /// The line of what the reader stands at, from 1.
  public var line: Int { reader.line }

  /// The text that the reader stands at; empty at a start or end.
  public var text: String { event == .text ? String(decoding: reader.value, as: UTF8.self) : "" }

  /// The value of an attribute of the element at whose start the reader stands, by its name without prefix.
  public func attribute(_ name: String) -> String? {
    guard event == .start else { return nil }
    var result: String?
    reader.forEachAttribute {
      if result == nil, names.text(of: reader.localName) == name {
        result = String(decoding: reader.value, as: UTF8.self)
      }
    }
    return result
  }

  /// An attribute with its whole name.
  package struct Attribute: Sendable, Hashable {
    /// The prefix as written; empty for none.
    package let prefix: String
    /// The name without prefix.
    package let name: String
    /// The namespace; empty for none.
    package let namespace: String
    /// The value.
    package let value: String
  }

  /// The prefix of the element at whose start the reader stands; empty for none.
  package var prefix: String { names.text(of: reader.prefix) }

  /// The attributes of the element at whose start the reader stands, declarations of namespaces left out.
  package func attributes() -> [Attribute] {
    var found: [Attribute] = []
    guard event == .start else { return found }
    reader.forEachAttribute {
      found.append(
        Attribute(
          prefix: names.text(of: reader.prefix), name: names.text(of: reader.localName),
          namespace: names.text(of: reader.namespace),
          value: String(decoding: reader.value, as: UTF8.self)))
    }
    return found
  }

  /// The namespaces that the element at whose start the reader stands declares, by prefix; the default one's is
  /// empty.
  package func declaredNamespaces() -> [(prefix: String, namespace: String)] {
    var found: [(prefix: String, namespace: String)] = []
    guard event == .start else { return found }
    reader.forEachNamespace {
      let name = names.text(of: reader.localName)
      found.append((name == "xmlns" ? "" : name, String(decoding: reader.value, as: UTF8.self)))
    }
    return found
  }

  /// Passes over what is left of the element at whose start the reader stands, its end included.
  public func skip() throws {
    let outer = open.count
    while let event = try next() {
      if event == .end, open.count == outer { return }
    }
  }

  /// Reads the element at whose start the reader stands, to its end.
  ///
  /// - Returns: The element with all that it holds.
  /// - Throws: ``PasserelleError`` as ``next()`` does, and for an element of more nodes, or longer texts, than the
  ///   limits; what the source throws.
  public func subtree() throws -> XMLTree {
    do {
      return try readTree()
    } catch let fault as XMLFault {
      throw fault.error(file: file)
    }
  }

  /// Reads a tree, with faults as they are.
  ///
  /// The text of `inline` elements, which stand within words, is that of the element around them, in its place.
  func readTree(inline: Set<String> = []) throws -> XMLTree {
    precondition(event == .start, "the reader stands at the start of an element")
    var builder = TreeBuilder(limits)
    let outer = open.count
    try startNode(&builder)
    reading: while let event = try advance() {
      switch event {
      case .start: if inline.isEmpty || !inline.contains(name) { try startNode(&builder) }
      case .text: try builder.add(text: reader.value, line: reader.line)
      case .end:
        if !inline.isEmpty, open.count != outer, inline.contains(name) { continue }
        builder.end()
        if open.count == outer { break reading }
      }
    }
    return builder.tree(names: names.texts)
  }

  private func startNode(_ builder: inout TreeBuilder) throws {
    let line = reader.line
    try builder.start(
      name: names.number(of: reader.localName), namespace: names.number(of: reader.namespace), line: line)
    try reader.forEachAttribute {
      try builder.add(
        attribute: names.number(of: reader.localName), namespace: names.number(of: reader.namespace),
        value: reader.value, line: line)
    }
  }
}

/// The names met, each once; a name is found by the pointer under which the reader holds it.
private struct NameTable {
  private(set) var texts = [""]
  private var numbers: [UnsafePointer<UInt8>: Int32] = [:]

  mutating func number(of pointer: UnsafePointer<UInt8>?) -> Int32 {
    guard let pointer else { return 0 }
    if let known = numbers[pointer] { return known }
    let number = Int32(texts.count)
    texts.append(String(cString: pointer))
    numbers[pointer] = number
    return number
  }

  subscript(number: Int32) -> String { texts[Int(number)] }

  mutating func text(of pointer: UnsafePointer<UInt8>?) -> String {
    let number = number(of: pointer)
    return self[number]
  }
}
