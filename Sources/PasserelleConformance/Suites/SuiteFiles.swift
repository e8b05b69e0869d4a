import Foundation
package import PasserelleCore
package import PasserelleRDF
package import PasserelleSPARQL

/// The files of a suite of the W3C: what stands under an address stands in a folder.
package struct SuiteFiles: Sendable {
  /// The folder, ending with `/`.
  package let folder: String
  /// What the files' addresses begin with, ending with `/`.
  package let base: String

  /// Makes the files of a folder.
  package init(folder: String, base: String) {
    self.folder = folder
    self.base = base
  }

  /// A file that is missing, or breaks its grammar.
  package struct Unreadable: Error, CustomStringConvertible {
    /// What is wrong.
    package let description: String
  }

  /// The bytes of a file.
  package func bytes(_ iri: String) throws -> [UInt8] {
    guard iri.hasPrefix(base) else { throw Unreadable(description: "\(iri) is no file of the suite") }
    guard let data = FileManager.default.contents(atPath: folder + iri.dropFirst(base.count)) else {
      throw Unreadable(description: "\(iri) is missing")
    }
    return [UInt8](data)
  }

  /// The text of a file.
  package func text(_ iri: String) throws -> String { String(decoding: try bytes(iri), as: UTF8.self) }

  /// The statements of a file.
  ///
  /// - Throws: ``Unreadable`` for a file that breaks its grammar.
  package func statements(_ iri: String, _ syntax: RDFSyntax) throws -> [RDFStatement] {
    let reading = try RDFReading(try bytes(iri), syntax, base: iri)
    if let fault = reading.faults.first {
      throw Unreadable(description: "\(iri), line \(fault.line): \(fault.detail.english)")
    }
    return reading.statements
  }

  /// Adds the triples of a file to a graph.
  package func load(_ iri: String, into dataset: inout MemoryDataset, graph: Term? = nil) throws {
    let syntax: RDFSyntax = iri.hasSuffix(".rdf") ? .rdfxml : iri.hasSuffix(".nt") ? .ntriples : .turtle
    let mark = "d\(dataset.count)."
    if let graph { dataset.createGraph(graph) }
    for statement in try statements(iri, syntax) {
      let tuple = RDFReading.tuple(statement, mark)
      guard let subject = tuple[0], let object = tuple[2] else { continue }
      dataset.insert(RDFTriple(subject, statement.predicate, object), in: graph)
    }
  }
}

/// What a reader gives for a document.
struct RDFReading {
  private(set) var statements: [RDFStatement] = []
  private(set) var faults: [RDFFault] = []
  private(set) var isComplete = true

  init(
    _ bytes: [UInt8], _ syntax: RDFSyntax, base: String?, jsonld: JSONLDOptions = .standard
  ) throws {
    var source: any ByteSource = MemoryByteSource(bytes)
    var statements: [RDFStatement] = []
    var faults: [RDFFault] = []
    let summary = try RDFReader(syntax, jsonld: jsonld).read(&source, file: base ?? "-", base: base) {
      event in
      switch event {
      case .statement(let statement): statements.append(statement)
      case .fault(let fault): faults.append(fault)
      default: break
      }
      return true
    }
    self.statements = statements
    self.faults = faults
    isComplete = summary.isComplete
  }

  /// Subject, predicate, object and graph of a statement as terms, blank nodes marked.
  static func tuple(_ statement: RDFStatement, _ mark: String = "") -> [Term?] {
    func term(_ node: RDFNode) -> Term {
      switch node {
      case .term(let term): term
      case .blank(let label): .blank(mark + label)
      }
    }
    return [term(statement.subject), statement.predicate, term(statement.object), statement.graph.map(term)]
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
