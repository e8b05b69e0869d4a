internal import PasserelleCore

/// Procedure types of eForms (`procurement-procedure-type`) in the words that French award data use.
enum ProcedureType {
  static let french = [
    "open": "Appel d'offres ouvert",
    "restricted": "Appel d'offres restreint",
    "neg-w-call": "Procédure avec négociation",
    "neg-wo-call": "Marché passé sans publicité ni mise en concurrence préalable",
    "comp-dial": "Dialogue compétitif",
    "innovation": "Partenariat d’innovation",
    "comp-tend": "Mise en concurrence de services de transport",
    "exp-int-rail": "Appel à manifestation d’intérêt pour le transport par rail",
    "oth-single": "Autre procédure en une étape",
    "oth-mult": "Autre procédure en plusieurs étapes",
  ]
}

/// What a contract is for (`contract-nature`).
enum ContractCategory {
  static let french = ["works": "travaux", "supplies": "fournitures", "services": "services"]
}

/// Languages by the codes of the Publications Office, which are those of ISO 639-3.
enum LanguageTag {
  /// The tag of texts whose language is not known.
  static let undetermined = "und"

  /// The BCP 47 tag of a code: two letters where the language has them, else the code in lower case.
  static func tag(_ code: String) -> String {
    if let short = short[code] { return short }
    let upper = code.trimmed.uppercased()
    if let short = short[upper] { return short }
    let isCode = (2...3).contains(upper.utf8.count) && upper.utf8.allSatisfy { (65...90).contains($0) }
    return isCode ? upper.lowercased() : undetermined
  }

  private static let short = [
    "BUL": "bg", "SPA": "es", "CES": "cs", "DAN": "da", "DEU": "de", "EST": "et", "ELL": "el", "ENG": "en",
    "FRA": "fr", "GLE": "ga", "HRV": "hr", "ITA": "it", "LAV": "lv", "LIT": "lt", "HUN": "hu", "MLT": "mt",
    "NLD": "nl", "POL": "pl", "POR": "pt", "RON": "ro", "SLK": "sk", "SLV": "sl", "FIN": "fi", "SWE": "sv",
    "NOR": "no", "ISL": "is", "CAT": "ca", "EUS": "eu", "GLG": "gl", "UKR": "uk", "TUR": "tr", "ALB": "sq",
    "SQI": "sq", "SRP": "sr", "MKD": "mk", "BOS": "bs", "LTZ": "lb", "OCI": "oc", "BRE": "br", "COS": "co",
    "RUS": "ru", "ARA": "ar", "CYM": "cy", "NOB": "nb", "NNO": "nn",
  ]
}

/// What the codes of criteria mean, in our words.
enum CriterionLabel {
  /// Award criteria (`award-criterion-type`).
  static let award: [String: LocalizedText] = [
    "price": LocalizedText(fr: "Prix", en: "Price"),
    "cost": LocalizedText(fr: "Coût", en: "Cost"),
    "quality": LocalizedText(fr: "Qualité", en: "Quality"),
  ]

  /// Selection criteria (`selection-criterion`).
  static let selection: [String: LocalizedText] = [
    "slc-abil-facil-res": LocalizedText(
      fr: "Moyens d’étude et de recherche", en: "Means of study and research"),
    "slc-abil-facil-tools": LocalizedText(fr: "Outillage et équipements", en: "Tools and equipment"),
    "slc-abil-mgmt-env": LocalizedText(fr: "Gestion environnementale", en: "Environmental management"),
    "slc-abil-mgmt-qual": LocalizedText(fr: "Démarche de qualité", en: "Quality measures"),
    "slc-abil-mgmt-supply": LocalizedText(
      fr: "Gestion des approvisionnements", en: "Supply chain management"),
    "slc-abil-qual-inst": LocalizedText(
      fr: "Certificats de contrôle de qualité", en: "Quality control certificates"),
    "slc-abil-qual-smp-w-autent": LocalizedText(
      fr: "Échantillons ou descriptions certifiés", en: "Certified samples or descriptions"),
    "slc-abil-qual-smp-wo-autent": LocalizedText(
      fr: "Échantillons ou descriptions", en: "Samples or descriptions"),
    "slc-abil-ref-services": LocalizedText(fr: "Références de services", en: "References for services"),
    "slc-abil-ref-supply": LocalizedText(fr: "Références de livraisons", en: "References for deliveries"),
    "slc-abil-ref-work": LocalizedText(fr: "Références de travaux", en: "References for works"),
    "slc-abil-staff-qual": LocalizedText(
      fr: "Titres d’études et professionnels", en: "Educational and professional qualifications"),
    "slc-abil-staff-tech-ctrl": LocalizedText(
      fr: "Personnel de contrôle de la qualité", en: "Quality control staff"),
    "slc-abil-staff-tech-work": LocalizedText(
      fr: "Personnel technique d’exécution", en: "Technical staff for the work"),
    "slc-abil-staff-yrly-avg-mp": LocalizedText(fr: "Effectif annuel moyen", en: "Average yearly staff"),
    "slc-abil-staff-yrly-no-mgmt": LocalizedText(fr: "Nombre de cadres", en: "Number of managers"),
    "slc-abil-subc": LocalizedText(fr: "Part sous-traitée", en: "Share of subcontracting"),
    "slc-sche-env-cert-indep": LocalizedText(
      fr: "Certificats environnementaux indépendants", en: "Independent environmental certificates"),
    "slc-sche-qu-cert-indep": LocalizedText(
      fr: "Certificats de qualité indépendants", en: "Independent quality certificates"),
    "slc-sec-inf": LocalizedText(fr: "Sécurité de l’information", en: "Security of information"),
    "slc-sec-proc": LocalizedText(
      fr: "Protection d’informations classifiées", en: "Protection of classified information"),
    "slc-sec-supply": LocalizedText(fr: "Sécurité d’approvisionnement", en: "Security of supply"),
    "slc-stand-ins": LocalizedText(fr: "Assurance professionnelle", en: "Professional insurance"),
    "slc-stand-other": LocalizedText(
      fr: "Autre condition économique ou financière", en: "Other economic or financial condition"),
    "slc-stand-ratio": LocalizedText(fr: "Ratio financier", en: "Financial ratio"),
    "slc-stand-to-avg": LocalizedText(fr: "Chiffre d’affaires annuel moyen", en: "Average yearly turnover"),
    "slc-stand-to-gen": LocalizedText(fr: "Chiffre d’affaires annuel", en: "Yearly turnover"),
    "slc-stand-to-spec": LocalizedText(
      fr: "Chiffre d’affaires annuel du domaine", en: "Yearly turnover in the field"),
    "slc-stand-to-spec-avg": LocalizedText(
      fr: "Chiffre d’affaires annuel moyen du domaine", en: "Average yearly turnover in the field"),
    "slc-suit-auth-mbrshp": LocalizedText(
      fr: "Autorisation ou adhésion requise", en: "Required authorisation or membership"),
    "slc-suit-reg-prof": LocalizedText(
      fr: "Inscription à un registre professionnel", en: "Enrolment in a professional register"),
    "slc-suit-reg-trade": LocalizedText(
      fr: "Inscription au registre du commerce", en: "Enrolment in the trade register"),
  ]
}
