/// Bytes read one after the other, for ``NaiveSegment``.
struct NaiveBytes {
  let bytes: [UInt8]
  var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var left: Int { bytes.count - place }

  mutating func take(_ count: Int) -> [UInt8] {
    defer { place += count }
    return Array(bytes[place..<(place + count)])
  }

  mutating func number(_ length: Int) -> UInt64 {
    take(length).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func varint() -> Int {
    var value = 0
    var shift = 0
    while true {
      let byte = Int(number(1))
      value |= (byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  /// Values of a bit stream, bit by bit.
  static func stream(_ bytes: [UInt8], count: Int, width: Int) -> [UInt64] {
    (0..<count).map { index in
      (0..<width).reduce(UInt64(0)) { value, bit in
        let place = index * width + bit
        return value | UInt64(bytes[place / 8] >> UInt8(place % 8) & 1) << UInt64(bit)
      }
    }
  }

  /// 128 values in four lanes, bit by bit.
  mutating func lanes(width: Int) -> [Int] {
    let data = take(16 * width)
    return (0..<128).map { index in
      (0..<width).reduce(0) { value, bit in
        let place = index / 4 * width + bit
        let byte = 16 * (place / 32) + 4 * (index % 4) + place % 32 / 8
        return value | Int(data[byte] >> UInt8(place % 8) & 1) << bit
      }
    }
  }

  /// The blocks of a term with so many postings, two or more.
  mutating func readBlocks(_ count: Int, _ positions: inout NaiveBytes?) throws -> [NaiveSegment.Block] {
    let full = count / 128
    var records: [(last: Int, data: Int, positions: Int, gaps: Int, frequencies: Int, bound: Int)] = []
    for _ in 0..<full {
      records.append(
        (
          Int(number(4)), Int(number(4)), Int(number(4)), Int(number(1)), Int(number(1)), Int(number(1))
        ))
      guard number(1) == 0 else { throw NaiveSegment.Damage("zero") }
    }
    let data = place
    var blocks: [NaiveSegment.Block] = []
    var document = -1
    for record in records {
      guard place - data == record.data else { throw NaiveSegment.Damage("data offset") }
      guard positions == nil || positions?.place == record.positions else {
        throw NaiveSegment.Damage("positions offset")
      }
      let gaps = lanes(width: record.gaps)
      let frequencies = lanes(width: record.frequencies)
      var block = NaiveSegment.Block(bound: record.bound, postings: [])
      for (gap, frequency) in zip(gaps, frequencies) {
        document += gap + 1
        block.postings.append(.init(document: document, frequency: frequency + 1, positions: []))
      }
      guard document == record.last else { throw NaiveSegment.Damage("last document") }
      try positions?.readPositions(&block, true)
      blocks.append(block)
    }
    guard count % 128 > 0 else { return blocks }
    var tail = NaiveSegment.Block(bound: nil, postings: [])
    if full > 0 {
      tail.bound = Int(number(1))
      if let positions {
        guard varint() == positions.place else { throw NaiveSegment.Damage("tail's positions offset") }
      }
    }
    for _ in 0..<(count % 128) {
      let code = varint()
      document += code / 2 + 1
      let frequency = code % 2 == 1 ? 1 : varint() + 2
      tail.postings.append(.init(document: document, frequency: frequency, positions: []))
    }
    try positions?.readPositions(&tail, true)
    return blocks + [tail]
  }

  /// The positions of a block of postings.
  mutating func readPositions(_ block: inout NaiveSegment.Block, _ hasPositions: Bool) throws {
    guard hasPositions else { return }
    var left = block.postings.reduce(0) { $0 + $1.frequency }
    var values: [Int] = []
    while left > 0 {
      let width = Int(number(1))
      if left >= 128 {
        values += lanes(width: width)
        left -= 128
      } else {
        values += Self.stream(take((left * width + 7) / 8), count: left, width: width).map { Int($0) }
        left = 0
      }
    }
    var next = values.makeIterator()
    for index in block.postings.indices {
      var position = -1
      for place in 0..<block.postings[index].frequency {
        guard let value = next.next() else { throw NaiveSegment.Damage("positions") }
        position = place == 0 ? value : position + value + 1
        block.postings[index].positions.append(position)
      }
    }
  }
}
