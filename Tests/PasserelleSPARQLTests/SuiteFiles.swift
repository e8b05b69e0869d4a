import Foundation
import PasserelleCore
import PasserelleRDF
import PasserelleSPARQL

/// The files of the SPARQL suites of the W3C, under `$PASSERELLE_SHARED/suites/rdf-tests`.
enum SuiteFiles {
  /// The folder; nil where it is missing.
  static let folder: String? = {
    let shared = ProcessInfo.processInfo.environment["PASSERELLE_SHARED"] ?? "../shared"
    let path = shared + "/suites/rdf-tests/w3c-rdf-tests/sparql/"
    return FileManager.default.fileExists(atPath: path + "sparql11/manifest-all.ttl") ? path : nil
  }()

  /// What the files' addresses begin with.
  static let base = "https://w3c.github.io/rdf-tests/sparql/"

  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  static func bytes(_ iri: String) throws -> [UInt8] {
    guard let folder, iri.hasPrefix(base) else {
      throw Unreadable(description: "\(iri) is no file of the suites")
    }
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + iri.dropFirst(base.count))))
  }

  static func text(_ iri: String) throws -> String { String(decoding: try bytes(iri), as: UTF8.self) }

  /// Adds the triples of a file to a graph.
  static func load(_ iri: String, into dataset: inout MemoryDataset, graph: Term? = nil) throws {
    let syntax: RDFSyntax = iri.hasSuffix(".rdf") ? .rdfxml : iri.hasSuffix(".nt") ? .ntriples : .turtle
    let mark = "d\(dataset.count)."
    var source: any ByteSource = MemoryByteSource(try bytes(iri))
    var triples: [RDFTriple] = []
    var fault: RDFFault?
    _ = try RDFReader(syntax).read(&source, file: iri, base: iri) { event in
      switch event {
      case .statement(let statement):
        triples.append(
          RDFTriple(term(statement.subject, mark), statement.predicate, term(statement.object, mark)))
      case .fault(let found): fault = found
      default: break
      }
      return true
    }
    if let fault { throw Unreadable(description: "\(iri), line \(fault.line): \(fault.detail.english)") }
    if let graph { dataset.createGraph(graph) }
    for triple in triples { dataset.insert(triple, in: graph) }
  }

  private static func term(_ node: RDFNode, _ mark: String) -> Term {
    switch node {
    case .term(let term): term
    case .blank(let label): .blank(mark + label)
    }
  }
}

extension MemoryDataset {
  /// The objects of a subject and a predicate of the default graph.
  func objects(_ subject: Term?, _ predicate: String) -> [Term] {
    var found: [Term] = []
    try? match(subject, .iri(predicate), nil, in: .defaultGraph) {
      found.append($0.object)
      return true
    }
    return found
  }

  /// The elements of a list.
  func list(_ head: Term?) -> [Term] {
    var elements: [Term] = []
    var cell = head
    while let node = cell, let first = objects(node, Vocabulary.rdf + "first").first {
      elements.append(first)
      cell = objects(node, Vocabulary.rdf + "rest").first
    }
    return elements
  }
}
