public import PasserelleCore
import PasserelleText

/// A list of codes with their labels: CPV, departments, natures of contract.
///
/// The product's own lists are held in memory; one that a workspace has imported is read where it lies, entry by entry:
/// ask for the code that is wanted, and go through ``entries`` only where all of them are needed.
public struct CodeList: Sendable, Hashable {
  /// The list's name, which is its file's.
  public let id: String
  /// What the list is, for people.
  public let label: LocalizedText
  /// Where the codes come from.
  public let source: String
  /// The list that parents of entries stand in, when they have some.
  public let parentList: String?
  /// The entries: in the order of the file, of an imported list in the order of their codes.
  public let entries: Entries
  /// The file, relative to the ontology folder; of an imported list, its name in the workspace.
  public let file: String

  private let rankByCode: [String: Int]
  private let rankByWriting: [String: Int]

  /// One code.
  public struct Entry: Sendable, Hashable {
    /// The code.
    public let code: String
    /// The name for people.
    public let label: LocalizedText
    /// The code above, in the parent list.
    public let parent: String?
    /// Where it is, for places.
    public let point: GeographicPoint?
    /// How sources write it.
    public let alternatives: [String]
    /// What it means; nil where the label says it all.
    public let definition: LocalizedText?
    /// The code that stands in its place now; nil for one in force.
    public let replacedBy: String?
    /// How many people live there, for places.
    public let population: Int?
    /// The line in the file; nil for a code that comes from elsewhere.
    public let line: Int?

    /// Makes a code, for lists that are imported from elsewhere.
    public init(
      code: String, label: LocalizedText, parent: String? = nil, point: GeographicPoint? = nil,
      alternatives: [String] = [], definition: LocalizedText? = nil, replacedBy: String? = nil,
      population: Int? = nil, line: Int? = nil
    ) {
      self.code = code
      self.label = label
      self.parent = parent
      self.point = point
      self.alternatives = alternatives
      self.definition = definition
      self.replacedBy = replacedBy
      self.population = population
      self.line = line
    }
  }

  /// Makes a list that is held in memory; of repeated codes the first answers.
  public init(
    id: String, label: LocalizedText, source: String, parentList: String? = nil, entries: [Entry],
    file: String = ""
  ) {
    self.id = id
    self.label = label
    self.source = source
    self.parentList = parentList
    self.entries = Entries(entries)
    self.file = file
    var byCode: [String: Int] = [:]
    var byWriting: [String: Int] = [:]
    for (rank, entry) in entries.enumerated() {
      if byCode[entry.code] == nil { byCode[entry.code] = rank }
      for writing in entry.alternatives {
        let folded = TextFolding.fold(writing)
        if byWriting[folded] == nil { byWriting[folded] = rank }
      }
    }
    rankByCode = byCode
    rankByWriting = byWriting
  }

  /// Makes a list whose entries lie elsewhere, such as in a mapped file.
  ///
  /// - Complexity: O(1): no entry is read.
  public init(
    id: String, label: LocalizedText, source: String, parentList: String? = nil,
    reference: any ReferenceEntries, file: String = ""
  ) {
    self.id = id
    self.label = label
    self.source = source
    self.parentList = parentList
    entries = Entries(reference)
    self.file = file
    rankByCode = [:]
    rankByWriting = [:]
  }

  /// Reads a list in the format of `Codelists/*.yaml`.
  ///
  /// - Parameters:
  ///   - contents: The text of the file.
  ///   - file: The name for errors.
  /// - Returns: The list.
  /// - Throws: ``PasserelleError`` with code `.ontologyInvalid` and the line.
  public static func parse(_ contents: String, file: String) throws -> CodeList {
    let document = try YAMLMapping.document(contents, location: file)
    try OntologyFormat.check(try document.optionalText("format"), file: file, line: document.line)
    return try CodeListReader(file: file).read(document)
  }

  /// Whether the list was imported into a workspace.
  public var isImported: Bool { entries.reference != nil }

  /// The entry of a code.
  ///
  /// - Complexity: O(1); O(log *n*) in an imported list.
  public func entry(code: String) -> Entry? { rank(ofCode: code).map { entries[$0] } }

  /// The name of a code, without the rest of its entry.
  ///
  /// - Complexity: O(1); O(log *n*) in an imported list.
  public func label(ofCode code: String) -> LocalizedText? {
    rank(ofCode: code).map { entries.reference?.label(at: $0) ?? entries[$0].label }
  }

  /// The name of a code in any language.
  ///
  /// - Parameters:
  ///   - code: The code.
  ///   - language: The language (ISO 639-1), such as `pt`.
  /// - Returns: Nil where the list has no name in the language; other languages than French and English are those of
  ///   imported lists only.
  public func name(ofCode code: String, language: String) -> String? {
    guard let rank = rank(ofCode: code) else { return nil }
    if let reference = entries.reference { return reference.label(at: rank, language: language) }
    return MessageLanguage(rawValue: language).map { entries[rank].label[$0] }
  }

  /// Where a code is, for places.
  ///
  /// - Complexity: O(1); O(log *n*) in an imported list.
  public func point(ofCode code: String) -> GeographicPoint? {
    guard let rank = rank(ofCode: code) else { return nil }
    if let reference = entries.reference { return reference.point(at: rank) }
    return entries[rank].point
  }

  /// The entry that a source's wording means, whatever its case, accents and punctuation.
  public func entry(writtenAs text: String) -> Entry? {
    let folded = TextFolding.fold(text)
    if let reference = entries.reference {
      return reference.ranks(writtenAs: folded).first.map { reference.entry(at: $0) }
    }
    return rankByWriting[folded].map { entries[$0] }
  }

  /// Every entry of an imported list that a wording may mean: several communes bear one name.
  ///
  /// - Returns: The entries by code; of a list held in memory the one of ``entry(writtenAs:)``.
  public func entries(writtenAs text: String) -> [Entry] {
    guard let reference = entries.reference else { return entry(writtenAs: text).map { [$0] } ?? [] }
    return reference.ranks(writtenAs: TextFolding.fold(text)).map { reference.entry(at: $0) }
  }

  private func rank(ofCode code: String) -> Int? {
    if let reference = entries.reference { return reference.rank(ofCode: code) }
    return rankByCode[code]
  }

  /// Two lists are the same when all that they say is.
  public static func == (left: CodeList, right: CodeList) -> Bool {
    left.id == right.id && left.label == right.label && left.source == right.source
      && left.parentList == right.parentList && left.file == right.file && left.entries == right.entries
  }

  /// Hashes the name and the number of entries.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(entries.count)
  }
}
