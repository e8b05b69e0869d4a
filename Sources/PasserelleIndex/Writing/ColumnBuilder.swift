import PasserelleSegments

/// A column of short texts in the making.
struct KeywordColumnBuilder: ~Copyable {
  private var values = TermTable()
  /// 0 for none, else 1 + number of the value; documents behind the last one given have none.
  private var codes: [UInt32] = []

  /// Bytes its content takes.
  var memoryInUse: Int { values.memoryInUse + codes.count * 4 }

  /// Sets the value of a document, not below the last one given.
  mutating func set(_ value: UnsafeBufferPointer<UInt8>, document: Int) {
    guard let start = value.baseAddress, !value.isEmpty else { return }
    let code = values.number(of: start, value.count) + 1
    if codes.count > document {
      codes[document] = code
    } else {
      codes.append(contentsOf: repeatElement(0, count: document - codes.count))
      codes.append(code)
    }
  }

  /// Writes both sections and starts anew.
  mutating func write(_ column: Int, documents: Int, to assembler: SegmentAssembler) throws {
    let order = values.sortedNumbers()
    var places = [UInt32](repeating: 0, count: order.count + 1)
    var list = ByteBuffer()
    for (place, number) in order.enumerated() {
      places[Int(number) + 1] = UInt32(place + 1)
      let value = values[number]
      list.append(varint: UInt64(value.count))
      list.append(UnsafeRawBufferPointer(value))
    }
    var packed = codes.map { UInt64(places[Int($0)]) }
    packed.append(contentsOf: repeatElement(0, count: documents - packed.count))
    try assembler.section(SegmentFormat.keywordColumn(column), PackedIntegers.encode(packed))
    try assembler.section(SegmentFormat.keywordList(column), list.bytes)
    removeAll()
  }

  /// Starts anew.
  mutating func removeAll() {
    values.removeAll()
    codes.removeAll(keepingCapacity: true)
  }
}

/// A column of whole numbers in the making.
struct NumberColumnBuilder {
  private var values: [Int64?] = []

  /// Bytes its content takes.
  var memoryInUse: Int { values.count * MemoryLayout<Int64?>.stride }

  /// Sets the value of a document, not below the last one given.
  mutating func set(_ value: Int64, document: Int) {
    if values.count > document {
      values[document] = value
    } else {
      values.append(contentsOf: repeatElement(nil, count: document - values.count))
      values.append(value)
    }
  }

  /// Writes the section and starts anew.
  mutating func write(_ column: Int, documents: Int, to assembler: SegmentAssembler) throws {
    values.append(contentsOf: repeatElement(nil, count: documents - values.count))
    try assembler.section(SegmentFormat.numberColumn(column), Self.encode(values))
    removeAll()
  }

  /// Starts anew.
  mutating func removeAll() { values.removeAll(keepingCapacity: true) }

  /// The bytes of the section.
  ///
  /// The least number there is, `Int64.min`, is kept as the next one when the greatest one is there too: the
  /// format has no room for both and for "none".
  static func encode(_ values: [Int64?]) -> [UInt8] {
    let present = values.lazy.compactMap { $0 }
    var minimum = present.min() ?? 0
    if minimum == .min, present.max() == .max { minimum += 1 }
    let codes = values.map { value in value.map { UInt64(bitPattern: max($0, minimum) &- minimum) + 1 } ?? 0 }
    return withUnsafeBytes(of: minimum.littleEndian) { Array($0) } + PackedIntegers.encode(codes)
  }
}
