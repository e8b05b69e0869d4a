public import PasserelleCore
import PasserelleOntology

/// Gathers what the answers of a command had to do without, because official lists were not imported.
///
/// Given with the configuration of a workspace and asked once, when the command is done. For any thread.
public final class ReferenceNotice: Sendable {
  let gaps = ReferenceGaps()

  /// Makes a notice that has nothing to tell.
  public init() {}

  /// What was approximate and how to mend it; nil where nothing was.
  public var text: LocalizedText? {
    let gaps = gaps.all
    guard !gaps.isEmpty else { return nil }
    let parts = gaps.map(Self.part)
    return LocalizedText(
      fr:
        "Réponse approchée, faute de listes officielles : \(parts.map(\.french).joined(separator: ", ")). Importez-les une fois : « passerelle reference import DOSSIER ».",
      en:
        "Approximate answer, for want of official lists: \(parts.map(\.english).joined(separator: ", ")). Import them once: 'passerelle reference import FOLDER'."
    )
  }

  private static func part(_ gap: ReferenceGaps.Gap) -> LocalizedText {
    switch gap {
    case .codes:
      LocalizedText(fr: "libellés CPV d’un code plus large (≈)", en: "CPV labels of a wider code (≈)")
    case .places: LocalizedText(fr: "communes sans nom", en: "communes without a name")
    case .points: LocalizedText(fr: "distances depuis le département", en: "distances from the department")
    }
  }
}
