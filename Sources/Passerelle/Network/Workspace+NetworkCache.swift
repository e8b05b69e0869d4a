import Foundation
import PasserelleCore
import PasserelleDigest
import PasserelleGraph
import PasserelleNetwork
import PasserelleOntology
import PasserellePipeline

extension Workspace {
  /// The network as a reader of the current state sees it: from its file, or made anew and kept as a file.
  ///
  /// The file is derived: where it cannot be written, as in a folder that may only be read, the network is used all the
  /// same.
  func keptNetwork(_ reader: GraphReader, _ view: CanonicalView) throws -> CooperationNetwork {
    let identity = try networkIdentity(reader, view)
    if let knownNetwork, knownNetwork.identity == identity { return knownNetwork.network }
    let path = layout.segments + "/network"
    if let kept = try? NetworkFolder(path: path, creating: false).network(identity) {
      knownNetwork = (identity, kept)
      return kept
    }
    let network = try NetworkReader(reader.snapshot(), networkSurroundings(view)).network()
    _ = try? NetworkFolder(path: path, creating: true).replace(with: network, identity)
    knownNetwork = (identity, network)
    return network
  }

  /// Removes the file of the network, as when records were erased.
  ///
  /// - Throws: ``PasserelleError`` when it cannot be removed.
  func removeNetwork() throws {
    knownNetwork = nil
    try NetworkFolder(path: layout.segments + "/network", creating: false).remove()
  }

  /// What the network is made of: the store, who is one with whom, the list of communes.
  private func networkIdentity(_ reader: GraphReader, _ view: CanonicalView) throws -> [String: String] {
    var digest = SHA256Digest()
    for cluster in view.clusters {
      for member in cluster { digest.update(member + "\n") }
      digest.update("\n")
    }
    let imported = references?.rows.first { $0.id == Ontology.ListName.communes && $0.retired == nil }
    if let imported {
      digest.update(imported.hash)
    } else {
      for entry in ontology.ownCodeList(Ontology.ListName.communes)?.entries ?? [] {
        digest.update("\(entry.code) \(entry.label.french) \(entry.label.english)\n")
      }
    }
    return [
      "identity":
        "\(NetworkReader.version) \(store.iris.base) \(NodeKind.allCases.count) \(EdgeKind.allCases.count)",
      "sequence": String(try reader.lastSequence()), "surroundings": "\(digest.finalize())",
    ]
  }
}
