internal import PasserelleXML

/// A way down from an element of a notice, in names without prefix.
///
/// `A/B` leads through every `A` to every `B`; a step `EXT` stands for what the Publications Office adds; a path that
/// starts with `/` starts at the root of the notice; the empty path stays where it is. A step takes one condition:
/// `A[B@listName=x]`, `A[@listName=x]`, `A[B=x]`, or `A[!B]` for one without such a child. A last step `@name` is an
/// attribute.
struct EPOPath: Sendable {
  struct Step: Sendable {
    let name: String
    let condition: Condition?
  }

  /// What an element of a step must hold.
  struct Condition: Sendable {
    let child: String
    let attribute: String?
    let value: String?
    let isNegated: Bool

    func holds(of element: XMLElement) -> Bool {
      let candidates = child.isEmpty ? [element] : element.all(child)
      let holds = candidates.contains { candidate in
        guard let value else { return true }
        return (attribute.map { candidate.attribute($0) } ?? candidate.content) == value
      }
      return holds != isNegated
    }
  }

  let steps: [Step]
  let isFromRoot: Bool
  /// The attribute of the last element that is meant; nil for its text.
  let attribute: String?

  /// Reads a path as the tables of this folder write it.
  init(_ text: String) {
    isFromRoot = text.hasPrefix("/")
    var names = text.split(separator: "/").map(String.init)
    attribute = names.last.flatMap { $0.first == "@" ? String($0.dropFirst()) : nil }
    if attribute != nil { names.removeLast() }
    steps = names.map(Self.step)
  }

  private static func step(_ text: String) -> Step {
    guard let open = text.firstIndex(of: "["), text.last == "]" else {
      return Step(name: text, condition: nil)
    }
    var inner = text[text.index(after: open)...].dropLast()
    let isNegated = inner.first == "!"
    if isNegated { inner = inner.dropFirst() }
    let parts = inner.split(separator: "=", maxSplits: 1).map(String.init)
    let names = (parts.first ?? "").split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let condition = Condition(
      child: names.first ?? "", attribute: names.count > 1 ? names[1] : nil,
      value: parts.count > 1 ? parts[1] : nil, isNegated: isNegated)
    return Step(name: String(text[..<open]), condition: condition)
  }

  /// The elements that the path leads to, in the order of the notice.
  func elements(from context: XMLElement, root: XMLElement) -> [XMLElement] {
    var level = [isFromRoot ? root : context]
    for step in steps {
      var next: [XMLElement] = []
      for element in level {
        if step.name == "EXT" {
          next += element.eformsExtensions
        } else {
          for child in element.children where child.name == step.name {
            if step.condition?.holds(of: child) ?? true { next.append(child) }
          }
        }
      }
      if next.isEmpty { return [] }
      level = next
    }
    return level
  }
}
