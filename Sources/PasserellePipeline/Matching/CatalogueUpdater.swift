import PasserelleCore
public import PasserelleGraph
public import PasserelleMatching
public import PasserelleOntology

/// Keeps the catalogue of a store as a file, made anew when the store has changed.
///
/// The catalogue is derived from the open versions of the store. Opening the file takes milliseconds; making it, seconds.
public struct CatalogueUpdater {
  /// Gives the vendors that declare a profile, by IRI, as a reader sees them.
  public typealias Profiles = (GraphReader) throws -> [CatalogueLoader.DeclaredVendor]

  private let store: GraphStore
  private let ontology: Ontology
  private let folder: String
  private let profiles: Profiles

  /// Makes an updater.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - ontology: What vendors without a name are called by.
  ///   - folder: The path of the catalogue's folder.
  ///   - profiles: What vendors declare.
  public init(
    store: GraphStore, ontology: Ontology, folder: String, profiles: @escaping Profiles = { _ in [] }
  ) {
    self.store = store
    self.ontology = ontology
    self.folder = folder
    self.profiles = profiles
  }

  /// The catalogue of what a reader sees: mapped from its file, or made anew.
  ///
  /// - Parameters:
  ///   - reader: A reader of the current state, or of all that was there at an earlier sequence.
  ///   - writing: Whether one that was made anew becomes the file. Where it cannot be written it is used all the
  ///     same; readers of an earlier moment leave it out.
  /// - Returns: The catalogue.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  /// - Complexity: O(size of the file), or O(statements) when it is made.
  public func catalogue(for reader: GraphReader, writing: Bool = false) throws -> AwardCatalogue {
    let sequence = try reader.lastSequence()
    if let catalogue = try files(creating: false).catalogue(at: sequence) { return catalogue }
    let catalogue = try load(reader)
    if writing { _ = try? files(creating: true).replace(with: catalogue, at: sequence) }
    return catalogue
  }

  /// Whether the file shows what a reader sees, by what its manifest says.
  ///
  /// - Parameter reader: A reader of the current state.
  /// - Returns: False where ``update()`` has something to do.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  public func isCurrent(for reader: GraphReader) throws -> Bool {
    try files(creating: false).isCurrent(at: reader.lastSequence())
  }

  /// Brings the file up to the store.
  ///
  /// - Returns: Whether it was made anew.
  /// - Throws: ``PasserelleError`` when the store cannot be read or the file cannot be written.
  @discardableResult
  public func update() throws -> Bool {
    try store.read { reader in
      let sequence = try reader.lastSequence()
      guard try files(creating: false).catalogue(at: sequence) == nil else { return false }
      return try files(creating: true).replace(with: load(reader), at: sequence)
    }
  }

  /// Removes the file, as when records were erased.
  ///
  /// - Throws: ``PasserelleError`` when it cannot be removed.
  public func remove() throws { try files(creating: false).remove() }

  private func load(_ reader: GraphReader) throws -> AwardCatalogue {
    let labels = LabelResolver(reader: reader, ontology: ontology, iris: store.iris)
    return try CatalogueLoader(
      reader: reader, iris: store.iris, labels: labels, profiles: profiles(reader)
    ).load()
  }

  private func files(creating: Bool) throws -> CatalogueFolder {
    try CatalogueFolder(
      path: folder, creating: creating, identity: "\(CatalogueLoader.version) \(store.iris.base)")
  }
}
