public import PasserelleCore
import PasserelleText

/// A list of codes with their labels: CPV, departments, natures of contract.
public struct CodeList: Sendable, Hashable {
  /// The list's name, which is its file's.
  public let id: String
  /// What the list is, for people.
  public let label: LocalizedText
  /// Where the codes come from.
  public let source: String
  /// The list that parents of entries stand in, when they have some.
  public let parentList: String?
  /// The entries, in the order of the file.
  public let entries: [Entry]
  /// The file, relative to the ontology folder.
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
    /// The line in the file; nil for a code that comes from elsewhere.
    public let line: Int?

    /// Makes a code, for lists that are imported from elsewhere.
    public init(
      code: String, label: LocalizedText, parent: String? = nil, point: GeographicPoint? = nil,
      alternatives: [String] = [], definition: LocalizedText? = nil, line: Int? = nil
    ) {
      self.code = code
      self.label = label
      self.parent = parent
      self.point = point
      self.alternatives = alternatives
      self.definition = definition
      self.line = line
    }
  }

  /// Makes a list, for those that are imported from elsewhere; of repeated codes the first answers.
  public init(
    id: String, label: LocalizedText, source: String, parentList: String? = nil, entries: [Entry],
    file: String = ""
  ) {
    self.id = id
    self.label = label
    self.source = source
    self.parentList = parentList
    self.entries = entries
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

  /// The entry of a code.
  ///
  /// - Complexity: O(1).
  public func entry(code: String) -> Entry? { rankByCode[code].map { entries[$0] } }

  /// The entry that a source's wording means, whatever its case, accents and punctuation.
  public func entry(writtenAs text: String) -> Entry? {
    rankByWriting[TextFolding.fold(text)].map { entries[$0] }
  }
}
