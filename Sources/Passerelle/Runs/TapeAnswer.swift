import PasserelleCore

/// The answers of a text index as bytes, and back.
enum TapeAnswer {
  /// The units of the index's scores: they are whole numbers of them times a factor, and so short to write.
  static let unit = 1.0 / 65536

  // MARK: Hits

  /// Hits: the least document and the distances from it; scores as whole units where every one is exactly that, else by
  /// their bits.
  ///
  /// - Parameters:
  ///   - hits: The hits.
  ///   - factor: What whole units are multiplied by to make a score.
  /// - Returns: The bytes.
  static func bytes(_ hits: [TextHit], factor: Double) -> [UInt8] {
    var writer = TapeWriter()
    writer.append(count: hits.count)
    guard let least = hits.lazy.map(\.document).min() else { return writer.bytes }
    writer.append(least)
    for hit in hits { writer.append(unsigned: UInt64(bitPattern: hit.document &- least)) }
    let units = hits.compactMap { Self.units($0.score, factor) }
    writer.append(byte: units.count == hits.count ? 1 : 0)
    guard units.count == hits.count else {
      for hit in hits { writer.append(hit.score) }
      return writer.bytes
    }
    writer.append(factor)
    var last: Int64 = 0
    for unit in units {
      writer.append(unit - last)
      last = unit
    }
    return writer.bytes
  }

  static func hits(_ bytes: ArraySlice<UInt8>) throws -> [TextHit] {
    try whole(bytes) { reader in
      let count = try reader.count()
      guard count > 0 else { return [] }
      let least = try reader.signed()
      var documents: [Int64] = []
      documents.reserveCapacity(count)
      for _ in 0..<count { documents.append(least &+ Int64(bitPattern: try reader.unsigned())) }
      guard try reader.byte() == 1 else {
        return try documents.map { TextHit(document: $0, score: try reader.double()) }
      }
      let factor = try reader.double()
      var units: Int64 = 0
      return try documents.map {
        units &+= try reader.signed()
        return TextHit(document: $0, score: Double(units) * unit * factor)
      }
    }
  }

  /// The whole units of a score; nil where they do not give it back to the bit.
  private static func units(_ score: Double, _ factor: Double) -> Int64? {
    let units = (score / factor / unit).rounded()
    guard abs(units) < 0x1p52 else { return nil }
    return (units * unit * factor).bitPattern == score.bitPattern ? Int64(units) : nil
  }

  // MARK: Counts

  static func bytes(_ numbers: [Int]) -> [UInt8] {
    var writer = TapeWriter()
    writer.append(count: numbers.count)
    for number in numbers { writer.append(Int64(number)) }
    return writer.bytes
  }

  static func numbers(_ bytes: ArraySlice<UInt8>) throws -> [Int] {
    try whole(bytes) { reader in
      let count = try reader.count()
      return try (0..<count).map { _ in try reader.int() }
    }
  }

  static func bytes(_ facets: [[FacetCount]]) -> [UInt8] {
    var writer = TapeWriter()
    writer.append(count: facets.count)
    for counts in facets {
      writer.append(count: counts.count)
      for one in counts {
        writer.append(one.value)
        writer.append(Int64(one.count))
      }
    }
    return writer.bytes
  }

  static func facets(_ bytes: ArraySlice<UInt8>) throws -> [[FacetCount]] {
    try whole(bytes) { reader in
      let lists = try reader.count()
      return try (0..<lists).map { _ in
        let count = try reader.count()
        return try (0..<count).map { _ in FacetCount(value: try reader.text(), count: try reader.int()) }
      }
    }
  }

  // MARK: Summaries

  static func bytes(_ summaries: [DocumentSummary?]) -> [UInt8] {
    var writer = TapeWriter()
    writer.append(count: summaries.count)
    for summary in summaries {
      guard let summary else {
        writer.append(byte: 0)
        continue
      }
      writer.append(byte: summary.isDemonstration ? 2 : 1)
      writer.append(summary.id)
      writer.append(summary.kind.rawValue)
      writer.append(summary.subject)
      writer.append(summary.title)
      for text in [
        summary.date?.description, summary.cpv?.digits, summary.place, summary.amount?.inEuros?.description,
      ] {
        writer.append(optional: text)
      }
    }
    return writer.bytes
  }

  static func summaries(_ bytes: ArraySlice<UInt8>) throws -> [DocumentSummary?] {
    try whole(bytes) { reader in
      let count = try reader.count()
      return try (0..<count).map { _ in try summary(&reader) }
    }
  }

  private static func summary(_ reader: inout TapeReader) throws -> DocumentSummary? {
    let mark = try reader.byte()
    guard mark > 0 else { return nil }
    let id = try reader.signed()
    guard mark < 3, let kind = DocumentKind(rawValue: try reader.text()) else {
      throw MatchRunError.damagedTape
    }
    return DocumentSummary(
      id: id, kind: kind, subject: try reader.text(), title: try reader.text(),
      date: try value(&reader) { PartialDate(iso: $0) }, cpv: try value(&reader) { CPVCode(digits: $0) },
      place: try reader.optionalText(),
      // Matching asks for no more of an amount than its value in euros.
      amount: try value(&reader) { DecimalNumber($0) }.map { Money($0) },
      isDemonstration: mark == 2)
  }

  private static func value<Value>(
    _ reader: inout TapeReader, _ make: (String) -> Value?
  ) throws -> Value? {
    guard let text = try reader.optionalText() else { return nil }
    guard let value = make(text) else { throw MatchRunError.damagedTape }
    return value
  }

  /// Reads all of the bytes, and nothing less.
  private static func whole<Value>(
    _ bytes: ArraySlice<UInt8>, _ read: (inout TapeReader) throws -> Value
  ) throws -> Value {
    var reader = TapeReader(bytes)
    let value = try read(&reader)
    guard reader.isAtEnd else { throw MatchRunError.damagedTape }
    return value
  }
}
