public import PasserelleCore

/// A question that people ask by its name: a SPARQL query with titles, parameters, columns and an example.
public struct SavedQuestion: Sendable, Hashable {
  /// Whom a question is for.
  public enum Group: String, Sendable, Hashable, CaseIterable {
    /// Officers of local authorities: contracts, calls, vendors.
    case officer
    /// The ministry: cooperation, programmes, labels.
    case ministry
    /// Who runs the product: sources and quality of data.
    case `operator`
    /// Researchers: claims, statistics, patterns.
    case researcher

    /// What lists of questions call the group.
    public var label: LocalizedText {
      switch self {
      case .officer: LocalizedText(fr: "Achats et fournisseurs", en: "Purchases and vendors")
      case .ministry: LocalizedText(fr: "Coopération et programmes", en: "Cooperation and programmes")
      case .operator: LocalizedText(fr: "Sources et qualité des données", en: "Sources and data quality")
      case .researcher: LocalizedText(fr: "Recherche et analyse", en: "Research and analysis")
      }
    }
  }

  /// The name to ask it by.
  public let id: String
  /// Whom it is for.
  public let group: Group
  /// The title.
  public let title: LocalizedText
  /// What it answers, and how to read the answer.
  public let description: LocalizedText
  /// What it is asked with, in the order of its file.
  public let parameters: [QuestionParameter]
  /// Values with which it has an answer on the shipped corpus, by parameter, in the order of its file.
  public let example: [QuestionArgument]
  /// What it gives, in the order of its query.
  public let columns: [QuestionColumn]
  /// The query, its parameters written `$name`.
  public let sparql: String
  /// The file it was read from, relative to the ontology folder.
  public let file: String

  /// The parameter of a name.
  public func parameter(_ name: String) -> QuestionParameter? { parameters.first { $0.name == name } }
}

/// The value given for a parameter.
public struct QuestionArgument: Sendable, Hashable {
  /// The parameter's name.
  public let name: String
  /// The value as a person writes it.
  public let value: String

  /// Makes an argument.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// What a question is asked with.
public struct QuestionParameter: Sendable, Hashable {
  /// What a value is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Words.
    case text
    /// Any thing, by IRI or `scheme:value`.
    case iri
    /// A commune or another territory, by name or identifier.
    case city
    /// A buyer, vendor or other organisation, by name or identifier.
    case organisation
    /// The leading digits of CPV codes.
    case cpv
    /// A country, by its ISO 3166 code or name.
    case country
    /// A theme, by name or identifier.
    case theme
    /// A day.
    case date
    /// A year.
    case year
    /// An amount of money.
    case amount
    /// A number of rows or things, 1 or more.
    case count
  }

  /// The name, as in `name=value` and `$name`.
  public let name: String
  /// What its value is.
  public let kind: Kind
  /// Whether it must be given.
  public let isRequired: Bool
  /// What it is where it is not given; nil for a required one.
  public let defaultValue: String?
  /// What to call it.
  public let label: LocalizedText
}

/// What a question gives in one place of its rows.
public struct QuestionColumn: Sendable, Hashable {
  /// How its values are read.
  public enum Kind: Sendable, Hashable {
    /// A text as it is.
    case text
    /// A thing, shown by its name.
    case thing
    /// A code of a list, shown by its label.
    case code(list: String)
    /// How many.
    case count
    /// A number.
    case number
    /// An amount in euros.
    case amount
    /// A day, month or year.
    case date
    /// Yes, or nothing.
    case flag

    /// The name in files of questions and in JSON.
    public var name: String {
      switch self {
      case .text: "text"
      case .thing: "thing"
      case .code: "code"
      case .count: "count"
      case .number: "number"
      case .amount: "amount"
      case .date: "date"
      case .flag: "flag"
      }
    }

    init?(name: String, list: String?) {
      switch (name, list) {
      case ("text", nil): self = .text
      case ("thing", nil): self = .thing
      case ("code", let list?): self = .code(list: list)
      case ("count", nil): self = .count
      case ("number", nil): self = .number
      case ("amount", nil): self = .amount
      case ("date", nil): self = .date
      case ("flag", nil): self = .flag
      default: return nil
      }
    }
  }

  /// The variable of the query.
  public let name: String
  /// How its values are read.
  public let kind: Kind
  /// The heading.
  public let label: LocalizedText
}
