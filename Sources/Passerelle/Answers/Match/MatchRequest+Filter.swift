public import PasserelleCore
import PasserelleMatching

extension MatchRequest {
  /// Sets the conditions on vendors from what a person wrote.
  ///
  /// - Parameters:
  ///   - places: Department codes; any of them will do.
  ///   - cpvPrefixes: CPV prefixes, 2 to 8 digits; any of them will do.
  ///   - sizes: Size classes: `micro`, `sme`, `mid_cap`, `large`; any of them will do.
  ///   - sovereignty: Attributes such as `hosted_in_eu`; all of them are asked for.
  ///   - since: The date since which something must have been awarded.
  /// - Throws: ``PasserelleError`` with code `query.invalid` for a value that is none of these.
  public mutating func setFilter(
    places: [String] = [], cpvPrefixes: [String] = [], sizes: [String] = [], sovereignty: [String] = [],
    since: PartialDate? = nil
  ) throws {
    var filter = VendorFilter()
    for place in places {
      guard PlaceCode.isDepartment(place) else {
        throw Self.unknown(place, "un code de département, tel que 69", "a department code, such as 69")
      }
    }
    for prefix in cpvPrefixes {
      guard (2...8).contains(prefix.utf8.count), prefix.utf8.allSatisfy({ (48...57).contains($0) }) else {
        throw Self.unknown(prefix, "de 2 à 8 chiffres d’un code CPV", "2 to 8 digits of a CPV code")
      }
    }
    filter.places = places
    filter.cpvPrefixes = cpvPrefixes
    filter.sizes = try sizes.map { try Self.value($0) }
    filter.sovereignty = try sovereignty.map { try Self.value($0) }
    filter.since = since
    self.filter = filter
  }

  private static func value<Value: RawRepresentable & CaseIterable>(_ text: String) throws -> Value
  where Value.RawValue == String {
    if let value = Value(rawValue: text.lowercased()) { return value }
    let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
    throw unknown(text, "une valeur parmi \(known)", "one of \(known)")
  }

  private static func unknown(_ text: String, _ french: String, _ english: String) -> PasserelleError {
    PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr: "Filtre : « \(text) » n’est pas \(french).", en: "Filter: '\(text)' is not \(english)."))
  }
}
