import PasserelleCore
import PasserelleGraph
import PasserelleNetwork
import PasserelleOntology
import PasserellePipeline
import PasserelleSources
import PasserelleText

/// Names what ties a country, and says which records state it.
struct CountryBuilder {
  let network: CooperationNetwork
  let reader: GraphReader
  let labels: LabelResolver
  let ontology: Ontology
  let iris: IRISpace
  let language: MessageLanguage
  private(set) var sources: [CountryAnswer.Source] = []
  private var places: [VersionID: Int] = [:]
  private var graphs: [TermID: VersionID?] = [:]

  init(
    network: CooperationNetwork, reader: GraphReader, labels: LabelResolver, ontology: Ontology,
    iris: IRISpace, language: MessageLanguage
  ) {
    self.network = network
    self.reader = reader
    self.labels = labels
    self.ontology = ontology
    self.iris = iris
    self.language = language
  }

  /// The parts of the page.
  mutating func parts(_ ties: [CountryTie]) throws -> [CountryAnswer.Part] {
    try CountryTie.Section.allCases.map { section in
      var rows: [CountryAnswer.Row] = []
      for tie in ties where tie.section == section { rows.append(try row(tie)) }
      return CountryAnswer.Part(section: section, rows: rows.sorted(by: Self.isBefore))
    }
  }

  /// The most French authorities first where something ties several; then by names.
  private static func isBefore(_ left: CountryAnswer.Row, _ right: CountryAnswer.Row) -> Bool {
    if left.thing != nil, left.home.count != right.home.count { return left.home.count > right.home.count }
    func name(_ row: CountryAnswer.Row) -> String {
      ([row.thing].compactMap { $0 } + row.home + row.abroad).map { TextFolding.fold($0.label) + " " + $0.id }
        .joined(separator: " ")
    }
    return name(left) < name(right)
  }

  private mutating func row(_ tie: CountryTie) throws -> CountryAnswer.Row {
    var cited: [Int] = []
    for number in tie.edges {
      for record in network.edges[Int(number)].records.prefix(4) {
        if let place = try source(graph: record), !cited.contains(place) { cited.append(place) }
      }
    }
    return CountryAnswer.Row(
      kind: tie.kind, thing: tie.node.map(thing), home: things(tie.home), abroad: things(tie.abroad),
      others: things(tie.others), themes: things(tie.themes), since: tie.since, until: tie.until,
      mode: tie.mode.map { ontology.codeList("cooperation-modes")?.label(ofCode: $0)?[language] ?? $0 },
      detail: tie.detail, sources: cited)
  }

  private func things(_ numbers: [Int32]) -> [CountryAnswer.Thing] {
    numbers.map(thing).sorted { ($0.label, $0.id) < ($1.label, $1.id) }
  }

  private func thing(_ number: Int32) -> CountryAnswer.Thing {
    let node = network.nodes[Int(number)]
    return CountryAnswer.Thing(id: node.iri, label: node.label[language], kind: node.kind)
  }

  // MARK: What is not a plain statement

  /// The claims of another modality than asserted whose subject or object is of the country.
  mutating func announcements(_ inside: Set<Int32>) throws -> [CountryAnswer.Announcement] {
    let modality = try reader.identifiers(of: [.iri(Vocabulary.modality)])[0]
    guard modality.isBound else { return [] }
    let others = (ontology.ownCodeList("modalities")?.entries ?? []).map(\.code).filter { $0 != "asserted" }
    var found: [CountryAnswer.Announcement] = []
    for (code, id) in zip(others, try reader.identifiers(of: others.map { Term.string($0) })) {
      guard id.isBound else { continue }
      for quad in try reader.quads(QuadPattern(predicate: modality, object: id)) {
        let claim = try StatsFigureReader.Description(quad.subject, reader)
        guard let iri = claim.iri else { continue }
        let ends = claim.iris(Vocabulary.claimSubject) + claim.iris(Vocabulary.claimObject)
        guard ends.contains(where: { network.node($0).map(inside.contains) ?? false }) else { continue }
        let place = try source(quad.graph)
        found.append(
          CountryAnswer.Announcement(
            claim: iri, sentence: try labels.label(of: iri, language: language), modality: code,
            sources: [place].compactMap { $0 }))
      }
    }
    return found.sorted { $0.claim < $1.claim }
  }

  // MARK: Sources

  /// The place of the record of a named graph among the sources.
  private mutating func source(graph: TermID) throws -> Int? {
    let version: VersionID?
    if let known = graphs[graph] {
      version = known
    } else {
      let all = try reader.versions(about: graph).filter { $0.graph == graph }
      version = try all.last { try reader.isVisible($0.version) }?.version
      graphs[graph] = version
    }
    return try version.flatMap { try source($0) }
  }

  /// The place of the record of a version among the sources.
  private mutating func source(_ version: VersionID) throws -> Int? {
    if let place = places[version] { return place }
    guard let record = try reader.versions(of: [version])[0] else { return nil }
    let relations = try reader.identifiers(of: [.iri(Vocabulary.source), .iri(Vocabulary.lines)])
    func objects(_ relation: TermID) throws -> [Term] {
      guard relation.isBound else { return [] }
      let quads = try reader.quads(QuadPattern(graph: version, predicate: relation))
      return try reader.terms(of: quads.map(\.object).sorted()).compactMap { $0 }
    }
    // A document is a thing of its own, or what it is called.
    let documents = try objects(relations[0]).compactMap { term in
      try term.iriValue.map { try labels.label(of: $0, language: language) } ?? term.lexicalForm
    }
    let source = CountryAnswer.Source(
      record: iris.record(source: record.source, key: record.key), document: documents.min(),
      lines: try objects(relations[1]).compactMap(\.lexicalForm).min())
    // Several records of the same lines are one source for people.
    let place: Int
    if source.document != nil, let same = sources.firstIndex(where: { $0.label == source.label }) {
      place = same
    } else {
      place = sources.count
      sources.append(source)
    }
    places[version] = place
    return place
  }
}
