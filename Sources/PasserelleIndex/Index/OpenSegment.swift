import PasserelleSegments

/// A segment that is open, and what its file ends with.
struct OpenSegment: Sendable {
  let reader: SegmentReader
  /// The last bytes of the file, with the checksum of its table of checksums: other contents, another seal.
  private let seal: [UInt8]
  private static let sealLength = 32

  /// Opens and checks a segment.
  ///
  /// - Throws: `PasserelleError` with code `.indexInvalid`.
  init(storage: any SegmentStorage, name: String, schema: IndexSchema) throws {
    reader = try SegmentReader(storage: storage, name: name, schema: schema)
    seal = try Self.seal(storage, name)
  }

  var name: String { reader.name }

  /// Whether the file of its name is still the one that is open.
  func isCurrent(_ storage: any SegmentStorage) -> Bool {
    (try? Self.seal(storage, name)).map { $0 == seal } ?? false
  }

  private static func seal(_ storage: any SegmentStorage, _ name: String) throws -> [UInt8] {
    let file = try storage.map(name)
    return withExtendedLifetime(file) { Array(file.bytes.suffix(sealLength)) }
  }
}
