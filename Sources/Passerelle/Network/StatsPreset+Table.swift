import PasserelleCore
import PasserelleNetwork

extension StatsPreset {
  /// The short names of the statistics that dimensions are compared with.
  private static let cooperationStatistics: Set<String> = [
    "cncd-projets", "cncd-part-europe", "cncd-part-afrique", "cncd-part-numerique-intraeurope",
    "cncd-part-numerique-afrique",
  ]

  /// Whether a value counts cooperations, or ranks those who cooperate.
  static func isOfCooperation(_ figure: StatsFigure) -> Bool {
    figure.kind == .rank
      ? figure.subjectName == "atlas-cncd" : cooperationStatistics.contains(figure.subjectName)
  }

  /// The tables, in the order of the list.
  static let all: [StatsPreset] = [
    subThemes, themes, continents, subContinents, countries, frequentCountries, digital, keyFigures,
    authorities, programmes, platform, charter, years, kinds,
  ]

  private static func text(_ french: String, _ english: String) -> LocalizedText {
    LocalizedText(fr: french, en: english)
  }

  private static let subThemes = StatsPreset(
    "sub-themes", text("Coopérations par sous-thème", "Cooperations by sub-theme"),
    rows: .dimension(.subTheme, themes: nil), label: text("Sous-thème", "Sub-theme"),
    addition: Addition(
      keys: nil, total: "R18-0208",
      remark: text(
        "Les lignes publiées ne font pas le total publié : une ligne manque, ou des projets ne sont pas classés. La source ne le dit pas.",
        "The published rows do not make the published total: a row is missing, or projects are not filed. The source does not say."
      )), further: ["R18-0309"])

  private static let themes = StatsPreset(
    "themes", text("Coopérations par thème", "Cooperations by theme"),
    rows: .dimension(.theme, themes: nil), label: text("Thème", "Theme"),
    remarks: [
      text(
        "La source ne publie que ces deux thèmes ; leurs sous-thèmes y comptent une seule fois.",
        "The source publishes these two themes only; their sub-themes count in them once.")
    ],
    addition: Addition(
      keys: ["environment-climate-energy", "sustainable-economy"], total: "R18-0305", remark: nil),
    further: ["R18-0306", "R18-0208"])

  private static let continents = StatsPreset(
    "continents", text("Coopérations par continent", "Cooperations by continent"),
    rows: .dimension(.continent, themes: nil), label: text("Continent", "Continent"),
    remarks: [
      text(
        "La source dit très modeste la part de l’Asie et de l’Amérique, sans chiffre.",
        "The source calls the share of Asia and America very modest, without a figure.")
    ], further: ["R18-0208"])

  private static let subContinents = StatsPreset(
    "sub-continents",
    text(
      "Coopérations de développement durable par partie de continent",
      "Cooperations of sustainable development by part of a continent"),
    rows: .dimension(.area, themes: StatsThemes.sustainableDevelopment),
    label: text("Partie de continent", "Part of a continent"), further: ["R18-0305", "R18-0307", "R18-0308"])

  private static let countries = StatsPreset(
    "countries",
    text(
      "Coopérations de développement durable par pays", "Cooperations of sustainable development by country"),
    rows: .dimension(.country, themes: StatsThemes.sustainableDevelopment), label: text("Pays", "Country"),
    remarks: [
      text(
        "Ces nombres sont ceux de la section du développement durable, jamais de toute la coopération d’un pays, que la source ne publie pas.",
        "These numbers are those of the section on sustainable development, never of all the cooperation of a country, which the source does not publish."
      )
    ], further: ["R18-0305"])

  private static let frequentCountries = StatsPreset(
    "frequent-countries", text("Pays partenaires les plus fréquents", "Most frequent partner countries"),
    rows: .dimension(.country, themes: nil), label: text("Pays", "Country"),
    remarks: [
      text(
        "La source publie l’ordre des pays, sans leurs nombres.",
        "The source publishes the order of the countries, not their numbers.")
    ], further: ["R18-0246", "R18-0248"])

  private static let digital = StatsPreset(
    "digital",
    text("Coopérations numériques par continent", "Digital cooperations by continent"),
    rows: .dimension(.continent, themes: ["ict"]), label: text("Continent", "Continent"),
    further: ["R18-0223"])

  private static let keyFigures = StatsPreset(
    "key-figures", text("Chiffres clés de la coopération", "Key figures of cooperation"),
    rows: .lines([
      Line(
        key: "partnerships", label: text("Partenariats ou projets, tous", "Partnerships or projects, all"),
        claims: ["R18-0241", "R18-0208", "R18-0247"],
        held: .cooperations(Set(CooperationItem.Kind.allCases))),
      Line(
        key: "projects", label: text("dont projets", "of which projects"), claims: ["R18-0242"],
        held: .cooperations([.project, .agreement, .cooperation])),
      Line(
        key: "twinnings", label: text("dont jumelages", "of which twinnings"), claims: ["R18-0243"],
        held: .cooperations([.twinning])),
      Line(
        key: "authorities", label: text("Collectivités françaises", "French authorities"),
        claims: ["R18-0244"], held: .authorities(nil)),
      Line(
        key: "partners", label: text("Partenaires étrangers", "Partners abroad"), claims: ["R18-0245"],
        held: .partners),
      Line(
        key: "countries", label: text("Pays partenaires", "Partner countries"),
        claims: ["R18-0246", "R18-0248"], held: .countries),
    ]), label: text("Grandeur", "Quantity"),
    remarks: [
      text(
        "Une ligne à plusieurs valeurs publiées les montre toutes : leurs dates ou leurs portées diffèrent, et aucune n’est préférée.",
        "A row with several published values shows them all: their dates or scopes differ, and none is preferred."
      )
    ],
    addition: Addition(keys: ["projects", "twinnings"], total: "R18-0241", remark: nil))

  private static let authorities = StatsPreset(
    "authorities",
    text("Collectivités françaises qui coopèrent, par sorte", "French authorities that cooperate, by kind"),
    rows: .lines([
      Line(
        key: "region", label: text("Régions", "Regions"), claims: ["R18-0319"], held: .authorities(.region)),
      Line(
        key: "departement", label: text("Départements", "Departments"), claims: ["R18-0317"],
        held: .authorities(.departement)),
      Line(
        key: "intercommunality", label: text("Intercommunalités", "Intercommunal bodies"), claims: [],
        held: .authorities(.intercommunality)),
      Line(
        key: "commune", label: text("Communes", "Communes"), claims: ["R18-0318", "R18-0856"],
        held: .authorities(.commune)),
    ]), label: text("Sorte de collectivité", "Kind of authority"),
    remarks: [
      text(
        "La source de 2018 montre les sortes de collectivités dans un graphique dont les valeurs manquent ; celles d’ici datent de 2005.",
        "The source of 2018 shows the kinds of authorities in a chart whose values are missing; those shown here date from 2005."
      )
    ], further: ["R18-0244"])

  private static let programmes = StatsPreset(
    "programmes",
    text("Lieux des quatre listes de la carte de 2017", "Places of the four lists of the 2017 map"),
    rows: .lines([
      Line(
        key: "divd",
        label: text(
          "Démonstrateurs industriels pour la ville durable",
          "Industrial demonstrators for the sustainable city"),
        claims: ["D002-0008", "WEB-0038"], held: .participants("divd")),
      Line(
        key: "demonstrateurs-cdc",
        label: text("Démonstrateurs de la Caisse des dépôts", "Demonstrators of the Caisse des dépôts"),
        claims: ["D002-0007", "WEB-0009"], held: .participants("demonstrateurs-cdc")),
      Line(
        key: "projets-h2020-france", label: text("Projets européens Horizon 2020", "Horizon 2020 projects"),
        claims: ["D002-0020"], held: .participants("projets-h2020-france")),
      Line(
        key: "communication-projets-locaux",
        label: text("Communication et projets locaux", "Communication and local projects"),
        claims: ["D002-0021"], held: .participants("communication-projets-locaux")),
    ]), label: text("Liste", "List"),
    remarks: [
      text(
        "Un lieu détenu peut venir d’une page publique et ne pas être sur la carte ; « passerelle ask city-programmes-2017 » les nomme.",
        "A place held may come from a public page and not be on the map; 'passerelle ask city-programmes-2017' names them."
      )
    ],
    addition: Addition(keys: nil, total: "D002-0022", remark: nil),
    further: ["D002-0023", "D002-0025", "D002-0026", "D002-0027"])

  private static let platform = StatsPreset(
    "platform",
    text(
      "Villes inscrites à la plateforme européenne des villes intelligentes",
      "Cities registered on the European platform of smart cities"),
    rows: .countries(of: "plateforme-eu-smartcities"), label: text("Pays", "Country"),
    addition: Addition(
      keys: nil, total: "R18-0198",
      remark: text(
        "Seuls les dix premiers pays sont publiés, sur 48.",
        "Only the first ten countries are published, of 48."
      )), further: ["R18-0369"])

  private static let charter = StatsPreset(
    "charter", text("Signataires de la charte d’Aalborg", "Signatories of the Aalborg charter"),
    rows: .dates(of: "signataires-aalborg"), label: text("Date", "Date"))

  private static let years = StatsPreset(
    "years", text("Coopérations par année de début", "Cooperations by year of beginning"),
    rows: .dimension(.year, themes: nil), label: text("Année", "Year"))

  private static let kinds = StatsPreset(
    "kinds",
    text(
      "Coopérations par forme", "Cooperations by form"),
    rows: .dimension(.kind, themes: nil), label: text("Forme", "Form"), further: ["R18-0242", "R18-0243"])
}
