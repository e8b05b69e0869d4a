public import PasserelleCore

/// Where the index of documents keeps what: the places of its fields and columns.
public enum DocumentSchema {
  /// Version of what is kept of a document; another one makes another index.
  public static let version = 2

  /// The schema.
  public static let schema = IndexSchema(
    fields: TextField.allCases.map {
      FieldDefinition(name: $0.rawValue, hasPositions: hasPositions($0), k1: 1.4, b: 0.5)
    },
    keywords: Keyword.allCases.map(\.rawValue), numbers: Number.allCases.map(\.rawValue))

  /// A column of short texts.
  public enum Keyword: String, Sendable, Hashable, CaseIterable {
    /// What the document is about: a raw value of `DocumentKind`.
    case kind
    /// BCP 47 language.
    case language
    /// Place code.
    case place
    /// Main CPV code, eight digits.
    case cpv

    /// The place in the schema.
    public var column: Int {
      switch self {
      case .kind: 0
      case .language: 1
      case .place: 2
      case .cpv: 3
      }
    }
  }

  /// A column of whole numbers.
  public enum Number: String, Sendable, Hashable, CaseIterable {
    /// The first day that the date may mean, in days since 1970-01-01.
    case date
    /// The year of the date.
    case year
    /// The amount in euros, stated or converted, in cents, rounded.
    case amount
    /// 1 for generated demonstration data, else 0.
    case demonstration
    /// 1 for an amount in another currency of which no rate is known.
    case unconverted

    /// The place in the schema.
    public var column: Int {
      switch self {
      case .date: 0
      case .year: 1
      case .amount: 2
      case .demonstration: 3
      case .unconverted: 4
      }
    }
  }

  /// The place of a field in the schema.
  public static func place(of field: TextField) -> Int {
    switch field {
    case .title: 0
    case .body: 1
    case .profile: 2
    case .buyers: 3
    case .vendors: 4
    case .places: 5
    case .codes: 6
    case .grams: 7
    case .concepts: 8
    case .titleAsWritten: 9
    case .bodyAsWritten: 10
    }
  }

  /// What an occurrence in a field weighs where several fields are searched together.
  public static func weight(_ field: TextField) -> Float { 1 }

  /// Whether phrases can be found in a field.
  public static func hasPositions(_ field: TextField) -> Bool {
    switch field {
    case .title, .body, .profile, .buyers, .vendors, .places: true
    case .codes, .grams, .concepts, .titleAsWritten, .bodyAsWritten: false
    }
  }

  /// The number of characters of a gram.
  public static let gramSize = 4

  /// An amount in cents, rounded away from zero at half a cent, within 64 bits.
  public static func cents(_ amount: DecimalNumber) -> Int64 {
    var digits = amount.digits
    var scale = amount.scale
    // Beyond 29 digits the amount is out of range whatever follows.
    while scale < 2 {
      if digits.magnitude > UInt128(Int64.max) { return digits < 0 ? Int64.min : Int64.max }
      digits *= 10
      scale += 1
    }
    while scale > 3 {
      digits /= 10
      scale -= 1
    }
    if scale == 3 { digits = (digits + (digits < 0 ? -5 : 5)) / 10 }
    return Int64(clamping: digits)
  }
}
