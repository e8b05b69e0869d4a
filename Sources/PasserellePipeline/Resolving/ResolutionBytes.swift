/// Writes numbers and texts one after the other: how mentions are stored.
struct ResolutionWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: UInt64) {
    var number = number
    while number > 127 {
      bytes.append(UInt8(truncatingIfNeeded: number) | 0x80)
      number >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: number))
  }

  mutating func add(_ number: Int) { add(UInt64(max(0, number))) }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ data: [UInt8]) {
    add(data.count)
    bytes.append(contentsOf: data)
  }

  mutating func add<Element>(_ list: [Element], _ each: (inout Self, Element) -> Void) {
    add(list.count)
    for element in list { each(&self, element) }
  }
}

/// Reads what a ``ResolutionWriter`` wrote; nil where the bytes are cut short or of another shape.
struct ResolutionByteReader {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func number() -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
    }
    return nil
  }

  mutating func integer() -> Int? { number().flatMap { Int(exactly: $0) } }

  mutating func data() -> [UInt8]? {
    guard let count = integer(), count <= bytes.count - position else { return nil }
    defer { position += count }
    return Array(bytes[position..<(position + count)])
  }

  mutating func text() -> String? {
    guard let count = integer(), count <= bytes.count - position else { return nil }
    defer { position += count }
    return String(decoding: bytes[position..<(position + count)], as: UTF8.self)
  }

  mutating func list<Element>(_ each: (inout Self) -> Element?) -> [Element]? {
    guard let count = integer(), count <= bytes.count - position else { return nil }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count {
      guard let element = each(&self) else { return nil }
      list.append(element)
    }
    return list
  }
}
