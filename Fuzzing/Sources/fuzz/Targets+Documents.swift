import PasserelleArchive
import PasserelleCore
import PasserelleRDF
import PasserelleSources

extension FuzzTargets {
  /// Documents in ZIP archives, whose parts are the input, and files of code lists.
  static let documents = [
    FuzzTarget("docx") { bytes in
      let parts = split(
        bytes, ["word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml"])
      checkPackage(
        [ArchiveEntry(path: "[Content_Types].xml", bytes: Array("<Types/>".utf8))] + parts, bytes,
        file: "t.docx")
    },
    FuzzTarget("odt") { bytes in
      let parts = split(bytes, ["content.xml", "styles.xml"])
      let type = Array("application/vnd.oasis.opendocument.text".utf8)
      checkPackage(
        [ArchiveEntry(path: "mimetype", bytes: type, isStored: true)] + parts, bytes, file: "t.odt")
    },
    FuzzTarget("genericode") { bytes in codeLists(bytes, .genericode) },
    FuzzTarget("skos-turtle") { bytes in codeLists(bytes, .skos(.turtle)) },
    FuzzTarget("skos-rdfxml") { bytes in codeLists(bytes, .skos(.rdfxml)) },
    FuzzTarget("eurovoc") { bytes in codeLists(bytes, .eurovocYAML) },
    FuzzTarget("table-file") { bytes in
      guard let table = TableFile.detect(firstBytes: Array(bytes.prefix(4096))) else { return }
      var input: any ByteSource = PieceSource.varied(bytes)
      refusing(bytes) {
        try table.read(&input, file: "t.csv") { _, row in
          hold(
            row.refusal != nil || !row.items.isEmpty || !row.diagnostics.isEmpty || row.bytes.count < 4096,
            "a row gives something")
          return true
        }
      }
    },
  ]

  /// Cuts an input into parts at zero bytes, which XML has none of.
  private static func split(_ bytes: [UInt8], _ paths: [String]) -> [ArchiveEntry] {
    let parts = bytes.split(separator: 0, maxSplits: paths.count - 1, omittingEmptySubsequences: false)
    return zip(paths, parts).map { ArchiveEntry(path: $0, bytes: Array($1)) }
  }

  private static func checkPackage(_ entries: [ArchiveEntry], _ bytes: [UInt8], file: String) {
    guard let packed = try? ZIPWriter.data(entries) else { return }
    checkSource(SpecificationReader(), MemoryByteSource(packed), packed, file: file)
  }

  private static func codeLists(_ bytes: [UInt8], _ kind: CodeListFile.Kind) {
    for var input in inputs(bytes) {
      guard let read = refusing(bytes, { try CodeListFile.read(&input, file: "t", kind: kind) }) else {
        continue
      }
      for diagnostic in read.diagnostics { hold(!diagnostic.code.name.isEmpty, "a diagnostic has a code") }
    }
  }
}
