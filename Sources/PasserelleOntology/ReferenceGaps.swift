import Synchronization

/// What answers had to do without, because an official list was not imported.
///
/// Set by those who name codes and places, read once when a verb is done. For any thread.
public final class ReferenceGaps: Sendable {
  /// What was missing.
  public enum Gap: Int, Sendable, Hashable, CaseIterable {
    /// A CPV code was named by a wider one.
    case codes
    /// A place has no name.
    case places
    /// A place has no point: distances are those of its department.
    case points
  }

  private let found = Mutex<Set<Gap>>([])

  /// Starts without a gap.
  public init() {}

  /// Notes a gap.
  public func note(_ gap: Gap) { found.withLock { _ = $0.insert(gap) } }

  /// The gaps so far, in the order of their declaration.
  public var all: [Gap] { found.withLock { found in Gap.allCases.filter(found.contains) } }
}

extension Ontology {
  /// Notes a gap, unless the list that could have filled it was imported.
  public func note(_ gap: ReferenceGaps.Gap) {
    guard let gaps else { return }
    let list = gap == .codes ? ListName.cpv : ListName.communes
    if references?.list(list) == nil { gaps.note(gap) }
  }
}
