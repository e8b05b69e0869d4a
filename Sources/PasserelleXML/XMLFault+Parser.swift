internal import CLibXML2

extension XMLFault {
  /// The fault that an error of libxml2 is; nil for a warning.
  init?(_ found: xmlError) {
    guard found.level.rawValue >= XML_ERR_ERROR.rawValue else { return nil }
    let message = found.message.map { String(cString: $0) } ?? ""
    let detail = message.split { $0.isNewline || $0 == " " || $0 == "\t" }.joined(separator: " ")
    // What libxml2 calls empty may hold text outside any element.
    self.init(
      Self.kind(of: found, message), line: Int(found.line), column: Int(found.int2),
      detail: detail == "Document is empty" ? "no element" : String(detail.prefix(120)))
  }

  private static func kind(of found: xmlError, _ message: String) -> XMLFault.Kind {
    if found.code == Int32(bitPattern: XML_ERR_ENTITY_LOOP.rawValue) { return .entity }
    if message.hasPrefix("Excessive depth") { return .depth }
    // The bounds of libxml2 itself: texts and attributes of 10 MB, names of 50,000 bytes.
    return tooLarge.contains { message.contains($0) } ? .size : .malformed
  }

  private static let tooLarge = [
    "huge text node", "length too long", "too long", "Huge input lookup", "too big",
  ]
}
