public import PasserelleCore

/// A saved search whose new and changed records are told of.
///
/// It holds a name and criteria, and nothing about the person who made it.
public struct Watch: Sendable, Hashable {
  /// What is watched for: all the criteria that are set must hold.
  public struct Criteria: Sendable, Hashable {
    /// A query in the language of Documentation/QueryLanguage.md; every word must occur.
    public var query: String?
    /// The IRI of a vendor whose opportunities are watched.
    public var vendor: String?
    /// CPV prefixes, any of them, on any code of the record or of its lots.
    public var cpvPrefixes: [String] = []
    /// Departments, any of them, of the record or of its lots.
    public var places: [String] = []
    /// The kinds of records; empty for awards, calls and specifications.
    public var kinds: [DocumentKind] = []

    /// Makes criteria that hold for everything.
    public init() {}

    /// The kinds that a watch looks at where it names none.
    static let standardKinds: [DocumentKind] = [.award, .call, .specification]

    /// Whether a kind is watched.
    func includes(_ kind: DocumentKind) -> Bool {
      (kinds.isEmpty ? Self.standardKinds : kinds).contains(kind)
    }
  }

  /// A place in the order in which the store was written.
  public struct Position: Sendable, Hashable {
    /// The sequence of the last version seen; 0 before the first.
    public var sequence: Int64
    /// When that version was ingested; tells whether the store is still the same.
    public var ingested: Instant?

    /// Makes a position.
    public init(sequence: Int64, ingested: Instant?) {
      self.sequence = sequence
      self.ingested = ingested
    }
  }

  /// The name, unique in the workspace.
  public let name: String
  /// What is watched for.
  public let criteria: Criteria
  /// Where it begins: what was stored before is not told of.
  public let start: Position

  /// The longest name, in characters.
  static let nameLimit = 64

  /// Refuses a name or criteria that say nothing.
  ///
  /// - Throws: ``PasserelleError`` with code `query.invalid`.
  static func check(name: String, _ criteria: Criteria) throws {
    func invalid(_ french: String, _ english: String) -> PasserelleError {
      PasserelleError(.queryInvalid, LocalizedText(fr: french, en: english))
    }
    let isSound =
      !name.isEmpty && name.count <= nameLimit && name.first != "-"
      && name.allSatisfy { $0.isLetter || $0.isNumber || "-_. ".contains($0) }
      && name.first != " " && name.last != " "
    guard isSound else {
      throw invalid(
        "Nom de veille « \(name) » : de 1 à \(nameLimit) lettres, chiffres, espaces, points, tirets.",
        "Watch name '\(name)': 1 to \(nameLimit) letters, digits, spaces, full stops, hyphens.")
    }
    if criteria.vendor != nil, criteria.query != nil || !criteria.kinds.isEmpty {
      throw invalid(
        "Une veille suit un fournisseur (--vendor) ou une recherche (--query, --kind), pas les deux : faites-en deux.",
        "A watch follows a vendor (--vendor) or a search (--query, --kind), not both: make two.")
    }
    if criteria.vendor == nil, criteria.query == nil, criteria.cpvPrefixes.isEmpty, criteria.places.isEmpty {
      throw invalid(
        "Une veille a besoin d’un critère : --query, --vendor, --cpv ou --place.",
        "A watch needs a criterion: --query, --vendor, --cpv or --place.")
    }
    var request = OpportunitiesRequest()
    request.cpvPrefixes = criteria.cpvPrefixes
    request.places = criteria.places
    try request.check()
  }
}

extension Watch.Criteria {
  /// The criteria in words, for lists.
  public func text(in language: MessageLanguage) -> String {
    var parts: [String] = []
    func add(_ french: String, _ english: String, _ values: [String]) {
      guard !values.isEmpty else { return }
      parts.append(
        language.say(french + " : ", english + ": ") + values.joined(separator: ", "))
    }
    add("recherche", "query", query.map { [$0] } ?? [])
    add("fournisseur", "vendor", vendor.map { [$0] } ?? [])
    add("CPV", "CPV", cpvPrefixes)
    add("lieu", "place", places)
    add("nature", "kind", kinds.map { $0.label[language] })
    return parts.joined(separator: language.say(" ; ", "; "))
  }
}
