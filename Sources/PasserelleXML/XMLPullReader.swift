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
  private let reader: EventReader
  /// What the reader stands at; nil before the first event and after the last.
  private var entry: EventQueue.Entry?

  /// Opens a document.
  ///
  /// - Parameters:
  ///   - input: The bytes.
  ///   - file: The name for errors.
  ///   - limits: How much is taken at most; the length of the document is not among it.
  ///   - encoding: The encoding to take whatever the document declares, such as `UTF-8`; nil to believe it.
  /// - Throws: What `input` throws, or ``PasserelleError`` with code `input.empty`.
  public convenience init(
    _ input: any ByteSource, file: String, limits: XMLLimits = .standard, encoding: String? = nil
  ) throws {
    try self.init(input, file: file, limits: limits, encoding: encoding, chunk: Self.chunk)
  }

  /// Opens a document, with how many bytes the parser gets at once.
  package init(
    _ input: any ByteSource, file: String, limits: XMLLimits = .standard, encoding: String? = nil, chunk: Int
  ) throws {
    self.limits = limits
    self.file = file
    do {
      reader = try EventReader(input, encoding: encoding, chunk: chunk)
    } catch let fault as XMLFault {
      throw fault.error(file: file)
    }
  }

  /// How many bytes the parser gets at once unless it is told otherwise.
  private static let chunk = 16 << 10

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
    guard try reader.next(), let found = reader.current else {
      entry = nil
      return nil
    }
    entry = found
    if found.event == .start, Int(found.depth) > limits.depth {
      throw reader.stop(XMLFault(.depth, line: Int(found.line)))
    }
    return found.event
  }

  /// How many elements are open, the one at whose start or end the reader stands included.
  public var depth: Int { entry.map { Int($0.depth) } ?? 0 }

  /// The name without prefix of the innermost open element; empty outside the root.
  public var name: String { entry.map { reader.name($0.name) } ?? "" }

  /// The namespace of the element at whose start the reader stands; empty for none.
  public var namespace: String { entry.map { reader.name($0.namespace) } ?? "" }

  /// The line of what the reader stands at, from 1.
  public var line: Int { entry.map { Int($0.line) } ?? reader.parserLine }

  /// The text that the reader stands at; empty at a start or end.
  public var text: String { entry.map { string($0.text) } ?? "" }

  /// The value of an attribute of the element at whose start the reader stands, by its name without prefix.
  public func attribute(_ name: String) -> String? {
    guard let entry else { return nil }
    for place in entry.attributes {
      let attribute = reader.attribute(at: place)
      if reader.name(attribute.name) == name { return string(attribute.value) }
    }
    return nil
  }

  private func string(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : String(decoding: reader.bytes(range), as: UTF8.self)
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
  package var prefix: String { entry.map { reader.name($0.prefix) } ?? "" }

  /// The attributes of the element at whose start the reader stands, declarations of namespaces left out.
  package func attributes() -> [Attribute] {
    guard let entry else { return [] }
    return entry.attributes.map { place in
      let found = reader.attribute(at: place)
      return Attribute(
        prefix: reader.name(found.prefix), name: reader.name(found.name),
        namespace: reader.name(found.namespace),
        value: string(found.value))
    }
  }

  /// The namespaces that the element at whose start the reader stands declares, by prefix; the default one's is
  /// empty.
  package func declaredNamespaces() -> [(prefix: String, namespace: String)] {
    guard let entry else { return [] }
    return entry.declarations.map { place in
      let found = reader.declaration(at: place)
      return (reader.name(found.prefix), reader.name(found.namespace))
    }
  }

  /// Passes over what is left of the element at whose start the reader stands, its end included.
  public func skip() throws {
    let outer = depth
    while let event = try next() {
      if event == .end, depth == outer { return }
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
    precondition(entry?.event == .start, "the reader stands at the start of an element")
    var builder = TreeBuilder(limits)
    var inline = InlineNames(inline)
    let outer = entry?.depth
    if let entry { try builder.start(entry, reader) }
    reading: while try advance() != nil, let entry {
      switch entry.event {
      case .start:
        if inline.isEmpty || !inline.contains(entry.name, reader) { try builder.start(entry, reader) }
      case .text: try builder.add(text: reader.bytes(entry.text), line: Int(entry.line))
      case .end:
        if !inline.isEmpty, entry.depth != outer, inline.contains(entry.name, reader) { continue }
        builder.end()
        if entry.depth == outer { break reading }
      }
    }
    return builder.tree(names: reader.names.texts)
  }
}

/// Which names are those of inline elements, by number; each text is looked up once.
private struct InlineNames {
  private let texts: Set<String>
  /// Nil for a name not looked up yet.
  private var known: [Bool?] = []

  init(_ texts: Set<String>) { self.texts = texts }

  var isEmpty: Bool { texts.isEmpty }

  mutating func contains(_ number: Int32, _ reader: EventReader) -> Bool {
    let number = Int(number)
    if number < known.count, let answer = known[number] { return answer }
    if number >= known.count { known += Array(repeating: nil, count: number + 1 - known.count) }
    let answer = texts.contains(reader.name(Int32(number)))
    known[number] = answer
    return answer
  }
}
