public import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleRendering
import PasserelleSources

/// Everything that the store states about one thing, each statement with the records that make it.
public struct Dossier: Sendable {
  /// A record version, as the source of a statement.
  public struct Source: Sendable, Hashable {
    /// The record's IRI.
    public let record: String
    /// The source's short name.
    public let source: String
    /// The version's rank within the record.
    public let version: Int
    /// When it was ingested.
    public let ingested: Instant
    /// When a later version closed it.
    public let superseded: Instant?
    /// Whether it is demonstration data.
    public let isDemonstration: Bool
  }

  /// A statement about the thing, or one in which it is the object.
  public struct Fact: Sendable, Hashable {
    /// The part of the thing that the statement is about, such as `modification/1`; empty for the thing.
    public let part: String
    /// The relation's IRI.
    public let relation: String
    /// What the relation is called.
    public let relationLabel: String
    /// The value, or for an inverse fact the subject: its IRI, nil for a literal.
    public let iri: String?
    /// What to call it; a literal's text, or what it means by its code list.
    public let text: String
    /// The literal as stated; nil for a thing.
    public let literal: String?
    /// The language tag of a literal that has one.
    public let languageTag: String?
    /// Whether the fact only takes apart what another one says in whole: the number and unit of a quantity.
    public let isDetail: Bool
    /// The records that state it.
    public let sources: [Source]
  }

  /// What a record of facts rests on and is contradicted by.
  public struct Origin: Sendable, Hashable {
    /// What the document is called, with the lines; empty where the record names none.
    public let passage: String
    /// The claims that say otherwise, read aloud.
    public let conflicts: [String]
  }

  /// One of several things that are one.
  public struct Member: Sendable, Hashable {
    /// Its IRI.
    public let iri: String
    /// What it is called by itself.
    public let label: String
  }

  /// The thing's IRI; of several that are one, that of the canonical one.
  public let iri: String
  /// All that is one with the thing, the canonical one first; empty for a thing that is alone.
  public let members: [Member]
  /// What to call it.
  public let label: String
  /// What it is.
  public let types: [String]
  /// What is stated about it.
  public let facts: [Fact]
  /// What is stated with it as the object, the latest records first.
  public let mentions: [Fact]
  /// How many mentions there are in all; `mentions` holds the first ones.
  public let mentionCount: Int
  /// The versions of the records about it, oldest first.
  public let versions: [Source]
  /// What the records of facts among the sources rest on, by the record's IRI.
  public let origins: [String: Origin]
  /// The moment that the dossier shows; nil for now.
  public let asOf: Instant?
  /// The language of its labels.
  public let language: MessageLanguage
}

extension Workspace {
  /// How many mentions a dossier gives.
  public static let mentionLimit = 100

  /// Gathers what is stated about a thing, and about all that is one with it.
  ///
  /// - Parameters:
  ///   - name: An IRI, `scheme:value`, or a bare SIREN, SIRET or INSEE code.
  ///   - asOf: Shows the state known at that moment, by the judgements up to then; nil for now.
  ///   - isRaw: Whether the thing is shown by itself, whatever it is one with.
  ///   - language: The language of labels.
  /// - Returns: The dossier.
  /// - Throws: ``PasserelleError`` with code `entity.notFound`.
  public func dossier(
    of name: String, asOf: Instant? = nil, isRaw: Bool = false, language: MessageLanguage
  ) throws -> Dossier {
    let current = isRaw ? CanonicalView.empty : try canonicalView()
    return try store.read(asOf.map { .ingested(asOf: $0) } ?? .current) { reader in
      let entity = try EntityNames(iris: store.iris).resolve(name, reader)
      let view = isRaw ? current : try canonicalView(reader, asOf: asOf, current: current)
      let members = view.members(of: entity.iri)
      let labels = LabelResolver(reader: reader, ontology: ontology, iris: store.iris)
      return try DossierBuilder(
        reader: reader, labels: labels, iris: store.iris, language: language, asOf: asOf
      )
      .dossier(
        of: Array(zip(try reader.identifiers(of: members.map(Term.iri)), members).filter(\.0.isBound)), name)
    }
  }
}

/// Builds one dossier from one state of the store.
private final class DossierBuilder {
  /// How many characters of JSON are shown; the answer in JSON holds all.
  private static let longText = 600

  private let reader: GraphReader
  private let labels: LabelResolver
  private let iris: IRISpace
  private let language: MessageLanguage
  private let asOf: Instant?
  private var sources: [VersionID: Dossier.Source] = [:]

  init(
    reader: GraphReader, labels: LabelResolver, iris: IRISpace, language: MessageLanguage, asOf: Instant?
  ) {
    self.reader = reader
    self.labels = labels
    self.iris = iris
    self.language = language
    self.asOf = asOf
  }

  /// The dossier of things that are one, the canonical one first.
  func dossier(of things: [(id: TermID, iri: String)], _ name: String) throws -> Dossier {
    guard let first = things.first else { throw EntityNames.notFound(name) }
    let ids = Set(things.map(\.id))
    var (about, mentions): ([Quad], [Quad]) = ([], [])
    var parts: [(part: String, quad: Quad)] = []
    for (id, iri) in things {
      let own = try reader.quads(QuadPattern(subject: id))
      about += own
      // Parts such as modifications hang under the thing's own IRI, in the same records.
      parts += try partQuads(own, iri)
      mentions += try reader.quads(QuadPattern(object: id)).filter { !ids.contains($0.subject) }
    }
    let inner = Set(parts.map(\.quad))
    let foreign = mentions.filter { !inner.contains($0) }
    guard !about.isEmpty || !foreign.isEmpty else { throw EntityNames.notFound(name) }
    let shown = foreign.sorted { ($1.graph, $0.subject) < ($0.graph, $1.subject) }.prefix(
      Workspace.mentionLimit)
    let type = try reader.identifiers(of: [.iri(Vocabulary.type)])[0]
    let own = about.map { (part: "", quad: $0) }
    let facts = try facts(
      own.filter { $0.quad.predicate != type } + parts.filter { $0.quad.predicate != type }, value: \.object)
    let mentioned = try self.facts(shown.map { ("", $0) }, value: \.subject, isSorted: false)
    let members = try things.map {
      Dossier.Member(iri: $0.iri, label: try labels.label(of: $0.iri, language: language))
    }
    return Dossier(
      iri: first.iri, members: members.count > 1 ? members : [], label: members[0].label,
      types: try typeLabels(about.filter { $0.predicate == type }), facts: facts, mentions: mentioned,
      mentionCount: foreign.count, versions: try things.flatMap { try versions(about: $0.id) },
      origins: try origins(), asOf: asOf,
      language: language)
  }

  /// What the records of facts met so far rest on.
  private func origins() throws -> [String: Dossier.Origin] {
    let relations = [Vocabulary.source, Vocabulary.lines, Vocabulary.pas + "conflictsWith"]
    let ids = try reader.identifiers(of: relations.map(Term.iri))
    var origins: [String: Dossier.Origin] = [:]
    for (version, source) in sources where source.source == FactsReader.source {
      func objects(_ relation: TermID) throws -> [Term] {
        guard relation.isBound else { return [] }
        let quads = try reader.quads(QuadPattern(graph: version, predicate: relation))
        return try reader.terms(of: quads.map(\.object).sorted()).compactMap { $0 }
      }
      let documents = try objects(ids[0]).compactMap(\.iriValue).map {
        try labels.label(of: $0, language: language)
      }
      let lines = try objects(ids[1]).compactMap(\.lexicalForm)
      let conflicts = try objects(ids[2]).compactMap(\.iriValue).map {
        try labels.label(of: $0, language: language)
      }
      origins[source.record] = Dossier.Origin(
        passage: (documents.sorted() + lines.sorted()).joined(separator: ", "), conflicts: conflicts.sorted())
    }
    return origins
  }

  private func partQuads(_ about: [Quad], _ iri: String) throws -> [(part: String, quad: Quad)] {
    var result: [(part: String, quad: Quad)] = []
    let objects = Array(Set(about.map(\.object))).sorted()
    for (object, term) in zip(objects, try reader.terms(of: objects)) {
      guard let part = term?.iriValue, part.hasPrefix(iri + "/") else { continue }
      let name = String(part.dropFirst(iri.count + 1))
      result += try reader.quads(QuadPattern(subject: object)).map { (name, $0) }
    }
    return result
  }

  private func typeLabels(_ quads: [Quad]) throws -> [String] {
    let terms = try reader.terms(of: Array(Set(quads.map(\.object))).sorted())
    return try terms.compactMap { try $0?.iriValue.map { try labels.label(of: $0, language: language) } }
      .sorted()
  }

  /// Merges statements that several records make into one fact with several sources.
  private func facts(
    _ quads: [(part: String, quad: Quad)], value: KeyPath<Quad, TermID>, isSorted: Bool = true
  ) throws -> [Dossier.Fact] {
    struct Key: Hashable {
      let part: String
      let predicate: TermID
      let value: TermID
    }
    var order: [Key] = []
    var graphs: [Key: Set<VersionID>] = [:]
    for (part, quad) in quads {
      let key = Key(part: part, predicate: quad.predicate, value: quad[keyPath: value])
      if graphs[key] == nil { order.append(key) }
      graphs[key, default: []].insert(quad.graph)
    }
    let number = try reader.identifiers(of: [.iri(Vocabulary.numericValue)])[0]
    let quantities = Set(quads.filter { $0.quad.predicate == number }.map(\.part))
    let facts = try order.compactMap { key -> Dossier.Fact? in
      let terms = try reader.terms(of: [key.predicate, key.value])
      guard let relation = terms[0]?.iriValue, let term = terms[1] else { return nil }
      let text =
        try term.iriValue.map { try labels.label(of: $0, language: language) }
        ?? literalText(term.lexicalForm ?? "", of: relation)
      return Dossier.Fact(
        part: key.part, relation: relation,
        relationLabel: try labels.label(of: relation, language: language), iri: term.iriValue, text: text,
        literal: term.lexicalForm, languageTag: term.languageTag,
        isDetail: !key.part.isEmpty && quantities.contains(key.part),
        sources: try (graphs[key] ?? []).sorted().compactMap(source))
    }
    guard isSorted else { return facts }
    return facts.sorted { ($0.part, $0.relationLabel, $0.text) < ($1.part, $1.relationLabel, $1.text) }
  }

  /// A literal as people read it: by its code list, and a publication that was laid over others by its date and name.
  private func literalText(_ text: String, of relation: String) -> String {
    guard relation == Vocabulary.amendedBy else {
      let label = labels.codeLabel(text, of: relation, language: language)
      // Fields of a source that are kept as written may be very long.
      guard label.utf8.count > Self.longText, label.utf8.first == UInt8(ascii: "{") else { return label }
      return label.prefix(Self.longText) + "…"
    }
    // Date or `-`, fingerprint, version of the mapping, `whole` or `part`, name.
    let words = text.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
    guard words.count == 5 else { return text }
    let date = Instant(iso: words[0]).map { ValueFormat(language).instant($0) }
    let name = words[4].isEmpty ? String(words[1].prefix(12)) : words[4]
    return ([date].compactMap { $0 } + [name]).joined(separator: ", ")
  }

  private func versions(about id: TermID) throws -> [Dossier.Source] {
    try reader.versions(about: id)
      .filter { version in asOf.map { version.ingested <= $0 } ?? true }
      .map { Dossier.Source($0, iris: iris) }
  }

  private func source(_ version: VersionID) throws -> Dossier.Source? {
    if let known = sources[version] { return known }
    guard let record = try reader.versions(of: [version])[0] else { return nil }
    let made = Dossier.Source(record, iris: iris)
    sources[version] = made
    return made
  }
}

extension Dossier.Source {
  /// The source that a version of a record is.
  init(_ version: RecordVersion, iris: IRISpace) {
    self.init(
      record: iris.record(source: version.source, key: version.key), source: version.source,
      version: version.number, ingested: version.ingested, superseded: version.superseded,
      isDemonstration: version.isDemonstration)
  }
}

extension Term {
  /// The language tag of a literal that has one.
  fileprivate var languageTag: String? {
    guard case .literal(let literal) = self, case .language(let tag) = literal.datatype else { return nil }
    return tag
  }
}
