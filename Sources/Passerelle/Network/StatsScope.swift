import PasserelleCore
import PasserelleNetwork
import PasserelleOntology

/// What a request limits statistics to, in codes.
struct StatsScope {
  /// A limit as people read it.
  struct Limit: Sendable, Hashable {
    let name: String
    let value: String
    let label: String
  }

  /// The filter over cooperations.
  var filter = CooperationFilter()
  /// The themes that published values must cover together; nil for all.
  var themes: Set<String>?
  /// The code of the place that published values must be limited to; nil for the world.
  var place: String?
  /// The year of published values; nil for all.
  var year: Int?
  /// Whether something is limited that no published value tells apart.
  var isNarrow = false
  /// What was limited.
  var limits: [Limit] = []

  /// Reads the limits of a request.
  ///
  /// - Throws: ``PasserelleError`` with code `query.invalid` for a value that is not known, with those that are.
  init(_ request: StatsRequest, _ labels: StatsLabels) throws {
    let language = labels.language
    if let text = request.theme {
      let codes = try labels.themes(text)
      limit(themes: codes, labels)
      limits.append(
        Limit(name: language.say("thème", "theme"), value: text, label: labels.themeNames(codes)))
    }
    if let text = request.country {
      let code = try labels.code(text, list: "countries")
      filter.codes[.country] = [code]
      place = code
      limits.append(
        Limit(name: language.say("pays", "country"), value: code, label: labels.label(code, .country)))
    }
    if let text = request.area {
      let code = try labels.code(text, list: "world-regions")
      let isContinent = labels.isContinent(code)
      filter.codes[isContinent ? .continent : .area] = [code]
      if place != nil { isNarrow = true }
      place = place ?? code
      limits.append(
        Limit(name: language.say("région du monde", "region"), value: code, label: labels.label(code, .area)))
    }
    for (dimension, text, name) in [
      (CooperationDimension.authority, request.authority, ("sorte de collectivité", "kind of authority")),
      (.kind, request.kind, ("forme", "form")), (.mode, request.mode, ("mode", "mode")),
    ] {
      guard let text else { continue }
      let code = try labels.code(text, dimension)
      filter.codes[dimension] = [code]
      isNarrow = true
      limits.append(
        Limit(name: language.say(name.0, name.1), value: code, label: labels.label(code, dimension)))
    }
    if let year = request.year {
      filter.year = year
      self.year = year
      limits.append(Limit(name: language.say("année", "year"), value: String(year), label: String(year)))
    }
  }

  /// Limits to themes, each being a theme or a sub-theme.
  mutating func limit(themes codes: Set<String>, _ labels: StatsLabels) {
    themes = codes
    let dimension: CooperationDimension = codes.isDisjoint(with: labels.topThemes) ? .subTheme : .theme
    filter.codes[dimension] = codes
  }
}
