/// Which things are one, and what each of them is called: the view that answers are given in.
///
/// Things that are alone are not listed: they are their own canonical thing.
public struct CanonicalView: Sendable, Hashable {
  /// The members of each cluster of two or more, the canonical one first, the others by IRI; clusters by canonical IRI.
  public let clusters: [[String]]
  private let places: [String: Int]

  /// A view in which everything is alone.
  public static let empty = CanonicalView([])

  /// Makes a view of clusters, each with its canonical member first.
  public init(_ clusters: [[String]]) {
    self.clusters = clusters.filter { $0.count > 1 }
      .map { [$0[0]] + $0.dropFirst().sorted() }
      .sorted { $0[0] < $1[0] }
    var places: [String: Int] = [:]
    for (place, cluster) in self.clusters.enumerated() {
      for member in cluster { places[member] = place }
    }
    self.places = places
  }

  /// Whether everything is alone.
  public var isEmpty: Bool { clusters.isEmpty }

  /// The IRI that a thing is called by; its own where it is alone.
  public func canonical(of iri: String) -> String { places[iri].map { clusters[$0][0] } ?? iri }

  /// All that is one thing with a thing, itself included, the canonical one first.
  public func members(of iri: String) -> [String] { places[iri].map { clusters[$0] } ?? [iri] }

  /// Whether two things are one.
  public func isSame(_ left: String, _ right: String) -> Bool { canonical(of: left) == canonical(of: right) }
}
