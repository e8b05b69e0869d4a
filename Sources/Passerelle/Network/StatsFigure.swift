public import PasserelleCore
import PasserelleOntology

/// A value that a source publishes, with all that one must know to read it.
public struct StatsFigure: Sendable, Hashable {
  /// What kind of value.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A number of things.
    case count
    /// A part of a whole, in percent.
    case share
    /// A place in an order whose numbers are not published.
    case rank
  }

  /// The IRI of the claim.
  public let claim: String
  /// The kind of value.
  public let kind: Kind
  /// The IRI of what is counted.
  public let subject: String
  /// What is counted, for people.
  public let subjectLabel: String
  /// The value.
  public let value: DecimalNumber
  /// The code of the unit, from the list `units`.
  public let unit: String?
  /// The code of the comparator, from the list `comparators`.
  public let comparator: String?
  /// The date of the value.
  public let date: PartialDate?
  /// What the value covers, as we put it.
  public let scope: LocalizedText?
  /// What a part is a part of.
  public let denominator: LocalizedText?
  /// A remark on the value.
  public let note: LocalizedText?
  /// The codes of the themes that it covers together; nil for all.
  public let themes: Set<String>?
  /// The IRI of the territory that it is limited to.
  public let territory: String?
  /// The code of that territory: a country, or a region of the world.
  public let place: String?
  /// How the source puts it, from the list of modalities; `asserted` for a plain statement.
  public let modality: String
  /// Whether the value is said outright: `explicit` or `inferred`.
  public let certainty: String?
  /// Where it is published, for people.
  public let document: String?
  /// The lines of the document.
  public let lines: String?
  /// The IRIs of the claims that say otherwise.
  public let conflicts: [String]

  /// The end of the claim's IRI, such as `R18-0233`.
  public var claimName: String { String(claim.split(separator: ":").last ?? "") }

  /// Whether it is stated as it is, in the past or now; forecasts and plans are not.
  public var isAsserted: Bool { modality == "asserted" }

  /// The value as a plain number; nil where a comparator makes it vague.
  public var exactCount: Int? {
    guard kind == .count, comparator == nil, isAsserted else { return nil }
    return Int(value.description)
  }

  /// The document and its lines.
  public var source: String { [document, lines].compactMap { $0 }.joined(separator: ", ") }
}
