internal import PasserelleCore
internal import PasserelleRDF

/// The statements of one graph of a file, as N-Triples.
struct RDFGraphRecord: SourceRecord {
  /// The version of the mapping; a change makes every record be mapped again.
  static let version = 1

  let key: String
  /// The key of what stands in no graph, under which relative IRIs are.
  let fileKey: String
  let bytes: [UInt8]
  let location: SourceLocation

  var source: String { RDFSourceReader.source }
  var mappingVersion: Int { Self.version }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    let record = iris.record(source: source, key: key)
    let document = iris.record(source: source, key: fileKey)
    var statements = StatementBuffer()
    var choice = SubjectChoice(graph: self.key)
    var input: any ByteSource = MemoryByteSource(bytes)
    // What was written above is N-Triples, and memory cannot fail to be read.
    _ = try? RDFReader(.ntriples).read(&input, file: location.file) { event in
      guard case .statement(let statement) = event, case .term(let subject) = statement.subject,
        case .term(let object) = statement.object
      else { return true }
      let about = Self.placed(subject, record, document)
      let value = Self.placed(object, record, document)
      let predicate = Self.placed(statement.predicate, record, document)
      statements.add(about, predicate, value)
      choice.see(about, predicate, value, blank: record + "#b-")
      return true
    }
    return MappedRecord(
      subject: choice.subject ?? record, kind: .thing, published: choice.published, isDemonstration: false,
      statements: statements, diagnostics: [])
  }

  /// A term with the record's IRI where one that stands for it was.
  private static func placed(_ term: Term, _ record: String, _ document: String) -> Term {
    guard case .iri(let iri) = term, iri.utf8.starts(with: RecordIRIs.record.utf8) else { return term }
    if iri.hasPrefix(RecordIRIs.documentBase) {
      let rest = iri.dropFirst(RecordIRIs.documentBase.count)
      if rest.isEmpty || rest.first == "#" || rest.first == "?" { return .iri(document + rest) }
    }
    if let place = iri.firstRange(of: "//document/") {
      return .iri(document + "/" + iri[place.upperBound...])
    }
    return .iri(record + iri.dropFirst(RecordIRIs.record.count))
  }
}

/// Finds what a graph is about: the graph itself where it describes itself, else what is first named in it, else what
/// it first speaks of.
private struct SubjectChoice {
  let graph: String
  private var first: String?
  private var named: String?
  private var describesItself = false
  private var dates: [String: PartialDate] = [:]

  init(graph: String) { self.graph = graph }

  var subject: String? { describesItself ? graph : named ?? first }
  var published: PartialDate? { subject.flatMap { dates[$0] } }

  mutating func see(_ subject: Term, _ predicate: Term, _ object: Term, blank: String) {
    guard case .iri(let iri) = subject, case .iri(let relation) = predicate, !iri.hasPrefix(blank) else {
      return
    }
    if first == nil { first = iri }
    if iri == graph { describesItself = true }
    if Self.names.contains(relation), named == nil { named = iri }
    if Self.dates.contains(relation), let date = PartialDate(iso: (object.lexicalForm ?? "").prefix(10)) {
      if dates[iri].map({ $0 < date }) ?? true { dates[iri] = date }
    }
  }

  private static let names: Set<String> = [
    Vocabulary.label, Vocabulary.title, Vocabulary.name, Vocabulary.skos + "prefLabel",
    "http://schema.org/name", "http://xmlns.com/foaf/0.1/name",
  ]
  private static let dates: Set<String> = [Vocabulary.dct + "modified", Vocabulary.dct + "issued"]
}
