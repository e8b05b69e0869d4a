internal import PasserelleCore

/// Finds where terms of N-Triples and N-Quads end, by tables of bytes.
struct LineBytes: ~Copyable {
  private static let stopsIRI: UInt8 = 1
  private static let stopsText: UInt8 = 2

  private let table: UnsafeMutablePointer<UInt8>

  init() {
    table = .allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max {
      var kinds: UInt8 = 0
      if TermBytes.isForbiddenInIRI(byte) { kinds |= Self.stopsIRI }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x0D { kinds |= Self.stopsText }
      table[Int(byte)] = kinds
    }
  }

  deinit { table.deallocate() }

  /// The first byte from a place on that may not stand in an IRI, or the end.
  @inline(__always)
  func endOfIRI(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    end(bytes, from: start, Self.stopsIRI)
  }

  /// The first quotation mark, backslash or carriage return from a place on, or the end.
  @inline(__always)
  func endOfText(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    end(bytes, from: start, Self.stopsText)
  }

  @inline(__always)
  private func end(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ mask: UInt8) -> Int {
    guard let base = bytes.baseAddress else { return start }
    var at = start
    let count = bytes.count
    while at + 4 <= count {
      let a = table[Int(base[at])]
      let b = table[Int(base[at + 1])]
      let c = table[Int(base[at + 2])]
      let d = table[Int(base[at + 3])]
      if (a | b | c | d) & mask != 0 { break }
      at += 4
    }
    while at < count, table[Int(base[at])] & mask == 0 { at += 1 }
    return at
  }

  /// Whether an IRI starts with a scheme.
  @inline(__always)
  func hasScheme(_ iri: UnsafeBufferPointer<UInt8>) -> Bool {
    if iri.count > 5, iri[0] == 0x68, iri[1] == 0x74, iri[2] == 0x74, iri[3] == 0x70,
      iri[4] == 0x3A || iri[4] == 0x73 && iri[5] == 0x3A
    {
      return true
    }
    return IRIReference.schemeLength(iri) != nil
  }

  /// The first characters of a text, for messages.
  static func start(of bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(String(decoding: bytes.prefix(320), as: UTF8.self).prefix(80))
  }
}
