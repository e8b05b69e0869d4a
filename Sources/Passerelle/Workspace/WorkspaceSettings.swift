import Foundation
public import PasserelleCore
import Yams

/// What `settings.yaml` of a workspace says.
public struct WorkspaceSettings: Sendable, Hashable {
  /// The base of the IRIs that the workspace coins; fixed once the store exists.
  public var base = IRISpace.defaultBase
  /// The language in which the workspace speaks when neither option nor locale says.
  public var language = MessageLanguage.french
  /// For how many months records of match runs are kept, 1 to 1200.
  public var matchRetentionMonths = 36
  /// Whether the statements of eForms notices in the eProcurement Ontology are kept beside the product's own.
  public var statesEPO = false
  /// What nightly runs read, compare and keep.
  public var nightly = NightlySettings()

  /// Makes the default settings.
  public init() {}

  private static let format = "passerelle-settings/1"

  /// The file's text, with a comment for each key.
  public var yaml: String {
    """
    format: \(Self.format)
    # Base des IRI de l'espace de travail, fixée à la création. / Base of the workspace's IRIs, fixed at creation.
    base: \(base)
    # Langue par défaut : fr ou en. / Default language: fr or en.
    language: \(language.rawValue)
    # Mois de conservation des classements enregistrés. / Months for which recorded rankings are kept.
    matchRetentionMonths: \(matchRetentionMonths)
    # Avis eForms : garder aussi leurs énoncés ePO 4. / eForms notices: keep their ePO 4 statements too.
    eforms:
      epo: \(statesEPO)

    """ + nightly.yaml
  }

  /// The language that the settings of a workspace ask for; nil where there are no sound settings.
  public static func language(ofWorkspace path: String) -> MessageLanguage? {
    let file = WorkspaceLayout(path: path).settings
    guard let data = FileManager.default.contents(atPath: file) else { return nil }
    return try? WorkspaceSettings(yaml: String(decoding: data, as: UTF8.self), path: file).language
  }

  /// Reads the file's text.
  ///
  /// - Parameters:
  ///   - yaml: The text.
  ///   - path: The file, for messages.
  /// - Throws: ``PasserelleError`` with code `settings.invalid` for an unknown key or a wrong value.
  public init(yaml: String, path: String) throws {
    func invalid(_ french: String, _ english: String, _ cause: (any Error)? = nil) -> PasserelleError {
      PasserelleError(
        .settingsInvalid, LocalizedText(fr: french, en: english), at: SourceLocation(file: path), cause: cause
      )
    }
    let node: Node?
    do {
      node = try Yams.compose(yaml: yaml)
    } catch {
      throw invalid("Réglages illisibles (YAML) : \(error).", "Unreadable settings (YAML): \(error).", error)
    }
    guard let mapping = node?.mapping else {
      throw invalid(
        "Les réglages doivent être une liste « clé: valeur ».", "Settings must be 'key: value' lines.")
    }
    for (key, value) in mapping {
      let name = key.string ?? ""
      let text = value.string ?? ""
      switch name {
      case "format" where text == Self.format: continue
      case "base" where text.contains("://"): base = IRISpace(base: text).base
      case "provisionalOrders":
        // A key of earlier versions, of no effect now.
        guard value.bool != nil else {
          throw invalid("« provisionalOrders » : true ou false.", "'provisionalOrders': true or false.")
        }
      case "language":
        guard let known = MessageLanguage(rawValue: text) else {
          throw invalid("« language » : fr ou en.", "'language': fr or en.")
        }
        language = known
      case "matchRetentionMonths":
        guard let months = value.int, (1...1200).contains(months) else {
          throw invalid("« matchRetentionMonths » : 1 à 1200.", "'matchRetentionMonths': 1 to 1200.")
        }
        matchRetentionMonths = months
      case "eforms":
        for (key, one) in value.mapping ?? [:] {
          guard key.string == "epo", let states = one.bool else {
            throw invalid("« eforms » : epo, true ou false.", "'eforms': epo, true or false.")
          }
          statesEPO = states
        }
      case "nightly", "retention", "sources":
        if let fault = nightly.take(name, value) { throw invalid(fault.french, fault.english) }
      case "format", "base":
        throw invalid("Valeur refusée pour « \(name) » : \(text).", "Value refused for '\(name)': \(text).")
      default:
        throw invalid(
          "Réglage inconnu « \(name) ». Réglages connus : base, eforms, language, matchRetentionMonths, nightly, retention, sources.",
          "Unknown setting '\(name)'. Known settings: base, eforms, language, matchRetentionMonths, nightly, retention, sources."
        )
      }
    }
  }
}
