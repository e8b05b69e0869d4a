public import ArgumentParser
import Foundation
import PasserelleCore
public import PasserelleRendering

extension OutputFormat: ExpressibleByArgument {}

/// Where data go and in which form.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(Speech.say("Forme : table, json, ndjson, csv.", "Form: table, json, ndjson, csv.")))
  var format: OutputFormat = .table

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Speech.say(
        "Fichier à écrire au lieu de la sortie standard.", "File to write instead of standard output."),
      valueName: Speech.say("fichier", "file")))
  var output: String?

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "CSV pour un tableur français (« ; », virgule, BOM).",
        "CSV for a French spreadsheet (';', comma, BOM).")))
  var spreadsheet = false

  /// The width that text is laid out for.
  var width: Int {
    guard output == nil else { return 100 }
    return min(StandardStreams.width(of: STDOUT_FILENO) ?? 100, 120)
  }

  /// Writes an answer in the form asked for.
  ///
  /// - Parameters:
  ///   - structured: The JSON document.
  ///   - rows: The key of the document's list that NDJSON gives line by line.
  ///   - table: The rows for CSV.
  ///   - text: The page for people.
  /// - Throws: ``PasserelleError`` with code `output.unwritable`.
  func write(structured: StructuredValue, rows: String, table: Table, text: () -> [String]) throws {
    switch format {
    case .table: try write(Data(LineCleaning.page(text().joined(separator: "\n") + "\n").utf8))
    case .json: try write(Data(JSONRenderer.data(structured, pretty: true) + [UInt8(ascii: "\n")]))
    case .ndjson: try write(Data(NDJSONRenderer.data(Self.lines(of: structured, rows: rows))))
    case .csv: try write(Data(CSVRenderer.data(table, options: spreadsheet ? .frenchSpreadsheet : .guarded)))
    }
  }

  /// A list of rows that are shown as a table.
  func write(_ table: Table, name: String) throws {
    let document = TableStructure.document(of: table, format: name)
    try write(structured: document, rows: "rows", table: table) { textLines(table) }
  }

  /// The table as lines for people.
  func textLines(_ table: Table) -> [String] {
    let isTerminal = output == nil && StandardStreams.isOutputTerminal
    return [
      TableRenderer.text(table, language: Speech.language, width: isTerminal ? width : nil, style: .plain)
    ].map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }
  }

  /// A begin line with all but the list, a line for each of its members, an end line; a document without the
  /// list is one summary line.
  private static func lines(of document: StructuredValue, rows: String) -> [StructuredValue] {
    guard case .object(let members) = document else { return [document] }
    let list: [[StructuredValue.Member]]
    switch members.first(where: { $0.key == rows })?.value {
    case .array(let values):
      list = values.compactMap { if case .object(let inner) = $0 { inner } else { nil } }
    case .object(let named):
      list = named.compactMap { member in
        if case .object(let inner) = member.value { [.init("key", .string(member.key))] + inner } else { nil }
      }
    default:
      return [.object([.init("type", .string("summary"))] + members)]
    }
    let head = members.filter { $0.key != rows }
    return [.object([.init("type", .string("begin"))] + head)]
      + list.map { .object([.init("type", .string("match"))] + $0) }
      + [.object([.init("type", .string("end")), .init("count", .int(list.count))])]
  }

  private func write(_ data: Data) throws { try Self.write(data, to: output) }

  /// Writes data to standard output, or to a file, which is replaced in one step.
  static func write(_ data: Data, to output: String?) throws {
    guard let output, output != "-" else {
      try StandardStreams.emit(data)
      return
    }
    do {
      try data.write(to: URL(fileURLWithPath: output), options: .atomic)
    } catch {
      throw PasserelleError(
        .outputUnwritable,
        LocalizedText(
          fr: "« \(output) » ne peut pas être écrit. Vérifiez le dossier, les droits et la place.",
          en: "'\(output)' cannot be written. Check the folder, the permissions and the space."),
        at: SourceLocation(file: output), cause: error)
    }
  }
}
