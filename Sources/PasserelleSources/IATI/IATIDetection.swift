/// Tells IATI files by their first bytes.
enum IATIDetection {
  /// Whether the root is a list of activities or organisations of IATI.
  static func matches(_ text: ArraySlice<UInt8>) -> Bool {
    ["iati-activities", "iati-organisations", "iati-activity", "iati-organisation"].contains(
      Sniffer.rootName(text))
  }

  /// The version that the root declares, such as `2.03`.
  static func version(_ text: ArraySlice<UInt8>) -> String? {
    let tag = String(decoding: Sniffer.rootTag(text), as: UTF8.self)
    guard let name = tag.firstRange(of: "version=") else { return nil }
    let rest = tag[name.upperBound...]
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return String(rest.dropFirst().prefix { $0 != quote }).trimmed
  }
}

extension IATIReader {
  /// Tells a file by its first bytes: the root is `iati-activities` or `iati-organisations`.
  ///
  /// - Parameters:
  ///   - fileName: The name; it does not count.
  ///   - firstBytes: Some kilobytes from the start.
  /// - Returns: Whether the file is of IATI.
  public static func detects(fileName: String, firstBytes: [UInt8]) -> Bool {
    IATIDetection.matches(Sniffer.text(firstBytes))
  }
}
