internal import PasserelleCore

/// Shortens IRIs to prefixed names where the name needs no escapes.
struct PrefixedNames {
  private struct Prefix {
    let name: [UInt8]
    let iri: [UInt8]
  }

  /// The prefixes that are declared, in the order given; the first of a name counts.
  let declared: [(name: String, iri: String)]
  /// The longest IRI first.
  private let prefixes: [Prefix]

  /// Takes prefixes; those whose name or IRI the syntax does not admit are left out.
  init(_ prefixes: [(name: String, iri: String)]) {
    var names: Set<String> = []
    declared = prefixes.filter {
      Self.isPrefixName($0.name) && IRIReference.schemeLength($0.iri.utf8) != nil
        && !$0.iri.utf8.contains(where: TermBytes.isForbiddenInIRI) && names.insert($0.name).inserted
    }
    self.prefixes = declared.enumerated().sorted {
      ($1.element.iri.utf8.count, $0.offset) < ($0.element.iri.utf8.count, $1.offset)
    }.map { Prefix(name: Array($0.element.name.utf8) + [UInt8(ascii: ":")], iri: Array($0.element.iri.utf8)) }
  }

  /// Writes the prefixed name of an IRI.
  ///
  /// - Returns: False, nothing written, where there is none.
  func write(_ iri: String, into bytes: inout [UInt8]) -> Bool {
    if prefixes.isEmpty { return false }
    var iri = iri
    return iri.withUTF8 { iri in
      // A local name that needs no escape is the run of such bytes at the end.
      var start = iri.count
      while start > 0, Self.isLocal(iri[start - 1]) { start -= 1 }
      for prefix in prefixes where prefix.iri.count >= start && prefix.iri.count <= iri.count {
        let local = UnsafeBufferPointer(rebasing: iri[prefix.iri.count...])
        guard local.first != UInt8(ascii: "-"), Self.isEqual(prefix.iri, iri) else { continue }
        bytes.append(contentsOf: prefix.name)
        bytes.append(contentsOf: local)
        return true
      }
      return false
    }
  }

  /// Whether an IRI starts with a prefix's, which is no longer than it.
  private static func isEqual(_ prefix: [UInt8], _ iri: UnsafeBufferPointer<UInt8>) -> Bool {
    // The ends differ more often than the starts.
    var at = prefix.count - 1
    while at >= 0 {
      if prefix[at] != iri[at] { return false }
      at -= 1
    }
    return true
  }

  @inline(__always)
  private static func isLocal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Whether a text is a prefix's name of plain letters, digits and `-`; empty counts.
  private static func isPrefixName(_ name: String) -> Bool {
    guard let first = name.utf8.first else { return true }
    return (first | 0x20) >= UInt8(ascii: "a") && (first | 0x20) <= UInt8(ascii: "z")
      && name.utf8.allSatisfy { isLocal($0) && $0 != UInt8(ascii: "_") }
  }
}
