public import PasserelleText

/// What an index is given of one document; fields and columns are places in the ``IndexSchema``.
public struct IndexDocument: Sendable, Hashable {
  /// A text, to be cut into words.
  public struct Text: Sendable, Hashable {
    /// The place of the field.
    public var field: Int
    /// The language of the text.
    public var language: TextLanguage
    /// The text.
    public var value: String

    /// Makes a text.
    public init(field: Int, language: TextLanguage, value: String) {
      self.field = field
      self.language = language
      self.value = value
    }
  }

  /// A term that is taken as it is.
  public struct Term: Sendable, Hashable {
    /// The place of the field.
    public var field: Int
    /// The term, 1 to 255 bytes; others are left out.
    public var bytes: [UInt8]
    /// How often it counts, 1 to 65,535.
    public var frequency: Int

    /// Makes a term.
    public init(field: Int, bytes: [UInt8], frequency: Int = 1) {
      self.field = field
      self.bytes = bytes
      self.frequency = frequency
    }
  }

  /// A text whose character grams are taken.
  public struct Grams: Sendable, Hashable {
    /// The place of the field.
    public var field: Int
    /// The text.
    public var value: String
    /// The number of characters in a gram.
    public var size: Int

    /// Makes grams.
    public init(field: Int, value: String, size: Int) {
      self.field = field
      self.value = value
      self.size = size
    }
  }

  /// The short text of a column.
  public struct Keyword: Sendable, Hashable {
    /// The place of the column.
    public var column: Int
    /// The text; an empty one is none.
    public var value: String

    /// Makes a keyword.
    public init(column: Int, value: String) {
      self.column = column
      self.value = value
    }
  }

  /// The number of a column.
  public struct Number: Sendable, Hashable {
    /// The place of the column.
    public var column: Int
    /// The number.
    public var value: Int64

    /// Makes a number.
    public init(column: Int, value: Int64) {
      self.column = column
      self.value = value
    }
  }

  /// Its external number; the document replaces an older one of the same number.
  public var id: Int64
  /// Texts; several of one field are several values of it.
  public var texts: [Text]
  /// Whole terms.
  public var terms: [Term]
  /// Texts of which grams are taken.
  public var grams: [Grams]
  /// Short texts by column; the last of a column counts.
  public var keywords: [Keyword]
  /// Numbers by column; the last of a column counts.
  public var numbers: [Number]
  /// Bytes given back as they are.
  public var stored: [UInt8]

  /// Makes a document.
  public init(
    id: Int64, texts: [Text] = [], terms: [Term] = [], grams: [Grams] = [], keywords: [Keyword] = [],
    numbers: [Number] = [], stored: [UInt8] = []
  ) {
    self.id = id
    self.texts = texts
    self.terms = terms
    self.grams = grams
    self.keywords = keywords
    self.numbers = numbers
    self.stored = stored
  }
}
