import PasserelleXML

extension BOAMPReader {
  /// Whether the first bytes of a file are those of notices of the bulletin, by the keys that they alone have together.
  ///
  /// - Parameters:
  ///   - fileName: The name, or the path.
  ///   - firstBytes: Some kilobytes from the start.
  /// - Returns: True for JSON lines of notices in full text, for records of the bulletin's interface, and for the XML of its
  ///   archives.
  public static func detects(fileName: String, firstBytes: [UInt8]) -> Bool {
    let text = Sniffer.text(firstBytes)
    if XMLRoots.format(ofRoot: firstBytes) == "boamp" { return true }
    guard text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[") else { return false }
    let holds = { (keys: [String]) in keys.allSatisfy { Sniffer.holdsKey($0, text) } }
    return holds(["id", "departments", "buyer_name", "text"])
      || (holds(["departments", "buyer_name"]) && ByteSearch.firstRange(of: "\"boamp:", in: text) != nil)
      || holds(["idweb", "nomacheteur"]) || holds(["idweb", "dateparution"])
  }
}
