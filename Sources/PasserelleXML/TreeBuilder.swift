/// Gathers the nodes of a tree as they are met.
struct TreeBuilder {
  private let limits: XMLLimits
  private var nodes: [XMLTree.Node] = []
  private var attributes: [XMLTree.Attribute] = []
  private var texts: [UInt8] = []
  /// The elements that are open, innermost last.
  private var open: [Open] = []
  /// The own text of each open element that children interrupt, kept for the next of the same depth.
  private var pending: [[UInt8]] = []
  /// How many bytes of texts there are, each counted once wherever it stands.
  private var textBytes = 0

  private struct Open {
    var node: Int32
    /// The number of the last child, or -1.
    var lastChild: Int32 = -1
  }

  init(_ limits: XMLLimits) { self.limits = limits }

  /// Opens the element of a start, with its attributes.
  mutating func start(_ entry: EventQueue.Entry, _ reader: EventReader) throws {
    let line = Int(entry.line)
    guard nodes.count + attributes.count < limits.nodes else { throw XMLFault(.size, line: line) }
    let number = Int32(nodes.count)
    let first = Int32(attributes.count)
    for place in entry.attributes {
      guard nodes.count + 1 + attributes.count < limits.nodes else { throw XMLFault(.size, line: line) }
      let found = reader.attribute(at: place)
      let value = try store(reader.bytes(found.value), line: line)
      attributes.append(XMLTree.Attribute(name: found.name, namespace: found.namespace, value: value))
    }
    nodes.append(
      XMLTree.Node(
        name: entry.name, namespace: entry.namespace, attributes: first..<Int32(attributes.count),
        line: entry.line))
    if let parent = open.last {
      if parent.lastChild < 0 {
        nodes[Int(parent.node)].firstChild = number
      } else {
        nodes[Int(parent.lastChild)].next = number
      }
      open[open.count - 1].lastChild = number
    }
    open.append(Open(node: number))
    if pending.count < open.count { pending.append([]) }
  }

  /// Adds text to the innermost element.
  mutating func add(text: UnsafeBufferPointer<UInt8>, line: Int) throws {
    guard let node = open.last.map({ Int($0.node) }), !text.isEmpty else { return }
    let held = nodes[node].text
    let depth = open.count - 1
    // White space between elements is not gathered.
    if held.isEmpty, Self.isBlank(text) { return }
    if held.isEmpty || (pending[depth].isEmpty && Int(held.upperBound) == texts.count) {
      let range = try store(text, line: line)
      nodes[node].text = (held.isEmpty ? range.lowerBound : held.lowerBound)..<range.upperBound
      return
    }
    if pending[depth].isEmpty { pending[depth] += texts[Int(held.lowerBound)..<Int(held.upperBound)] }
    try count(text, line: line)
    pending[depth].append(contentsOf: text)
  }

  private static func isBlank(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in text where byte > 0x20 { return false }
    return true
  }

  /// Closes the innermost element.
  mutating func end() {
    guard let node = open.popLast()?.node else { return }
    let depth = open.count
    guard !pending[depth].isEmpty else { return }
    let start = Int32(texts.count)
    texts.append(contentsOf: pending[depth])
    nodes[Int(node)].text = start..<Int32(texts.count)
    pending[depth].removeAll(keepingCapacity: true)
  }

  private mutating func store(_ value: UnsafeBufferPointer<UInt8>, line: Int) throws -> Range<Int32> {
    try count(value, line: line)
    let start = Int32(texts.count)
    texts.append(contentsOf: value)
    return start..<Int32(texts.count)
  }

  private mutating func count(_ value: UnsafeBufferPointer<UInt8>, line: Int) throws {
    textBytes += value.count
    guard textBytes <= limits.documentBytes else { throw XMLFault(.size, line: line) }
  }

  func tree(names: [String]) -> XMLTree {
    XMLTree(names: names, nodes: nodes, attributes: attributes, texts: texts)
  }
}
