public import PasserelleCore

/// How a map is drawn.
public struct MapOptions: Sendable, Hashable {
  /// Which part of the globe is shown.
  public enum Extent: String, Sendable, Hashable, CaseIterable {
    /// The part where the nodes are, with some space about it.
    case fitted
    /// All of it but the Antarctic.
    case world
  }

  /// The language of what is written beside names.
  public var language = MessageLanguage.french
  /// The width in pixels, 400 to 4,000; the height follows from what is shown.
  public var width = 1200
  /// Which part of the globe is shown.
  public var extent = Extent.fitted
  /// How many names are written at most; nil for as many as the picture bears.
  public var labelLimit: Int?
  /// How many links are drawn at most; where there are more, those between neighbouring places are drawn as one.
  public var linkLimit = 1500
  /// The identifiers of nodes that the picture is about: they stand out and are named first.
  public var highlights: Set<String> = []
  /// Whether the part where nodes are too close for their names is drawn again, larger.
  public var hasDetail = true
  /// Countries that stand out, ISO 3166-1 alpha-2.
  public var emphasisedCountries: Set<String> = []
  /// What the sizes of nodes measure; without sizes, nodes are drawn by their number of links.
  public var sizeTitle: String?

  /// Takes the usual options.
  public init(language: MessageLanguage = .french) { self.language = language }
}

/// How a network is drawn.
public struct DrawingOptions: Sendable, Hashable {
  /// What colours mean.
  public enum Colouring: String, Sendable, Hashable, CaseIterable {
    /// The kinds of nodes.
    case kinds
    /// The communities, each with its number beside it; figures still tell the kinds.
    case communities
  }

  /// The language of what is written beside names.
  public var language = MessageLanguage.french
  /// The width in pixels, 400 to 4,000.
  public var width = 1200
  /// The height of the drawing in pixels, title and legend left out.
  public var height = 800
  /// What colours mean; communities only where the nodes have some.
  public var colouring = Colouring.communities
  /// How many names are written at most; nil for as many as the picture bears.
  public var labelLimit: Int?
  /// How many links are drawn at most: the heaviest.
  public var linkLimit = 10000
  /// The identifiers of nodes that the picture is about: they stand out and are named first.
  public var highlights: Set<String> = []
  /// What the sizes of nodes measure; without sizes, nodes are drawn by their number of links.
  public var sizeTitle: String?

  /// Takes the usual options.
  public init(language: MessageLanguage = .french) { self.language = language }
}
