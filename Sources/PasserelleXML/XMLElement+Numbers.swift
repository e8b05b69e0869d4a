extension XMLTree {
  /// The names of the document, each once; elements refer to them by their place.
  package var nameTable: [String] { names }

  /// The names of the elements that have text of their own, white space aside; each once, in no order that matters.
  package var namesWithText: [String] {
    var isMet = [Bool](repeating: false, count: names.count)
    for node in nodes where !node.text.isEmpty { isMet[Int(node.name)] = true }
    return names.indices.filter { isMet[$0] }.map { names[$0] }
  }
}

/// A faster way down a tree for formats that know their names: by numbers instead of texts.
extension XMLElement {
  /// The place of the name in ``XMLTree/nameTable``.
  package var nameNumber: Int { Int(tree.nodes[Int(index)].name) }

  /// The place of the element in its document, from 0, children after their parents.
  package var number: Int { Int(index) }

  /// The first child; nil where there is none.
  package var firstChild: XMLElement? {
    let child = tree.nodes[Int(index)].firstChild
    return child < 0 ? nil : XMLElement(tree: tree, index: child)
  }

  /// The next element of the same parent; nil for the last.
  package var nextSibling: XMLElement? {
    let next = tree.nodes[Int(index)].next
    return next < 0 ? nil : XMLElement(tree: tree, index: next)
  }

  /// Whether the element has text of its own, white space aside.
  package var hasText: Bool { !tree.nodes[Int(index)].text.isEmpty }
}
