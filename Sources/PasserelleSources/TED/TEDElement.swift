internal import PasserelleXML

/// The names of a document by their numbers, each looked up once.
final class TEDNames: Sendable {
  private let tags: [TEDTag?]

  init(_ tree: XMLTree) { tags = tree.nameTable.map(Self.tag) }

  /// What an element is; nil for one that is not read.
  func tag(of element: XMLElement) -> TEDTag? { tags[element.nameNumber] }

  private static let byName = Dictionary(uniqueKeysWithValues: TEDTag.allCases.map { ($0.rawValue, $0) })

  /// Before R2.0.9 each form had names of its own for the same things: `F02_ANNEX_B`, `AWARD_OF_CONTRACT_DEFENCE`.
  private static func tag(_ name: String) -> TEDTag? {
    if let tag = byName[name] { return tag }
    if name.hasSuffix("ANNEX_B") { return .annexB }
    if name.hasPrefix("AWARD_OF_CONTRACT") || name.hasPrefix("AWARD_AND_CONTRACT_VALUE") {
      return .awardOfContract
    }
    if name.hasPrefix("CONTRACT_LIKELY_SUB_CONTRACTED") { return .contractLikelySubContracted }
    if name.hasPrefix("NOTICE_INVOLVES") { return .noticeInvolves }
    if name.hasSuffix("_FRAMEWORK"), name.hasPrefix("F") { return .frameworkAgreement }
    if name.hasPrefix("CA_CE_CONCESSIONAIRE_PROFILE") { return .caCeConcessionaireProfile }
    return nil
  }
}

/// An element of a TED notice, with ways down by tags.
struct TEDElement: Sendable {
  let element: XMLElement
  let names: TEDNames

  /// What it is; nil for an element that is not read.
  var tag: TEDTag? { names.tag(of: element) }
  /// The line of its start, from 1.
  var line: Int { max(1, element.line) }

  /// The elements directly under this one, in their order.
  var children: TEDChildren { TEDChildren(upcoming: element.firstChild, names: names) }

  /// The first child of a tag.
  func first(_ tag: TEDTag) -> TEDElement? {
    var child = element.firstChild
    while let one = child {
      if names.tag(of: one) == tag { return TEDElement(element: one, names: names) }
      child = one.nextSibling
    }
    return nil
  }

  /// The first child of the first of some tags that has one.
  func first(of tags: [TEDTag]) -> TEDElement? { tags.lazy.compactMap { first($0) }.first }

  /// The element found by going down first children.
  func first(path: TEDTag...) -> TEDElement? {
    var element: TEDElement? = self
    for tag in path { element = element?.first(tag) }
    return element
  }

  /// The children of a tag, in their order.
  func all(_ tag: TEDTag) -> [TEDElement] { children.filter { $0.tag == tag } }

  /// The first element of some tags below this one, in the order of the document, other elements passed over whole.
  func descend(to tags: Set<TEDTag>, over passed: Set<TEDTag> = []) -> TEDElement? {
    for child in children {
      if let tag = child.tag {
        if tags.contains(tag) { return child }
        if passed.contains(tag) { continue }
      }
      if let found = child.descend(to: tags, over: passed) { return found }
    }
    return nil
  }

  /// Every element of some tags below this one that is not within another such, in the order of the document.
  func descendants(_ tags: Set<TEDTag>, over passed: Set<TEDTag> = []) -> [TEDElement] {
    var found: [TEDElement] = []
    func visit(_ element: TEDElement) {
      for child in element.children {
        if let tag = child.tag {
          if tags.contains(tag) {
            found.append(child)
            continue
          }
          if passed.contains(tag) { continue }
        }
        visit(child)
      }
    }
    visit(self)
    return found
  }

  /// The text: its own, then that of its paragraphs, each on a line of its own.
  var text: String {
    var text = element.hasText ? element.text : ""
    for child in children where child.tag == .paragraph && child.element.hasText {
      if !text.isEmpty { text += "\n" }
      text += child.element.text
    }
    return text
  }

  /// The text without white space at its ends; nil when there is none.
  var content: String? {
    let text = text.trimmed
    return text.isEmpty ? nil : text
  }

  /// The value of an attribute, without white space at its ends; nil when there is none.
  func attribute(_ name: String) -> String? {
    guard let value = element.attribute(name)?.trimmed, !value.isEmpty else { return nil }
    return value
  }

  /// The name without prefix.
  var name: String { element.name }
}

/// The children of an element.
struct TEDChildren: Sequence, IteratorProtocol {
  fileprivate var upcoming: XMLElement?
  fileprivate let names: TEDNames

  mutating func next() -> TEDElement? {
    guard let element = upcoming else { return nil }
    upcoming = element.nextSibling
    return TEDElement(element: element, names: names)
  }
}
