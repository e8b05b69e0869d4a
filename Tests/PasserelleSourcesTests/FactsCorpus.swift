import Foundation
import PasserelleCore
import PasserelleJSON
import PasserelleOntology

@testable import PasserelleSources

/// The shipped facts, read by the product's own reader.
struct FactsCorpus {
  /// The folder of the repository, found from this file's place in it, links followed.
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The facts, read once.
  static let shipped = Result { try FactsCorpus() }
  /// The ontology of the repository, read once.
  static let ontology = Result { try Ontology.load(from: root.appendingPathComponent("Ontology").path) }

  private(set) var documents: [String: JSONValue] = [:]
  private(set) var things: [String: JSONValue] = [:]
  private(set) var claims: [FactClaim] = []
  /// The names of diagnostics that reading and mapping gave.
  private(set) var diagnostics: [String] = []

  private init() throws {
    for name in ["documents", "things", "claims"] {
      let path = Self.root.appendingPathComponent("Corpus/Facts/\(name).jsonl").path
      var source: any ByteSource = try FileByteSource(path: path)
      let harvest = try harvest(FactsReader(), &source, file: path)
      diagnostics += harvest.codes
      for case let record as FactRecord in harvest.records {
        switch record.kind {
        case .document: documents[record.identifier] = record.json.value
        case .thing: things[record.identifier] = record.json.value
        case .claim: claims.append(FactClaim(id: record.identifier, json: record.json.value))
        }
      }
    }
  }

  /// The class of a thing.
  func kind(_ thing: String?) -> String? { thing.flatMap { things[$0]?["kind"]?.stringValue } }

  /// The claims with a subject and relation.
  func claims(_ subject: String?, _ relation: String) -> [FactClaim] {
    claims.filter { $0.relation == relation && (subject == nil || $0.subject == subject) }
  }
}

/// A line of the claims, with what tests look at.
struct FactClaim {
  let id: String
  let json: JSONValue

  var subject: String { text("subject") ?? "" }
  var relation: String { text("relation") ?? "" }
  var object: String? { text("object") }
  var modality: String { text("modality") ?? "" }
  var document: String { text("document") ?? "" }
  var lines: String? { text("lines") }
  /// The number of the value.
  var number: Int? { json["value"]?["number"]?.stringValue.flatMap { Int($0) } }
  var unit: String? { json["value"]?["unit"]?.stringValue }
  /// The French scope of the value.
  var scope: String { json["value"]?["scope"]?["fr"]?.stringValue ?? "" }
  /// The claims that it disagrees with.
  var conflicts: [String] { attribute("conflictsWith")?.arrayValue?.compactMap(\.stringValue) ?? [] }

  func attribute(_ name: String) -> JSONValue? { json["attributes"]?[name] }

  private func text(_ key: String) -> String? { json[key]?.stringValue }
}
