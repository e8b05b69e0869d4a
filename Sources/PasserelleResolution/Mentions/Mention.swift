/// What a source calls a thing: names, identifiers, place and neighbourhood, as one record states them.
///
/// Mentions are compared (``PairScorer``) and gathered; they never change the records they come from.
public struct Mention: Sendable, Hashable {
  /// The sort of thing that a mention speaks of.
  public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    /// A company, an association, or an organisation of unknown sort.
    case organisation
    /// A public body: commune, agency, hospital.
    case publicBody
    /// A place: town, region, country.
    case place
    /// A laboratory or research team.
    case laboratory
    /// A person in a public role.
    case person
    /// A work or product: article, software.
    case work
  }

  /// An identifier as written, with its scheme.
  public struct Identifier: Sendable, Hashable {
    /// The scheme.
    public var scheme: EntityIdentifierScheme
    /// The value, normalised where it could be (see ``EntityIdentifier``).
    public var value: String

    /// Makes an identifier.
    public init(_ scheme: EntityIdentifierScheme, _ value: String) {
      self.scheme = scheme
      self.value = value
    }
  }

  /// A code and how often the thing was seen with it.
  public struct CountedCode: Sendable, Hashable {
    /// The code.
    public var code: String
    /// How often.
    public var count: Int

    /// Makes a counted code.
    public init(_ code: String, count: Int) {
      self.code = code
      self.count = count
    }
  }

  /// Where the thing is, as far as it is said.
  public struct Place: Sendable, Hashable {
    /// The town.
    public var town: String
    /// The postcode.
    public var postcode: String
    /// The department's or district's code.
    public var department: String
    /// The commune's INSEE code.
    public var commune: String

    /// Makes a place; what is unknown is empty.
    public init(town: String = "", postcode: String = "", department: String = "", commune: String = "") {
      self.town = town
      self.postcode = postcode
      self.department = department
      self.commune = commune
    }

    /// Whether nothing is known.
    public var isEmpty: Bool { town.isEmpty && postcode.isEmpty && department.isEmpty && commune.isEmpty }
  }

  /// A stable identifier of the mention; ties are broken by it.
  public var id: String
  /// The sort of thing.
  public var kind: Kind
  /// The names, the main one first.
  public var names: [String]
  /// Names of earlier times.
  public var formerNames: [String]
  /// The official identifiers.
  public var identifiers: [Identifier]
  /// The country, ISO 3166-1 alpha-2 in capitals; empty when unknown.
  public var country: String
  /// The place.
  public var place: Place
  /// Activity codes (CPV, NAF) with their counts.
  public var activities: [CountedCode]
  /// Neighbours in the graph (buyers of a vendor, vendors of a buyer) by a stable 64-bit hash each.
  public var neighbours: [UInt64]
  /// The source, such as `decp`.
  public var source: String

  /// Makes a mention.
  public init(
    id: String, kind: Kind = .organisation, names: [String], formerNames: [String] = [],
    identifiers: [Identifier] = [], country: String = "", place: Place = Place(),
    activities: [CountedCode] = [], neighbours: [UInt64] = [], source: String = ""
  ) {
    self.id = id
    self.kind = kind
    self.names = names
    self.formerNames = formerNames
    self.identifiers = identifiers
    self.country = country
    self.place = place
    self.activities = activities
    self.neighbours = neighbours
    self.source = source
  }
}
