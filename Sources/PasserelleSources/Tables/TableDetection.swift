import PasserelleCore

/// Tells tables that a mapping explains from other files.
enum TableDetection {
  /// The endings of files that may be tables.
  private static let endings: Set<String> = [
    "csv", "tsv", "tab", "json", "jsonl", "ndjson", "gexf", "xml", "txt",
  ]

  /// Whether a mapping of tables is named or stands beside the file, or a shipped one knows its headings.
  static func matches(fileName: String, firstBytes: [UInt8], options: SourceOptions) -> Bool {
    let ending = FileName.fileExtension(fileName)
    guard endings.contains(ending) || ending.isEmpty else { return false }
    if let isDeclared = TableMappings.isDeclared(for: fileName, path: options.mappingPath) {
      return isDeclared
    }
    guard ending != "txt" else { return false }
    let bytes = utf8(firstBytes, options.encoding)
    return (try? TableMappings.shipped())?.recognised(in: bytes) != nil
  }

  /// The bytes in UTF-8.
  private static func utf8(_ bytes: [UInt8], _ encoding: InputEncoding?) -> [UInt8] {
    guard let encoding, encoding != .utf8 else { return bytes }
    var source: any ByteSource = TranscodingByteSource(MemoryByteSource(bytes), from: encoding)
    var result: [UInt8] = []
    // A transcoded byte takes three at most; memory cannot fail to be read.
    while let chunk = try? [UInt8](
      unsafeUninitializedCapacity: 4096,
      initializingWith: { buffer, count in
        count = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
      }), !chunk.isEmpty
    {
      result += chunk
    }
    return result
  }
}
