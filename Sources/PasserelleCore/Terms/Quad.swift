/// The identifier of one version of one source record, which is the graph of the quads it states.
public struct VersionID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The number, from 1 in the order of ingestion.
  public let rawValue: Int64

  /// Wraps the number.
  @inlinable
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// No version: an unbound place.
  public static let none = VersionID(rawValue: 0)

  /// Orders by number.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A statement and the version of the record that makes it.
public struct Quad: Hashable, Sendable {
  /// The version of the record that states it.
  public var graph: VersionID
  /// The subject.
  public var subject: TermID
  /// The predicate.
  public var predicate: TermID
  /// The object.
  public var object: TermID

  /// Makes a quad.
  @inlinable
  public init(graph: VersionID, subject: TermID, predicate: TermID, object: TermID) {
    self.graph = graph
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}

/// What a scan asks for; places left at `.none` match anything.
public struct QuadPattern: Hashable, Sendable {
  /// The version wanted, or `.none`.
  public var graph: VersionID
  /// The subject wanted, or `.none`.
  public var subject: TermID
  /// The predicate wanted, or `.none`.
  public var predicate: TermID
  /// The object wanted, or `.none`.
  public var object: TermID

  /// Makes a pattern; by default everything matches.
  public init(
    graph: VersionID = .none, subject: TermID = .none, predicate: TermID = .none, object: TermID = .none
  ) {
    self.graph = graph
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }

  /// Whether a quad matches every bound place.
  @inlinable
  public func matches(_ quad: Quad) -> Bool {
    (graph == .none || graph == quad.graph) && (subject == .none || subject == quad.subject)
      && (predicate == .none || predicate == quad.predicate) && (object == .none || object == quad.object)
  }
}
