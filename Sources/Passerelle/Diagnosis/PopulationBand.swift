public import PasserelleCore
import PasserelleRendering

/// A range of populations within which authorities are of like size.
///
/// The bounds are those of INSEE's classes of urban units (tranches d’unités urbaines), with more of them at both ends.
public struct PopulationBand: Sendable, Hashable {
  /// The place among all ranges, from 0.
  public let rank: Int

  private static let bounds = [
    500, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 2_000_000,
  ]

  /// The range of a population.
  public init(population: Int) { rank = Self.bounds.count { $0 <= population } }

  /// The least population of the range.
  public var lower: Int { rank == 0 ? 0 : Self.bounds[rank - 1] }
  /// The greatest population of the range; nil for the last one.
  public var upper: Int? { rank < Self.bounds.count ? Self.bounds[rank] - 1 : nil }

  /// The range in words.
  public var label: LocalizedText {
    func text(_ language: MessageLanguage) -> String {
      let format = ValueFormat(language)
      guard let upper else {
        return language.say(
          "\(format.number(lower)) habitants et plus", "\(format.number(lower)) inhabitants or more")
      }
      guard lower > 0 else {
        return language.say(
          "moins de \(format.number(upper + 1)) habitants", "under \(format.number(upper + 1)) inhabitants")
      }
      return language.say(
        "de \(format.number(lower)) à \(format.number(upper)) habitants",
        "\(format.number(lower)) to \(format.number(upper)) inhabitants")
    }
    return LocalizedText(fr: text(.french), en: text(.english))
  }

  /// Whether two populations are of like size: one range and at most three times as large, or at most twice as large.
  static func areAlike(_ one: Int, _ other: Int) -> Bool {
    let (small, large) = (min(one, other), max(one, other))
    guard small > 0 else { return false }
    if PopulationBand(population: small) == PopulationBand(population: large) { return large <= small * 3 }
    return large <= small * 2
  }
}
