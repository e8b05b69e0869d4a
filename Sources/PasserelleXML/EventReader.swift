internal import CLibXML2
internal import Glibc
internal import PasserelleCore

/// Feeds a document to libxml2's push parser, and gives what it tells one event at a time.
///
/// No network, no external document types, no entities put in their places.
final class EventReader {
  /// The source, with what has been read of it taken off.
  private(set) var input: any ByteSource
  /// Behind a pointer, since the parser's callbacks write to it: no reference counting, no checks of exclusivity.
  private let queue: UnsafeMutablePointer<EventQueue>
  private let buffer: UnsafeMutableRawBufferPointer
  private let encoding: String?
  /// How much is fed at once while elements begin and end.
  private let chunk: Int
  /// How much is fed next.
  private var size: Int
  private var parser: xmlParserCtxtPtr?
  /// What the source threw.
  private var error: (any Error)?
  /// Whether the source has given nothing but white space.
  private var isBlank = true
  private var isAtEnd = false
  private var isFinished = false
  /// How many equals signs came since the parser last told of something: no fewer than the attributes of a tag.
  private var equalsSigns = 0

  /// libxml2 compares each attribute of an element with all before it: 20,000 take half a second, 200,000 a minute.
  private static let equalsLimit = 20_000
  /// The parser looks again at what it holds of an unfinished tag, or of a long text, with each piece that it gets.
  private static let largestPiece = 64 << 10

  /// Opens a document.
  ///
  /// - Parameters:
  ///   - input: The bytes.
  ///   - encoding: The encoding to take whatever the document declares; nil to believe the document.
  ///   - chunk: How many bytes the parser gets at once, from 1.
  /// - Throws: What the source throws; a fault where it gives nothing.
  init(_ input: any ByteSource, encoding: String?, chunk: Int) throws {
    XMLLibrary.setUp()
    self.input = input
    self.encoding = encoding
    self.chunk = min(max(1, chunk), Self.largestPiece)
    size = self.chunk
    buffer = .allocate(byteCount: Self.largestPiece, alignment: 16)
    queue = .allocate(capacity: 1)
    queue.initialize(to: EventQueue())
    let count = fill(Self.firstBytes)
    if let error { throw error }
    guard count > 0 else { throw XMLFault(.empty) }
    try makeParser(count)
  }

  deinit {
    // Declarations of a document type make a document even where no callback does.
    if let document = parser?.pointee.myDoc { xmlFreeDoc(document) }
    if let parser { xmlFreeParserCtxt(parser) }
    queue.deinitialize(count: 1)
    queue.deallocate()
    buffer.deallocate()
  }

  /// From so many bytes the parser tells encodings apart.
  private static let firstBytes = 4

  private func makeParser(_ count: Int) throws {
    var handler = EventQueue.handler
    let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
    guard
      let made = xmlCreatePushParserCtxt(
        &handler, UnsafeMutableRawPointer(queue), count < Self.firstBytes ? nil : start,
        count < Self.firstBytes ? 0 : Int32(count), nil)
    else { throw XMLFault(.malformed) }
    parser = made
    queue.pointee.parser = made
    if let encoding, let converter = xmlFindCharEncodingHandler(encoding) {
      xmlSwitchToEncoding(made, converter)
    }
    var options = [XML_PARSE_NONET, XML_PARSE_BIG_LINES, XML_PARSE_COMPACT]
    if encoding != nil { options.append(XML_PARSE_IGNORE_ENC) }
    xmlCtxtUseOptions(made, options.reduce(Int32(0)) { $0 | Int32(bitPattern: $1.rawValue) })
    if count < Self.firstBytes { parse(count) }
  }

  /// Moves to the next event.
  ///
  /// - Returns: False at the end of the document.
  /// - Throws: ``XMLFault``, or what the source throws, after the events before it.
  func next() throws -> Bool {
    while !queue.pointee.advance() {
      if isFinished {
        if let fault = queue.pointee.fault { throw fault }
        if let error { throw error }
        return false
      }
      feed()
    }
    return true
  }

  /// The event that the reader stands at; nil before the first and after the last.
  var current: EventQueue.Entry? { queue.pointee.current }

  /// The line that the parser has come to, from 1; it may be ahead of the events told.
  var parserLine: Int { queue.pointee.line }

  /// The names, by number.
  var names: NameTable { queue.pointee.names }

  /// A name by its number.
  func name(_ number: Int32) -> String { queue.pointee.names[number] }

  /// The text of an event or attribute, valid until the next move.
  func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { queue.pointee.texts[range] }

  /// The attribute of a place.
  func attribute(at place: Int) -> EventQueue.Attribute { queue.pointee.attributes[place] }

  /// The declaration of a namespace of a place.
  func declaration(at place: Int) -> EventQueue.Declaration { queue.pointee.declarations[place] }

  /// Makes a fault of our own the last word.
  func stop(_ fault: XMLFault) -> XMLFault {
    queue.pointee.clear()
    queue.pointee.fault = fault
    isFinished = true
    return fault
  }

  /// Reads until so many bytes have come, or the source ends or fails: pieces do not depend on the source.
  private func fill(_ wanted: Int) -> Int {
    var count = 0
    do {
      while count < wanted {
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count..<wanted])
        let read = try input.read(into: rest)
        if read == 0 {
          isAtEnd = true
          break
        }
        count += read
      }
    } catch {
      self.error = error
    }
    if isBlank { isBlank = buffer.prefix(count).allSatisfy { $0 <= 0x20 } }
    return count
  }

  private func feed() {
    queue.pointee.recycle()
    parse(error == nil && !isAtEnd ? fill(size) : 0)
  }

  private func parse(_ count: Int) {
    guard let parser else { return }
    if count > 0 {
      if !queue.pointee.hasTold {
        for byte in buffer.prefix(count) where byte == UInt8(ascii: "=") { equalsSigns += 1 }
        if equalsSigns > Self.equalsLimit { queue.pointee.note(XMLFault(.size)) }
      } else {
        equalsSigns = 0
      }
      queue.pointee.hasTold = false
      queue.pointee.hasMarkup = false
      if queue.pointee.fault == nil {
        xmlParseChunk(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(count), 0)
      }
      size = queue.pointee.hasMarkup ? chunk : min(2 * size, buffer.count)
    }
    guard queue.pointee.fault != nil || error != nil || isAtEnd else { return }
    if queue.pointee.fault == nil, error == nil {
      xmlParseChunk(parser, nil, 0, 1)
      if parser.pointee.wellFormed == 0 || parser.pointee.nsWellFormed == 0 {
        queue.pointee.note(XMLFault(.malformed, line: parserLine))
      }
    }
    if isBlank, error == nil { queue.pointee.fault = XMLFault(.empty) }
    queue.pointee.closeText(dropped: queue.pointee.fault == nil && error != nil)
    isFinished = true
  }
}
