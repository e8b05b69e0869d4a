import PasserelleCore
import PasserelleGraph
import PasserelleNetwork
import PasserelleOntology
import PasserellePipeline
import PasserelleRendering

/// A tie of the network as people read it, with the records that state it.
public struct NetworkEvidence: Sendable, Hashable {
  /// The tie as a sentence: "Lyon est jumelé avec Birmingham (depuis 1951)".
  public let sentence: String
  /// Where in which document it is stated; empty where the record names none.
  public let passage: String
  /// The records that state it; of many, the first ones.
  public let sources: [Dossier.Source]
  /// How many things it rests on: 1, or the number of awards.
  public let count: Int

  /// Makes evidence.
  public init(sentence: String, passage: String = "", sources: [Dossier.Source], count: Int = 1) {
    self.sentence = sentence
    self.passage = passage
    self.sources = sources
    self.count = count
  }
}

/// Reads ties aloud and finds their records, within one state of the store.
struct NetworkEvidenceReader {
  private let reader: GraphReader
  private let labels: LabelResolver
  private let iris: IRISpace
  private let words: NetworkWords
  private let format: ValueFormat
  private let network: CooperationNetwork
  /// The most records given for a tie.
  static let sourceLimit = 5

  init(
    _ reader: GraphReader, _ network: CooperationNetwork, _ ontology: Ontology, _ iris: IRISpace,
    _ language: MessageLanguage
  ) {
    self.reader = reader
    self.network = network
    self.iris = iris
    labels = LabelResolver(reader: reader, ontology: ontology, iris: iris)
    words = NetworkWords(ontology: ontology, language: language)
    format = ValueFormat(language)
  }

  /// A tie with its records.
  func evidence(_ edge: CooperationNetwork.Edge) throws -> NetworkEvidence {
    NetworkEvidence(
      sentence: sentence(edge), passage: try edge.statement.map(passage) ?? "",
      sources: try edge.records.prefix(Self.sourceLimit).compactMap(source), count: Int(edge.count))
  }

  /// A tie as a sentence, with what is known of it.
  func sentence(_ edge: CooperationNetwork.Edge) -> String {
    let language = words.language
    let sentence = NetworkSentences.pattern(edge.kind).filled(
      subject: network.nodes[Int(edge.source)].label[language],
      object: network.nodes[Int(edge.target)].label[language], in: language)
    var parts: [String] = []
    if let role = edge.role { parts.append(words.role(role).lowercasedFirst) }
    if let detail = edge.detail { parts.append(detail) }
    if edge.count > 1 {
      parts.append(
        language.say(format.count(Int(edge.count), "marché"), format.count(Int(edge.count), "award")))
    }
    if let amount = edge.amount {
      parts.append(format.amount(Money(amount)))
    }
    if let period = period(edge) { parts.append(period) }
    return parts.isEmpty ? sentence : sentence + " (" + parts.joined(separator: ", ") + ")"
  }

  private func period(_ edge: CooperationNetwork.Edge) -> String? {
    let language = words.language
    let (since, until) = (edge.since.map(format.date), edge.until.map(format.date))
    switch (since, until) {
    case (let since?, let until?): return since == until ? since : since + " – " + until
    case (let since?, nil):
      let isWhole = edge.since?.precision == .day
      return language.say(isWhole ? "depuis le \(since)" : "depuis \(since)", "since \(since)")
    case (nil, let until?): return language.say("jusqu’à \(until)", "until \(until)")
    case (nil, nil): return nil
    }
  }

  /// The document and lines of a claim.
  private func passage(_ statement: String) throws -> String {
    let ids = try reader.identifiers(of: [
      .iri(statement), .iri(Vocabulary.source), .iri(Vocabulary.lines),
    ])
    guard ids[0].isBound else { return "" }
    func objects(_ relation: TermID) throws -> [Term] {
      guard relation.isBound else { return [] }
      let found = try reader.quads(QuadPattern(subject: ids[0], predicate: relation)).map(\.object)
      return try reader.terms(of: Set(found).sorted()).compactMap { $0 }
    }
    let documents = try objects(ids[1]).compactMap(\.iriValue).map {
      try labels.label(of: $0, language: words.language)
    }
    return (documents.sorted() + (try objects(ids[2])).compactMap(\.lexicalForm).sorted())
      .joined(separator: ", ")
  }

  /// The version of a record that the reader sees, by the name of its graph.
  private func source(_ graph: TermID) throws -> Dossier.Source? {
    let versions = try reader.versions(about: graph).filter { $0.graph == graph }
    return try versions.last { try reader.isVisible($0.version) }.map { Dossier.Source($0, iris: iris) }
  }
}

extension String {
  /// The text with a small first letter, to stand within a sentence.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

/// Numbers the sources of a page in the order in which they are met.
struct EvidenceMarks {
  /// The sources, each once.
  private(set) var order: [Dossier.Source] = []
  private var numbers: [String: Int] = [:]

  /// The marks of some sources, such as `[1][4]`.
  mutating func mark(_ sources: [Dossier.Source]) -> String {
    sources.map { source in
      if numbers[source.record] == nil {
        order.append(source)
        numbers[source.record] = order.count
      }
      return "[\(numbers[source.record] ?? 0)]"
    }.joined()
  }
}
