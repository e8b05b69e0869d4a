internal import PasserelleCore

/// The code lists of IATI that are read, with what the product calls their codes.
///
/// Both the numbers of 2.0x and the words and letters of 1.0x are known. Labels are our own short ones.
enum IATICodes {
  /// The versions that are read in full.
  static let versions: Set<String> = ["2.01", "2.02", "2.03"]

  /// A role in an activity.
  struct Role {
    /// What IATI calls it.
    let name: String
    /// The code of the product's list of roles.
    let code: String
    /// What the actor does to the project.
    let relation: String
  }

  /// Roles of organisations, by number and by word.
  static let roles: [String: Role] = {
    let list = [
      Role(name: "funding", code: "funder", relation: Vocabulary.funds),
      Role(name: "accountable", code: "lead", relation: Vocabulary.carriesProject),
      Role(name: "extending", code: "delegated-owner", relation: Vocabulary.participatesIn),
      Role(name: "implementing", code: "carrier", relation: Vocabulary.carriesProject),
    ]
    var roles: [String: Role] = [:]
    for (place, role) in list.enumerated() {
      roles[String(place + 1)] = role
      roles[role.name] = role
    }
    return roles
  }()

  /// States of progress.
  static let statuses = [
    "1": "planned", "2": "active", "3": "completed", "4": "completed", "5": "abandoned", "6": "paused",
  ]

  /// Kinds of dates, as 1.0x calls them.
  static let dateTypes = [
    "1": "start-planned", "2": "start-actual", "3": "end-planned", "4": "end-actual",
    "start-planned": "start-planned", "start-actual": "start-actual", "end-planned": "end-planned",
    "end-actual": "end-actual",
  ]

  /// Kinds of organisations: the class, and the code of the product's list where it has one.
  static let organisationTypes: [String: (classIRI: String, kind: String?)] = [
    "10": (Vocabulary.publicBody, nil), "11": (Vocabulary.territory, nil),
    "15": (Vocabulary.publicBody, nil), "21": (Vocabulary.organisation, "ngo"),
    "22": (Vocabulary.organisation, "ngo"), "23": (Vocabulary.organisation, "ngo"),
    "24": (Vocabulary.organisation, "ngo"), "30": (Vocabulary.organisation, nil),
    "40": (Vocabulary.publicBody, "international"), "60": (Vocabulary.organisation, "foundation"),
    "70": (Vocabulary.company, nil), "71": (Vocabulary.company, nil), "72": (Vocabulary.company, nil),
    "73": (Vocabulary.company, nil), "80": (Vocabulary.organisation, nil),
    "90": (Vocabulary.organisation, nil),
  ]

  /// Whether organisations of a type are never one person's business.
  static func isCollective(type: String) -> Bool {
    organisationTypes[type] != nil && !type.hasPrefix("7") && type != "90"
  }

  /// Kinds of transactions, by number and by the letters of 1.0x.
  static let transactionTypes = [
    "1": "incoming-funds", "IF": "incoming-funds", "2": "commitment", "C": "commitment",
    "3": "disbursement", "D": "disbursement", "4": "expenditure", "E": "expenditure", "5": "interest",
    "IR": "interest", "6": "loan-repayment", "LR": "loan-repayment", "7": "reimbursement",
    "R": "reimbursement", "8": "equity-purchase", "QP": "equity-purchase", "9": "equity-sale",
    "QS": "equity-sale", "10": "guarantee", "CG": "guarantee", "11": "incoming-commitment",
    "12": "pledge", "13": "incoming-pledge",
  ]

  static let budgetTypes = ["1": "original", "2": "revised"]
  static let budgetStatuses = ["1": "indicative", "2": "committed"]
  static let resultTypes = ["1": "output", "2": "outcome", "3": "impact", "9": "other"]

  /// Classifications of sectors as 1.0x calls them; none said is the five digits of the OECD.
  static let sectorVocabularies = [
    "": "1", "DAC": "1", "DAC-3": "2", "COFOG": "3", "NACE": "4", "NTEE": "5", "ADT": "6", "RO": "99",
    "RO2": "98",
  ]

  /// Whether a code is that of a country, in ISO 3166-1 alpha-2.
  static func isCountry(_ code: String) -> Bool { countries.contains(code) }

  private static let countries: Set<String> = Set(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV
    BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES
    ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE
    IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY
    MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU
    NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM
    SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE
    VG VI VN VU WF WS XK YE YT ZA ZM ZW
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  private static func text(_ french: String, _ english: String) -> LocalizedText {
    LocalizedText(fr: french, en: english)
  }

  /// Regions of the OECD.
  static let regions: [String: LocalizedText] = [
    "88": text("États de l’ex-Yougoslavie", "States of ex-Yugoslavia"),
    "89": text("Europe, région", "Europe, regional"),
    "189": text("Nord du Sahara, région", "North of Sahara, regional"),
    "289": text("Sud du Sahara, région", "South of Sahara, regional"),
    "298": text("Afrique, région", "Africa, regional"),
    "380": text("Antilles, région", "West Indies, regional"),
    "389": text("Caraïbes et Amérique centrale, région", "Caribbean and Central America, regional"),
    "489": text("Amérique du Sud, région", "South America, regional"),
    "498": text("Amérique, région", "America, regional"),
    "589": text("Moyen-Orient, région", "Middle East, regional"),
    "619": text("Asie centrale, région", "Central Asia, regional"),
    "679": text("Asie du Sud, région", "South Asia, regional"),
    "689": text("Asie centrale et du Sud, région", "South and Central Asia, regional"),
    "789": text("Extrême-Orient, région", "Far East Asia, regional"),
    "798": text("Asie, région", "Asia, regional"),
    "889": text("Océanie, région", "Oceania, regional"),
    "998": text("Pays en développement, sans précision", "Developing countries, unspecified"),
    "1027": text("Afrique de l’Est, région", "Eastern Africa, regional"),
    "1028": text("Afrique centrale, région", "Middle Africa, regional"),
    "1029": text("Afrique australe, région", "Southern Africa, regional"),
    "1030": text("Afrique de l’Ouest, région", "Western Africa, regional"),
    "1031": text("Caraïbes, région", "Caribbean, regional"),
    "1032": text("Amérique centrale, région", "Central America, regional"),
    "1033": text("Mélanésie, région", "Melanesia, regional"),
    "1034": text("Micronésie, région", "Micronesia, regional"),
    "1035": text("Polynésie, région", "Polynesia, regional"),
  ]

  /// Sectors of the OECD, three digits.
  static let sectors: [String: LocalizedText] = [
    "110": text("Éducation", "Education"),
    "111": text("Éducation, niveau non spécifié", "Education, level unspecified"),
    "112": text("Éducation de base", "Basic education"),
    "113": text("Éducation secondaire", "Secondary education"),
    "114": text("Éducation post-secondaire", "Post-secondary education"),
    "120": text("Santé", "Health"),
    "121": text("Santé, généralités", "Health, general"),
    "122": text("Santé de base", "Basic health"),
    "123": text("Maladies non transmissibles", "Non-communicable diseases"),
    "130": text("Population et santé reproductive", "Population and reproductive health"),
    "140": text("Eau et assainissement", "Water and sanitation"),
    "150": text("Gouvernement et société civile", "Government and civil society"),
    "151": text("Gouvernement et société civile, généralités", "Government and civil society, general"),
    "152": text("Conflits, paix et sécurité", "Conflict, peace and security"),
    "160": text("Autres services sociaux", "Other social services"),
    "210": text("Transports et entreposage", "Transport and storage"),
    "220": text("Communications", "Communications"),
    "230": text("Énergie", "Energy"),
    "231": text("Politique de l’énergie", "Energy policy"),
    "232": text("Production d’énergie renouvelable", "Renewable energy generation"),
    "233": text("Production d’énergie non renouvelable", "Non-renewable energy generation"),
    "234": text("Centrales hybrides", "Hybrid energy plants"),
    "235": text("Énergie nucléaire", "Nuclear energy"),
    "236": text("Distribution d’énergie", "Energy distribution"),
    "240": text("Banques et services financiers", "Banking and financial services"),
    "250": text("Entreprises et autres services", "Business and other services"),
    "310": text("Agriculture, sylviculture et pêche", "Agriculture, forestry and fishing"),
    "311": text("Agriculture", "Agriculture"),
    "312": text("Sylviculture", "Forestry"),
    "313": text("Pêche", "Fishing"),
    "320": text("Industrie, mines et construction", "Industry, mining and construction"),
    "321": text("Industrie", "Industry"),
    "322": text("Ressources minérales et mines", "Mineral resources and mining"),
    "323": text("Construction", "Construction"),
    "331": text("Politique et réglementation du commerce", "Trade policy and regulation"),
    "332": text("Tourisme", "Tourism"),
    "410": text("Environnement", "Environment"),
    "430": text("Autres actions multisectorielles", "Other multisector action"),
    "510": text("Appui budgétaire général", "General budget support"),
    "520": text("Aide alimentaire", "Food assistance"),
    "530": text("Autre aide en produits", "Other commodity assistance"),
    "600": text("Dette", "Debt"),
    "720": text("Intervention d’urgence", "Emergency response"),
    "730": text("Reconstruction", "Reconstruction"),
    "740": text("Prévention des catastrophes", "Disaster prevention"),
    "910": text("Frais administratifs des donneurs", "Administrative costs of donors"),
    "920": text("Appui aux organisations non gouvernementales", "Support to non-governmental organisations"),
    "930": text("Personnes réfugiées dans le pays donneur", "Refugees in the donor country"),
    "998": text("Non affecté", "Unallocated"),
  ]

  /// Policy markers of the OECD.
  static let markers: [String: LocalizedText] = [
    "1": text("Égalité des genres", "Gender equality"),
    "2": text("Environnement", "Environment"),
    "3": text("Gouvernance participative", "Participatory governance"),
    "4": text("Développement du commerce", "Trade development"),
    "5": text("Biodiversité", "Biodiversity"),
    "6": text("Atténuation du changement climatique", "Climate change mitigation"),
    "7": text("Adaptation au changement climatique", "Climate change adaptation"),
    "8": text("Lutte contre la désertification", "Desertification"),
    "9": text("Santé des mères et des enfants", "Maternal and child health"),
    "10": text("Réduction des risques de catastrophe", "Disaster risk reduction"),
    "11": text("Inclusion des personnes handicapées", "Inclusion of persons with disabilities"),
    "12": text("Nutrition", "Nutrition"),
  ]
}
