internal import PasserelleCore
internal import PasserelleText

extension DeclarationKind {
  /// Tells the kind of a file by its first bytes: the `format` of its first object, or the headings of a table.
  ///
  /// A table is one of ours when each of its headings is a field's, and those that make the kind are there; any
  /// other table is read with a mapping.
  ///
  /// - Parameters:
  ///   - firstBytes: Some kilobytes from the start, in the file's own encoding.
  ///   - encoding: That encoding; UTF-8 when nil.
  /// - Returns: Nil for a file of another format.
  public static func detect(firstBytes: [UInt8], encoding: InputEncoding? = nil) -> DeclarationKind? {
    let bytes = utf8(firstBytes, encoding)
    let text = bytes.drop { $0 <= 0x20 }
    switch text.first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return allCases.first { Sniffer.holdsKey($0.format, text) }
    case nil:
      return nil
    default:
      let line = Array(text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
      let headings = DeclarationTable.headings(ofLine: line)
      return allCases.first { $0.hasTable(headings: headings) }
    }
  }

  /// The bytes in UTF-8, without their mark.
  private static func utf8(_ bytes: [UInt8], _ encoding: InputEncoding?) -> ArraySlice<UInt8> {
    var source = TranscodingByteSource(MemoryByteSource(bytes), from: encoding ?? .utf8)
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
    return result.starts(with: [0xEF, 0xBB, 0xBF]) ? result.dropFirst(3) : result[...]
  }

  /// Whether a table with some headings is of this kind.
  func hasTable(headings: [String]) -> Bool {
    let paths = headings.map(path(ofHeading:))
    guard !paths.contains(nil) else { return false }
    let found = Set(paths.compactMap { $0 })
    return distinctiveFields.allSatisfy { !found.isDisjoint(with: $0) }
  }

  /// The field that a heading means.
  func path(ofHeading heading: String) -> String? {
    let folded = TextFolding.fold(heading)
    return fields.first { $0.path == heading || $0.headings.contains(folded) }?.path
  }
}
