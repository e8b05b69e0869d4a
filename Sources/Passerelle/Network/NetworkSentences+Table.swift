import PasserelleCore
import PasserelleNetwork
import PasserelleOntology

/// Ties read aloud.
enum NetworkSentences {
  /// The sentence of a kind of tie, from its source to its target.
  static func pattern(_ kind: EdgeKind) -> ReadingSentence {
    switch kind {
    case .twinning: say("{subject} est jumelé avec {object}", "{subject} is twinned with {object}")
    case .cooperation: say("{subject} coopère avec {object}", "{subject} cooperates with {object}")
    case .partnership: say("{subject} est partenaire de {object}", "{subject} is a partner of {object}")
    case .party: say("{subject} est partie à {object}", "{subject} is a party to {object}")
    case .carries: say("{subject} porte {object}", "{subject} carries {object}")
    case .participation: say("{subject} participe à {object}", "{subject} takes part in {object}")
    case .membership: say("{subject} est membre de {object}", "{subject} is a member of {object}")
    case .recognition: say("{subject} détient la distinction {object}", "{subject} holds the label {object}")
    case .supply: say("{subject} est fournisseur de {object}", "{subject} supplies {object}")
    case .funding: say("{subject} finance {object}", "{subject} funds {object}")
    case .support: say("{subject} soutient {object}", "{subject} supports {object}")
    case .partOf: say("{subject} fait partie de {object}", "{subject} is part of {object}")
    case .location: say("{subject} se situe à {object}", "{subject} lies in {object}")
    case .organisation: say("{subject} organise {object}", "{subject} organises {object}")
    case .theme: say("{subject} a pour thème {object}", "{subject} has the theme {object}")
    }
  }

  private static func say(_ french: String, _ english: String) -> ReadingSentence {
    ReadingSentence(LocalizedText(fr: french, en: english))
  }
}
