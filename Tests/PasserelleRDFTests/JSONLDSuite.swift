import Foundation
import PasserelleCore
import PasserelleJSON
import PasserelleRDF

/// The JSON-LD 1.1 API tests of the W3C, under `$PASSERELLE_SHARED/suites/rdf-tests/json-ld-api`.
enum JSONLDSuite {
  static let folder: String? = {
    let shared = ProcessInfo.processInfo.environment["PASSERELLE_SHARED"] ?? "../shared"
    let path = shared + "/suites/rdf-tests/json-ld-api/tests/"
    return FileManager.default.fileExists(atPath: path + "toRdf-manifest.jsonld") ? path : nil
  }()

  static let base = "https://w3c.github.io/json-ld-api/tests/"

  /// One test.
  struct Case {
    let name: String
    let input: String
    let expected: String?
    let errorCode: String?
    let isPositive: Bool
    let options: JSONValue

    func option(_ name: String) -> String? { options[name]?.stringValue }

    func flag(_ name: String) -> Bool { options[name] == .bool(true) }

    /// Why the test is not one of this product's; nil where it is.
    var skip: String? {
      if option("specVersion") == "json-ld-1.0" || option("processingMode") == "json-ld-1.0" {
        return "JSON-LD 1.0 only"
      }
      if flag("produceGeneralizedRdf") { return "generalized RDF" }
      return nil
    }
  }

  static func bytes(_ file: String, in folder: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + file)))
  }

  /// The tests of a manifest, in its order.
  static func cases(_ manifest: String, in folder: String) throws -> [Case] {
    let value = try JSONDocument.parse(try bytes(manifest + "-manifest.jsonld", in: folder))
    return (value["sequence"]?.arrayValue ?? []).map { test in
      let kinds = test["@type"]?.arrayValue?.compactMap(\.stringValue) ?? []
      return Case(
        name: (test["@id"]?.stringValue ?? "") + " " + (test["name"]?.stringValue ?? ""),
        input: test["input"]?.stringValue ?? "", expected: test["expect"]?.stringValue,
        errorCode: test["expectErrorCode"]?.stringValue,
        isPositive: !kinds.contains("jld:NegativeEvaluationTest"), options: test["option"] ?? .object([]))
    }
  }

  /// The contexts that documents of a folder name, by their addresses.
  static func contexts(_ name: String, in folder: String) throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder + name)
    where file.hasSuffix(".jsonld") || file.hasSuffix(".json") {
      found[base + name + "/" + file] = try bytes(name + "/" + file, in: folder)
    }
    return found
  }

  /// What a test of `toRdf` shows against the reader; nil where it passes.
  static func failure(_ test: Case, contexts: [String: [UInt8]], in folder: String) throws -> String? {
    var options = JSONLDOptions(contexts: contexts)
    options.direction = test.option("rdfDirection").flatMap(JSONLDDirection.init)
    if let file = test.option("expandContext") { options.expandContext = try bytes(file, in: folder) }
    let address = test.option("base") ?? base + test.input
    var source: any ByteSource = MemoryByteSource(try bytes(test.input, in: folder))
    var statements: [RDFStatement] = []
    var faults: [RDFFault] = []
    _ = try RDFReader(.jsonld, jsonld: options).read(&source, file: test.input, base: address) { event in
      switch event {
      case .statement(let statement): statements.append(statement)
      case .fault(let fault): faults.append(fault)
      default: break
      }
      return true
    }
    let broken = faults.filter { $0.kind != .term }
    if let code = test.errorCode {
      guard let fault = broken.first else { return "\(test.name): accepted, not \(code)" }
      return fault.detail.english.hasPrefix(code) ? nil : "\(test.name): \(fault.detail.english), not \(code)"
    }
    if let fault = broken.first { return "\(test.name): \(fault.detail.english)" }
    guard let file = test.expected else { return nil }
    let expected = try read(.nquads, try bytes(file, in: folder))
    return Isomorphism.holds(statements, expected.statements) ? nil : "\(test.name): other statements"
  }

  /// What a test of `fromRdf` shows against the writer; nil where it passes.
  static func writingFailure(_ test: Case, in folder: String) throws -> String? {
    let statements = try read(.nquads, try bytes(test.input, in: folder)).statements
    var writer = JSONLDDocument()
    writer.direction = test.option("rdfDirection").flatMap(JSONLDDirection.init)
    writer.usesNativeTypes = test.flag("useNativeTypes")
    writer.usesRDFType = test.flag("useRdfType")
    let written: [UInt8]
    do {
      written = try writer.bytes(of: statements)
    } catch let error as PasserelleError where error.code.name == "rdf.unwritable" {
      return test.isPositive ? "\(test.name): \(error.message.english)" : nil
    }
    guard let file = test.expected else { return "\(test.name): accepted" }
    let (found, expected) = (
      try JSONDocument.parse(written), try JSONDocument.parse(try bytes(file, in: folder))
    )
    return canonical(found) == canonical(expected)
      ? nil : "\(test.name): \(String(decoding: written, as: UTF8.self))"
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
