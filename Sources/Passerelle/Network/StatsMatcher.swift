import PasserelleCore
import PasserelleNetwork

/// Finds the row and column that a published value belongs to: those of exactly its scope, or none.
struct StatsMatcher {
  /// Where a published value belongs.
  enum Place: Sendable, Hashable {
    /// In a row, and a column where there are columns.
    case row(String, String?)
    /// Beside the whole table.
    case whole
    /// In the table, were it limited to the value's theme.
    case narrower
    /// Nowhere.
    case elsewhere
  }

  private static let themes: Set<CooperationDimension> = [.theme, .subTheme]
  private static let places: Set<CooperationDimension> = [.country, .area, .continent]

  let scope: StatsScope
  let rows: CooperationDimension
  let columns: CooperationDimension?
  let labels: StatsLabels
  let codes: CooperationCodes

  /// Where a value belongs.
  func place(of figure: StatsFigure) -> Place {
    guard figure.isAsserted, !scope.isNarrow else { return .elsewhere }
    if let year = scope.year, figure.date?.year != year { return .elsewhere }
    if figure.territory != nil, figure.place == nil { return .elsewhere }
    let isWhole = figure.kind == .count && figure.themes == scope.themes && figure.place == scope.place
    let dimensions = [rows, columns].compactMap { $0 }
    let isThemed = dimensions.contains(where: Self.themes.contains)
    let isPlaced = dimensions.contains(where: Self.places.contains)
    let keys = dimensions.map { key(figure, $0) }
    guard keys.allSatisfy({ $0 != nil }), let row = keys.first ?? nil else {
      return isWhole ? .whole : .elsewhere
    }
    if !isPlaced, figure.place != scope.place { return .elsewhere }
    if !isThemed, figure.themes != scope.themes {
      return scope.themes == nil ? .narrower : .elsewhere
    }
    return .row(row, keys.count > 1 ? keys[1] : nil)
  }

  /// The code of a value in a dimension; nil where it has none, or one that the limits leave out.
  private func key(_ figure: StatsFigure, _ dimension: CooperationDimension) -> String? {
    switch dimension {
    case .theme, .subTheme:
      guard let themes = figure.themes, themes.count == 1, let theme = themes.first,
        labels.topThemes.contains(theme) == (dimension == .theme), isInScope(theme)
      else { return nil }
      return theme
    case .country, .area, .continent:
      guard let place = figure.place, level(of: place) == dimension, isInScope(place) else { return nil }
      return place
    default: return nil
    }
  }

  private func level(of place: String) -> CooperationDimension? {
    if codes.areas[place] != nil { return .country }
    return labels.isContinent(place) ? .continent : codes.continents[place] != nil ? .area : nil
  }

  /// Whether a code of a row may stand in the table: a theme within the themes asked for, a place within the place.
  func isInScope(_ key: String) -> Bool {
    if let wanted = scope.place, codes.areas[key] != nil || codes.continents[key] != nil {
      let area = codes.areas[key]
      return [key, area, (area ?? key).isEmpty ? nil : codes.continents[area ?? key]].contains(wanted)
    }
    if let themes = scope.themes, codes.broader[key] != nil || labels.topThemes.contains(key) {
      return themes.contains(key) || codes.broader[key].map(themes.contains) ?? false
    }
    return true
  }
}
