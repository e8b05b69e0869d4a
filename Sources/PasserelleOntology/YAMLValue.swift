import Yams

/// A value of a YAML file, with the line where it starts.
indirect enum YAMLValue: Equatable {
  /// A text; keys without a value have an empty one.
  case scalar(String, line: Int)
  /// A list.
  case sequence([YAMLValue], line: Int)
  /// Keys and values, in the order of the file.
  case mapping([Member], line: Int)

  /// A key with its value.
  struct Member: Equatable {
    let key: String
    let line: Int
    let value: YAMLValue
  }

  /// The line where it starts, counted from 1.
  var line: Int {
    switch self {
    case .scalar(_, let line), .sequence(_, let line), .mapping(_, let line): line
    }
  }

  /// The value of a node as the YAML library reads it; nil for what has no place in these files: keys that are no
  /// words, aliases.
  init?(_ node: Node) {
    let line = node.mark?.line ?? 1
    switch node {
    case .scalar(let scalar): self = .scalar(scalar.string, line: line)
    case .sequence(let sequence):
      var values: [YAMLValue] = []
      for node in sequence {
        guard let value = YAMLValue(node) else { return nil }
        values.append(value)
      }
      self = .sequence(values, line: line)
    case .mapping(let mapping):
      var members: [Member] = []
      for (key, node) in mapping {
        guard case .scalar(let scalar) = key, let value = YAMLValue(node) else { return nil }
        members.append(Member(key: scalar.string, line: scalar.mark?.line ?? line, value: value))
      }
      self = .mapping(members, line: line)
    case .alias: return nil
    }
  }
}
