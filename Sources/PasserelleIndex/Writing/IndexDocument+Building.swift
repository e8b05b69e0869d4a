/// Documents as builders take them.
extension IndexDocument {
  /// About how much work it is to add it, in bytes of text.
  var weight: Int {
    var sum = 64 + stored.count + 16 * (keywords.count + numbers.count)
    for text in texts { sum += text.value.utf8.count }
    for term in terms { sum += 16 + term.bytes.count }
    for gram in grams { sum += 8 * gram.value.utf8.count }
    return sum
  }
}

extension SegmentBuilder {
  /// Adds a whole document: texts, then terms, then grams.
  ///
  /// - Precondition: The document before was ended; fields and columns are of the schema.
  public func add(_ document: IndexDocument) {
    begin(id: document.id)
    for text in document.texts { addText(text.value, language: text.language, field: text.field) }
    for term in document.terms {
      term.bytes.withUnsafeBufferPointer { addTerm($0, field: term.field, frequency: term.frequency) }
    }
    for gram in document.grams { addGrams(gram.value, size: gram.size, field: gram.field) }
    for keyword in document.keywords {
      var value = keyword.value
      value.withUTF8 { setKeyword($0, column: keyword.column) }
    }
    for number in document.numbers { setNumber(number.value, column: number.column) }
    if !document.stored.isEmpty { document.stored.withUnsafeBytes { setStored($0) } }
    end()
  }
}
