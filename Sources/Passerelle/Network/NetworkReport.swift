public import PasserelleCore
public import PasserelleRendering

/// A network told as a document for people: what it shows, in figures, pictures and tables, and what it rests on.
///
/// Callers give what they know; what the graph tells by itself (kinds of nodes and links, countries) is counted here.
public struct NetworkReport: Sendable {
  /// A number that matters, with what it counts.
  public struct KeyFigure: Sendable, Hashable {
    /// What is counted.
    public var term: String
    /// The number as it is written; nil where none is known, which is not none.
    public var value: String?
    /// Its scope, date and source.
    public var remark: String?

    /// Makes a key figure.
    public init(_ term: String, _ value: String?, remark: String? = nil) {
      self.term = term
      self.value = value
      self.remark = remark
    }
  }

  /// A part of the document under a heading of its own.
  public struct Section: Sendable, Hashable {
    /// The heading.
    public var title: String
    /// What it holds; headings within it begin at level 2.
    public var blocks: [Report.Block]

    /// Makes a section.
    public init(_ title: String, _ blocks: [Report.Block]) {
      self.title = title
      self.blocks = blocks
    }
  }

  /// A record or publication that the document rests on.
  public struct Source: Sendable, Hashable {
    /// What it is called.
    public var name: String
    /// What it was used for, its licence, its page.
    public var detail: String?
    /// Its date.
    public var date: PartialDate?
    /// How many statements come from it.
    public var count: Int?
    /// Its address on the web.
    public var address: String?

    /// Makes a source.
    public init(
      _ name: String, detail: String? = nil, date: PartialDate? = nil, count: Int? = nil,
      address: String? = nil
    ) {
      self.name = name
      self.detail = detail
      self.date = date
      self.count = count
      self.address = address
    }
  }

  /// The title.
  public var title: String
  /// What is counted and what is not, in one sentence.
  public var scope: String
  /// The language.
  public var language: MessageLanguage
  /// When it was made.
  public var created: Instant
  /// The identifier it is filed under.
  public var identifier: String?
  /// The numbers that matter.
  public var keyFigures: [KeyFigure] = []
  /// The network that is drawn and counted; nil for none.
  public var graph: NodeEdgeGraph?
  /// Where nodes stand in the drawing; nil for no drawing.
  public var positions: [DrawingPoint]?
  /// How the map is drawn; nil for no map.
  public var map: MapOptions?
  /// How the network is drawn.
  public var drawing: DrawingOptions
  /// The names of countries by ISO 3166-1 alpha-2, for the table of countries.
  public var countryNames: [String: String] = [:]
  /// Whether kinds and countries are counted in tables of their own.
  public var hasCounts = true
  /// Parts before the counts, in their order.
  public var sections: [Section] = []
  /// What the document rests on.
  public var sources: [Source] = []
  /// What must be borne in mind, beside what always holds.
  public var caveats: [String] = []

  /// Makes a document of a title and a scope; all else is set after.
  public init(title: String, scope: String, language: MessageLanguage, created: Instant) {
    self.title = title
    self.scope = scope
    self.language = language
    self.created = created
    map = MapOptions(language: language)
    drawing = DrawingOptions(language: language)
  }
}
