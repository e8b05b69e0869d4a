/// What the columns of a CSV file mean: the content of a mapping file `passerelle-csv-mapping/1`.
public struct CSVMapping: Sendable, Hashable {
  /// The name and version that the file declares.
  public static let format = "passerelle-csv-mapping/1"

  /// How dates are written in the file.
  public enum DateStyle: String, Sendable, Hashable, CaseIterable {
    /// `31/01/2019`.
    case dayMonthYear = "dd/MM/yyyy"
    /// `2019-01-31`.
    case iso = "yyyy-MM-dd"
    /// `01/31/2019`.
    case monthDayYear = "MM/dd/yyyy"
  }

  /// The fields that columns can be given to.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    case id, title, description, buyerName, buyerSiret, vendorName, vendorSiret, cpv, amount, currency,
      notified
    case published, durationMonths, postalCode, inseeCode, placeName, nature, procedure, priceForm
  }

  /// The name of the data set, in lower case letters, digits and dashes.
  public var source: String
  /// The encoding of the file.
  public var encoding: InputEncoding = .utf8
  /// The character between columns; found out from the headings when nil.
  public var separator: Character?
  /// The decimal sign of amounts.
  public var decimal: Character = "."
  /// How dates are written.
  public var dates: DateStyle = .iso
  /// Whether the rows are generated demonstration data.
  public var isDemonstration = false
  /// The column of each field.
  public var columns: [Field: String]

  /// The keys of a mapping file.
  static let keys = [
    "format", "source", "encoding", "separator", "decimal", "dates", "demonstration", "fields",
  ]

  /// The characters that may part columns.
  static let separators: [Character] = [";", ",", "\t", "|"]

  /// The text that stands for the mapping wherever a change of it must be noticed, the same on each run.
  var signature: String {
    let columns = Field.allCases.compactMap { field in self.columns[field].map { "\(field.rawValue)=\($0)" } }
    let settings = [
      source, encoding.rawValue, separator.map(String.init) ?? "", String(decimal), dates.rawValue,
      String(isDemonstration),
    ]
    return (settings + columns).joined(separator: "\u{1F}")
  }
}
