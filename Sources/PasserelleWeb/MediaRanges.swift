/// What a client accepts: the ranges of an `Accept` header (RFC 9110, section 12.5.1).
struct MediaRanges {
  private struct Range {
    let type: String
    let subtype: String
    let quality: Int
  }

  private let ranges: [Range]

  /// Reads a header; nil, or nothing that can be read, accepts all.
  init(_ header: String?) {
    ranges = (header ?? "").split(separator: ",").compactMap { part in
      let pieces = part.split(separator: ";").map { piece in piece.filter { !$0.isWhitespace }.lowercased() }
      let names = (pieces.first ?? "").split(separator: "/")
      guard names.count == 2 else { return nil }
      var quality = 1000
      for piece in pieces.dropFirst() where piece.hasPrefix("q=") {
        quality = Double(piece.dropFirst(2)).map { Int(min(max($0, 0), 1) * 1000) } ?? 0
      }
      return Range(type: String(names[0]), subtype: String(names[1]), quality: quality)
    }
  }

  /// The best of some media types, the first of equals; nil where none is accepted.
  func best(of types: [String]) -> String? {
    guard !ranges.isEmpty else { return types.first }
    var best: (type: String, quality: Int)?
    for type in types {
      let found = quality(type)
      if found > best?.quality ?? 0 { best = (type, found) }
    }
    return best?.type
  }

  /// The quality of a type in thousandths, by the narrowest range that holds it.
  private func quality(_ type: String) -> Int {
    let names = type.split(separator: "/")
    func first(_ matches: (Range) -> Bool) -> Int? { ranges.first(where: matches)?.quality }
    return first { $0.type == names[0] && $0.subtype == names[1] }
      ?? first { $0.type == names[0] && $0.subtype == "*" }
      ?? first { $0.type == "*" && $0.subtype == "*" } ?? 0
  }
}
