public import PasserelleCore
public import PasserelleOntology
public import PasserelleRDF

/// Reads concept schemes of SKOS (W3C, 2009), each as a code list.
///
/// The code of a concept is its `skos:notation`, else its identifier, else the end of its IRI. Labels are
/// `skos:prefLabel` (that of SKOS-XL too), else `rdfs:label` or a Dublin Core title. A concept stands in each scheme
/// it names or that names it a top concept; one that names none stands in that of what is above it, or in the only
/// one of the file.
public struct SKOSReader: Sendable {
  /// The syntax.
  public let syntax: RDFSyntax

  /// Makes a reader.
  public init(_ syntax: RDFSyntax) { self.syntax = syntax }

  /// Reads a file to its end.
  ///
  /// Relative IRIs are taken as if the file stood at `file:///` and its name.
  ///
  /// - Parameters:
  ///   - input: The bytes.
  ///   - file: The name for diagnostics.
  /// - Returns: A list a scheme, in the order of the file, and what was refused or noticed.
  /// - Throws: ``PasserelleError`` for a file in which reading stopped at a fault, and what `input` throws.
  public func read(
    _ input: inout any ByteSource, file: String
  ) throws -> (lists: [CodeList], diagnostics: [Diagnostic]) {
    var graph = SKOSGraph()
    var faults: [RDFFault] = []
    let name = FileName.lastComponent(file).filter { !$0.isWhitespace && $0 != "%" }
    let summary = try RDFReader(syntax).read(&input, file: file, base: "file:///" + name) { event in
      switch event {
      case .statement(let statement): graph.add(statement)
      case .fault(let fault): faults.append(fault)
      case .prefix, .base: break
      }
      return true
    }
    if !summary.isComplete, let fault = faults.last { throw fault.error(file: file) }
    let lists = SKOSLists(graph, file: file)
    return (lists.lists, faults.map { $0.diagnostic(file: file) } + lists.diagnostics)
  }
}
