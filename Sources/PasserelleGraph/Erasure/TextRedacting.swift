import PasserelleCore

/// Takes what is to be erased, or must not come back, out of texts; for any thread.
///
/// What is redacted once is found to be clean when it is looked at again.
package protocol TextRedacting: Sendable {
  /// A text without what is erased; nil where nothing of it is.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - language: The tag of its language; nil where it has none.
  /// - Returns: The text; nil where it can stay as it is.
  func redacted(text: UnsafeRawBufferPointer, language: String?) -> [UInt8]?

  /// JSON without what is erased, as JSON; nil where nothing of it is.
  ///
  /// - Parameter json: UTF-8.
  /// - Returns: The JSON; nil where it can stay as it is.
  func redacted(json: UnsafeRawBufferPointer) -> [UInt8]?

  /// An IRI in the place of one that names what is erased; nil where it does not.
  func redacted(iri: UnsafeRawBufferPointer) -> [UInt8]?

  /// Whether a record must not come back.
  func refuses(source: String, key: String) -> Bool
}

extension TextRedacting {
  /// A text without what is erased; nil where nothing of it is.
  package func redacted(_ text: String?, language: String? = nil) -> String? {
    guard var text else { return nil }
    return text.withUTF8 { redacted(text: UnsafeRawBufferPointer($0), language: language) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The dictionary key of a term without what is erased; nil where nothing of it is.
  func redacted(key: UnsafeRawBufferPointer) -> [UInt8]? {
    guard let kind = key.first, let (shape, start) = TermCodec.shape(of: key) else { return nil }
    let text = UnsafeRawBufferPointer(rebasing: key[start...])
    let clean: [UInt8]?
    switch shape {
    case .iri: clean = redacted(iri: text)
    case .languageString:
      clean = redacted(text: text, language: String(decoding: key[1..<(start - 1)], as: UTF8.self))
    case .typed where kind == 0x1F && key[1..<(start - 1)].elementsEqual(TermCodec.json.utf8):
      clean = redacted(json: text)
    default:
      // A text in a known datatype, such as a date, is no prose: it becomes a string where it is redacted.
      clean = redacted(text: text, language: nil)
      if let clean, kind != 2, kind != 0x1F { return [2] + clean }
    }
    return clean.map { Array(key[..<start]) + $0 }
  }
}
