public import PasserelleCore

/// The official lists that a workspace has imported.
public protocol ReferenceLists: Sendable {
  /// The names of the lists, ascending.
  var ids: [String] { get }

  /// A list by its name; nil where there is none, or none that can be read.
  func list(_ id: String) -> CodeList?
}

extension Ontology {
  /// The names of the lists that answer for places.
  public enum ListName {
    /// The Common Procurement Vocabulary.
    public static let cpv = "cpv"
    /// French communes by INSEE code.
    public static let communes = "communes"
    /// French departments.
    public static let departements = "departements"
    /// French regions.
    public static let regions = "regions"
    /// Territorial units of the European Union.
    public static let nuts = "nuts"
  }

  /// A code's entry: that of the imported list, else that of the product's own list of the name.
  ///
  /// - Complexity: O(log *n*).
  public func entry(_ code: String, in list: String) -> CodeList.Entry? {
    references?.list(list)?.entry(code: code) ?? ownCodeList(list)?.entry(code: code)
  }

  /// A code's name: by the imported list, else by the product's own list.
  ///
  /// - Complexity: O(log *n*).
  public func label(ofCode code: String, in list: String) -> LocalizedText? {
    references?.list(list)?.label(ofCode: code) ?? ownCodeList(list)?.label(ofCode: code)
  }

  /// Where a code is: by the imported list, else by the product's own list.
  ///
  /// - Complexity: O(log *n*).
  public func point(ofCode code: String, in list: String) -> GeographicPoint? {
    references?.list(list)?.point(ofCode: code) ?? ownCodeList(list)?.point(ofCode: code)
  }

  /// The name of a territorial unit of the European Union: of the whole list, else of the lists by country.
  public func nutsLabel(_ code: String) -> LocalizedText? {
    if let label = label(ofCode: code, in: ListName.nuts) { return label }
    for id in references?.ids ?? [] where id.hasPrefix("nuts-") {
      if let label = references?.list(id)?.label(ofCode: code) { return label }
    }
    return nil
  }

  /// The name of a code that an IRI of the Publications Office stands for: a country, a currency, a procedure type,
  /// a territorial unit; nil for any other IRI, and for codes of lists that were not imported.
  public func authorityLabel(_ iri: String) -> LocalizedText? {
    if iri.hasPrefix(ReferenceNames.nuts) {
      return nutsLabel(String(iri.dropFirst(ReferenceNames.nuts.count)))
    }
    guard iri.hasPrefix(ReferenceNames.authority) else { return nil }
    let parts = iri.dropFirst(ReferenceNames.authority.count).split(separator: "/")
    guard parts.count == 2 else { return nil }
    return label(ofCode: String(parts[1]), in: String(parts[0]))
  }

  /// The name of a value that a relation states, by the relation's list, else by the official list of its subject.
  public func label(of value: String, list: String) -> LocalizedText? {
    let own = ownCodeList(list)
    if let label = references?.list(list)?.label(ofCode: value) { return label }
    if let entry = own?.entry(code: value) ?? own?.entry(writtenAs: value) { return entry.label }
    return ReferenceNames.official[list].flatMap { references?.list($0)?.label(ofCode: value) }
  }
}
