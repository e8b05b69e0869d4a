/// The file that names the segments in use: what is not in it is not in the index.
public struct SegmentManifest: Sendable, Hashable {
  /// One segment in use.
  public struct Segment: Sendable, Hashable, Codable {
    /// The name of its file.
    public var name: String
    /// The four letters of its kind.
    public var kind: String
    /// The number of its documents, deleted ones among them.
    public var documents: Int
    /// The name of its file of deletions; nil when it has none.
    public var deletions: String?
    /// The number of its documents that are deleted.
    public var deleted: Int

    /// Names a segment.
    public init(
      name: String, kind: String, documents: Int, deletions: String? = nil, deleted: Int = 0
    ) {
      self.name = name
      self.kind = kind
      self.documents = documents
      self.deletions = deletions
      self.deleted = deleted
    }
  }

  /// The name of the file.
  public static let fileName = "manifest.json"

  /// One more with each commit.
  public var generation: Int
  /// The segments in use, in the order of their making.
  public var segments: [Segment]
  /// What the owner of the index keeps with it, such as its schema.
  public var metadata: [String: String]

  /// Makes a manifest.
  public init(generation: Int = 0, segments: [Segment] = [], metadata: [String: String] = [:]) {
    self.generation = generation
    self.segments = segments
    self.metadata = metadata
  }

  /// The names of all files in use, the manifest among them, ascending bytewise.
  public var fileNames: [String] {
    (segments.flatMap { [$0.name] + ($0.deletions.map { [$0] } ?? []) } + [Self.fileName])
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The number of documents that are not deleted.
  public var documents: Int { segments.reduce(0) { $0 + $1.documents - $1.deleted } }
}
