import Glibc

extension Term: Hashable {
  /// Terms are the same when their code points are.
  public static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.iri(let a), .iri(let b)): a.hasSameBytes(as: b)
    case (.literal(let a), .literal(let b)): a == b
    default: false
    }
  }

  /// Hashes the code points.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .iri(let iri):
      iri.hashBytes(into: &hasher)
    case .literal(let literal):
      literal.hash(into: &hasher)
    }
  }
}

extension Literal: Hashable {
  /// Literals are the same when their code points and datatypes are.
  public static func == (left: Self, right: Self) -> Bool {
    left.lexicalForm.hasSameBytes(as: right.lexicalForm) && left.datatype == right.datatype
  }

  /// Hashes the code points and the datatype.
  public func hash(into hasher: inout Hasher) {
    lexicalForm.hashBytes(into: &hasher)
    datatype.hash(into: &hasher)
  }
}

extension Datatype: Hashable {
  /// Datatypes are the same when their IRIs, and their language tags, are.
  public static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.language(let a), .language(let b)), (.other(let a), .other(let b)): a.hasSameBytes(as: b)
    default: left.rank == right.rank
    }
  }

  /// Hashes the kind, and the language or IRI.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rank)
    switch self {
    case .language(let text), .other(let text): text.hashBytes(into: &hasher)
    default: break
    }
  }

  private var rank: UInt8 {
    switch self {
    case .string: 0
    case .integer: 1
    case .decimal: 2
    case .date: 3
    case .yearMonth: 4
    case .year: 5
    case .dateTime: 6
    case .boolean: 7
    case .language: 8
    case .other: 9
    }
  }
}

extension String {
  fileprivate func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let answer = utf8.withContiguousStorageIfAvailable { mine in
      other.utf8.withContiguousStorageIfAvailable { theirs in
        guard let a = mine.baseAddress, let b = theirs.baseAddress else { return true }
        return memcmp(a, b, mine.count) == 0
      }
    }
    return (answer ?? nil) ?? utf8.elementsEqual(other.utf8)
  }

  fileprivate func hashBytes(into hasher: inout Hasher) {
    var text = self
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(UInt8(0xFF))
  }
}
