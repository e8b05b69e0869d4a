/// Gathers the nodes of a tree as they are met.
struct TreeBuilder {
  private let limits: XMLLimits
  private var nodes: [XMLTree.Node] = []
  private var attributes: [XMLTree.Attribute] = []
  private var texts: [UInt8] = []
  /// The elements that are open: their number, and that of their last child.
  private var open: [(node: Int32, lastChild: Int32)] = []
  /// The own text of each open element, kept for the next of the same depth.
  private var pending: [[UInt8]] = []
  private var pendingBytes = 0

  init(_ limits: XMLLimits) { self.limits = limits }

  mutating func start(name: Int32, namespace: Int32, line: Int) throws {
    guard nodes.count + attributes.count < limits.nodes else { throw XMLFault(.size, line: line) }
    let number = Int32(nodes.count)
    let first = Int32(attributes.count)
    nodes.append(
      XMLTree.Node(
        name: name, namespace: namespace, attributes: first..<first, line: Int32(clamping: line)))
    if let parent = open.last {
      if parent.lastChild < 0 {
        nodes[Int(parent.node)].firstChild = number
      } else {
        nodes[Int(parent.lastChild)].next = number
      }
      open[open.count - 1].lastChild = number
    }
    open.append((number, -1))
    if pending.count < open.count { pending.append([]) }
  }

  mutating func add(
    attribute name: Int32, namespace: Int32, value: UnsafeBufferPointer<UInt8>, line: Int
  ) throws {
    guard nodes.count + attributes.count < limits.nodes else { throw XMLFault(.size, line: line) }
    guard let node = open.last?.node else { return }
    let range = try store(value, line: line)
    attributes.append(XMLTree.Attribute(name: name, namespace: namespace, value: range))
    nodes[Int(node)].attributes = nodes[Int(node)].attributes.lowerBound..<Int32(attributes.count)
  }

  mutating func add(text: UnsafeBufferPointer<UInt8>, line: Int) throws {
    guard !open.isEmpty else { return }
    // White space between elements is not gathered.
    if pending[open.count - 1].isEmpty, text.allSatisfy({ $0 <= 0x20 }) { return }
    pendingBytes += text.count
    guard texts.count + pendingBytes <= limits.documentBytes else { throw XMLFault(.size, line: line) }
    pending[open.count - 1].append(contentsOf: text)
  }

  mutating func end() {
    guard let (node, _) = open.popLast() else { return }
    let depth = open.count
    guard !pending[depth].isEmpty else { return }
    let start = Int32(texts.count)
    texts.append(contentsOf: pending[depth])
    pendingBytes -= pending[depth].count
    nodes[Int(node)].text = start..<Int32(texts.count)
    pending[depth].removeAll(keepingCapacity: true)
  }

  private mutating func store(_ value: UnsafeBufferPointer<UInt8>, line: Int) throws -> Range<Int32> {
    guard texts.count + pendingBytes + value.count <= limits.documentBytes else {
      throw XMLFault(.size, line: line)
    }
    let start = Int32(texts.count)
    texts.append(contentsOf: value)
    return start..<Int32(texts.count)
  }

  func tree(names: [String]) -> XMLTree {
    XMLTree(names: names, nodes: nodes, attributes: attributes, texts: texts)
  }
}
