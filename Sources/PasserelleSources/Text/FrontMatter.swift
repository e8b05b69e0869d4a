internal import Yams

/// The heading block of a specification.
struct FrontMatter {
  /// The keys that mean something.
  static let keys: Set<String> = [
    "title", "buyer", "place", "insee", "cpv", "date", "procedure", "language", "demonstration",
  ]

  /// The values by key; a single value is a list of one.
  private(set) var values: [String: [String]] = [:]
  /// Keys that mean nothing, in their order.
  private(set) var unknownKeys: [String] = []

  /// Reads a heading block.
  ///
  /// - Returns: Nil when it is not a YAML mapping.
  init?(_ yaml: String) {
    guard let root = try? Yams.compose(yaml: yaml) else { return nil }
    guard let mapping = root.mapping else { return nil }
    for (key, value) in mapping {
      let name = key.string ?? ""
      guard Self.keys.contains(name) else {
        unknownKeys.append(name)
        continue
      }
      if let list = value.sequence {
        values[name] = list.compactMap(\.string)
      } else if let text = value.string, !text.trimmed.isEmpty {
        values[name] = [text]
      }
    }
  }

  subscript(key: String) -> AwardRecord.Field? {
    values[key]?.first.map { AwardRecord.Field(name: key, value: $0) }
  }
}
