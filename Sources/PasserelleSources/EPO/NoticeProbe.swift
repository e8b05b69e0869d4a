internal import PasserelleCore
internal import PasserelleXML

/// An eForms notice, to see what it holds.
public struct NoticeProbe {
  private let root: XMLElement

  /// Reads a notice.
  ///
  /// - Returns: Nil for a document that is not well formed.
  public init?(_ bytes: [UInt8], file: String) {
    var input: any ByteSource = MemoryByteSource(bytes)
    guard case .record(let record)? = try? XMLDocumentReader().read(&input, file: file) else { return nil }
    root = record.tree.root
  }

  /// Whether the notice holds an element with something in it.
  ///
  /// - Parameter path: An absolute path of XPath 1.0 with at most one simple condition a step that counts:
  ///   `[cbc:ID/@schemeName='Lot']`, `[@listName='x']`, `[cbc:Name/text()='x']`, `[not(cbc:X)]`.
  /// - Returns: Whether there is one.
  public func holds(_ path: String) -> Bool {
    let path = EPOPath(Self.plain(path))
    return path.elements(from: root, root: root).contains { element in
      guard let attribute = path.attribute else { return true }
      return element.attribute(attribute) != nil
    }
  }

  /// The path as ``EPOPath`` writes it; conditions of other forms are left out.
  private static func plain(_ path: String) -> String {
    var steps: [String] = []
    var step = ""
    var depth = 0
    for character in path {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if character == "/" && depth == 0 {
        steps.append(step)
        step = ""
      } else {
        step.append(character)
      }
    }
    steps.append(step)
    // The first step is the root itself.
    let below = steps.filter { !$0.isEmpty }.dropFirst()
    return "/" + below.map(plainStep).joined(separator: "/")
  }

  private static func plainStep(_ step: String) -> String {
    guard let open = step.firstIndex(of: "[") else { return local(step) }
    let name = local(String(step[..<open]))
    let conditions = step[open...].split(separator: "[").map { $0.drop { $0 == "[" } }
    let known = conditions.last { $0.last == "]" && !$0.contains("..") && !$0.contains("(cbc:ID/text()") }
    guard let condition = known?.dropLast() else { return name }
    if condition.hasPrefix("not("), condition.last == ")" {
      let child = condition.dropFirst(4).dropLast()
      return child.contains("/") ? name : name + "[!" + local(String(child)) + "]"
    }
    let parts = condition.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return name }
    let value = parts[1].filter { $0 != "'" }
    let sides = parts[0].split(separator: "/").map(String.init)
    guard let child = sides.first, !value.hasPrefix("(") else { return name }
    if child.hasPrefix("@") { return "\(name)[\(child)=\(value)]" }
    let attribute = sides.count > 1 && sides[1].hasPrefix("@") ? sides[1] : ""
    return "\(name)[\(local(child))\(attribute)=\(value)]"
  }

  private static func local(_ name: String) -> String {
    name.split(separator: ":").last.map(String.init) ?? name
  }
}
