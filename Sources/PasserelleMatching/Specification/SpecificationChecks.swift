public import PasserelleCore

/// Points to check in an officer's own specification before it is published.
public enum SpecificationChecks {
  /// A point to check: never a fault established.
  public struct Finding: Sendable, Hashable {
    /// What was looked for.
    public enum Rule: String, Sendable, Hashable, CaseIterable, Codable {
      /// A brand, type or patent without "ou équivalent" (code de la commande publique, art. R. 2111-7).
      case brandWithoutEquivalent = "brand_without_equivalent"
    }

    /// The rule.
    public let rule: Rule
    /// The name of the clause in the outline.
    public let clauseID: String
    /// The words of the clause that gave rise to it, as written.
    public let words: String
    /// Why it is to be checked.
    public let reason: LocalizedText
    /// What to do about it.
    public let remedy: LocalizedText
  }

  /// The brands, types and models that clauses name without admitting an equivalent.
  ///
  /// Looked for in the clauses that vendors are held to, and in those on the contract. Standards and labels are no
  /// brands. A clause that says `ou équivalent` after the name, anywhere, is left alone.
  ///
  /// - Parameter outline: The outline of the officer's text.
  /// - Returns: The findings in the order of the clauses, each name once a clause.
  /// - Complexity: O(*n*) in the words.
  public static func brands(in outline: SpecificationOutline) -> [Finding] {
    outline.clauses.filter {
      ($0.kind.isRequirement || $0.kind == .administrative) && $0.obligation != .informative
    }
    .flatMap { clause in
      BrandScanner.mentions(in: clause.text).map { mention in
        Finding(
          rule: .brandWithoutEquivalent, clauseID: clause.id, words: mention.words, reason: reason(mention),
          remedy: remedy)
      }
    }
  }

  private static func reason(_ mention: BrandScanner.Mention) -> LocalizedText {
    switch mention.sign {
    case .knownBrand:
      LocalizedText(
        fr: "« \(mention.words) » semble être une marque, citée sans « ou équivalent ».",
        en: "“\(mention.words)” seems to be a brand, named without “or equivalent”.")
    case .announced:
      LocalizedText(
        fr: "« \(mention.words) » désigne une marque, un type ou un modèle sans « ou équivalent ».",
        en: "“\(mention.words)” names a brand, type or model without “or equivalent”.")
    case .trademark:
      LocalizedText(
        fr: "« \(mention.words) » porte un signe de marque déposée, sans « ou équivalent ».",
        en: "“\(mention.words)” bears a trade mark sign, without “or equivalent”.")
    case .productName:
      LocalizedText(
        fr: "« \(mention.words) » ressemble à une référence de produit, sans « ou équivalent ».",
        en: "“\(mention.words)” looks like a product reference, without “or equivalent”.")
    }
  }

  private static let remedy = LocalizedText(
    fr:
      "À vérifier : décrire la performance attendue, ou ajouter « ou équivalent » si la mention est indispensable (art. R. 2111-7).",
    en:
      "To check: describe the performance expected, or add “or equivalent” where the mention is indispensable (art. R. 2111-7)."
  )
}
