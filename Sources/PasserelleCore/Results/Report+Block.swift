extension Report {
  /// One piece of a document.
  public enum Block: Sendable, Hashable {
    /// A heading; level 1 stands right below the title.
    case heading(level: Int, _ text: Text)
    /// A paragraph.
    case paragraph(Text)
    /// A list, with numbers where the order counts.
    case list(_ items: [Text], isOrdered: Bool = false)
    /// Terms with what they mean or hold.
    case definitions([Definition])
    /// A table.
    case table(Table)
    /// A table to fill by hand.
    case form(Form)
    /// Words of someone else.
    case quote(_ text: Text, source: Text? = nil)
    /// Something that must not be overlooked.
    case box(Box)
    /// A picture.
    case figure(Figure)
    /// What follows starts on a new page.
    case pageBreak
  }

  /// A term and what it holds.
  public struct Definition: Sendable, Hashable {
    /// The term.
    public var term: String
    /// What it holds.
    public var text: Text

    /// Makes a definition.
    public init(_ term: String, _ text: Text) {
      self.term = term
      self.text = text
    }

    /// Makes a definition of a plain text.
    public init(_ term: String, _ text: String) { self.init(term, [.plain(text)]) }
  }

  /// A remark set apart from the text.
  public struct Box: Sendable, Hashable {
    /// How much it weighs.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// Good to know.
      case note
      /// To be heeded.
      case caution
    }

    /// How much it weighs.
    public var kind: Kind
    /// Its title, which says by words what a colour could not.
    public var title: String
    /// Its paragraphs.
    public var paragraphs: [Text]

    /// Makes a box.
    public init(_ kind: Kind, title: String, _ paragraphs: [Text]) {
      self.kind = kind
      self.title = title
      self.paragraphs = paragraphs
    }
  }
}
