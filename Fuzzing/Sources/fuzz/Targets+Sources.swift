import Foundation
import PasserelleCore
import PasserelleJSON
import PasserelleRDF
import PasserelleSources

extension FuzzTargets {
  /// A target for each format that `--source` names, one that chooses the format, and those of mapped tables.
  static let sources =
    SourceFormats.names.map { name in
      FuzzTarget("source-" + name) { bytes in
        guard let reader = SourceFormats.named(name) else { return }
        // Nobody's converter is started for each input.
        if name == "text", bytes.starts(with: Array("%PDF".utf8)) { return }
        for input in inputs(bytes) { checkSource(reader, input, bytes, file: "t." + ending(name)) }
      }
    } + [
      FuzzTarget("source-detect") { bytes in
        let endings = ["json", "jsonl", "csv", "tsv", "xml", "md", "txt", "html", "yaml", "gexf", "", "ttl"]
        let file = "t." + endings[Int(bytes.first ?? 0) % endings.count]
        let bytes = Array(bytes.dropFirst())
        if bytes.starts(with: Array("%PDF".utf8)) { return }
        guard let reader = SourceFormats.detect(fileName: file, firstBytes: Array(bytes.prefix(4096))) else {
          return
        }
        checkSource(reader, PieceSource.varied(bytes), bytes, file: file)
      },
      FuzzTarget("source-markdown") { bytes in
        checkSource(SpecificationReader(), MemoryByteSource(bytes), bytes, file: "t.md")
      },
      FuzzTarget("source-csv-mapped") { bytes in
        guard let mapping = SampleMappings.csv else { return }
        for input in inputs(bytes) { checkSource(CSVReader(mapping: mapping), input, bytes, file: "t.csv") }
      },
      FuzzTarget("source-table-mapped") { bytes in
        guard let mapping = SampleMappings.table else { return }
        for input in inputs(bytes) { checkSource(TableReader(mapping: mapping), input, bytes, file: "t.tsv") }
      },
      FuzzTarget("mapping-csv") { bytes in
        guard let mapping = refusing(bytes, { try CSVMapping(yaml: bytes, file: "t.yaml") }) else { return }
        checkSource(
          CSVReader(mapping: mapping), MemoryByteSource(SampleMappings.rows), SampleMappings.rows,
          file: "t.csv")
      },
      FuzzTarget("mapping-table") { bytes in
        guard let mapping = refusing(bytes, { try TableMapping(yaml: bytes, file: "t.yaml") }) else { return }
        checkSource(
          TableReader(mapping: mapping), MemoryByteSource(SampleMappings.rows), SampleMappings.rows,
          file: "t.csv")
      },
      FuzzTarget("transcoding") { bytes in
        for encoding in InputEncoding.allCases {
          let read = inputs(bytes).map { transcoded($0, bytes, encoding) }
          hold(read[0] == read[1], "pieces do not matter in \(encoding)")
          if encoding != .utf8, let text = read[0] {
            hold(UTF8Check.firstInvalidOffset(in: text) == nil, "\(encoding) becomes UTF-8")
          }
        }
      },
      FuzzTarget("ocds-merge") { bytes in
        guard let value = refusing(bytes, { try JSONDocument.parse(bytes) }), let releases = value.arrayValue
        else {
          return
        }
        let compiled = OCDSMerge.compiledRelease(of: releases)
        hold(compiled == OCDSMerge.compiledRelease(of: releases), "the same releases merge to the same")
        hold(
          (compiled == nil) == releases.allSatisfy { $0.objectValue == nil }, "releases make a compiled one")
        _ = OCDSMerge.versionedRelease(of: releases)
      },
    ]

  private static func ending(_ name: String) -> String {
    switch name {
    case "csv", "table", "sheet", "evaluation": "csv"
    case "eforms", "ted", "boamp", "iati": "xml"
    case "text": "txt"
    case "facts": "jsonl"
    default: "json"
    }
  }

  private static func transcoded(_ input: any ByteSource, _ bytes: [UInt8], _ encoding: InputEncoding)
    -> [UInt8]?
  {
    refusing(bytes) {
      var source = TranscodingByteSource.wrapping(input, from: encoding)
      return try source.bytes(upTo: 1 << 20, chunkBytes: 64)
    }
  }

  /// Reads a source to its end and maps its records: what is given is counted and placed, statements are sound.
  static func checkSource(
    _ reader: any SourceReading, _ source: any ByteSource, _ bytes: [UInt8], file: String
  ) {
    var input = source
    var (items, mapped) = (0, 0)
    let iris = IRISpace()
    refusing(bytes) {
      try reader.read(&input, file: file) { item in
        items += 1
        switch item {
        case .refused(let refused):
          hold(refused.diagnostics.contains { $0.code.severity == .error }, "a refusal has its reason")
          for diagnostic in refused.diagnostics { checkDiagnostic(diagnostic, in: bytes) }
        case .record(let record):
          hold(!record.key.isEmpty && !record.source.isEmpty, "a record has a key and a source")
          check(place(record.location), in: bytes)
          guard mapped < 30 else { break }
          mapped += 1
          let result = record.mapped(key: record.key, in: iris)
          for diagnostic in result.diagnostics { checkDiagnostic(diagnostic, in: bytes) }
          checkLines(result.statements)
        }
        return items < 2000
      }
    }
  }

  /// A place without the offset, which is that of another text where the input was in another encoding.
  private static func place(_ location: SourceLocation) -> SourceLocation {
    SourceLocation(file: location.file, record: location.record)
  }

  private static func checkDiagnostic(_ diagnostic: Diagnostic, in bytes: [UInt8]) {
    check(place(diagnostic.location), in: bytes)
    hold(!diagnostic.code.name.isEmpty, "a diagnostic has a code")
    hold((diagnostic.value?.unicodeScalars.count ?? 0) <= Diagnostic.valueLimit + 8, "a value is cut")
  }

  /// Statements written as N-Quads read back as as many.
  private static func checkLines(_ statements: StatementBuffer) {
    var text = ""
    var count = 0
    for statement in statements.statements {
      text += NQuads.line(statement.subject, statement.predicate, statement.object, graph: .iri("http://g/"))
      if text.utf8.last != 0x0A { text += "\n" }
      count += 1
    }
    var input: any ByteSource = MemoryByteSource(text.utf8)
    var fault: RDFFault?
    let summary = refusing([]) {
      try LineStatements(hasGraphs: true).read(
        &input,
        onFault: {
          fault = $0
          return true
        }, { _ in true })
    }
    hold(
      summary?.statements == count && fault == nil,
      "statements are sound: \(fault?.detail.english ?? "") in line \(fault?.line ?? 0) of \(text)")
  }
}

/// Mappings and rows of the corpus, for targets that need one beside the bytes.
enum SampleMappings {
  static let csv = try? CSVMapping(
    yaml: bytes("Corpus/Demonstration/awards-csv/contrats.mapping.yaml"), file: "contrats.mapping.yaml")
  static let table = try? TableMapping(
    yaml: bytes("Corpus/Cases/tables/villes.mapping.yaml"), file: "villes.mapping.yaml")
  static let rows = Array(bytes("Corpus/Cases/csv/contrats.csv").prefix(2000))

  /// The bytes of a file of the repository, which `FUZZ_ROOT` names.
  static func bytes(_ path: String) -> [UInt8] {
    let root = ProcessInfo.processInfo.environment["FUZZ_ROOT"] ?? "."
    return (try? Data(contentsOf: URL(fileURLWithPath: root + "/" + path))).map { [UInt8]($0) } ?? []
  }
}
