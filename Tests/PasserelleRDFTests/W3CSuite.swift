import Foundation
import PasserelleCore
import PasserelleRDF

/// The RDF 1.1 test suites of the W3C, under `$PASSERELLE_SHARED/suites/rdf-tests`.
enum W3CSuite {
  static let folder: String? = {
    let shared = ProcessInfo.processInfo.environment["PASSERELLE_SHARED"] ?? "../shared"
    let path = shared + "/suites/rdf-tests/w3c-rdf-tests/rdf/rdf11/"
    return FileManager.default.fileExists(atPath: path + "rdf-turtle/manifest.ttl") ? path : nil
  }()

  /// One test.
  struct Case {
    let name: String
    let kind: String
    /// The document, relative to the suite's folder.
    let action: String
    let result: String?
  }

  private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  private static let manifest = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"

  /// The tests of a suite in the order of its manifest, and the base that its documents have.
  static func cases(_ suite: String, in folder: String) throws -> (cases: [Case], base: String) {
    let data = try Data(contentsOf: URL(fileURLWithPath: folder + suite + "/manifest.ttl"))
    let base = "https://w3c.github.io/rdf-tests/rdf/rdf11/\(suite)/"
    let reading = try read(.turtle, data, base: base + "manifest.ttl")
    var objects: [RDFNode: [String: RDFNode]] = [:]
    for statement in reading.statements {
      guard let predicate = statement.predicate.iriValue else { continue }
      objects[statement.subject, default: [:]][predicate] = statement.object
    }
    var found: [Case] = []
    var cell = objects.values.compactMap { $0[manifest + "entries"] }.first
    while let node = cell, let entry = objects[node]?[rdf + "first"] {
      let properties = objects[entry] ?? [:]
      func file(_ property: String) -> String? {
        properties[manifest + property]?.iriValue.map { String($0.dropFirst(base.count)) }
      }
      found.append(
        Case(
          name: properties[manifest + "name"]?.literal?.lexicalForm ?? "",
          kind: properties[rdf + "type"]?.iriValue?.split(separator: "#").last.map(String.init) ?? "",
          action: file("action") ?? "", result: file("result")))
      cell = objects[node]?[rdf + "rest"]
    }
    return (found, base)
  }

  /// What a test shows against the reader; nil where it passes.
  static func failure(_ test: Case, _ syntax: RDFSyntax, _ folder: String, base: String) throws -> String? {
    func load(_ file: String, _ syntax: RDFSyntax) throws -> Reading {
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))
      return try read(syntax, data, base: base + file)
    }
    let reading = try load(test.action, syntax)
    if test.kind.contains("Negative") {
      return reading.faults.isEmpty ? "\(test.name): accepted" : nil
    }
    guard reading.faults.isEmpty, reading.summary.isComplete else {
      let fault = reading.faults.first
      return "\(test.name): \(fault?.detail.english ?? "stopped"), line \(fault?.line ?? 0)"
    }
    guard let result = test.result else {
      return test.kind.contains("Eval") ? "\(test.name): no result" : nil
    }
    let expected = try load(result, result.hasSuffix(".nq") ? .nquads : .ntriples)
    guard expected.faults.isEmpty else { return "\(test.name): the result does not read" }
    return Isomorphism.holds(reading.statements, expected.statements) ? nil : "\(test.name): other statements"
  }
}
