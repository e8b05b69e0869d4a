public import PasserelleCore
public import PasserelleGraph
import PasserelleSources

/// Loads the declared profiles of a store.
public struct ProfileLoader {
  let reader: GraphReader
  let iris: IRISpace

  /// Makes a loader over one state of a store.
  public init(reader: GraphReader, iris: IRISpace) {
    self.reader = reader
    self.iris = iris
  }

  /// The profiles with all that they declare, sorted by IRI; of two of one vendor, the one stored last.
  ///
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  public func declared() throws -> [DeclaredProfile] {
    try load(DeclarationView.versions(stating: Vocabulary.hasProfile, reader))
  }

  /// What one vendor declares.
  ///
  /// - Parameter vendor: The vendor's number in the store.
  /// - Returns: Nil for a vendor without profile.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  public func declared(by vendor: TermID) throws -> DeclaredProfile? {
    try load(DeclarationView.versions(stating: Vocabulary.hasProfile, subject: vendor, reader)).last
  }

  private func load(_ versions: [RecordVersion]) throws -> [DeclaredProfile] {
    var latest: [String: DeclaredProfile] = [:]
    try DeclarationView.read(versions, reader) { record, view in
      guard let profile = DeclaredProfile(record, view, iris) else { return }
      latest[profile.iri] = profile
    }
    return latest.values.sorted { $0.iri < $1.iri }
  }
}
