public import PasserelleCore

/// The words of the trade: for each notion the French term to prefer, and how else people write it.
public struct Lexicon: Sendable, Hashable {
  /// The entries, by name.
  public let entries: [LexiconEntry]

  private let rankByID: [String: Int]

  /// Makes a lexicon; of repeated names the first answers.
  public init(_ entries: [LexiconEntry]) {
    self.entries = entries.sorted { ($0.id, $0.file) < ($1.id, $1.file) }
    var ranks: [String: Int] = [:]
    for (rank, entry) in self.entries.enumerated() where ranks[entry.id] == nil { ranks[entry.id] = rank }
    rankByID = ranks
  }

  /// The entry of a name.
  ///
  /// - Complexity: O(1).
  public func entry(_ id: String) -> LexiconEntry? { rankByID[id].map { entries[$0] } }
}

/// One notion of a ``Lexicon``.
public struct LexiconEntry: Sendable, Hashable {
  /// The name within the lexicon, such as `appel-offres`.
  public let id: String
  /// The French term to prefer.
  public let term: String
  /// Other terms, with their language; those of other languages translate it.
  public let equivalents: [Equivalent]
  /// What it means or how to use it; nil where the terms say it all.
  public let note: LocalizedText?
  /// Where it comes from: lines of a source document, such as `004:902-908`, or `usage`.
  public let source: String
  /// The concept that it names, such as `use-cases:smart-lighting` or `call-kinds:expression-of-interest`.
  public let concept: String?
  /// The file, relative to the ontology folder.
  public let file: String

  /// Another way to write a term.
  public struct Equivalent: Sendable, Hashable {
    /// The language as ISO 639-1 writes it, such as `pt`.
    public let language: String
    /// The term.
    public let text: String
    /// What kind of term it is.
    public let kind: Kind

    /// What an equivalent is to the preferred term.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// Another term for the same, in use.
      case term
      /// An acronym that is a word of its own in small letters, so that only capitals mean it: `AMI`.
      case acronym
      /// An older term, still found in texts.
      case former
    }
  }

  /// Every way to write it, the preferred term first.
  public var terms: [Equivalent] {
    [Equivalent(language: "fr", text: term, kind: .term)] + equivalents
  }

  /// The term that says in a document's concepts that the notion is spoken of.
  public var conceptTerm: String { Self.prefix + id }

  /// The beginning of the terms of all entries.
  static let prefix = "lex:"
}
