public import PasserelleCore
public import PasserelleNetwork

/// A country in the cooperation network: who works there, on what, since when, with which partners and sources.
public struct CountryAnswer: Sendable, Hashable {
  /// Someone or something that takes part.
  public struct Thing: Sendable, Hashable {
    /// Its IRI.
    public let id: String
    /// Its name.
    public let label: String
    /// What it is.
    public let kind: NodeKind
  }

  /// One line of a section.
  public struct Row: Sendable, Hashable {
    /// What kind of tie of two it is; nil for one through a thing.
    public let kind: EdgeKind?
    /// The thing that ties: a project, an agreement, a network; nil for a tie of two.
    public let thing: Thing?
    /// The French authorities.
    public let home: [Thing]
    /// Those of the country.
    public let abroad: [Thing]
    /// The others.
    public let others: [Thing]
    /// The themes.
    public let themes: [Thing]
    /// The first date.
    public let since: PartialDate?
    /// The last date.
    public let until: PartialDate?
    /// The cooperation mode, in words.
    public let mode: String?
    /// A grade and the like, as written.
    public let detail: String?
    /// Places in ``CountryAnswer/sources``.
    public let sources: [Int]
  }

  /// Something that is planned, proposed, stopped or otherwise not stated as a fact.
  public struct Announcement: Sendable, Hashable {
    /// The IRI of the claim.
    public let claim: String
    /// The claim as a sentence.
    public let sentence: String
    /// The code of its modality.
    public let modality: String
    /// Places in ``CountryAnswer/sources``.
    public let sources: [Int]
  }

  /// A record that states something.
  public struct Source: Sendable, Hashable {
    /// The record's IRI.
    public let record: String
    /// The document that the record quotes, for people.
    public let document: String?
    /// The lines of the document.
    public let lines: String?

    /// The document and its lines; the record where it quotes none.
    public var label: String {
      document.map { [$0, lines].compactMap { $0 }.joined(separator: ", ") } ?? record
    }
  }

  /// A part of the page.
  public struct Part: Sendable, Hashable {
    /// Which one.
    public let section: CountryTie.Section
    /// Its lines; empty where nothing is known.
    public let rows: [Row]
  }

  /// ISO 3166-1 alpha-2.
  public let code: String
  /// The country's name.
  public let label: String
  /// The part of a continent and the continent, in words.
  public let regions: [String]
  /// The values that sources publish of it, each with its scope.
  public let published: [StatsFigure]
  /// The parts, all of them, in the order of the page.
  public let parts: [Part]
  /// What is not stated as a fact.
  public let announcements: [Announcement]
  /// The records cited.
  public let sources: [Source]
  /// The moment whose state it shows; nil for now.
  public let asOf: Instant?
  /// The language of its labels.
  public let language: MessageLanguage
  /// Units, comparators, kinds of ties and modalities in words, by code.
  let units: [String: LocalizedText]
  let comparators: [String: LocalizedText]
  let edgeKinds: [String: LocalizedText]
  let modalities: [String: LocalizedText]

  /// Whether nothing at all is known.
  public var isEmpty: Bool {
    published.isEmpty && announcements.isEmpty && parts.allSatisfy(\.rows.isEmpty)
  }

  /// The lines of a section.
  public func rows(_ section: CountryTie.Section) -> [Row] {
    parts.first { $0.section == section }?.rows ?? []
  }
}
