import Foundation
import PasserelleCore
import PasserelleJSON
import Testing

@testable import PasserelleSources

/// The folder of golden cases, found from this file's place in the package.
let casesFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("Corpus/Cases").path

/// What a reader gave for some bytes.
struct Harvest {
  var records: [any SourceRecord] = []
  var refused: [RefusedRecord] = []
  var items = 0

  var mapped: [MappedRecord] { records.map { $0.mapped(key: $0.key, in: IRISpace()) } }

  /// The names of every diagnostic, those of refusals included.
  var codes: [String] {
    refused.flatMap(\.diagnostics).map(\.code.name) + mapped.flatMap(\.diagnostics).map(\.code.name)
  }
}

func harvest(_ reader: any SourceReading, _ bytes: some Sequence<UInt8>, file: String) throws -> Harvest {
  var source: any ByteSource = MemoryByteSource(bytes)
  return try harvest(reader, &source, file: file)
}

func harvest(_ reader: any SourceReading, _ source: inout any ByteSource, file: String) throws -> Harvest {
  var result = Harvest()
  try reader.read(&source, file: file) { item in
    result.items += 1
    switch item {
    case .record(let record): result.records.append(record)
    case .refused(let refused): result.refused.append(refused)
    }
    return true
  }
  return result
}

/// One DECP record made of members, read.
func decp(_ members: String) throws -> Harvest {
  let record = #"{"marches":[{"id":"1","source":"p","acheteur":{"id":"21690123100011"},"# + members + "}]}"
  return try harvest(DECPReader(), record.utf8, file: "t.json")
}

func errorCode(_ body: () throws -> Void) -> PasserelleError.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? PasserelleError)?.code
  }
}

extension MappedRecord {
  /// The texts of the objects of a relation, whatever the subject.
  func values(_ relation: String) -> [String] {
    statements.statements.compactMap { statement in
      guard case .iri(relation) = statement.predicate else { return nil }
      return statement.object.iriValue ?? statement.object.lexicalForm
    }
  }
}

/// A reading as text, for comparison with a golden file.
func rendered(_ harvest: Harvest) -> String {
  func short(_ iri: String) -> String {
    let prefixes = [
      (Vocabulary.pas, "pas:"), (Vocabulary.epo, "epo:"), (Vocabulary.dct, "dct:"), (Vocabulary.rdf, "rdf:"),
      (Vocabulary.rdfs, "rdfs:"), (Vocabulary.schema, "schema:"), (Vocabulary.skos, "skos:"),
      (IRISpace.defaultBase, ":"),
    ]
    for (long, prefix) in prefixes where iri.hasPrefix(long) { return prefix + iri.dropFirst(long.count) }
    return iri
  }
  func text(_ term: Term) -> String {
    switch term {
    case .iri(let iri): return short(iri)
    case .literal(let literal):
      switch literal.datatype {
      case .string: return "\"\(literal.lexicalForm)\""
      case .language(let tag): return "\"\(literal.lexicalForm)\"@\(tag)"
      case let type: return literal.lexicalForm + "^^" + (type.iri.split(separator: "#").last ?? "")
      }
    }
  }
  func text(_ diagnostic: Diagnostic) -> String {
    var line = "! \(diagnostic.code.severity.rawValue) \(diagnostic.code.name)"
    if let field = diagnostic.field { line += " \(field)" }
    if let value = diagnostic.value { line += " “\(value)”" }
    if let replacement = diagnostic.replacement { line += " → “\(replacement)”" }
    return line
  }
  var lines: [String] = []
  for (record, mapped) in zip(harvest.records, harvest.mapped) {
    let place = "\(record.location.line ?? 0) #\(record.location.record ?? 0)"
    lines.append("\(record.source) \(record.key) (\(place)) \(mapped.kind.rawValue) \(short(mapped.subject))")
    lines.append(
      "  published \(mapped.published.map(\.description) ?? "-") demonstration \(mapped.isDemonstration)")
    for statement in mapped.statements.statements {
      lines.append("  \(text(statement.subject)) \(text(statement.predicate)) \(text(statement.object))")
    }
    lines += mapped.diagnostics.map { "  " + text($0) }
  }
  for refused in harvest.refused {
    lines.append("refused: \(String(decoding: refused.bytes.prefix(60), as: UTF8.self))")
    lines += refused.diagnostics.map { "  \($0.location.line ?? 0) " + text($0) }
  }
  return lines.joined(separator: "\n") + "\n"
}

/// Compares what a case gives with the file beside it, which is made where it is missing and made anew where
/// `RECORD_SNAPSHOTS` is 1.
func expectGolden(_ found: String, of path: String) throws {
  let expectedPath = path + ".expected"
  guard let expected = try? String(contentsOfFile: expectedPath, encoding: .utf8) else {
    try found.write(toFile: expectedPath, atomically: true, encoding: .utf8)
    Issue.record("\(path) had no golden file: it was recorded, read it")
    return
  }
  if found != expected, ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try found.write(toFile: expectedPath, atomically: true, encoding: .utf8)
  }
  #expect(found == expected)
}
