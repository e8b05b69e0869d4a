import Glibc
package import PasserelleCore
import PasserelleSegments

/// Statements on their way to a ``GraphLoader``: the keys of their terms in one piece of memory, and four references
/// a statement; made by one thread and taken by another.
package final class StatementChunk: @unchecked Sendable {
  // One thread at a time has it.

  /// A reference to a term: 0 for none, an inline value, or one more than where the key's entry stands.
  ///
  /// An entry: the hash of the key, 64 bits; its length, 32 bits, whose highest bit says that the identifier stands in
  /// the place of the hash; the key.
  package typealias Reference = Int64

  private(set) var references: [Reference] = []
  private(set) var entries: UnsafeMutableRawPointer
  private var capacity = 1 << 20
  private var filled = 0
  /// Where terms met lately stand, one more than their entries; one place a hash of their last bytes.
  private var recent = [Int32](repeating: 0, count: 4096)

  /// How many statements and bytes are worth handing on.
  private static let statements = 8192
  private static let bytes = 2 << 20

  /// Makes an empty chunk.
  package init() {
    entries = .allocate(byteCount: capacity, alignment: 16)
    references.reserveCapacity(4 * Self.statements)
  }

  deinit { entries.deallocate() }

  /// The number of statements.
  package var count: Int { references.count / 4 }

  /// Whether the chunk is worth handing on.
  package var isFull: Bool { count >= Self.statements || filled >= Self.bytes }

  /// Adds a statement.
  ///
  /// - Parameters:
  ///   - subject: The subject.
  ///   - predicate: The predicate.
  ///   - object: The object.
  ///   - graph: The graph; 0 for the default graph of the file.
  package func add(_ subject: Reference, _ predicate: Reference, _ object: Reference, _ graph: Reference) {
    references.append(subject)
    references.append(predicate)
    references.append(object)
    references.append(graph)
  }

  /// Refers to an IRI.
  package func iri(_ text: UnsafeBufferPointer<UInt8>) -> Reference { reference(1, nil, text) }

  /// Refers to an `xsd:string`.
  package func string(_ text: UnsafeBufferPointer<UInt8>) -> Reference { reference(2, nil, text) }

  /// Refers to a string in a language, by its tag in lower case.
  package func string(
    _ text: UnsafeBufferPointer<UInt8>, language: UnsafeBufferPointer<UInt8>
  ) -> Reference { reference(3, language, text) }

  /// Refers to a literal of a datatype, by its IRI.
  package func literal(
    _ text: UnsafeBufferPointer<UInt8>, datatype: UnsafeBufferPointer<UInt8>
  ) -> Reference {
    guard let known = InlineText.datatype(datatype) else { return reference(0x1F, datatype, text) }
    if case .string = known { return string(text) }
    if let id = InlineText.identifier(text, known) { return id.rawValue }
    return reference(0x10 + UInt8(TermCodec.datatypes.firstIndex(of: known) ?? 0), nil, text)
  }

  /// Refers to a term.
  package func term(_ term: Term) -> Reference {
    if case .literal(let literal) = term, let id = InlineValue.identifier(of: literal) { return id.rawValue }
    let key = TermCodec.key(of: term)
    return key.withUnsafeBytes { key in
      let rest = UnsafeBufferPointer(rebasing: key.assumingMemoryBound(to: UInt8.self)[1...])
      return reference(key[0], nil, rest)
    }
  }

  @inline(__always)
  private func reference(
    _ kind: UInt8, _ head: UnsafeBufferPointer<UInt8>?, _ text: UnsafeBufferPointer<UInt8>
  ) -> Reference {
    let length = 1 + (head.map { $0.count + 1 } ?? 0) + text.count
    let slot = Self.slot(text, length, kind)
    let known = Int(recent[slot]) - 1
    if known >= 0, isEntry(known, kind, head, text, length) { return Reference(known + 1) }
    if filled + length + 12 > capacity { enlarge(length + 12) }
    let entry = entries + filled
    let key = entry + 12
    key.storeBytes(of: kind, as: UInt8.self)
    var at = 1
    if let head {
      if let start = head.baseAddress { (key + 1).copyMemory(from: start, byteCount: head.count) }
      (key + 1 + head.count).storeBytes(of: 0, as: UInt8.self)
      at += head.count + 1
    }
    if let start = text.baseAddress { (key + at).copyMemory(from: start, byteCount: text.count) }
    entry.storeBytes(
      of: TermCodec.hash(UnsafeRawBufferPointer(start: key, count: length)), as: UInt64.self)
    (entry + 8).storeBytes(of: UInt32(length), as: UInt32.self)
    recent[slot] = Int32(filled + 1)
    defer { filled += length + 12 }
    return Reference(filled + 1)
  }

  private func isEntry(
    _ place: Int, _ kind: UInt8, _ head: UnsafeBufferPointer<UInt8>?, _ text: UnsafeBufferPointer<UInt8>,
    _ length: Int
  ) -> Bool {
    let entry = entries + place
    guard (entry + 8).loadUnaligned(as: UInt32.self) == UInt32(length),
      (entry + 12).load(as: UInt8.self) == kind
    else { return false }
    var key = entry + 13
    if let head {
      guard head.isEmpty || head.baseAddress.map({ memcmp(key, $0, head.count) == 0 }) ?? true,
        (key + head.count).load(as: UInt8.self) == 0
      else { return false }
      key += head.count + 1
    }
    guard let start = text.baseAddress else { return true }
    return memcmp(key, start, text.count) == 0
  }

  @inline(__always)
  private static func slot(_ text: UnsafeBufferPointer<UInt8>, _ length: Int, _ kind: UInt8) -> Int {
    var mixed = UInt64(truncatingIfNeeded: length) << 8 | UInt64(kind)
    let raw = UnsafeRawBufferPointer(text)
    if raw.count >= 8 {
      mixed ^= raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)
      if raw.count >= 16 {
        mixed =
          (mixed &* 0x9E37_79B9_7F4A_7C15)
          ^ raw.loadUnaligned(fromByteOffset: raw.count - 16, as: UInt64.self)
      }
    } else {
      for byte in raw { mixed = mixed << 8 ^ UInt64(byte) }
    }
    mixed = (mixed ^ mixed >> 29) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 52)
  }

  private func enlarge(_ more: Int) {
    let wider = max(capacity * 2, filled + more)
    let copy = UnsafeMutableRawPointer.allocate(byteCount: wider, alignment: 16)
    copy.copyMemory(from: entries, byteCount: filled)
    entries.deallocate()
    (entries, capacity) = (copy, wider)
  }

  /// Empties the chunk and keeps its room.
  package func removeAll() {
    references.removeAll(keepingCapacity: true)
    filled = 0
    for slot in recent.indices { recent[slot] = 0 }
  }
}
