import PasserelleCore
import PasserelleOntology
import PasserelleSources

/// A file that holds official lists: an official table, genericode or SKOS.
enum ReferenceSource {
  case table(TableFile)
  case codeLists(CodeListFile.Kind)

  /// How many bytes are looked at to tell what a file is.
  static let peekedBytes = 16 << 10

  /// Tells what a file holds, by its first bytes.
  ///
  /// - Returns: Nil for a file that holds no list that is known.
  static func detect(fileName: String, firstBytes: [UInt8]) -> ReferenceSource? {
    if let kind = CodeListFile.detect(fileName: fileName, firstBytes: firstBytes) { return .codeLists(kind) }
    return TableFile.detect(firstBytes: firstBytes).map { .table($0) }
  }
}

extension ReferenceListInfo {
  /// What a code list that was read from a file says of itself.
  init(_ list: CodeList) {
    self.init(
      id: Self.plainID(list.id), label: list.label, source: list.source, parentList: list.parentList,
      licence: list.source.contains("europa.eu") ? "CC BY 4.0 (European Union)" : "")
  }

  /// Small letters, digits and hyphens: an identifier names a file.
  private static func plainID(_ id: String) -> String {
    var result: [UInt8] = []
    for byte in id.lowercased().utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: result.append(byte)
      default: if let last = result.last, last != 0x2D { result.append(0x2D) }
      }
    }
    if result.last == 0x2D { result.removeLast() }
    return result.isEmpty ? "list" : String(decoding: result.prefix(80), as: UTF8.self)
  }
}
