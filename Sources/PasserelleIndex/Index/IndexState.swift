import PasserelleSegments

/// One commit, open: the manifest and what it names.
struct IndexState: Sendable {
  /// One segment of the commit.
  struct Segment: Sendable {
    let open: OpenSegment
    /// The file of its deletions, and what it says.
    var deletions: (name: String, contents: Deletions)?
  }

  /// The bytes of the manifest's file; nil when there is none.
  let bytes: [UInt8]?
  let manifest: SegmentManifest
  let segments: [Segment]
  let snapshot: IndexSnapshot

  /// Takes the parts of a commit, in the order of the manifest.
  init(bytes: [UInt8]?, manifest: SegmentManifest, segments: [Segment], schema: IndexSchema) {
    self.bytes = bytes
    self.manifest = manifest
    self.segments = segments
    snapshot = IndexSnapshot(
      generation: manifest.generation, metadata: IndexIdentity.own(manifest.metadata), schema: schema,
      parts: segments.map {
        IndexSnapshot.Part(segment: $0.open.reader, deletions: $0.deletions?.contents)
      })
  }
}

extension IndexState {
  /// Opens what a manifest names, with what is open already where it is the same.
  ///
  /// - Throws: `PasserelleError` with code `.indexInvalid`.
  init(
    bytes: [UInt8]?, storage: any SegmentStorage, schema: IndexSchema, identity: IndexIdentity,
    before: IndexState?
  ) throws {
    let path = storage.path(of: SegmentManifest.fileName)
    let manifest = try bytes.map { try SegmentManifest(decoding: $0, path: path) }
    if let manifest { try identity.check(manifest, path: path) }
    var known: [String: Segment] = [:]
    for segment in before?.segments ?? [] { known[segment.open.name] = segment }
    let segments = try (manifest ?? SegmentManifest()).segments.map { wanted in
      let old = known[wanted.name].flatMap { $0.open.isCurrent(storage) ? $0 : nil }
      let open = try old?.open ?? OpenSegment(storage: storage, name: wanted.name, schema: schema)
      guard wanted.kind == SegmentFormat.kind, open.reader.documentCount == wanted.documents else {
        throw IndexFailure.contradiction(path, wanted.name)
      }
      var segment = Segment(open: open)
      if let name = wanted.deletions {
        var deletions = old?.deletions.flatMap { $0.name == name ? $0.contents : nil }
        if deletions?.count != wanted.deleted {
          deletions = try Deletions(storage: storage, name: name, documents: wanted.documents)
        }
        guard let deletions, deletions.count == wanted.deleted else {
          throw IndexFailure.contradiction(path, name)
        }
        segment.deletions = (name, deletions)
      }
      return segment
    }
    self.init(bytes: bytes, manifest: manifest ?? SegmentManifest(), segments: segments, schema: schema)
  }
}
