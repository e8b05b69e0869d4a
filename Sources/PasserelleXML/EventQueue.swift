internal import CLibXML2

/// What the parser has told and no one has asked for yet, in flat arrays that are used again.
struct EventQueue: ~Copyable {
  /// A start, a text or an end.
  struct Entry {
    var event: XMLPullReader.Event
    /// How many elements are open, this one included.
    var depth: Int32
    /// The name of this element, of a text the one around it; numbers of the table.
    var name: Int32
    var namespace: Int32
    var prefix: Int32
    /// Of a start where its tag ends, of an end the line of its start, of a text where it begins.
    var line: Int32
    /// Of a text, its bytes.
    var text: Range<Int>
    /// Of a start, its attributes, declarations of namespaces left out.
    var attributes: Range<Int>
    /// Of a start, the namespaces that it declares.
    var declarations: Range<Int>
  }

  /// An attribute of a start.
  struct Attribute {
    var name: Int32
    var namespace: Int32
    var prefix: Int32
    var value: Range<Int>
  }

  /// A namespace that a start declares; the default one's prefix is 0.
  struct Declaration {
    var prefix: Int32
    var namespace: Int32
  }

  private struct Element {
    var name: Int32
    var namespace: Int32
    var prefix: Int32
    var line: Int32
  }

  private enum OpenText {
    case none, characters, section
  }

  /// Whose line is asked for; the parser outlives no queue.
  var parser: xmlParserCtxtPtr?
  private(set) var names = NameTable()
  private(set) var texts = ByteArena(capacity: 32 << 10)
  private(set) var attributes: [Attribute] = []
  private(set) var declarations: [Declaration] = []
  private var entries: [Entry] = []
  private var open: [Element] = []
  private var position = -1
  /// What kind of text the last entry is, if more may come to it.
  private var openText = OpenText.none
  /// The line up to which the parser has told.
  private var toldLine: Int32 = 1
  /// The first fault; nothing is told after it.
  var fault: XMLFault?
  /// Whether the parser told of anything.
  var hasTold = true
  /// Whether it told of more than text.
  var hasMarkup = true

  /// libxml2 takes so much text in one node; it counts only where it builds them.
  private static let longestText = 10_000_000
  /// Longer sections come in several texts.
  private static let longestSection = 1 << 20
  /// Deeper than any limit of ours; libxml2 counts only where it builds nodes.
  private static let deepest = 256

  init() {
    entries.reserveCapacity(512)
    open.reserveCapacity(32)
  }

  /// The entry that was moved to.
  var current: Entry? { entries.indices.contains(position) ? entries[position] : nil }

  /// The line that the parser has come to.
  var line: Int { Int(parserLine) }

  private var parserLine: Int32 { parser?.pointee.input?.pointee.line ?? 1 }

  /// Moves to the next entry that is whole.
  mutating func advance() -> Bool {
    guard position + 1 < entries.count - (openText == .none ? 0 : 1) else { return false }
    position += 1
    return true
  }

  /// Forgets what has been told, but a text that may go on.
  mutating func recycle() {
    if openText != .none, var last = entries.last {
      texts.keep(last.text)
      last.text = 0..<texts.count
      entries.removeAll(keepingCapacity: true)
      entries.append(last)
    } else {
      texts.keep(0..<0)
      entries.removeAll(keepingCapacity: true)
    }
    attributes.removeAll(keepingCapacity: true)
    declarations.removeAll(keepingCapacity: true)
    position = -1
  }

  /// Forgets everything told.
  mutating func clear() {
    openText = .none
    recycle()
  }

  /// Says that no more comes to an open text; it is dropped where it was cut short.
  mutating func closeText(dropped: Bool) {
    if dropped, openText != .none { entries.removeLast() }
    openText = .none
  }

  /// Keeps a fault, if it is the first.
  mutating func note(_ found: XMLFault?) {
    fault = fault ?? found
  }

  /// Takes the start of an element.
  mutating func start(
    _ localName: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ namespace: UnsafePointer<xmlChar>?,
    declarations declared: UnsafeBufferPointer<UnsafePointer<xmlChar>?>,
    attributes given: UnsafeBufferPointer<UnsafePointer<xmlChar>?>
  ) {
    guard fault == nil else { return }
    markup()
    guard open.count < Self.deepest else { return note(XMLFault(.depth, line: line)) }
    let element = Element(
      name: names.number(of: localName), namespace: names.number(of: namespace),
      prefix: names.number(of: prefix),
      line: toldLine)
    open.append(element)
    var entry = entry(.start, element)
    if !declared.isEmpty {
      for place in stride(from: 0, to: declared.count, by: 2) {
        declarations.append(
          Declaration(
            prefix: names.number(of: declared[place]), namespace: names.number(of: declared[place + 1])))
      }
      entry.declarations = entry.declarations.lowerBound..<declarations.count
    }
    if !given.isEmpty {
      for place in stride(from: 0, to: given.count, by: 5) { add(attribute: given, at: place) }
      entry.attributes = entry.attributes.lowerBound..<attributes.count
    }
    entries.append(entry)
  }

  /// Name, prefix, namespace, start and end of the value.
  private mutating func add(attribute given: UnsafeBufferPointer<UnsafePointer<xmlChar>?>, at place: Int) {
    guard let start = given[place + 3], let end = given[place + 4] else { return }
    let first = texts.count
    texts.append(start, count: end - start)
    // A value that the parser had to put together ends in a zero byte; others hold no reference.
    if end.pointee == 0 { texts.resolveAmpersands(from: first) }
    attributes.append(
      Attribute(
        name: names.number(of: given[place]), namespace: names.number(of: given[place + 2]),
        prefix: names.number(of: given[place + 1]), value: first..<texts.count))
  }

  /// Takes the end of the innermost open element.
  mutating func end() {
    guard fault == nil, let element = open.last else { return }
    markup()
    entries.append(entry(.end, element))
    open.removeLast()
  }

  /// Takes a piece of text; pieces that follow each other are one text.
  mutating func text(_ start: UnsafePointer<xmlChar>?, _ count: Int32, isSection: Bool) {
    guard fault == nil, let start, let element = open.last else { return }
    hasTold = true
    let count = Int(count)
    let kind = isSection ? OpenText.section : .characters
    if openText != kind
      || (isSection && texts.count - entries[entries.count - 1].text.lowerBound > Self.longestSection)
    {
      var entry = entry(.text, element)
      entry.line = toldLine
      entries.append(entry)
      openText = kind
    }
    texts.append(start, count: count)
    let first = entries[entries.count - 1].text.lowerBound
    entries[entries.count - 1].text = first..<texts.count
    toldLine = parserLine
    if isSection {
      // The parser has not passed over the section yet.
      for byte in UnsafeBufferPointer(start: start, count: count) where byte == 0x0A { toldLine += 1 }
    } else if texts.count - first > Self.longestText {
      note(XMLFault(.size, line: line))
    }
  }

  /// Takes a comment, a processing instruction, or any end of text.
  mutating func markup() {
    hasTold = true
    hasMarkup = true
    openText = .none
    toldLine = parserLine
  }

  @inline(__always)
  private func entry(_ event: XMLPullReader.Event, _ element: Element) -> Entry {
    Entry(
      event: event, depth: Int32(truncatingIfNeeded: open.count), name: element.name,
      namespace: element.namespace,
      prefix: element.prefix, line: element.line, text: texts.count..<texts.count,
      attributes: attributes.count..<attributes.count, declarations: declarations.count..<declarations.count)
  }
}
