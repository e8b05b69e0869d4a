import PasserelleText

/// Grams, columns and stored bytes.
extension SegmentBuilder {
  /// Adds the character grams of a text (``PasserelleText/CharacterGrams``), each as a term.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - size: Number of characters in a gram; values below 1 count as 1.
  ///   - field: The place of the field in the schema.
  public func addGrams(_ text: String, size: Int, field: Int) {
    check(field, schema.fields.count)
    let folded = TextFolding.foldedBytes(text)
    folded.withUnsafeBufferPointer { bytes in
      guard !bytes.isEmpty else { return }
      // The window of `size` scalars: `end` runs ahead, then both ends move on by a scalar.
      var end = 0
      for _ in 0..<max(1, size) where end < bytes.count { end = Self.scalarEnd(bytes, from: end) }
      var start = 0
      var isFirst = true
      while true {
        let gram = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if fields[field].append(term: gram, document: document, startsValue: isFirst) { isFirst = false }
        if end == bytes.count { return }
        start = Self.scalarEnd(bytes, from: start)
        end = Self.scalarEnd(bytes, from: end)
      }
    }
  }

  private static func scalarEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// Sets a keyword of the document; the last one given counts, an empty one does not.
  ///
  /// - Parameters:
  ///   - utf8: The text.
  ///   - column: The place of the column in the schema.
  public func setKeyword(_ utf8: UnsafeBufferPointer<UInt8>, column: Int) {
    check(column, schema.keywords.count)
    keywords[column].set(utf8, document: Int(document))
  }

  /// Sets a number of the document; the last one given counts.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - column: The place of the column in the schema.
  public func setNumber(_ value: Int64, column: Int) {
    check(column, schema.numbers.count)
    numbers[column].set(value, document: Int(document))
  }

  /// Sets the stored bytes of the document; the last ones given count.
  ///
  /// - Parameter bytes: The bytes.
  public func setStored(_ bytes: UnsafeRawBufferPointer) {
    check(0, 1)
    stored.truncate(to: Int(storedOffsets.last ?? 0))
    stored.append(bytes)
  }
}
