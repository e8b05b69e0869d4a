internal import PasserelleCore
internal import PasserelleOntology

/// A form of CSV file that holds an official list, told by its headings.
enum TableForm: Sendable, Hashable, CaseIterable {
  /// A code a row with its labels in many languages: `code`, `fra_label`, `eng_label`… (CPV, NUTS).
  case labels
  /// French communes, as data.gouv.fr or INSEE gives them.
  case communes
  /// French departments.
  case departements
  /// French regions.
  case regions
  /// Cities of the world (GeoNames).
  case cities
  /// Twinned cities (Wikidata): two cities a row.
  case twinCities
  /// Exchange rates against the euro, a currency a column (ECB, `eurofxref-hist.csv`).
  case wideRates
  /// Exchange rates against the euro, a currency a row: plain, or an SDMX series (ECB, `EXR`).
  case longRates
  /// Codes of the procurement vocabulary of 2003 with those of 2008.
  case replacedCPV
  /// Codes of two editions of the territorial units.
  case replacedTerritories

  /// What a column holds.
  enum Field: Hashable, CaseIterable {
    case code, name, otherName, parent, kind, whole, latitude, longitude, population, point
    case country, district
    case secondCode, secondName, secondPopulation, secondPoint
    case date, rate
  }

  /// The form of headings; nil for any other file.
  static func detect(_ headings: [String]) -> TableForm? {
    let known = Set(headings)
    if rateColumns(headings) != nil { return .wideRates }
    if cpvColumns(headings) != nil { return .replacedCPV }
    let named = detectionOrder.first { form in
      guard form.required.allSatisfy({ form.columns[$0]?.contains(where: known.contains) ?? false }) else {
        return false
      }
      return form != .labels || headings.contains { language(ofHeading: $0) != nil }
    }
    return named ?? (editionColumns(headings) == nil ? nil : .replacedTerritories)
  }

  /// The language of a heading such as `fra_label` or `label_fr`, in two letters where it has them.
  static func language(ofHeading heading: String) -> String? {
    if heading.hasSuffix("_label") { return languages[String(heading.dropLast(6))] }
    guard heading.hasPrefix("label_") else { return nil }
    let code = String(heading.dropFirst(6))
    return languages.values.contains(code) ? code : languages[code]
  }
}

extension TableForm {
  /// The list that a row of labels belongs to, by the shape of its code; nil for another list.
  static func list(ofCode code: String) -> ReferenceListInfo? {
    if code.utf8.count >= 8, CPVCode.read(code)?.code != nil { return cpv }
    return isNUTS(code) ? nuts : nil
  }

  /// Two capital letters and up to three capital letters or digits.
  static func isNUTS(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    return (2...5).contains(bytes.count) && bytes[..<2].allSatisfy(isLetter)
      && bytes[2...].allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
  }
}
