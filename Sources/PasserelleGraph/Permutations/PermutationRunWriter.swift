import Dispatch
import PasserelleCore
import PasserelleSegments

/// Writes the files of a run.
struct PermutationRunWriter {
  private static let blocksPerLane = 64

  private let name: String
  private let storage: any SegmentStorage
  private let tables: PermutationTables

  init(_ name: String, _ storage: any SegmentStorage, _ tables: PermutationTables) {
    self.name = name
    self.storage = storage
    self.tables = tables
  }

  /// Sorts quads in all orders, each made of the one before, and writes them.
  ///
  /// - Parameter sorter: The quads by ascending version.
  /// - Throws: What the storage throws.
  /// - Complexity: O(*n*).
  func write(_ sorter: PermutationSorter<some PermutationSortKey>) throws {
    var counter = PermutationCounter(predicateCount: tables.predicates.count)
    sorter.sortVersions()
    try write(sorter, .gspo, &counter)
    for place in [2, 1, 0] { sorter.sort(by: place) }
    try write(sorter, .spo, &counter)
    for (order, place) in [(QuadOrder.osp, 2), (.pos, 1), (.ops, 2), (.sop, 0), (.pso, 1)] {
      sorter.sort(by: place)
      try write(sorter, order, &counter)
    }
    try writeTables(counter)
  }

  private func write(
    _ sorter: PermutationSorter<some PermutationSortKey>, _ order: QuadOrder,
    _ counter: inout PermutationCounter
  ) throws {
    let writer = try PermutationOrderWriter(storage: storage, run: name, order: order)
    let size = PermutationFormat.blockRows
    let blocks = (sorter.count + size - 1) / size
    let laneCount = blocks > 16 ? 2 : 1
    let perLane = min(Self.blocksPerLane, (blocks + laneCount - 1) / laneCount)
    let work = EncodingWork(
      sorter: sorter,
      lanes: (0..<laneCount).map { _ in
        PermutationEncodingLane(
          capacity: max(1, perLane), wideBase: tables.wideBase, predicateCount: tables.predicates.count)
      }, order: order, perLane: perLane, blocks: blocks)
    var start = 0
    while start < blocks {
      work.encode(from: start)
      for lane in work.lanes { try lane.drain { try writer.append($0) } }
      start += laneCount * perLane
    }
    try writer.finish()
    for lane in work.lanes { counter.add(lane.counter) }
  }

  /// Writes the tables.
  func writeTables(_ counter: PermutationCounter) throws {
    typealias Section = PermutationFormat.TableSection
    let file = try SegmentFileWriter(
      storage: storage, name: PermutationFormat.tableName(name), kind: PermutationFormat.tableKind,
      version: PermutationFormat.version)
    let counts = counter.counts
    let numbers = [
      counts.quads, counts.triples, counts.subjects, counts.objects, counts.versions, Int(tables.wideBase),
    ]
    typealias Writer = PermutationOrderWriter
    try file.section(Section.counts, Writer.bytes(numbers.map { UInt64($0) }))
    try file.section(Section.wide, Writer.bytes(tables.wide))
    try file.section(Section.predicates, Writer.bytes(tables.predicates))
    try file.section(Section.predicateCounts, Writer.bytes(counter.predicates))
    try file.section(Section.versions, Writer.bytes(counter.versions))
    _ = try file.finish()
  }
}

/// Blocks to be packed by lanes side by side.
private struct EncodingWork<Key: PermutationSortKey>: @unchecked Sendable {
  // The sorter is only read; each lane is used by one thread.
  let sorter: PermutationSorter<Key>
  let lanes: [PermutationEncodingLane]
  let order: QuadOrder
  let perLane: Int
  let blocks: Int

  func encode(from start: Int) {
    if lanes.count == 1 {
      encode(0, start)
    } else {
      DispatchQueue.concurrentPerform(iterations: lanes.count) { encode($0, start) }
    }
  }

  private func encode(_ lane: Int, _ start: Int) {
    let first = start + lane * perLane
    let size = PermutationFormat.blockRows
    guard first < blocks else { return }
    for block in first..<min(first + perLane, blocks) {
      sorter.fill(
        lanes[lane].columns, order, start: block * size, count: min(size, sorter.count - block * size))
      lanes[lane].encode(order)
    }
  }
}
