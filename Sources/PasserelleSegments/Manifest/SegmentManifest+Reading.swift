internal import FoundationEssentials
internal import PasserelleCore

/// Reading of manifests.
extension SegmentManifest {
  private struct Head: Decodable {
    var format: String
  }

  private struct Body: Decodable {
    var generation: Int
    var metadata: [String: String]
    var segments: [Segment]
  }

  /// Reads the manifest of a storage.
  ///
  /// - Returns: Nil when there is none: the index is empty.
  /// - Throws: `PasserelleError` with code `.indexInvalid` when it is damaged or of another version.
  public static func read(from storage: any SegmentStorage) throws -> SegmentManifest? {
    try storage.read(fileName).map { try SegmentManifest(decoding: $0, path: storage.path(of: fileName)) }
  }

  /// Reads the bytes of a manifest.
  ///
  /// Only the bytes that ``encoded()`` gives are accepted, so that any change to them is noticed.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - path: What people call the file.
  /// - Throws: `PasserelleError` with code `.indexInvalid`.
  public init(decoding bytes: [UInt8], path: String) throws {
    let decoder = JSONDecoder()
    let data = Data(bytes)
    guard let head = try? decoder.decode(Head.self, from: data) else {
      throw SegmentFailure.error(
        path, LocalizedText(fr: "ce n’est pas un manifeste entier", en: "it is no complete manifest"))
    }
    try Self.checkFormat(head.format, path)
    guard let body = try? decoder.decode(Body.self, from: data) else {
      throw SegmentFailure.error(
        path, LocalizedText(fr: "il manque des clés à ce manifeste", en: "this manifest lacks keys"))
    }
    self.init(generation: body.generation, segments: body.segments, metadata: body.metadata)
    guard encoded() == bytes else {
      throw SegmentFailure.error(
        path,
        LocalizedText(
          fr: "le manifeste a été modifié ou endommagé (somme de contrôle)",
          en: "the manifest was changed or damaged (checksum)"))
    }
    guard isConsistent else {
      throw SegmentFailure.error(
        path, LocalizedText(fr: "le manifeste se contredit", en: "the manifest contradicts itself"))
    }
  }

  private static func checkFormat(_ format: String, _ path: String) throws {
    let known = "\(formatName)\(formatVersion)"
    guard format.hasPrefix(formatName), let version = Int(format.dropFirst(formatName.count)) else {
      throw SegmentFailure.error(
        path,
        LocalizedText(fr: "son format n’est pas « \(known) »", en: "its format is not '\(known)'"))
    }
    if version > formatVersion { throw SegmentFailure.newer(path, found: format, known: known) }
    guard version == formatVersion else { throw SegmentFailure.older(path, found: format, known: known) }
  }

  private var isConsistent: Bool {
    let names = fileNames
    let areDistinct = zip(names, names.dropFirst()).allSatisfy { $0 != $1 }
    return generation >= 0 && areDistinct
      && segments.allSatisfy {
        $0.deleted >= 0 && $0.deleted <= $0.documents && $0.documents <= Int(UInt32.max)
          && ($0.deletions != nil || $0.deleted == 0)
      }
  }
}
