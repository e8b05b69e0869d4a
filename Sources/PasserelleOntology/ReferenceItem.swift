public import PasserelleCore

/// One code of an official list as it is imported: its entry, and its names in other languages.
public struct ReferenceItem: Sendable, Hashable {
  /// A name in a language.
  public struct Name: Sendable, Hashable {
    /// The language (ISO 639-1), such as `pt`.
    public let language: String
    /// The name.
    public let text: String

    /// Makes a name.
    public init(language: String, text: String) {
      self.language = language
      self.text = text
    }
  }

  /// The entry.
  public var entry: CodeList.Entry
  /// The names in languages other than French and English, in the order of the source.
  public var names: [Name]
  /// Whether it is a former commune that keeps the code of the whole: its name then stands beside that of the whole.
  public var isPart: Bool

  /// Makes an item.
  public init(entry: CodeList.Entry, names: [Name] = [], isPart: Bool = false) {
    self.entry = entry
    self.names = names
    self.isPart = isPart
  }
}

/// What an official list is, besides its codes.
public struct ReferenceListInfo: Sendable, Hashable {
  /// The name, such as `communes`: small letters, digits and hyphens.
  public var id: String
  /// What the list is, for people.
  public var label: LocalizedText
  /// Who publishes it, or its address.
  public var source: String
  /// The list that parents of entries stand in, when they have some.
  public var parentList: String?
  /// Under which conditions it may be used, as far as it is known; empty otherwise.
  public var licence: String

  /// Describes a list.
  public init(
    id: String, label: LocalizedText, source: String, parentList: String? = nil, licence: String = ""
  ) {
    self.id = id
    self.label = label
    self.source = source
    self.parentList = parentList
    self.licence = licence
  }
}
