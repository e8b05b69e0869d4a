import Foundation
import PasserelleCore
import PasserelleJSON
import PasserelleRDF

/// The JSON-LD 1.1 API suites of the W3C that concern RDF.
enum JSONLDSuite {
  private static let place = "rdf-tests/json-ld-api/tests/"
  private static let base = "https://w3c.github.io/json-ld-api/tests/"

  static let all: [ConformanceSuite] = [
    ConformanceSuite(name: "jsonld11-toRdf", place: place + "toRdf-manifest.jsonld") { path, tell in
      let folder = String(path.dropLast("toRdf-manifest.jsonld".utf8.count))
      let contexts = try contexts("toRdf", in: folder)
      try each(path) { name, test in try tell(name, try reading(test, contexts, folder)) }
    },
    ConformanceSuite(name: "jsonld11-fromRdf", place: place + "fromRdf-manifest.jsonld") { path, tell in
      let folder = String(path.dropLast("fromRdf-manifest.jsonld".utf8.count))
      try each(path) { name, test in try tell(name, try writing(test, folder)) }
    },
  ]

  private static func each(_ manifest: String, _ body: (String, JSONValue) throws -> Void) throws {
    let value = try JSONDocument.parse(try bytes(manifest))
    for test in value["sequence"]?.arrayValue ?? [] {
      try body((test["@id"]?.stringValue ?? "") + " " + (test["name"]?.stringValue ?? ""), test)
    }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SuiteFiles.Unreadable(description: "\(path) is missing")
    }
    return [UInt8](data)
  }

  /// The contexts that documents of a folder name, by their addresses.
  private static func contexts(_ name: String, in folder: String) throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for file in (try? FileManager.default.subpathsOfDirectory(atPath: folder + name)) ?? []
    where file.hasSuffix(".jsonld") || file.hasSuffix(".json") {
      found[base + name + "/" + file] = try bytes(folder + name + "/" + file)
    }
    return found
  }

  /// Why a test is not one of this product's; nil where it is.
  private static func skip(_ options: JSONValue) -> String? {
    if options["specVersion"]?.stringValue == "json-ld-1.0"
      || options["processingMode"]?.stringValue == "json-ld-1.0"
    {
      return "JSON-LD 1.0 only"
    }
    return options["produceGeneralizedRdf"] == .bool(true) ? "generalized RDF is not offered" : nil
  }

  private static func reading(
    _ test: JSONValue, _ contexts: [String: [UInt8]], _ folder: String
  ) throws -> ConformanceSuite.Outcome {
    let given = test["option"] ?? .object([])
    if let reason = skip(given) { return .skipped(reason) }
    var options = JSONLDOptions(contexts: contexts)
    options.direction = given["rdfDirection"]?.stringValue.flatMap(JSONLDDirection.init)
    if let file = given["expandContext"]?.stringValue { options.expandContext = try bytes(folder + file) }
    let input = test["input"]?.stringValue ?? ""
    let reading = try RDFReading(
      try bytes(folder + input), .jsonld, base: given["base"]?.stringValue ?? base + input, jsonld: options)
    let broken = reading.faults.filter { $0.kind != .term }
    if let code = test["expectErrorCode"]?.stringValue {
      guard let fault = broken.first else { return .failed("accepted, not \(code)") }
      return fault.detail.english.hasPrefix(code) ? .passed : .failed("\(fault.detail.english), not \(code)")
    }
    if let fault = broken.first { return .failed(fault.detail.english) }
    guard let file = test["expect"]?.stringValue else { return .passed }
    return same(reading, try bytes(folder + file)) ? .passed : .failed("other statements")
  }

  private static func same(_ reading: RDFReading, _ expected: [UInt8]) -> Bool {
    guard let wanted = try? RDFReading(expected, .nquads, base: nil) else { return false }
    return TupleIsomorphism.sameStatements(
      reading.statements.map { RDFReading.tuple($0) }, wanted.statements.map { RDFReading.tuple($0) })
  }

  private static func writing(_ test: JSONValue, _ folder: String) throws -> ConformanceSuite.Outcome {
    let options = test["option"] ?? .object([])
    if let reason = skip(options) { return .skipped(reason) }
    let kinds = test["@type"]?.arrayValue?.compactMap(\.stringValue) ?? []
    let statements = try RDFReading(
      try bytes(folder + (test["input"]?.stringValue ?? "")), .nquads, base: nil
    ).statements
    var writer = JSONLDDocument()
    writer.direction = options["rdfDirection"]?.stringValue.flatMap(JSONLDDirection.init)
    writer.usesNativeTypes = options["useNativeTypes"] == .bool(true)
    writer.usesRDFType = options["useRdfType"] == .bool(true)
    let written: [UInt8]
    do {
      written = try writer.bytes(of: statements)
    } catch let error as PasserelleError {
      return kinds.contains("jld:NegativeEvaluationTest") ? .passed : .failed(error.message.english)
    }
    guard let file = test["expect"]?.stringValue else { return .failed("accepted") }
    let (found, expected) = (
      try JSONDocument.parse(written), try JSONDocument.parse(try bytes(folder + file))
    )
    return canonical(found) == canonical(expected)
      ? .passed : .failed(String(decoding: written, as: UTF8.self))
  }

  /// A value with its keys sorted and, but for lists, its arrays too.
  private static func canonical(_ value: JSONValue, isList: Bool = false) -> JSONValue {
    switch value {
    case .array(let elements):
      let elements = elements.map { canonical($0) }
      return .array(isList ? elements : elements.sorted { "\($0)" < "\($1)" })
    case .object(let members):
      return .object(
        members.sorted { $0.key < $1.key }.map { member in
          JSONMember(
            member.key, canonical(member.value, isList: member.key == "@list" || member.key == "@value"))
        })
    case .number(let text): return .number(Double(text).map { "\($0)" } ?? text)
    default: return value
    }
  }
}
