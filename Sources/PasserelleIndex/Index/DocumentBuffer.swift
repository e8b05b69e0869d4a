import Dispatch
import PasserelleSegments

/// Documents that no segment holds yet: inverted by one or two builders, found by number.
///
/// With two builders documents wait until there are enough of them, then the two halves are added on two
/// threads. How they are halved depends on the documents alone.
final class DocumentBuffer {
  /// Weight of the documents that wait for two threads, at most.
  private static let largestBatch = 8 << 20
  /// Weight below which one builder is enough.
  private static let smallestSplit = 256 << 10
  /// The bit of ``places`` that tells the second builder.
  private static let secondBuilder: UInt32 = 1 << 31

  private let builders: [SegmentBuilder]
  private let memoryLimit: Int
  private let batch: Int
  private var waiting: [IndexDocument] = []
  private var waitingWeight = 0
  /// By external number the last document with it, as the how-manieth.
  private var latest: [Int64: UInt32] = [:]
  /// By document its builder and its number there.
  private var places: [UInt32] = []
  /// Documents that were replaced or deleted.
  private var dead: [UInt32] = []
  /// External numbers that were deleted, and are not added again necessarily.
  private var deleted: [Int64] = []
  private var weightSinceCheck = 0
  /// Whether a segment should be written.
  private(set) var isFull = false

  /// Makes an empty buffer.
  init(schema: IndexSchema, options: IndexOptions) {
    builders = (0..<options.threads).map { _ in SegmentBuilder(schema: schema) }
    memoryLimit = options.memoryLimit
    batch = min(Self.largestBatch, max(1, options.memoryLimit / 8))
  }

  /// Whether nothing was added or deleted.
  var isEmpty: Bool { places.isEmpty && waiting.isEmpty && deleted.isEmpty }

  /// The number of documents, replaced ones among them.
  private var count: Int { places.count + waiting.count }

  /// Adds a document; it replaces an older one of its number.
  func add(_ document: IndexDocument) {
    if let older = latest.updateValue(UInt32(count), forKey: document.id) { dead.append(older) }
    let weight = document.weight
    if builders.count == 1 {
      places.append(UInt32(builders[0].documentCount))
      builders[0].add(document)
      weightSinceCheck += weight
      if weightSinceCheck >= batch / 8 { check() }
      return
    }
    waiting.append(document)
    waitingWeight += weight
    if waitingWeight >= batch {
      distribute()
      check()
    }
  }

  /// Deletes documents, here and in all segments.
  func delete(_ ids: [Int64]) {
    for id in ids {
      if let older = latest.removeValue(forKey: id) { dead.append(older) }
      deleted.append(id)
    }
  }

  /// The external numbers that no older segment may hold any more, ascending.
  var touched: [Int64] {
    var ids = deleted
    ids.append(contentsOf: latest.keys)
    ids.sort()
    return ids
  }

  /// Writes the documents as a segment or two and forgets everything.
  ///
  /// - Parameters:
  ///   - storage: Where the files are made.
  ///   - names: Gives them names.
  /// - Returns: For each segment its name and what is deleted of it.
  /// - Throws: What the storage says; files that were finished before stay. The buffer is empty then too.
  func write(
    to storage: any SegmentStorage, names: inout IndexFileName
  ) throws -> [(name: String, deleted: DeletionSet?)] {
    defer { removeAll() }
    distribute()
    var sets: [DeletionSet?] = builders.map { _ in nil }
    for document in dead {
      let place = places[Int(document)]
      let builder = place & Self.secondBuilder == 0 ? 0 : 1
      var set = sets[builder] ?? DeletionSet(documents: builders[builder].documentCount)
      sets[builder] = nil
      set.insert(Int(place & ~Self.secondBuilder))
      sets[builder] = set
    }
    let filled = builders.indices.filter { builders[$0].documentCount > 0 }
    let files = filled.map { _ in names.segment() }
    try BuilderTask.run(
      zip(filled, files).map { builder, name in
        BuilderTask(builders[builder]) { _ = try $0.write(to: storage, name: name) }
      })
    return zip(filled, files).map { ($1, sets[$0]) }
  }

  /// Forgets everything.
  func removeAll() {
    for builder in builders { builder.removeAll() }
    waiting.removeAll(keepingCapacity: true)
    waitingWeight = 0
    latest.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    dead.removeAll(keepingCapacity: true)
    deleted.removeAll(keepingCapacity: true)
    weightSinceCheck = 0
    isFull = false
  }

  private func check() {
    weightSinceCheck = 0
    isFull = builders.reduce(0) { $0 + $1.memoryInUse } > memoryLimit
  }

  /// Adds the documents that wait to the builders.
  private func distribute() {
    guard !waiting.isEmpty else { return }
    var split = waiting.count
    if waitingWeight >= Self.smallestSplit {
      var sum = 0
      split =
        waiting.firstIndex { document in
          sum += document.weight
          return sum * 2 >= waitingWeight
        }.map { $0 + 1 } ?? waiting.count
    }
    let starts = builders.map { UInt32($0.documentCount) }
    for place in waiting.indices {
      places.append(
        place < split
          ? starts[0] + UInt32(place) : (starts[1] + UInt32(place - split)) | Self.secondBuilder)
    }
    let halves = [waiting[..<split], waiting[split...]].filter { !$0.isEmpty }
    BuilderTask.run(
      zip(builders, halves).map { builder, documents in
        BuilderTask(builder) { for document in documents { $0.add(document) } }
      })
    waiting.removeAll(keepingCapacity: true)
    waitingWeight = 0
  }
}

/// Work on one builder, which nobody else uses until it is done.
private final class BuilderTask<Failure: Error>: @unchecked Sendable {
  private let builder: SegmentBuilder
  private let work: (SegmentBuilder) throws(Failure) -> Void
  private var failure: Failure?

  init(_ builder: SegmentBuilder, _ work: @escaping (SegmentBuilder) throws(Failure) -> Void) {
    self.builder = builder
    self.work = work
  }

  /// Does pieces of work, each on its thread, and waits for all of them.
  static func run(_ tasks: [BuilderTask]) throws(Failure) {
    DispatchQueue.concurrentPerform(iterations: tasks.count) { tasks[$0].run() }
    for task in tasks {
      if let failure = task.failure { throw failure }
    }
  }

  private func run() {
    do throws(Failure) {
      try work(builder)
    } catch {
      failure = error
    }
  }
}
