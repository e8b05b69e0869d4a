@testable import PasserelleIndex

/// What the literal index must answer, found by comparing scalars one by one.
struct LiteralModel {
  private(set) var texts: [Int64: String] = [:]

  mutating func add(_ literals: [(id: Int64, text: String)]) {
    for literal in literals { texts[literal.id] = literal.text }
  }

  mutating func remove(_ id: Int64) { texts[id] = nil }

  func fetch(_ ids: [Int64]) -> [String?] { ids.map { texts[$0] } }

  func matches(_ needle: String, _ mode: LiteralMode, ignoringCase: Bool) -> [Int64] {
    let wanted = Self.scalars(needle, ignoringCase)
    return texts.filter { Self.matches(wanted, mode, Self.scalars($0.value, ignoringCase)) }.keys.sorted()
  }

  static func lower(_ text: String) -> String {
    var lower = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      lower.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
    return String(lower)
  }

  private static func scalars(_ text: String, _ ignoringCase: Bool) -> [UInt32] {
    (ignoringCase ? lower(text) : text).unicodeScalars.map(\.value)
  }

  private static func matches(_ needle: [UInt32], _ mode: LiteralMode, _ text: [UInt32]) -> Bool {
    switch mode {
    case .containing:
      needle.isEmpty
        || text.indices.contains { text[$0] == needle[0] && text[$0...].starts(with: needle) }
    case .startingWith: text.starts(with: needle)
    case .endingWith: text.suffix(needle.count).elementsEqual(needle)
    case .equal: text == needle
    }
  }
}
