internal import PasserelleXML

/// The numbers of the names that rules speak of, so that a document is matched by numbers.
struct RuleNames: Sendable {
  private var numbers: [String: Int32] = [:]
  private(set) var texts: [String] = []

  /// The number of a name, made where it has none.
  mutating func number(_ name: String) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(texts.count)
    numbers[name] = number
    texts.append(name)
    return number
  }

  /// The number of a name that rules speak of; -1 for any other.
  func known(_ name: String) -> Int32 { numbers[name] ?? -1 }
}

/// The elements of a notice in flat arrays, with their parents: what paths are walked over.
struct RuleTree {
  struct Node {
    let element: XMLElement
    let name: Int32
    let parent: Int32
    var firstChild: Int32 = -1
    var next: Int32 = -1
  }

  private(set) var nodes: [Node] = []
  let names: RuleNames

  /// Numbers the elements of a document.
  ///
  /// - Complexity: O(elements).
  init(_ tree: XMLTree, names: RuleNames) {
    self.names = names
    nodes.reserveCapacity(tree.count)
    add(tree.root, under: -1)
  }

  private mutating func add(_ element: XMLElement, under parent: Int32) {
    let number = Int32(nodes.count)
    nodes.append(Node(element: element, name: names.known(element.name), parent: parent))
    var last: Int32 = -1
    for child in element.children {
      let place = Int32(nodes.count)
      if last < 0 { nodes[Int(number)].firstChild = place } else { nodes[Int(last)].next = place }
      last = place
      add(child, under: number)
    }
  }
}

/// An element of a notice, or an attribute of one.
struct RuleItem: Hashable {
  let node: Int32
  /// The number of the attribute's name; -1 for the element itself.
  var attribute: Int32 = -1
}

extension RuleTree {
  /// The text of an element or the value of an attribute, without white space at its ends and with single spaces.
  func value(_ item: RuleItem) -> String {
    let element = nodes[Int(item.node)].element
    let text =
      item.attribute < 0
      ? element.text : element.attribute(names.texts[Int(item.attribute)]) ?? ""
    return Self.normalized(text)
  }

  /// An attribute of the element of an item.
  func attribute(_ name: String, of item: RuleItem) -> String? {
    nodes[Int(item.node)].element.attribute(name)
  }

  /// The line of the start tag.
  func line(_ item: RuleItem) -> Int { nodes[Int(item.node)].element.line }

  /// White space as XPath's `normalize-space` leaves it.
  static func normalized(_ text: String) -> String {
    var needsWork = false
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      if byte < 0x20 || (byte == 0x20 && previous == 0x20) { needsWork = true }
      previous = byte
    }
    guard needsWork || previous == 0x20 else { return text }
    return text.utf8.split { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  /// Where an item stands, as names from the root with ranks among brothers of the name where there are several.
  func path(_ item: RuleItem) -> String {
    var parts: [String] = []
    if item.attribute >= 0 { parts.append("@" + names.texts[Int(item.attribute)]) }
    var place = item.node
    while place >= 0 {
      let node = nodes[Int(place)]
      parts.append(node.element.name + rank(place))
      place = node.parent
    }
    return "/" + parts.reversed().joined(separator: "/")
  }

  private func rank(_ place: Int32) -> String {
    let node = nodes[Int(place)]
    guard node.parent >= 0 else { return "" }
    let name = node.element.name
    var (rank, count) = (0, 0)
    var brother = nodes[Int(node.parent)].firstChild
    while brother >= 0 {
      if nodes[Int(brother)].element.name == name {
        count += 1
        if brother == place { rank = count }
      }
      brother = nodes[Int(brother)].next
    }
    return count > 1 ? "[\(rank)]" : ""
  }
}
