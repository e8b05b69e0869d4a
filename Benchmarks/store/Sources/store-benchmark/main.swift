// Measures the store: load, size, scans, memory; prints Markdown rows, and the figures for the peers to compare.
//
//   store-benchmark generate N FILE   writes N statements as N-Quads, for the peers
//   store-benchmark store N FOLDER off|on   loads the same statements as an ingestion does: without read
//     permutations, or with them made at the end

import Foundation
import PasserelleCore
import PasserelleGraph

func seconds(_ body: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  try body()
  let time = (ContinuousClock.now - start).components
  return Double(time.seconds) + Double(time.attoseconds) / 1e18
}

/// Processor seconds of the whole process, which other programs on the machine do not lengthen much.
func processorSeconds() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
}

func peakMegabytes() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss / 1024
}

/// Gives batches of a thousand records until there are enough statements.
func batches(_ wanted: Int, _ body: ([RecordDraft]) throws -> Void) rethrows {
  var make = AwardRecords(seed: 20_261_121)
  var (made, number) = (0, 0)
  while made < wanted {
    var batch: [RecordDraft] = []
    while batch.count < 1000, made < wanted {
      batch.append(make.record(number))
      made += batch.last?.statements.triples.count ?? 0
      number += 1
    }
    try body(batch)
  }
}

func generate(_ wanted: Int, _ path: String) throws {
  guard FileManager.default.createFile(atPath: path, contents: nil),
    let file = FileHandle(forWritingAtPath: path)
  else { throw CocoaError(.fileWriteUnknown) }
  let iris = IRISpace()
  try batches(wanted) { batch in
    var text = ""
    for record in batch {
      let graph = Term.iri(iris.record(source: record.source, key: record.key))
      for one in record.statements.statements {
        text += NQuads.line(one.subject, one.predicate, one.object, graph: graph) + "\n"
      }
    }
    try file.write(contentsOf: Data(text.utf8))
  }
  try file.close()
}

func measure(_ wanted: Int, _ folder: String, orders: String) throws {
  let hasOrders = orders != "off"
  let path = folder + "/store-\(orders).sqlite"
  let segments = folder + "/segments-\(orders)"
  try? FileManager.default.removeItem(atPath: segments)
  for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  var options = GraphStore.Options()
  options.segments = hasOrders ? segments : nil
  let store = try GraphStore(path: path, options: options)
  let writer = GraphWriter(store: store, run: nil) { Instant(milliseconds: 1_795_254_000_000) }
  var (loading, processor) = (0.0, 0.0)
  // Making the records is not the store's work: only the writes are timed.
  func timed(_ body: () throws -> Void) rethrows {
    let before = processorSeconds()
    loading += try seconds(body)
    processor += processorSeconds() - before
  }
  try batches(wanted) { batch in try timed { _ = try writer.write(batch) } }
  try timed { try store.refreshPermutations(minimum: 1) }
  try timed { try store.checkpoint() }
  let counts = try store.read { try $0.counts() }
  var size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  for file in FileManager.default.enumerator(atPath: segments)?.allObjects as? [String] ?? [] {
    let attributes = try FileManager.default.attributesOfItem(atPath: segments + "/" + file)
    if attributes[.type] as? FileAttributeType == .typeRegular { size += attributes[.size] as? Int ?? 0 }
  }
  var (scanned, found, asked) = (0, 0, 0)
  let scanning = try seconds {
    try store.read {
      try $0.scan(QuadPattern()) {
        scanned += $0.count
        return true
      }
    }
  }
  var bySubject = 0.0
  if hasOrders {
    try store.read { reader in
      var subjects: Set<TermID> = []
      try reader.scan(QuadPattern()) {
        for index in stride(from: 0, to: $0.count, by: 97) { subjects.insert($0.subjects[index]) }
        return subjects.count < 20_000
      }
      let list = subjects.sorted()
      asked = list.count
      bySubject = try seconds {
        for subject in list {
          try reader.scan(QuadPattern(subject: subject)) {
            found += $0.count
            return true
          }
        }
      }
    }
  }
  func figure(_ name: String, _ value: Double) { print("\(name)\t\(String(format: "%.1f", value))") }
  figure("quads", Double(counts.quads))
  figure("terms", Double(counts.terms))
  figure("records", Double(counts.records))
  figure("load_per_second", Double(counts.quads) / loading)
  figure("load_per_processor_second", Double(counts.quads) / processor)
  figure("bytes_per_quad", Double(size) / Double(counts.quads))
  figure("scan_per_second", Double(scanned) / scanning)
  if hasOrders {
    figure("subjects_per_second", Double(asked) / bySubject)
    figure("subject_quads_per_second", Double(found) / bySubject)
  }
  figure("peak_megabytes", Double(peakMegabytes()))
  try store.close()
}

let arguments = CommandLine.arguments
guard arguments.count >= 4, let wanted = Int(arguments[2]) else {
  print("usage: store-benchmark generate N FILE | store N FOLDER off|on")
  exit(64)
}
if arguments[1] == "generate" {
  try generate(wanted, arguments[3])
} else {
  try measure(wanted, arguments[3], orders: arguments.count > 4 ? arguments[4] : "off")
}
