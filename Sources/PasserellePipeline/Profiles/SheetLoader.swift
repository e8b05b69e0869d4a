public import PasserelleCore
public import PasserelleGraph
import PasserelleSources

/// Loads the action sheets of a store that name providers.
public struct SheetLoader {
  private let reader: GraphReader

  /// Makes a loader over one state of a store.
  public init(reader: GraphReader) { self.reader = reader }

  /// The sheets, the latest first.
  ///
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  /// - Complexity: O(statements of all sheets).
  public func sheets() throws -> [ActionSheet] {
    try load(DeclarationView.versions(stating: Vocabulary.namesProvider, reader))
  }

  /// The sheets that name a provider, the latest first.
  ///
  /// - Parameter provider: The organisation's number in the store.
  /// - Returns: None for an organisation that no sheet names.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  public func sheets(naming provider: TermID) throws -> [ActionSheet] {
    try load(DeclarationView.versions(stating: Vocabulary.namesProvider, object: provider, reader))
  }

  /// The sheets by the IRI of each provider that they name, providers by IRI, sheets the latest first.
  ///
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  public func sheetsByProvider() throws -> [(provider: String, sheets: [ActionSheet])] {
    var groups: [String: [ActionSheet]] = [:]
    for sheet in try sheets() {
      for provider in sheet.providers { groups[provider.iri, default: []].append(sheet) }
    }
    return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func load(_ versions: [RecordVersion]) throws -> [ActionSheet] {
    var result: [ActionSheet] = []
    try DeclarationView.read(versions, reader) { record, view in result.append(ActionSheet(record, view)) }
    return result.sorted {
      ($1.date?.firstDay ?? .min, $0.iri) < ($0.date?.firstDay ?? .min, $1.iri)
    }
  }
}
