import PasserelleCore
import PasserelleNetwork
import PasserelleOntology

/// What the parts of a network are called in one language.
struct NetworkWords {
  let ontology: Ontology
  let language: MessageLanguage

  /// A kind of node.
  func kind(_ kind: NodeKind) -> String { label(kind.rawValue, "network-node-kinds") }

  /// A kind of edge.
  func kind(_ kind: EdgeKind) -> String { label(kind.rawValue, "network-edge-kinds") }

  /// A country by its code; the code where its list does not know it.
  func country(_ code: String) -> String { label(code, "countries") }

  /// A role in a project or network.
  func role(_ code: String) -> String { label(code, "participation-roles") }

  /// The finer kind of a territory or organisation.
  func subkind(_ code: String) -> String {
    ontology.label(of: code, list: "authority-kinds")?[language] ?? label(code, "organisation-kinds")
  }

  private func label(_ code: String, _ list: String) -> String {
    ontology.label(of: code, list: list)?[language] ?? code
  }
}
