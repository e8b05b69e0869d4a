internal import CLibXML2
internal import PasserelleCore

/// The reader of libxml2, and the only code that calls it.
///
/// No network, no external document types, no entities put in their places.
final class TextReader {
  /// What stands at a node; comments, processing instructions and document types are passed over.
  enum Node {
    /// The start of an element; an empty one has no end.
    case start(isEmpty: Bool)
    /// The end of an element.
    case end
    /// Text, or white space between elements.
    case text
  }

  private let box: ReaderBox
  private let reader: xmlTextReaderPtr

  /// Opens a document.
  ///
  /// - Parameters:
  ///   - input: The bytes.
  ///   - encoding: The encoding to take whatever the document declares; nil to believe the document.
  /// - Throws: What the source throws.
  init(_ input: any ByteSource, encoding: String?) throws {
    _ = Self.library
    box = ReaderBox(input)
    var options = [XML_PARSE_NONET, XML_PARSE_BIG_LINES, XML_PARSE_COMPACT]
    if encoding != nil { options.append(XML_PARSE_IGNORE_ENC) }
    let flags = options.reduce(Int32(0)) { $0 | Int32(bitPattern: $1.rawValue) }
    let context = Unmanaged.passUnretained(box).toOpaque()
    guard
      let made = xmlReaderForIO(
        { ReaderBox.of($0).read($1, $2) }, { _ in 0 }, context, nil, encoding, flags)
    else {
      if let error = box.error { throw error }
      throw XMLFault(.empty)
    }
    reader = made
    xmlTextReaderSetStructuredErrorHandler(
      reader,
      { context, error in
        guard let error else { return }
        ReaderBox.of(context).note(error.pointee)
      }, context)
  }

  deinit { xmlFreeTextReader(reader) }

  /// Sets the library up once, before any thread uses it.
  private static let library: Void = xmlInitParser()

  /// The source with what has been read of it taken off.
  var input: any ByteSource { box.input }

  /// Moves to the next node.
  ///
  /// - Returns: Nil at the end of the document.
  /// - Throws: ``XMLFault``, or what the source throws.
  func next() throws -> Node? {
    while true {
      box.equalsSigns = 0
      let status = xmlTextReaderRead(reader)
      if let error = box.error { throw error }
      if status != 1, box.isBlank { throw XMLFault(.empty) }
      if let fault = box.fault { throw fault }
      guard status == 1 else {
        if status == 0 { return nil }
        throw XMLFault(.malformed, line: line)
      }
      switch xmlReaderTypes(UInt32(bitPattern: xmlTextReaderNodeType(reader))) {
      case XML_READER_TYPE_ELEMENT: return .start(isEmpty: xmlTextReaderIsEmptyElement(reader) == 1)
      case XML_READER_TYPE_END_ELEMENT: return .end
      case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_WHITESPACE,
        XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        return .text
      case XML_READER_TYPE_ENTITY_REFERENCE: throw XMLFault(.entity, line: line)
      case XML_READER_TYPE_DOCUMENT_TYPE: try checkDocumentType()
      default: continue
      }
    }
  }

  private func checkDocumentType() throws {
    guard let node = xmlTextReaderCurrentNode(reader) else { return }
    let declares = node.withMemoryRebound(to: xmlDtd.self, capacity: 1) {
      $0.pointee.entities != nil || $0.pointee.pentities != nil
    }
    if declares { throw XMLFault(.entity, line: line) }
  }

  /// The depth of the node, 0 for the root.
  var depth: Int { Int(xmlTextReaderDepth(reader)) }

  /// The line of the node, from 1; of the parser, which may be ahead, where there is no node.
  var line: Int {
    guard let node = xmlTextReaderCurrentNode(reader) else {
      return Int(xmlTextReaderGetParserLineNumber(reader))
    }
    return max(0, xmlGetLineNo(node))
  }

  /// The name without prefix, as a pointer that is the same for the same name.
  var localName: UnsafePointer<xmlChar>? { xmlTextReaderConstLocalName(reader) }

  /// The namespace, as a pointer that is the same for the same namespace; nil for none.
  var namespace: UnsafePointer<xmlChar>? {
    xmlTextReaderConstNamespaceUri(reader).flatMap { xmlTextReaderConstString(reader, $0) }
  }

  /// The prefix of the name, as a pointer that is the same for the same prefix; nil for none.
  var prefix: UnsafePointer<xmlChar>? { xmlTextReaderConstPrefix(reader) }

  /// The text of the node, valid until the next move.
  var value: UnsafeBufferPointer<UInt8> {
    guard let value = xmlTextReaderConstValue(reader) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value)))
  }

  /// Visits the attributes of an element, declarations of namespaces left out.
  func forEachAttribute(_ body: () throws -> Void) rethrows {
    guard xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return }
    defer { xmlTextReaderMoveToElement(reader) }
    repeat {
      if xmlTextReaderIsNamespaceDecl(reader) != 1 { try body() }
    } while xmlTextReaderMoveToNextAttribute(reader) == 1
  }

  /// Visits the namespaces that an element declares: `localName` is the prefix (`xmlns` for the default one),
  /// `value` the namespace.
  func forEachNamespace(_ body: () throws -> Void) rethrows {
    guard xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return }
    defer { xmlTextReaderMoveToElement(reader) }
    repeat {
      if xmlTextReaderIsNamespaceDecl(reader) == 1 { try body() }
    } while xmlTextReaderMoveToNextAttribute(reader) == 1
  }
}

/// Carries the source, and what went wrong, through the reader's context pointers.
private final class ReaderBox {
  var input: any ByteSource
  /// What the source threw.
  var error: (any Error)?
  /// The first fault of the text.
  var fault: XMLFault?
  /// Whether the source has given nothing but white space.
  var isBlank = true
  /// How many equals signs came since the last node: no fewer than the attributes of the next.
  var equalsSigns = 0

  /// libxml2 compares each attribute of an element with all before it: 20,000 take half a second, 200,000 a minute.
  private static let equalsLimit = 20_000

  init(_ input: any ByteSource) { self.input = input }

  static func of(_ context: UnsafeMutableRawPointer?) -> ReaderBox {
    guard let context else { preconditionFailure("the reader passes its context") }
    return Unmanaged<ReaderBox>.fromOpaque(context).takeUnretainedValue()
  }

  func read(_ buffer: UnsafeMutablePointer<CChar>?, _ count: Int32) -> Int32 {
    guard error == nil, let buffer, count > 0 else { return error == nil ? 0 : -1 }
    do {
      let read = try input.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(count)))
      let bytes = UnsafeRawBufferPointer(start: buffer, count: read)
      for byte in bytes where byte == UInt8(ascii: "=") { equalsSigns += 1 }
      if equalsSigns > Self.equalsLimit {
        fault = fault ?? XMLFault(.size)
        return -1
      }
      if isBlank { isBlank = bytes.allSatisfy { $0 <= 0x20 } }
      return Int32(read)
    } catch {
      self.error = error
      return -1
    }
  }

  func note(_ found: xmlError) {
    guard fault == nil, found.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    let message = found.message.map { String(cString: $0) } ?? ""
    let detail = message.split { $0.isNewline || $0 == " " || $0 == "\t" }.joined(separator: " ")
    // What libxml2 calls empty may hold text outside any element.
    fault = XMLFault(
      Self.kind(of: found, message), line: Int(found.line), column: Int(found.int2),
      detail: detail == "Document is empty" ? "no element" : String(detail.prefix(120)))
  }

  private static func kind(of found: xmlError, _ message: String) -> XMLFault.Kind {
    if found.code == Int32(bitPattern: XML_ERR_ENTITY_LOOP.rawValue) { return .entity }
    if message.hasPrefix("Excessive depth") { return .depth }
    // The bounds of libxml2 itself: texts and attributes of 10 MB, names of 50,000 bytes.
    return tooLarge.contains { message.contains($0) } ? .size : .malformed
  }

  private static let tooLarge = [
    "huge text node", "length too long", "too long", "Huge input lookup", "too big",
  ]
}
