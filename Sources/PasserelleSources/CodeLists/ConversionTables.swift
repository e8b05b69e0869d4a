public import PasserelleCore
import PasserelleOntology

/// The names of the imported lists that values are converted by, and what their codes are.
public enum ConversionList {
  /// Units of a currency for one euro: `GBP/2019-05-13`, of an average `GBP/2019-05` or `GBP/2019`, with the rate as label.
  public static let euroRates = "euro-rates"
  /// Codes of the vocabulary of 2003, replaced by those of 2008.
  public static let cpv2003 = "cpv-2003"
  /// What the names of territorial lists begin with; the year of the edition follows.
  public static let nutsPrefix = "nuts-"

  /// The code of a rate.
  public static func rateCode(_ currency: String, _ date: PartialDate) -> String {
    currency + "/" + date.description
  }

  /// The currencies that sources may name, by ISO 4217 code, withdrawn ones included, ascending.
  public static let currencies: [String] = OCDSCurrency.all.sorted()

  /// The year of a list of replaced territories; nil for another list.
  public static func edition(ofList id: String) -> Int? {
    guard id.hasPrefix(nutsPrefix) else { return nil }
    let year = id.dropFirst(nutsPrefix.count)
    return year.utf8.count == 4 ? Int(year) : nil
  }

  /// Whether a list is one that values are converted by.
  public static func isOne(_ id: String) -> Bool {
    id == euroRates || id == cpv2003 || edition(ofList: id) != nil
  }
}

extension TableForm {
  /// The code of a currency of ISO 4217 in a heading or cell; nil for any other text, and for the euro.
  static func currency(_ text: String) -> String? {
    let code = text.uppercased()
    return code != "EUR" && OCDSCurrency.all.contains(code) ? code : nil
  }

  /// The columns of rates: a date, then a currency each; nil for any other file.
  static func rateColumns(_ headings: [String]) -> [(currency: String, index: Int)]? {
    guard let first = headings.first, dateHeadings.contains(first), headings.count > 1 else { return nil }
    var columns: [(currency: String, index: Int)] = []
    for (index, heading) in headings.enumerated().dropFirst() where !heading.isEmpty {
      guard let code = currency(heading) else { return nil }
      columns.append((code, index))
    }
    return columns.isEmpty ? nil : columns
  }

  /// The columns of codes of the vocabularies of 2003 and 2008; nil for any other file.
  static func cpvColumns(_ headings: [String]) -> (old: Int, new: Int)? {
    func index(_ year: String) -> Int? {
      headings.firstIndex { words($0).contains("cpv") && words($0).contains(year) && !isText($0) }
    }
    // The Commission's own tables name the vocabulary of 2008 by the year in which it was adopted.
    guard let old = index("2003"), let new = index("2008") ?? index("2007"), old != new else { return nil }
    return (old, new)
  }

  /// The columns of codes of two editions of the territorial units, the older first; nil for any other file.
  static func editionColumns(_ headings: [String]) -> (
    old: (year: Int, index: Int), new: (year: Int, index: Int)
  )? {
    var found: [(year: Int, index: Int)] = []
    for (index, heading) in headings.enumerated() {
      let words = words(heading)
      guard words.count <= 3, words.contains("nuts") || words.contains("code"), !words.contains("cpv"),
        let year = words.compactMap({ Int($0) }).first(where: { (1995...2060).contains($0) }),
        words.allSatisfy({ ["nuts", "code", "codes", String(year)].contains($0) })
      else { continue }
      found.append((year, index))
    }
    guard found.count == 2 else { return nil }
    found.sort { $0.year < $1.year }
    return found[0].year < found[1].year ? (found[0], found[1]) : nil
  }

  /// Whether a heading is that of a column of labels.
  private static func isText(_ heading: String) -> Bool {
    let texts = [
      "label", "description", "desc", "name", "libelle", "libellé", "text", "designation", "désignation",
    ]
    // Of an accent in another encoding than UTF-8 only the letters before it can be read.
    return words(heading).contains { texts.contains($0) || $0.hasPrefix("libell") }
  }

  /// The words of a heading; letters and digits are told apart, so `cpv2003` is two.
  static func words(_ heading: String) -> [String] {
    var words: [String] = []
    var last: Character?
    for character in heading {
      defer { last = character }
      guard character.isLetter || character.isNumber else { continue }
      if let last, !words.isEmpty, last.isLetter && character.isLetter || last.isNumber && character.isNumber
      {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
    }
    return words
  }

  private static let dateHeadings: Set<String> = ["date", "jour", "time_period", "day"]
}
