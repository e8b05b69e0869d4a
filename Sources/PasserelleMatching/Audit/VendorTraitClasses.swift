public import PasserelleCore

/// How old a company is.
public enum VendorAge: String, Sendable, Hashable, CaseIterable, Codable {
  /// Under 3 years.
  case under3 = "under_3"
  /// 3 to 9 years.
  case from3 = "3-9"
  /// 10 to 29 years.
  case from10 = "10-29"
  /// 30 years or more.
  case from30 = "30+"

  /// The class of a number of years; a company that is not founded yet counts as young.
  public init(years: Int) {
    switch years {
    case ..<3: self = .under3
    case ..<10: self = .from3
    case ..<30: self = .from10
    default: self = .from30
    }
  }

  /// The class in words.
  public var label: LocalizedText {
    switch self {
    case .under3: LocalizedText(fr: "moins de 3 ans", en: "under 3 years")
    case .from3: LocalizedText(fr: "3 à 9 ans", en: "3 to 9 years")
    case .from10: LocalizedText(fr: "10 à 29 ans", en: "10 to 29 years")
    case .from30: LocalizedText(fr: "30 ans et plus", en: "30 years or more")
    }
  }
}

/// Where a vendor works, seen from a need.
public enum VendorOrigin: String, Sendable, Hashable, CaseIterable, Codable {
  /// It has worked, or says that it works, in the need's department or district.
  case sameDepartment = "same_department"
  /// In the same country, and not known in that department.
  case elsewhere
  /// Its seat is in another country.
  case abroad

  /// The origin in words.
  public var label: LocalizedText {
    switch self {
    case .sameDepartment:
      LocalizedText(fr: "connu dans le département du besoin", en: "known in the need's department")
    case .elsewhere: LocalizedText(fr: "ailleurs dans le pays", en: "elsewhere in the country")
    case .abroad: LocalizedText(fr: "autre pays", en: "another country")
    }
  }
}

/// How many past awards a vendor has.
public enum AwardClass: String, Sendable, Hashable, CaseIterable, Codable {
  /// None.
  case none = "0"
  /// One or two.
  case few = "1-2"
  /// Three to nine.
  case some = "3-9"
  /// Ten or more.
  case many = "10+"

  /// The class of a number.
  public init(count: Int) {
    switch count {
    case ..<1: self = .none
    case ..<3: self = .few
    case ..<10: self = .some
    default: self = .many
    }
  }

  /// The class in words.
  public var label: LocalizedText {
    switch self {
    case .none: LocalizedText(fr: "aucun", en: "none")
    case .few: LocalizedText(fr: "1 ou 2", en: "1 or 2")
    case .some: LocalizedText(fr: "3 à 9", en: "3 to 9")
    case .many: LocalizedText(fr: "10 et plus", en: "10 or more")
    }
  }
}
