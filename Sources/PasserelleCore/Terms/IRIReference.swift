/// An IRI or relative reference in its parts, and its resolution (RFC 3986 §5).
public struct IRIReference: Sendable {
  private var scheme: Substring?
  private var authority: Substring?
  private var path: Substring
  private var query: Substring?
  private var fragment: Substring?

  /// Cuts a text; every text is a reference of some sort.
  public init(_ text: String) {
    var rest = text[...]
    if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
      fragment = rest[rest.utf8.index(after: hash)...]
      rest = rest[..<hash]
    }
    if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[rest.utf8.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let length = Self.schemeLength(rest.utf8) {
      let colon = rest.utf8.index(rest.startIndex, offsetBy: length)
      scheme = rest[..<colon]
      rest = rest[rest.utf8.index(after: colon)...]
    }
    if rest.utf8.starts(with: "//".utf8) {
      rest = Substring(rest.utf8.dropFirst(2))
      let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = rest[..<end]
      rest = rest[end...]
    }
    path = rest
  }

  /// The length of the scheme that a text starts with, its colon left out; nil for a relative reference.
  public static func schemeLength(_ bytes: some Sequence<UInt8>) -> Int? {
    var length = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: ":"): return length > 0 ? length : nil
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): length += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        guard length > 0 else { return nil }
        length += 1
      default: return nil
      }
    }
    return nil
  }

  /// Whether the reference has a scheme.
  public var isAbsolute: Bool { scheme != nil }

  /// The reference as seen from this base (RFC 3986 §5.2.2).
  public func resolving(_ reference: IRIReference) -> String {
    var target = reference
    if reference.scheme != nil {
      target.path = Self.withoutDots(reference.path)
    } else {
      target.scheme = scheme
      if reference.authority != nil {
        target.path = Self.withoutDots(reference.path)
      } else {
        target.authority = authority
        if reference.path.isEmpty {
          target.path = path
          if reference.query == nil { target.query = query }
        } else if reference.path.utf8.first == UInt8(ascii: "/") {
          target.path = Self.withoutDots(reference.path)
        } else {
          target.path = Self.withoutDots(merged(with: reference.path))
        }
      }
    }
    return target.text
  }

  /// The IRI that a reference stands for; the reference itself where there is no base, or where it has a scheme.
  public static func resolve(_ reference: String, against base: String?) -> String {
    guard let base, schemeLength(reference.utf8) == nil else { return reference }
    return IRIReference(base).resolving(IRIReference(reference))
  }

  private func merged(with relative: Substring) -> Substring {
    if authority != nil, path.isEmpty { return "/" + relative }
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return relative }
    return path[...slash] + relative
  }

  private var text: String {
    var result = ""
    if let scheme { result += scheme + ":" }
    if let authority { result += "//" + authority }
    result += path
    if let query { result += "?" + query }
    if let fragment { result += "#" + fragment }
    return result
  }

  /// Takes `.` and `..` out of a path (RFC 3986 §5.2.4).
  private static func withoutDots(_ path: Substring) -> Substring {
    guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
    let isRooted = path.utf8.first == UInt8(ascii: "/")
    let segments = path.utf8.dropFirst(isRooted ? 1 : 0).split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
    ).map { Substring($0) }
    var kept: [Substring] = []
    for (rank, segment) in segments.enumerated() {
      let isLast = rank == segments.count - 1
      switch segment {
      case ".": if isLast { kept.append("") }
      case "..":
        if !kept.isEmpty { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    return (isRooted ? "/" : "") + kept.joined(separator: "/")[...]
  }
}
