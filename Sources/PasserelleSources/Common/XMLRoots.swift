import PasserelleXML

/// Tells XML sources by the name and the namespace of their root.
enum XMLRoots {
  /// The format of a document.
  ///
  /// - Parameter firstBytes: Some kilobytes from the start, in the file's own encoding.
  /// - Returns: Nil for what is no XML, and for documents that their root does not tell.
  static func format(ofRoot firstBytes: [UInt8]) -> String? {
    // The root mostly stands at the very start: the rest need not be looked at.
    let start = Sniffer.text(Array(firstBytes.prefix(startLength)))
    let tag = Sniffer.rootTag(start)
    if !tag.isEmpty, tag.endIndex < start.endIndex { return format(start, tag) }
    let text = Sniffer.text(firstBytes)
    return format(text, Sniffer.rootTag(text))
  }

  private static let startLength = 4096

  private static func format(_ text: ArraySlice<UInt8>, _ tag: ArraySlice<UInt8>) -> String? {
    guard text.first == UInt8(ascii: "<") else { return nil }
    let name = localName(ofTag: tag)
    if name.elementsEqual("marches".utf8) { return "decp" }
    if name.elementsEqual("TED_EXPORT".utf8) { return "ted" }
    if name.elementsEqual("ANNONCE".utf8), ByteSearch.firstRange(of: "<IDWEB", in: text) != nil {
      return "boamp"
    }
    let notice = EFormsNotice.Document.allCases.first { name.elementsEqual($0.rawValue.utf8) }
    guard let notice, String(decoding: tag, as: UTF8.self).contains(notice.namespaceMark) else { return nil }
    return "eforms"
  }

  /// The name of an element without its prefix.
  ///
  /// - Parameter tag: Its first tag from `<`, without `>`.
  /// - Returns: The bytes of the name; none where there is none.
  static func localName(ofTag tag: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let name = tag.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
    guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return name }
    return name[(colon + 1)...]
  }
}
