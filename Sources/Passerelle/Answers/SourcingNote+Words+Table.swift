import PasserelleCore
import PasserelleMatching

extension SourcingNote {
  /// What the codes of a recorded answer mean, in words; an unknown code stands as it is.
  enum Words {
    static func dataset(_ code: String) -> LocalizedText {
      switch code {
      case "decp":
        LocalizedText(fr: "marchés publiés (DECP)", en: "published awards (DECP)")
      case "eforms": LocalizedText(fr: "avis eForms", en: "eForms notices")
      case "ted": LocalizedText(fr: "avis du TED", en: "TED notices")
      case "csv": LocalizedText(fr: "tableau CSV", en: "CSV table")
      case "specification", "text": LocalizedText(fr: "cahier des charges", en: "specification")
      case "facts": LocalizedText(fr: "faits sourcés", en: "sourced facts")
      case "profile": LocalizedText(fr: "profil déclaré", en: "declared profile")
      case "evaluation": LocalizedText(fr: "fiche d’évaluation", en: "evaluation sheet")
      case "sheet": LocalizedText(fr: "fiche action", en: "action sheet")
      default: LocalizedText(verbatim: code)
      }
    }

    static func textLanguage(_ code: String) -> LocalizedText {
      switch code {
      case "fr": LocalizedText(fr: "français", en: "French")
      case "en": LocalizedText(fr: "anglais", en: "English")
      case "pt": LocalizedText(fr: "portugais", en: "Portuguese")
      case "es": LocalizedText(fr: "espagnol", en: "Spanish")
      case "de": LocalizedText(fr: "allemand", en: "German")
      case "it": LocalizedText(fr: "italien", en: "Italian")
      default: LocalizedText(verbatim: code)
      }
    }

    static func flag(_ code: String) -> LocalizedText {
      switch code {
      case "newcomer", "new": LocalizedText(fr: "sans marché connu", en: "no known award")
      case "sme": LocalizedText(fr: "PME", en: "SME")
      case "micro": LocalizedText(fr: "microentreprise", en: "micro-enterprise")
      case "mid_cap": LocalizedText(fr: "ETI", en: "mid-cap")
      case "large": LocalizedText(fr: "grande entreprise", en: "large enterprise")
      case "declared": LocalizedText(fr: "profil déclaré, non vérifié", en: "declared profile, not checked")
      case "few_awards": LocalizedText(fr: "peu de marchés connus", en: "few known awards")
      case "demonstration": LocalizedText(fr: "données de démonstration", en: "demonstration data")
      default: LocalizedText(verbatim: code)
      }
    }

    static func filter(_ code: String) -> LocalizedText {
      switch code {
      case "place": LocalizedText(fr: "lieu", en: "place")
      case "cpv": LocalizedText(fr: "code CPV", en: "CPV code")
      case "size": LocalizedText(fr: "taille", en: "size")
      case "sovereignty": LocalizedText(fr: "souveraineté", en: "sovereignty")
      case "date", "since", "until": LocalizedText(fr: "date", en: "date")
      case "country", "origin": LocalizedText(fr: "pays", en: "country")
      default: LocalizedText(verbatim: code)
      }
    }

    static func filterValue(_ code: String) -> LocalizedText {
      VendorProfile.Size(rawValue: code)?.label ?? VendorProfile.Sovereignty(rawValue: code)?.label
        ?? LocalizedText(verbatim: code)
    }

    static func kind(_ code: String) -> LocalizedText {
      SpecificationClause.Kind(rawValue: code)?.label ?? LocalizedText(verbatim: code)
    }

    static func obligation(_ code: String) -> LocalizedText {
      SpecificationClause.Obligation(rawValue: code)?.label ?? LocalizedText(verbatim: code)
    }

    /// The bands in the order of the note, each with its heading; other names come after them.
    static func band(_ code: String) -> LocalizedText {
      EvidenceBand(rawValue: code)?.label ?? LocalizedText(verbatim: code)
    }

    static func check(_ code: String) -> LocalizedText {
      switch code {
      case "brand": LocalizedText(fr: "marque ou type nommé", en: "brand or type named")
      case "narrow": LocalizedText(fr: "clause étroite", en: "narrow clause")
      case "procedure": LocalizedText(fr: "procédure", en: "procedure")
      default: LocalizedText(verbatim: code)
      }
    }

    static func criterion(_ code: String) -> LocalizedText {
      switch code {
      case "mastery": LocalizedText(fr: "maîtrise", en: "mastery")
      case "cost-benefit", "cost_benefit", "costBenefit":
        LocalizedText(fr: "rapport coût-bénéfice", en: "cost-benefit")
      case "interoperability": LocalizedText(fr: "interopérabilité", en: "interoperability")
      default: LocalizedText(verbatim: code)
      }
    }

    static func documentClass(_ code: String) -> LocalizedText {
      switch code {
      case "confidential": LocalizedText(fr: "confidentiel", en: "confidential")
      case "public": LocalizedText(fr: "public", en: "public")
      default: LocalizedText(verbatim: code)
      }
    }

    static func nature(_ code: String) -> LocalizedText {
      switch code {
      case "works": LocalizedText(fr: "travaux", en: "works")
      case "supplies": LocalizedText(fr: "fournitures", en: "supplies")
      case "services": LocalizedText(fr: "services", en: "services")
      default: LocalizedText(verbatim: code)
      }
    }
  }
}
