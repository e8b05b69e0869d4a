public import PasserelleCore

/// Why a file found in a folder or an archive holds no records to read.
public struct NonDataReason: Sendable, Hashable {
  /// The stable name of the kind, such as `schema`.
  public let name: String
  /// What the file is.
  public let text: LocalizedText
  /// Whether it may hold data all the same, in a form that the product does not read.
  public let mayHoldData: Bool
}

/// What a file found in a folder or an archive is.
public enum FoundFile {
  /// A file that an adapter reads.
  case source(any SourceReading)
  /// A file without records.
  case nonData(NonDataReason)
}

extension SourceFormats {
  /// Tells what a file is that stands beside sources and is none.
  ///
  /// It is meant for files that were found: one that the user names is read, or fails with its remedy.
  ///
  /// - Parameters:
  ///   - fileName: The name, or the path; of a packed file, the name inside.
  ///   - firstBytes: Some kilobytes from the start.
  ///   - options: What the user says about the source.
  /// - Returns: Nil for what is a source, or of no known kind.
  public static func nonData(
    fileName: String, firstBytes: [UInt8], options: SourceOptions = .none
  ) -> NonDataReason? {
    guard case .nonData(let reason) = recognise(fileName: fileName, firstBytes: firstBytes, options: options)
    else { return nil }
    return reason
  }

  /// Tells what a file is that was found beside others: a source, or what stands beside sources.
  ///
  /// - Parameters:
  ///   - fileName: The name, or the path; of a packed file, the name inside.
  ///   - firstBytes: Some kilobytes from the start.
  ///   - options: What the user says about the source.
  /// - Returns: Nil for what is of no known kind.
  public static func recognise(
    fileName: String, firstBytes: [UInt8], options: SourceOptions = .none
  ) -> FoundFile? {
    if let kind = NonDataSniffer.certain(firstBytes) ?? NonDataTable.kind(ofExtension: fileName) {
      return .nonData(kind)
    }
    if let format = detect(fileName: fileName, firstBytes: firstBytes, options: options) {
      return .source(format)
    }
    return (NonDataSniffer.likely(firstBytes) ?? NonDataTable.likelyKind(ofExtension: fileName)).map {
      .nonData($0)
    }
  }
}

/// Tells files that are no sources by their first bytes.
enum NonDataSniffer {
  /// What no source looks like.
  static func certain(_ firstBytes: [UInt8]) -> NonDataReason? {
    if let kind = NonDataTable.kind(ofMark: firstBytes) { return kind }
    let text = Sniffer.text(firstBytes)
    switch text.first {
    case UInt8(ascii: "{"): return declaresJSONSchema(text) ? NonDataTable.schema : nil
    case UInt8(ascii: "<"): return kind(ofRoot: text)
    default: return nil
    }
  }

  /// What no source is known to look like, for files that no format takes.
  static func likely(_ firstBytes: [UInt8]) -> NonDataReason? {
    let text = Sniffer.text(firstBytes).filter { $0 > 0x20 }
    let start = String(decoding: text.prefix(600), as: UTF8.self)
    guard start.hasPrefix("{") || start.hasPrefix("[{") else { return nil }
    if start.hasPrefix("{\"fields\":[{") || start.hasPrefix("{\"openapi\":")
      || start.hasPrefix("{\"swagger\":")
    {
      return NonDataTable.schema
    }
    if start.contains("\"statementID\":"), start.contains("\"statementType\":") {
      return NonDataTable.ownership
    }
    if start.contains("\"resources\":[{") || start.contains("\"dependencies\":{") {
      return NonDataTable.settings
    }
    return isByColumns(start) ? NonDataTable.columns : nil
  }

  /// Whether the value of a `$schema` is one of json-schema.org: the file is a schema, and does not only name its own.
  private static func declaresJSONSchema(_ text: ArraySlice<UInt8>) -> Bool {
    guard Sniffer.holdsKey("$schema", text) else { return false }
    let plain = String(decoding: text.filter { $0 > 0x20 }, as: UTF8.self)
    return ["http", "https"].contains { plain.contains("\"$schema\":\"\($0)://json-schema.org/") }
  }

  /// Whether the first key holds a list of plain values: tables written column by column.
  private static func isByColumns(_ start: String) -> Bool {
    guard start.hasPrefix("{\""), let colon = start.firstIndex(of: ":") else { return false }
    let value = start[start.index(after: colon)...]
    guard value.hasPrefix("["), let first = value.dropFirst().first else { return false }
    return first == "\"" || first == "-" || first.isNumber || value.hasPrefix("[null")
  }

  /// The kind of an XML document by the name and the namespaces of its root.
  private static func kind(ofRoot text: ArraySlice<UInt8>) -> NonDataReason? {
    let tag = Sniffer.rootTag(text)
    let name = XMLRoots.localName(ofTag: tag)
    guard let root = NonDataTable.roots.first(where: { name.elementsEqual($0.name.utf8) }) else { return nil }
    let head = String(decoding: tag, as: UTF8.self)
    return NonDataTable.roots.first { $0.name == root.name && head.contains($0.namespace) }?.reason
  }
}
