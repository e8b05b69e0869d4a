import PasserelleCore
import PasserelleNetwork
import PasserelleTestSupport

/// Statements of a small cooperation network, as sources state them.
struct CooperationStatements {
  let snapshot = StatementSnapshot()
  private let pas = Vocabulary.pas

  /// The IRI of a thing of the facts.
  func local(_ id: String) -> String { IRISpace().identifier(.local, id) }

  /// States a thing in a record of its own.
  func thing(_ id: String, _ kind: String, _ name: String, country: String? = nil, same: String? = nil) {
    let (graph, iri) = ("urn:thing:" + id, local(id))
    snapshot.state(graph, iri, Vocabulary.type, .iri(pas + kind))
    snapshot.state(graph, iri, Vocabulary.label, .string(name, language: "fr"))
    if let country { snapshot.state(graph, iri, pas + "country", .string(country)) }
    if let same { snapshot.state(graph, iri, "http://www.w3.org/2002/07/owl#sameAs", .iri(same)) }
  }

  /// States a claim, and what it asserts as a plain statement as well.
  func claim(
    _ id: String, _ subject: String, _ relation: String, _ object: String, modality: String = "asserted",
    _ more: [(String, Term)] = []
  ) {
    let (graph, iri) = ("urn:claim:" + id, local("claim:" + id))
    snapshot.state(graph, iri, Vocabulary.type, .iri(Vocabulary.claim))
    snapshot.state(graph, iri, Vocabulary.claimSubject, .iri(local(subject)))
    snapshot.state(graph, iri, Vocabulary.claimPredicate, .iri(pas + relation))
    snapshot.state(graph, iri, Vocabulary.claimObject, .iri(local(object)))
    snapshot.state(graph, iri, Vocabulary.modality, .string(modality))
    for (predicate, object) in more { snapshot.state(graph, iri, predicate, object) }
    if modality == "asserted" {
      snapshot.state(graph, local(subject), pas + relation, .iri(local(object)))
    }
  }

  /// States an award.
  func award(
    _ id: String, buyer: String, winners: [String], amount: String? = nil, date: String? = nil,
    currency: String? = nil, euros: String? = nil, isDemonstration: Bool = false
  ) {
    let (graph, iri) = ("urn:award:" + id, "urn:contract:" + id)
    snapshot.state(graph, iri, Vocabulary.type, .iri(Vocabulary.contract))
    snapshot.state(graph, iri, Vocabulary.hasBuyer, .iri(buyer))
    snapshot.state(graph, buyer, Vocabulary.type, .iri(Vocabulary.buyer))
    for winner in winners {
      snapshot.state(graph, iri, Vocabulary.hasWinner, .iri(winner))
      snapshot.state(graph, winner, Vocabulary.type, .iri(Vocabulary.winner))
      snapshot.state(graph, winner, Vocabulary.name, .string("Titulaire " + winner.suffix(9)))
    }
    if let amount, let number = DecimalNumber(amount) {
      snapshot.state(graph, iri, Vocabulary.amount, .decimal(number))
    }
    if let currency { snapshot.state(graph, iri, Vocabulary.currency, .string(currency)) }
    if let euros, let number = DecimalNumber(euros) {
      snapshot.state("urn:conversion:" + id, iri, pas + "amountInEuros", .decimal(number))
    }
    if let date, let day = PartialDate(iso: date) {
      snapshot.state(graph, iri, Vocabulary.notified, .date(day))
    }
    if isDemonstration { snapshot.state(graph, iri, Vocabulary.isDemonstration, .boolean(true)) }
  }

  /// The network that they make.
  func network(_ surroundings: NetworkSurroundings = NetworkSurroundings()) throws -> CooperationNetwork {
    try NetworkReader(snapshot, surroundings).network()
  }
}

extension CooperationNetwork {
  /// The name of a node.
  func name(_ node: Int32) -> String { nodes[Int(node)].label.french }

  /// The edges of a kind, by the names of their ends.
  func ties(_ kind: EdgeKind) -> [String] {
    edges.numbers(of: kind).map { name(edges.source(of: $0)) + " → " + name(edges.target(of: $0)) }
  }
}
