/// The elements of one document, or of one element of it, in flat arrays.
///
/// Names are held once; texts stand in one run of bytes. Comments and processing instructions are left out, and
/// of text between elements the order among them.
public final class XMLTree: Sendable {
  struct Node: Sendable {
    var name: Int32
    var namespace: Int32
    /// The first child, or -1.
    var firstChild: Int32 = -1
    /// The next element of the same parent, or -1.
    var next: Int32 = -1
    var attributes: Range<Int32>
    var text: Range<Int32> = 0..<0
    var line: Int32
  }

  struct Attribute: Sendable {
    var name: Int32
    var namespace: Int32
    var value: Range<Int32>
  }

  let names: [String]
  let nodes: [Node]
  let attributes: [Attribute]
  let texts: [UInt8]

  init(names: [String], nodes: [Node], attributes: [Attribute], texts: [UInt8]) {
    precondition(!nodes.isEmpty, "a tree has a root")
    self.names = names
    self.nodes = nodes
    self.attributes = attributes
    self.texts = texts
  }

  /// The outermost element.
  public var root: XMLElement { XMLElement(tree: self, index: 0) }

  /// The number of elements.
  public var count: Int { nodes.count }

  func text(_ range: Range<Int32>) -> String {
    String(decoding: texts[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }
}

/// One element of a tree.
public struct XMLElement: Sendable {
  /// The tree that it is of.
  package let tree: XMLTree
  let index: Int32

  private var node: XMLTree.Node { tree.nodes[Int(index)] }

  /// The name without prefix.
  public var name: String { tree.names[Int(node.name)] }
  /// The namespace; empty for none.
  public var namespace: String { tree.names[Int(node.namespace)] }
  /// The line on which the start tag ends, from 1.
  public var line: Int { Int(node.line) }

  /// The text of the element itself as written, that of its children left out; empty for white space alone.
  public var text: String { node.text.isEmpty ? "" : tree.text(node.text) }

  /// The value of an attribute, by its name without prefix.
  ///
  /// - Returns: Nil where the element has none of this name.
  public func attribute(_ name: String) -> String? {
    for index in node.attributes {
      let attribute = tree.attributes[Int(index)]
      if tree.names[Int(attribute.name)] == name { return tree.text(attribute.value) }
    }
    return nil
  }

  /// The elements directly under this one, in their order.
  public var children: some Sequence<XMLElement> {
    let tree = tree
    return sequence(state: node.firstChild) { next -> XMLElement? in
      guard next >= 0 else { return nil }
      defer { next = tree.nodes[Int(next)].next }
      return XMLElement(tree: tree, index: next)
    }
  }

  /// The first child of a name, whatever its namespace.
  ///
  /// - Complexity: O(children).
  public func first(_ name: String) -> XMLElement? {
    var child = tree.nodes[Int(index)].firstChild
    while child >= 0 {
      let node = tree.nodes[Int(child)]
      if tree.names[Int(node.name)] == name { return XMLElement(tree: tree, index: child) }
      child = node.next
    }
    return nil
  }

  /// The children of a name, in their order.
  public func all(_ name: String) -> [XMLElement] {
    var found: [XMLElement] = []
    appendChildren(name, to: &found)
    return found
  }

  private func appendChildren(_ name: String, to found: inout [XMLElement]) {
    var child = tree.nodes[Int(index)].firstChild
    while child >= 0 {
      let node = tree.nodes[Int(child)]
      if tree.names[Int(node.name)] == name { found.append(XMLElement(tree: tree, index: child)) }
      child = node.next
    }
  }

  /// The first element found by going down names, each time through every child of the name.
  public func first(path: [String]) -> XMLElement? { all(path: path).first }

  /// The elements found by going down names, in their order.
  public func all(path: [String]) -> [XMLElement] {
    var level = [self]
    for name in path {
      var below: [XMLElement] = []
      for element in level { element.appendChildren(name, to: &below) }
      level = below
    }
    return level
  }
}
