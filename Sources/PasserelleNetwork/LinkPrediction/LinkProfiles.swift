import Foundation
import PasserelleCore

/// The attributes of vertices, made ready to be compared in pairs.
struct LinkProfiles: Sendable {
  /// The places around each.
  let surroundings: LinkSurroundings
  /// Populations as binary logarithms; NaN where unknown.
  let populations: [Float]
  /// Numbers of countries; -1 where unknown.
  let countries: [Int32]
  /// Main languages as bits; 0 where unknown.
  let languages: [UInt64]
  /// Numbers of kinds; -1 where unknown.
  let kinds: [Int32]
  /// Themes, ascending.
  let themes: [[Int32]]
  /// Pairs of letters of names, ascending.
  let grams: [[UInt64]]

  /// Prepares attributes.
  ///
  /// - Complexity: that of ``LinkSurroundings``.
  init(_ attributes: LinkAttributes) {
    surroundings = LinkSurroundings(attributes.points)
    populations = attributes.populations.map { people in
      people.map { $0 > 0 ? Float(log2(Double($0))) : .nan } ?? .nan
    }
    countries = Self.numbers(of: attributes.countries)
    languages = attributes.countries.map { $0.map(CountryLanguages.bits) ?? 0 }
    kinds = Self.numbers(of: attributes.kinds)
    themes = attributes.themes.map { $0.sorted() }
    grams = attributes.labels.map { $0.map(Self.grams) ?? [] }
  }

  private static func numbers(of names: [String?]) -> [Int32] {
    var numbers: [String: Int32] = [:]
    return names.map { name in
      guard let name else { return -1 }
      if let known = numbers[name] { return known }
      let number = Int32(numbers.count)
      numbers[name] = number
      return number
    }
  }

  /// The pairs of letters of a name without marks and case, ascending, each once.
  static func grams(_ name: String) -> [UInt64] {
    var pairs: [UInt64] = []
    var last: UInt32 = 0x20
    for scalar in name.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.properties.canonicalCombiningClass != .notReordered { continue }
      let letter =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? scalar.value : 0x20
      if letter == 0x20, last == 0x20 { continue }
      pairs.append(UInt64(last) << 32 | UInt64(letter))
      last = letter
    }
    if last != 0x20 { pairs.append(UInt64(last) << 32 | 0x20) }
    pairs.sort()
    var kept: [UInt64] = []
    for pair in pairs where pair != kept.last { kept.append(pair) }
    return kept
  }

  /// Twice the shared elements of two ascending lists by all of theirs; nil where both are empty or one is.
  static func dice<T: Comparable>(_ left: [T], _ right: [T]) -> Double? {
    guard !left.isEmpty, !right.isEmpty else { return nil }
    return Double(2 * shared(left, right)) / Double(left.count + right.count)
  }

  /// The shared elements of two ascending lists by their union; nil where one is empty.
  static func jaccard<T: Comparable>(_ left: [T], _ right: [T]) -> Double? {
    guard !left.isEmpty, !right.isEmpty else { return nil }
    let both = shared(left, right)
    return Double(both) / Double(left.count + right.count - both)
  }

  private static func shared<T: Comparable>(_ left: [T], _ right: [T]) -> Int {
    var (first, second, count) = (0, 0, 0)
    while first < left.count, second < right.count {
      if left[first] == right[second] {
        count += 1
        first += 1
        second += 1
      } else if left[first] < right[second] {
        first += 1
      } else {
        second += 1
      }
    }
    return count
  }
}
