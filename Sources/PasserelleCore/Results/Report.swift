/// A document for people, apart from how it looks: what is rendered as a page to print or a text to edit.
///
/// It knows nothing of HTML or OpenDocument; whoever composes one writes texts, and each rendering escapes them.
public struct Report: Sendable, Hashable {
  /// What a document says of itself.
  public struct Metadata: Sendable, Hashable {
    /// When it was made, as its maker says: no rendering asks a clock.
    public var created: Instant
    /// What it is about, in one line.
    public var subject: String?
    /// The identifier it is filed under; stands at the foot of each page.
    public var identifier: String?
    /// The program that made it.
    public var generator: String

    /// Makes metadata.
    public init(
      created: Instant, subject: String? = nil, identifier: String? = nil, generator: String = "Passerelle"
    ) {
      self.created = created
      self.subject = subject
      self.identifier = identifier
      self.generator = generator
    }
  }

  /// The title, which stands above all headings.
  public var title: String
  /// The language of its texts.
  public var language: MessageLanguage
  /// What it says of itself.
  public var metadata: Metadata
  /// The content in the order of reading.
  public var blocks: [Block]

  /// Makes a report.
  public init(title: String, language: MessageLanguage, metadata: Metadata, blocks: [Block] = []) {
    self.title = title
    self.language = language
    self.metadata = metadata
    self.blocks = blocks
  }

  /// The greatest depth of headings below the title.
  public static let deepestHeading = 5

  /// The blocks with headings that never skip a level, as readers who listen to a document need them.
  ///
  /// The first heading gets level 1; any other is one deeper than the one before at most.
  public var orderedBlocks: [Block] {
    var last = 0
    return blocks.map { block in
      guard case .heading(let level, let text) = block else { return block }
      last = min(max(level, 1), last + 1, Self.deepestHeading)
      return .heading(level: last, text)
    }
  }
}
