import PasserelleCore
import PasserelleSegments

/// How permutations are written.
struct PermutationOptions: Sendable {
  /// The bytes that quads may take while they are sorted.
  var memory = 256 << 20
  /// One thread, or two.
  var threads = 2
  /// Whether quads are sorted by keys of 128 bits even where 64 are enough.
  var isWideKeyForced = false
}

/// Takes quads by ascending version and writes them as runs, as many as the memory asks for.
final class PermutationBuilder {
  /// A quad takes 12 bytes, and as many again while it is sorted.
  private static let bytesPerQuad = 24

  let options: PermutationOptions
  private let storage: any SegmentStorage
  private let generation: Int
  private var rank = 0
  private var last: Int64
  private var chunk = PermutationChunk()
  private var names: [String] = []

  init(storage: any SegmentStorage, generation: Int, after version: Int64, _ options: PermutationOptions) {
    self.storage = storage
    self.generation = generation
    self.options = options
    last = version + 1
  }

  /// A name for a run.
  func nextName() -> String {
    rank += 1
    return PermutationFormat.runName(generation: generation, rank: rank)
  }

  /// Adds quads.
  ///
  /// - Throws: What the storage throws when a run is written; an error for what no store gives.
  func add(_ batch: borrowing QuadBatch) throws {
    for row in 0..<batch.count {
      let version = batch.graphs[row].rawValue
      let (subject, predicate, object) = (batch.subjects[row], batch.predicates[row], batch.objects[row])
      guard version >= last, version <= Int64(UInt32.max), subject.rawValue > 0, predicate.rawValue > 0,
        object.rawValue > 0
      else { throw Self.invalid(version) }
      if Self.bytesPerQuad * (chunk.count + 1) > options.memory, chunk.count > 0 { try flush() }
      last = version
      chunk.add(subject, predicate, object, version: UInt32(truncatingIfNeeded: version))
    }
  }

  /// Writes what is left.
  ///
  /// - Returns: The names of the runs.
  func finish() throws -> [String] {
    if chunk.count > 0 { try flush() }
    return names
  }

  private func flush() throws {
    let name = nextName()
    try chunk.write(name, to: storage, isWideKeyForced: options.isWideKeyForced)
    names.append(name)
    chunk = PermutationChunk()
  }

  private static func invalid(_ version: Int64) -> PasserelleError {
    PasserelleError(
      .graphCorrupt,
      LocalizedText(
        fr:
          "La version \(version) ne peut pas entrer dans les ordres de lecture : numéro ou terme impossible.",
        en: "Version \(version) cannot enter the read permutations: impossible number or term."))
  }
}
