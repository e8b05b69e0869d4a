internal import PasserelleCore

/// Codes of TED in those of eForms and in the words of French award data.
enum TEDCodes {
  /// The words for an element that names a procedure; nil for any other.
  static func procedure(_ element: String) -> String? {
    if let code = procedures[element] { return ProcedureType.french[code] }
    return ownProcedures[element]
  }

  /// Elements by the codes of `procurement-procedure-type`.
  private static let procedures = [
    "PT_OPEN": "open",
    "PT_RESTRICTED": "restricted",
    "PT_COMPETITIVE_NEGOTIATION": "neg-w-call",
    "PT_NEGOTIATED_WITH_PRIOR_CALL": "neg-w-call",
    "PT_INVOLVING_NEGOTIATION": "neg-w-call",
    "PT_COMPETITIVE_DIALOGUE": "comp-dial",
    "PT_INNOVATION_PARTNERSHIP": "innovation",
    "PT_AWARD_CONTRACT_WITHOUT_CALL": "neg-wo-call",
    "PT_AWARD_CONTRACT_WITHOUT_PUBLICATION": "neg-wo-call",
    "PT_NEGOTIATED_WITHOUT_PUBLICATION": "neg-wo-call",
    "PT_COMPETITIVE_TENDERING": "comp-tend",
  ]
  /// Procedures that the list of eForms has no code for.
  private static let ownProcedures = [
    "PT_AWARD_CONTRACT_WITH_PRIOR_PUBLICATION": concession,
    "PT_DA_RAILWAY_TRANSPORT": directAward,
    "PT_DA_MEDIUM_ENTERPRISE": directAward,
    "PT_DA_SMALL_CONTRACT": directAward,
    "PT_DA_INTERNAL_OPERATOR": directAward,
  ]
  private static let concession = "Attribution de concession avec publication préalable"
  private static let directAward = "Attribution directe de services de transport"

  /// The codes of the coded data (`PR_PROC`), for forms that name no procedure of R2.0.9.
  static let codedProcedures: [String: String] = {
    let eforms = [
      "1": "open", "2": "restricted", "3": "restricted", "4": "neg-w-call", "6": "neg-w-call",
      "B": "neg-w-call", "C": "comp-dial", "G": "innovation", "T": "neg-wo-call", "V": "neg-wo-call",
      "F": "neg-wo-call",
    ]
    var words = eforms.compactMapValues { ProcedureType.french[$0] }
    words["E"] = concession
    words["A"] = directAward
    return words
  }()

  /// Whether anybody may make an offer, by the code of the procedure; where it says nothing of that, too.
  static func isOpen(_ code: String?) -> Bool { !["2", "3", "4", "6", "B", "C", "G"].contains(code) }

  /// Directives of the coded data by their CELEX numbers.
  static let directives = [
    "2014/24/EU": "32014L0024", "2014/25/EU": "32014L0025", "2014/23/EU": "32014L0023",
    "2009/81/EC": "32009L0081", "2004/18/EC": "32004L0018", "2004/17/EC": "32004L0017",
  ]

  /// The ISO 3166-1 alpha-3 code of a country as TED writes it: alpha-2, but `UK` and `EL`.
  static func country(_ code: String) -> String? {
    switch code {
    case "UK": "GBR"
    case "EL": "GRC"
    default: CountryCode.alpha3(code) ?? more[code]
    }
  }

  /// Countries of winners and buyers that are rarely met.
  private static let more = [
    "MK": "MKD", "RS": "SRB", "BA": "BIH", "ME": "MNE", "AL": "ALB", "TR": "TUR", "UA": "UKR", "MD": "MDA",
    "GE": "GEO", "IL": "ISR", "IN": "IND", "KR": "KOR", "AU": "AUS", "NZ": "NZL", "BR": "BRA", "MX": "MEX",
    "ZA": "ZAF", "EG": "EGY", "KE": "KEN", "NG": "NGA", "GI": "GIB", "FO": "FRO", "SM": "SMR", "HK": "HKG",
    "SG": "SGP", "TW": "TWN", "RU": "RUS", "BY": "BLR", "XK": "XKX", "AM": "ARM", "AZ": "AZE", "LB": "LBN",
    "JO": "JOR", "AE": "ARE", "SA": "SAU", "TH": "THA", "VN": "VNM", "PH": "PHL", "ID": "IDN", "MY": "MYS",
    "AR": "ARG", "CL": "CHL", "CO": "COL", "PE": "PER", "ET": "ETH", "GH": "GHA", "CM": "CMR", "CI": "CIV",
    "ML": "MLI", "BF": "BFA", "NE": "NER", "MG": "MDG", "MU": "MUS", "RW": "RWA", "TZ": "TZA", "UG": "UGA",
    "CD": "COD", "AF": "AFG", "IQ": "IRQ", "PK": "PAK", "BD": "BGD", "KZ": "KAZ", "UZ": "UZB", "NC": "NCL",
    "PF": "PYF",
    // Overseas departments have the registers of France.
    "RE": "FRA", "GP": "FRA", "MQ": "FRA", "GF": "FRA", "YT": "FRA",
  ]

  /// Names of groups of selection criteria, in our words, with the codes that eForms gave them.
  static let selection: [(tags: [TEDTag], code: String, name: LocalizedText)] = [
    (
      [.suitability], "sui-act",
      LocalizedText(fr: "Aptitude à exercer l’activité", en: "Suitability to pursue the activity")
    ),
    (
      [.economicFinancialInfo, .economicFinancialMinLevel, .eafCapacityInformation, .eafCapacityMinLevel],
      "ef-stand",
      LocalizedText(fr: "Capacité économique et financière", en: "Economic and financial standing")
    ),
    (
      [
        .technicalProfessionalInfo, .technicalProfessionalMinLevel, .tCapacityInformation,
        .tCapacityMinLevel,
      ], "tp-abil",
      LocalizedText(fr: "Capacité technique et professionnelle", en: "Technical and professional ability")
    ),
    (
      [.rulesCriteria, .criteriaSelection, .conditions], "",
      LocalizedText(fr: "Conditions de participation", en: "Conditions for participation")
    ),
  ]
}
