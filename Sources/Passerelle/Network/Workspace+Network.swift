import PasserelleCore
import PasserelleGraph
import PasserelleNetwork
import PasserelleOntology
import PasserellePipeline

extension Workspace {
  /// The cooperation network of the store.
  ///
  /// - Parameter asOf: Shows the state known at that moment, by the judgements up to then; nil for now.
  /// - Returns: The network.
  /// - Throws: ``PasserelleError``.
  func network(asOf: Instant? = nil) throws -> CooperationNetwork {
    let current = try canonicalView()
    return try store.read(asOf.map { .ingested(asOf: $0) } ?? .current) { reader in
      let view = try canonicalView(reader, asOf: asOf, current: current)
      guard asOf != nil else { return try keptNetwork(reader, view) }
      return try NetworkReader(reader.snapshot(), networkSurroundings(view)).network()
    }
  }

  /// What the network's reader is told: who is one with whom, communes, names.
  func networkSurroundings(_ view: CanonicalView) -> NetworkSurroundings {
    let ontology = ontology
    var surroundings = NetworkSurroundings(iris: store.iris)
    surroundings.canonical = { view.canonical(of: $0) }
    surroundings.commune = { code in
      ontology.codeList(Ontology.ListName.communes)?.entry(code: code).map {
        NetworkSurroundings.Commune(name: $0.label, point: $0.point, population: $0.population)
      }
    }
    let iris = store.iris
    surroundings.name = { iri in
      if let label = ontology.class(iri)?.label ?? ontology.authorityLabel(iri) { return label }
      guard let (scheme, value) = iris.identifierParts(of: iri), scheme == .departement else { return nil }
      return ontology.department(value).map { LocalizedText(verbatim: $0.name) }
    }
    return surroundings
  }
}
