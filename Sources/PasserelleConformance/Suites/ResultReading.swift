import PasserelleCore
import PasserelleJSON
import PasserelleSPARQL
import PasserelleXML

/// Reads results in each of their formats, to compare them.
struct ResultReading {
  private let files: SuiteFiles

  init(_ files: SuiteFiles) { self.files = files }

  /// The result in a file of the suites; a table with its order where the file tells it.
  func read(_ iri: String) throws -> (result: QueryResult, isOrdered: Bool) {
    let bytes = try files.bytes(iri)
    switch iri.split(separator: ".").last {
    case "srx": return (try Self.xml(bytes, base: iri), true)
    case "srj": return (try Self.json(bytes), true)
    case "tsv": return (.solutions(try Self.tsv(bytes)), false)
    case "csv": return (.solutions(Self.csv(bytes)), false)
    default:
      var data = MemoryDataset()
      try files.load(iri, into: &data)
      return Self.graph(data)
    }
  }

  // JSON

  static func json(_ bytes: [UInt8]) throws -> QueryResult {
    let document = try JSONDocument.parse(bytes)
    if case .bool(let answer)? = document["boolean"] { return .boolean(answer) }
    let names = document["head"]?["vars"]?.arrayValue?.compactMap(\.stringValue) ?? []
    let rows = document["results"]?["bindings"]?.arrayValue ?? []
    return .solutions(
      SolutionTable(variables: names, rows: rows.map { row in names.map { row[$0].flatMap(term) } }))
  }

  private static func term(_ value: JSONValue) -> Term? {
    guard let text = value["value"]?.stringValue else { return nil }
    switch value["type"]?.stringValue {
    case "uri": return .iri(text)
    case "bnode": return .blank(text)
    default: return literal(text, value["xml:lang"]?.stringValue, value["datatype"]?.stringValue)
    }
  }

  private static func literal(_ text: String, _ language: String?, _ datatype: String?) -> Term {
    if let language { return .string(text, language: language.lowercased()) }
    return .literal(Literal(text, datatype.map { Datatype(iri: $0) } ?? .string))
  }

  // XML

  static func xml(_ bytes: [UInt8], base: String) throws -> QueryResult {
    let reader = try XMLPullReader(MemoryByteSource(bytes), file: base)
    var table = SolutionTable(variables: [])
    var (text, binding) = ("", "")
    var language: String?
    var datatype: String?
    var row: [String: Term] = [:]
    while let event = try reader.next() {
      switch (event, reader.name) {
      case (.start, let name):
        text = ""
        if name == "variable" { table.variables.append(reader.attribute("name") ?? "") }
        if name == "binding" { binding = reader.attribute("name") ?? "" }
        if name == "result" { row = [:] }
        if name == "literal" {
          (language, datatype) = (reader.attribute("lang"), reader.attribute("datatype"))
        }
      case (.text, _): text += reader.text
      case (.end, "boolean"): return .boolean(text == "true")
      case (.end, "uri"): row[binding] = .iri(resolved(text, base))
      case (.end, "bnode"): row[binding] = .blank(text)
      case (.end, "literal"): row[binding] = literal(text, language, datatype)
      case (.end, "result"): table.rows.append(table.variables.map { row[$0] })
      default: break
      }
    }
    return .solutions(table)
  }

  private static func resolved(_ iri: String, _ base: String) -> String {
    iri.contains(":")
      ? iri
      : base.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/"
        + iri
  }

  // CSV and TSV

  static func csv(_ bytes: [UInt8]) -> SolutionTable {
    var lines: [[String]] = []
    var line: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = 0
    func at(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte == UInt8(ascii: "\""), at(index + 1) == byte {
          field.append(byte)
          index += 1
        } else if byte == UInt8(ascii: "\"") {
          isQuoted = false
        } else {
          field.append(byte)
        }
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") || byte == 0x0A {
        line.append(String(decoding: field, as: UTF8.self))
        field = []
        if byte == 0x0A {
          lines.append(line)
          line = []
        }
      } else if byte != 0x0D {
        field.append(byte)
      }
      index += 1
    }
    // Types are lost in CSV: all is text, but blank nodes and what is empty.
    return SolutionTable(
      variables: lines.first ?? [],
      rows: lines.dropFirst().map { line in
        line.map { $0.isEmpty ? nil : $0.hasPrefix("_:") ? .iri($0) : .string($0) }
      })
  }

  static func tsv(_ bytes: [UInt8]) throws -> SolutionTable {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast()
    let fields = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    return SolutionTable(
      variables: (fields.first ?? []).map { String($0.dropFirst()) },
      rows: try fields.dropFirst().map { try $0.map { try turtle(String($0)) } })
  }

  /// A term as Turtle and SPARQL write it.
  private static func turtle(_ text: String) throws -> Term? {
    if text.isEmpty { return nil }
    if text.hasPrefix("_:") { return .iri(text) }
    let query = try SPARQLParser.query("SELECT * {} VALUES ?x { \(text) }")
    guard case .select(let select) = query.form else { return nil }
    return select.values?.rows.first?.first ?? nil
  }

  // Graphs

  private static func graph(_ data: MemoryDataset) -> (result: QueryResult, isOrdered: Bool) {
    let rs = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
    if let answer = data.objects(nil, rs + "boolean").first {
      return (.boolean(answer.lexicalForm == "true"), false)
    }
    let names = data.objects(nil, rs + "resultVariable").compactMap(\.lexicalForm)
    guard data.objects(nil, Vocabulary.type).contains(.iri(rs + "ResultSet")) else {
      return (.graph(data.triples(in: nil)), false)
    }
    var rows: [(index: Int, row: [Term?])] = []
    var isOrdered = false
    for solution in data.objects(nil, rs + "solution") {
      var values: [String: Term] = [:]
      for binding in data.objects(solution, rs + "binding") {
        guard let name = data.objects(binding, rs + "variable").first?.lexicalForm else { continue }
        values[name] = data.objects(binding, rs + "value").first
      }
      let index = data.objects(solution, rs + "index").first?.lexicalForm.flatMap { Int($0) }
      if index != nil { isOrdered = true }
      rows.append((index ?? 0, names.map { values[$0] }))
    }
    rows.sort { $0.index < $1.index }
    return (.solutions(SolutionTable(variables: names, rows: rows.map(\.row))), isOrdered)
  }
}
