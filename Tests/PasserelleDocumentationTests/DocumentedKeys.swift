import Foundation

/// The keys of a JSON format as the table of its page gives them.
///
/// A key is a path such as `vendors[].evidence[].title`, or `diagnostics.*` where any name may stand. Its type is
/// one or more of `string`, `integer`, `number`, `boolean`, `object`, `null`, `array of …`, joined by `or`; a
/// question mark after it says that the key may be absent. `array of object like vendors` says that the keys below are
/// those of another key.
struct DocumentedKeys {
  private struct Key {
    let types: [String]
    let isOptional: Bool
    let parent: String
    let name: String
    /// The key whose keys below are meant; its own where none is named.
    let model: String
  }

  private var keys: [String: Key] = [:]
  /// The keys met, by their paths on the page.
  private(set) var met: Set<String> = []
  /// Where documents and the page differ.
  private(set) var problems: Set<String> = []

  init(_ rows: [[String]]) {
    for row in rows {
      guard row.count == 3, !row[2].isEmpty else {
        problems.insert("a row must have a key, a type and a meaning: \(row)")
        continue
      }
      let isOptional = row[1].hasSuffix("?")
      let parts = (isOptional ? String(row[1].dropLast()) : row[1]).components(separatedBy: " like ")
      let types = parts[0].components(separatedBy: " or ")
      let cut = row[0].lastIndex(of: ".")
      keys[row[0]] = Key(
        types: types, isOptional: isOptional, parent: cut.map { String(row[0][..<$0]) } ?? "",
        name: cut.map { String(row[0][$0...].dropFirst()) } ?? row[0],
        model: parts.count > 1 ? parts[1] : row[0])
    }
  }

  /// The keys that no document has had.
  var unmet: [String] { keys.keys.filter { !met.contains($0) }.sorted() }

  /// Compares a document with the page.
  ///
  /// - Parameters:
  ///   - node: The document.
  ///   - isWhole: Whether keys that are not optional must be there; an example may leave some out.
  mutating func check(_ node: JSONNode, isWhole: Bool = true) { visit(node, at: "", isWhole) }

  private mutating func visit(_ node: JSONNode, at path: String, _ isWhole: Bool) {
    switch node {
    case .array(let elements):
      for element in elements { visit(element, at: path + "[]", isWhole) }
    case .object(let members):
      for (name, value) in members {
        let found = [name, "*"].map { path.isEmpty ? $0 : path + "." + $0 }.first { keys[$0] != nil }
        guard let found, let key = keys[found] else {
          problems.insert("the key \(path).\(name) is not on the page")
          continue
        }
        met.insert(found)
        if !key.types.contains(where: { value.isOfType($0) }) {
          problems.insert("\(found) is not of the type on the page, \(key.types.joined(separator: " or "))")
        }
        visit(value, at: key.model, isWhole)
      }
      guard isWhole else { return }
      for (full, key) in keys where key.parent == path && key.name != "*" && !key.isOptional {
        if members[key.name] == nil {
          problems.insert("\(full) is absent, though the page says it is always there")
        }
      }
    default: break
    }
  }
}
