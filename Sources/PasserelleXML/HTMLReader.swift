internal import CLibXML2

/// Reads HTML as browsers do, tag soup included, and tells what it meets: no tree is built, nothing is fetched.
///
/// libxml2's HTML parser closes what the text leaves open and decodes entities.
public struct HTMLReader: Sendable {
  /// What the reader meets.
  public enum Event: Sendable, Equatable {
    /// The start of an element, its name and those of its attributes in lower case.
    case start(String, attributes: [String: String])
    /// The end of an element, also of one that the text leaves open.
    case end(String)
    /// Text, in one piece or several.
    case text(String)
  }

  /// The deepest nesting that is told; elements deeper still are passed over, their text is kept.
  public static let depth = 256

  /// Makes a reader.
  public init() {}

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: The document in UTF-8, whatever it declares, without zero bytes.
  ///   - body: Gets each event; must not throw, what it finds wrong it keeps.
  /// - Returns: Whether the parser went through to the end.
  /// - Complexity: O(*n*) in the bytes.
  @discardableResult
  public func read(_ bytes: [UInt8], _ body: (Event) -> Void) -> Bool {
    XMLLibrary.setUp()
    guard !bytes.isEmpty, bytes.count <= Int(Int32.max) else { return bytes.isEmpty }
    return withoutActuallyEscaping(body) { body in
      let box = HTMLEventBox(body)
      return withExtendedLifetime(box) { Self.parse(bytes, box) }
    }
  }

  private static func parse(_ bytes: [UInt8], _ box: HTMLEventBox) -> Bool {
    bytes.withUnsafeBytes { buffer -> Bool in
      guard let start = buffer.bindMemory(to: CChar.self).baseAddress, let context = htmlNewParserCtxt()
      else { return false }
      defer { htmlFreeParserCtxt(context) }
      guard let handler = context.pointee.sax else { return false }
      handler.pointee = xmlSAXHandler()
      handler.pointee.startElement = { HTMLEventBox.of($0).start($1, $2) }
      handler.pointee.endElement = { HTMLEventBox.of($0).end($1) }
      handler.pointee.characters = { HTMLEventBox.of($0).text($1, $2) }
      handler.pointee.cdataBlock = { HTMLEventBox.of($0).text($1, $2) }
      handler.pointee.ignorableWhitespace = { HTMLEventBox.of($0).text($1, $2) }
      context.pointee.userData = Unmanaged.passUnretained(box).toOpaque()
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      // The handlers above make no tree: what comes back is empty.
      let tree = htmlCtxtReadMemory(
        context, start, Int32(buffer.count), nil, "UTF-8", Int32(bitPattern: options))
      if let tree { xmlFreeDoc(tree) }
      return context.pointee.disableSAX == 0
    }
  }
}

/// Carries the caller's closure through the parser's context pointer.
private final class HTMLEventBox {
  private let body: (HTMLReader.Event) -> Void
  private var depth = 0

  init(_ body: @escaping (HTMLReader.Event) -> Void) { self.body = body }

  static func of(_ context: UnsafeMutableRawPointer?) -> HTMLEventBox {
    guard let context else { preconditionFailure("the parser passes its context") }
    return Unmanaged<HTMLEventBox>.fromOpaque(context).takeUnretainedValue()
  }

  func start(
    _ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    depth += 1
    guard depth <= HTMLReader.depth, let name else { return }
    var attributes: [String: String] = [:]
    var index = 0
    while let list, let key = list[index] {
      attributes[String(cString: key).lowercased()] = list[index + 1].map { String(cString: $0) } ?? ""
      index += 2
    }
    body(.start(String(cString: name).lowercased(), attributes: attributes))
  }

  func end(_ name: UnsafePointer<xmlChar>?) {
    defer { depth -= 1 }
    guard depth <= HTMLReader.depth, let name else { return }
    body(.end(String(cString: name).lowercased()))
  }

  func text(_ start: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let start, count > 0 else { return }
    body(.text(String(decoding: UnsafeBufferPointer(start: start, count: Int(count)), as: UTF8.self)))
  }
}

/// The library's one-time set-up.
enum XMLLibrary {
  private static let once: Void = xmlInitParser()

  /// Sets the library up once, before any thread uses it.
  static func setUp() { once }
}
