public import PasserelleCore

/// What a pair of vertices is judged by when a tie between them is predicted; see ``LinkPredictor``.
///
/// Every one reads the same from both sides. A value that is not known is missing, never zero.
public enum LinkFeature: String, Sendable, Hashable, CaseIterable {
  /// How many neighbours both have.
  case commonPartners = "common_partners"
  /// Shared neighbours as a part of all of theirs (Jaccard, 1901).
  case partnerOverlap = "partner_overlap"
  /// Shared neighbours, each 1 / ln of its degree (Adamic and Adar, 2003).
  case adamicAdar = "adamic_adar"
  /// Shared neighbours, each 1 / its degree (Zhou, Lü and Zhang, 2009).
  case resourceAllocation = "resource_allocation"
  /// Paths of three ties, each 1 / √ of its inner degrees (Kovács et al., 2019).
  case longerPaths = "longer_paths"
  /// What a short walk with restart brings, by degree of arrival (personalised PageRank, reversible form).
  case walk
  /// Ties of the one with places near the other.
  case tiesNearby = "ties_nearby"
  /// Ties between the surroundings of both, 20 places each, as a part of all ties of these.
  case areaTies = "area_ties"
  /// The same with wide surroundings, 100 places each.
  case regionTies = "region_ties"
  /// The distance in kilometres.
  case distance = "distance_km"
  /// Whether both are in one country.
  case sameCountry = "same_country"
  /// Whether their countries share a main language.
  case sharedLanguage = "shared_language"
  /// How many times as many people live in the larger one, as a binary logarithm.
  case populationRatio = "population_ratio"
  /// Whether both are of one kind.
  case sameKind = "same_kind"
  /// Shared themes as a part of all of theirs.
  case themeOverlap = "theme_overlap"
  /// Shared pairs of letters of the names (Dice, 1945).
  case nameLikeness = "name_likeness"
  /// People of the smaller one, as a binary logarithm.
  case smallerPopulation = "smaller_population"
  /// The product of both degrees, as a natural logarithm (Barabási and Albert, 1999).
  case degreeProduct = "degree_product"
  /// The smaller degree.
  case smallerDegree = "smaller_degree"

  /// Whether it only says how large or well tied both are; suggestions to people do without these.
  public var isFame: Bool {
    switch self {
    case .smallerPopulation, .degreeProduct, .smallerDegree: true
    default: false
    }
  }

  /// All but those of fame.
  public static let withoutFame = allCases.filter { !$0.isFame }

  /// Its name for people.
  public var label: LocalizedText {
    switch self {
    case .commonPartners: LocalizedText(fr: "partenaires communs", en: "partners in common")
    case .partnerOverlap: LocalizedText(fr: "part des partenaires communs", en: "share of partners in common")
    case .adamicAdar:
      LocalizedText(
        fr: "partenaires communs peu liés par ailleurs", en: "common partners with few other ties")
    case .resourceAllocation:
      LocalizedText(fr: "partenaires communs, au prorata", en: "common partners, in proportion")
    case .longerPaths: LocalizedText(fr: "chemins de trois liens", en: "paths of three ties")
    case .walk: LocalizedText(fr: "proximité dans le réseau", en: "nearness in the network")
    case .tiesNearby: LocalizedText(fr: "liens déjà noués à proximité", en: "ties already made nearby")
    case .areaTies: LocalizedText(fr: "liens entre les deux voisinages", en: "ties between both surroundings")
    case .regionTies: LocalizedText(fr: "liens entre les deux régions", en: "ties between both regions")
    case .distance: LocalizedText(fr: "distance", en: "distance")
    case .sameCountry: LocalizedText(fr: "même pays", en: "same country")
    case .sharedLanguage: LocalizedText(fr: "langue commune", en: "shared language")
    case .populationRatio: LocalizedText(fr: "écart de population", en: "ratio of populations")
    case .sameKind: LocalizedText(fr: "même nature", en: "same kind")
    case .themeOverlap: LocalizedText(fr: "thèmes communs", en: "themes in common")
    case .nameLikeness: LocalizedText(fr: "ressemblance des noms", en: "likeness of names")
    case .smallerPopulation: LocalizedText(fr: "population de la moins peuplée", en: "smaller population")
    case .degreeProduct: LocalizedText(fr: "nombre de liens des deux", en: "number of ties of both")
    case .smallerDegree: LocalizedText(fr: "liens de la moins liée", en: "ties of the less tied")
    }
  }
}
