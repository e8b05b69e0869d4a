internal import PasserelleCore
internal import PasserelleOntology

extension TableForm {
  /// From the form with the most telling headings to the one with the least.
  static let detectionOrder: [TableForm] = [
    .twinCities, .cities, .communes, .departements, .regions, .longRates, .labels,
  ]

  /// The fields without which a file is of another form.
  var required: [Field] {
    switch self {
    case .labels: [.code]
    case .communes, .departements, .regions: [.code, .name]
    case .cities: [.code, .name, .country]
    case .twinCities: [.code, .name, .secondCode, .secondName]
    case .longRates: [.date, .code, .rate]
    case .wideRates, .replacedCPV, .replacedTerritories: []
    }
  }

  /// The headings that a field may stand under, in lower case, the preferred one first.
  var columns: [Field: [String]] {
    switch self {
    case .labels: [.code: ["code"], .name: ["name"], .parent: ["parent"]]
    case .communes:
      [
        .code: ["insee_com", "code_insee", "com"], .name: ["commune_article", "commune", "libelle"],
        .otherName: ["commune", "nccenr"], .parent: ["insee_dep", "dep"],
        .kind: ["commune_type", "typecom"], .whole: ["insee_parente", "comparent"],
        .latitude: ["lat", "latitude"], .longitude: ["lng", "longitude"],
        .population: ["population_2021", "population"],
      ]
    case .departements:
      [
        .code: ["insee_dep", "dep"], .name: ["departement", "libelle"], .parent: ["insee_reg", "reg"],
        .latitude: ["lat", "latitude"], .longitude: ["lng", "longitude"],
      ]
    case .regions:
      [
        .code: ["insee_reg", "reg"], .name: ["region", "libelle"], .latitude: ["lat", "latitude"],
        .longitude: ["lng", "longitude"],
      ]
    case .cities:
      [
        .code: ["geonameid"], .name: ["name"], .country: ["country"], .district: ["subcountry"],
        .latitude: ["lat", "latitude"], .longitude: ["lng", "longitude"], .population: ["population"],
      ]
    case .twinCities:
      [
        .code: ["city"], .name: ["citylabel"], .population: ["city_population"],
        .point: ["city_coordinate_location"], .secondCode: ["sister"], .secondName: ["sisterlabel"],
        .secondPopulation: ["sister_population"], .secondPoint: ["sister_coordinate_location"],
      ]
    case .longRates:
      [
        .date: ["time_period", "date"], .code: ["currency", "devise"],
        .rate: ["obs_value", "rate", "taux", "value"], .country: ["currency_denom"], .kind: ["exr_suffix"],
        .otherName: ["exr_type"],
      ]
    case .wideRates, .replacedCPV, .replacedTerritories: [:]
    }
  }

  /// What the list of the form is; nil where its codes tell.
  var info: ReferenceListInfo? {
    switch self {
    case .labels: nil
    case .communes:
      ReferenceListInfo(
        id: "communes", label: LocalizedText(fr: "Communes de France", en: "French communes"),
        source: "INSEE, La Poste", parentList: "departements", licence: "Licence Ouverte 2.0 (Etalab)")
    case .departements:
      ReferenceListInfo(
        id: "departements", label: LocalizedText(fr: "Départements français", en: "French departments"),
        source: "INSEE", parentList: "regions", licence: "Licence Ouverte 2.0 (Etalab)")
    case .regions:
      ReferenceListInfo(
        id: "regions", label: LocalizedText(fr: "Régions françaises", en: "French regions"), source: "INSEE",
        licence: "Licence Ouverte 2.0 (Etalab)")
    case .cities:
      ReferenceListInfo(
        id: "cities", label: LocalizedText(fr: "Villes du monde", en: "Cities of the world"),
        source: "GeoNames", licence: "CC BY 4.0")
    case .twinCities:
      ReferenceListInfo(
        id: "twin-cities", label: LocalizedText(fr: "Villes jumelées", en: "Twinned cities"),
        source: "Wikidata, P190", licence: "CC0 1.0")
    case .wideRates, .longRates:
      ReferenceListInfo(
        id: ConversionList.euroRates,
        label: LocalizedText(
          fr: "Taux de change de l’euro", en: "Euro foreign exchange rates"),
        source: "ECB", licence: "ECB, free reuse with the source named")
    case .replacedCPV:
      ReferenceListInfo(
        id: ConversionList.cpv2003,
        label: LocalizedText(
          fr: "Codes CPV de 2003 et leurs successeurs de 2008",
          en: "CPV codes of 2003 and their successors of 2008"),
        source: "Regulation (EC) 213/2008", licence: "CC BY 4.0 (European Union)")
    case .replacedTerritories: nil
    }
  }

  /// The Common Procurement Vocabulary.
  static let cpv = ReferenceListInfo(
    id: "cpv",
    label: LocalizedText(
      fr: "Vocabulaire commun pour les marchés publics", en: "Common Procurement Vocabulary"),
    source: "Regulation (EC) 213/2008", parentList: "cpv", licence: "CC BY 4.0 (European Union)")
  /// The territorial units for statistics.
  static let nuts = ReferenceListInfo(
    id: "nuts",
    label: LocalizedText(
      fr: "Unités territoriales statistiques de l’Union européenne",
      en: "Territorial units for statistics of the European Union"),
    source: "Regulation (EC) 1059/2003", parentList: "nuts", licence: "CC BY 4.0 (European Union)")

  /// The territorial units of an edition, with those of the next edition of a file.
  static func territories(of year: Int, replacedIn next: Int) -> ReferenceListInfo {
    ReferenceListInfo(
      id: ConversionList.nutsPrefix + String(year),
      label: LocalizedText(
        fr: "Codes NUTS \(year) et leurs successeurs \(next)",
        en: "NUTS \(year) codes and their successors of \(next)"),
      source: "Eurostat", licence: "CC BY 4.0 (European Union)")
  }

  /// The languages by the codes that headings use (ISO 639-2).
  static let languages: [String: String] = [
    "bul": "bg", "ces": "cs", "dan": "da", "deu": "de", "ell": "el", "eng": "en", "est": "et", "fin": "fi",
    "fra": "fr", "gle": "ga", "hrv": "hr", "hun": "hu", "ita": "it", "lav": "lv", "lit": "lt", "mlt": "mt",
    "nld": "nl", "nor": "no", "pol": "pl", "por": "pt", "ron": "ro", "slk": "sk", "slv": "sl", "spa": "es",
    "swe": "sv", "ukr": "uk",
  ]
}
