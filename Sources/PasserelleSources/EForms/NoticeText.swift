/// A text of a notice in the language chosen, and in the others that the notice has it in.
public struct NoticeText: Sendable, Hashable {
  /// The text in one language.
  public struct Translation: Sendable, Hashable {
    /// The BCP 47 language.
    public let language: String
    /// The text.
    public let text: String
    /// The line of the notice on which it stands, from 1.
    public let line: Int

    /// Makes a text in a language.
    public init(language: String, text: String, line: Int = 1) {
      self.language = language
      self.text = text
      self.line = line
    }
  }

  /// The text chosen.
  public let text: String
  /// Its BCP 47 language; `und` where the notice does not say.
  public let language: String
  /// The line of the notice on which it stands, from 1.
  public let line: Int
  /// The text in other languages, in the order of the notice.
  public let translations: [Translation]

  /// Chooses among the languages of a text: French, English, the notice's own, the first.
  ///
  /// - Returns: Nil when there is no text.
  public init?(_ versions: [Translation], noticeLanguage: String) {
    let wanted = ["fr", "en", noticeLanguage]
    let place = wanted.lazy.compactMap { tag in versions.firstIndex { $0.language == tag } }.first ?? 0
    guard versions.indices.contains(place) else { return nil }
    text = versions[place].text
    language = versions[place].language
    line = versions[place].line
    var others = versions
    others.remove(at: place)
    translations = others
  }

  /// Makes a text in one language.
  public init(_ text: String, language: String, line: Int = 1) {
    self.text = text
    self.language = language
    self.line = line
    translations = []
  }
}

/// A buyer of a notice.
public struct NoticeBuyer: Sendable, Hashable {
  /// The name; nil for a natural person's, and where there is none.
  public var name: NoticeText?
  /// The number as written.
  public var number: String?
  /// The ISO 3166-1 alpha-3 code of its country.
  public var country: String?
  /// The NUTS code of its address.
  public var territory: String?
  /// A mailbox of a service (`marches@…`), never a person's.
  public var mailbox: String?
  /// The code of what it is (BT-11).
  public var legalType: String?
  /// The code of what it does (BT-10).
  public var activity: String?

  /// Makes a buyer of which nothing is known.
  public init() {}
}

/// A place of performance of a notice.
public struct NoticePlace: Sendable, Hashable {
  /// The NUTS code, where it is one.
  public var nuts: String?
  /// The French department, by the NUTS code or the postal code.
  public var department: String?
  /// The French postal code.
  public var postalCode: String?
  /// The town.
  public var town: String?
  /// The ISO 3166-1 alpha-3 code of the country.
  public var country: String?

  /// Makes a place of which nothing is known.
  public init() {}

  /// Whether nothing is known.
  var isVoid: Bool { self == NoticePlace() }
}
