import Foundation

/// Measures one engine on one corpus.
struct Benchmark<Engine: TextEngine> {
  /// The folder of the corpus files; the index is made in a folder of its own under it.
  let folder: String
  let corpus: String
  /// The name of the run.
  let name: String
  let threads: Int

  /// How many texts are added to the full index.
  private let added = 1000
  /// How many queries of each kind have their hits written.
  private let checked = 300

  private func emptyFolder(_ part: String) throws -> String {
    let path = "\(folder)/\(name)-\(part)"
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// Runs every part and prints its figures.
  func run() throws {
    let documents = try Documents(path: "\(folder)/\(corpus).docs")
    let queries = try readQueries("\(folder)/\(corpus).queries")
    let path = try emptyFolder("index")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let engine = try build(documents, in: path)
    try search(engine, queries)
    try grow(engine, documents)
    let merged = try emptyFolder("merge")
    defer { try? FileManager.default.removeItem(atPath: merged) }
    try mergeWhileReading(documents, queries[.any] ?? [], in: merged)
  }

  private func readQueries(_ path: String) throws -> [QueryKind: [String]] {
    var found: [QueryKind: [String]] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let kind = QueryKind(rawValue: String(parts[0])) else { continue }
      found[kind, default: []].append(String(parts[1]))
    }
    return found
  }

  /// Indexes the corpus several times and reports the best times.
  private func build(_ documents: Documents, in path: String) throws -> Engine {
    let megabytes = Double(documents.textBytes) / 1e6
    let before = statusMegabytes("VmRSS")
    figure("documents", Double(documents.count))
    figure("text_megabytes", megabytes)
    let first = try timedBuild(documents, in: path)
    let engine = first.engine
    // Later builds find pages of the first.
    let peak = statusMegabytes("VmHWM")
    var (time, processor) = (first.time, first.processor)
    // A small corpus is over before a busy machine gives it a whole core: it is built more often.
    for _ in 1..<max(2, min(8, Int((150 / megabytes).rounded()))) {
      let folder = try emptyFolder("again")
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let again = try timedBuild(documents, in: folder)
      (time, processor) = (min(time, again.time), min(processor, again.processor))
    }
    figure("index_seconds", time)
    figure("index_processor_seconds", processor)
    figure("index_megabytes_per_second", megabytes / time)
    figure("peak_megabytes", peak)
    figure("growth_megabytes", peak - before)
    figure("segments", Double(try engine.snapshot().segments))
    let bytes = fileBytes(path)
    for file in bytes where bytes.count > 1 { figure("bytes_\(file.kind)", Double(file.bytes)) }
    figure("index_bytes", Double(bytes.reduce(0) { $0 + $1.bytes }))
    return engine
  }

  private func timedBuild(
    _ documents: Documents, in path: String
  ) throws -> (engine: Engine, time: Double, processor: Double) {
    let engine = try Engine(folder: path, threads: threads)
    let begun = processorSeconds()
    let time = try seconds { try engine.add(documents, numberedFrom: 0) }
    return (engine, time, processorSeconds() - begun)
  }

  private func search(_ engine: Engine, _ queries: [QueryKind: [String]]) throws {
    let snapshot = try engine.snapshot()
    var hits: [Hit] = []
    var lines = ""
    for kind in QueryKind.allCases {
      let texts = queries[kind] ?? []
      let made = try texts.map { try snapshot.query(kind, $0) }
      try ask(kind.rawValue, made) { try snapshot.search($0, limit: 10, into: &hits) }
      try ask(kind.rawValue + "_parsed", texts) {
        try snapshot.search(snapshot.query(kind, $0), limit: 10, into: &hits)
      }
      for (place, query) in made.prefix(checked).enumerated() {
        try snapshot.search(query, limit: 10, into: &hits)
        let ids = hits.map { String($0.id) }.joined(separator: ",")
        lines += "\(kind.rawValue)\t\(place)\t\(try snapshot.count(query))\t\(ids)\n"
      }
    }
    try lines.write(toFile: "\(folder)/\(corpus).\(name).hits", atomically: false, encoding: .utf8)
  }

  /// Adds a thousand texts to the full index, until a new snapshot finds them.
  private func grow(_ engine: Engine, _ documents: Documents) throws {
    let mark = "nouveauteajoutee"
    let range = 0..<min(added, documents.count)
    let texts = Documents(range.map { Array(documents[$0]) + Array(" \(mark)".utf8) })
    var found = 0
    let time = try seconds {
      try engine.add(texts, numberedFrom: documents.count)
      let snapshot = try engine.snapshot()
      found = try snapshot.count(snapshot.query(.any, mark))
    }
    guard found == texts.count else { throw CocoaError(.fileReadCorruptFile) }
    figure("add_seconds", time)
  }

  /// Searches alone, then while another thread merges four segments into one.
  private func mergeWhileReading(_ documents: Documents, _ texts: [String], in path: String) throws {
    let engine = try Engine(folder: path, threads: threads)
    for quarter in 0..<4 {
      let range = documents.count * quarter / 4..<documents.count * (quarter + 1) / 4
      try engine.add(documents.part(range), numberedFrom: range.lowerBound)
    }
    let snapshot = try engine.snapshot()
    let queries = try texts.map { try snapshot.query(.any, $0) }
    var hits: [Hit] = []
    var place = 0
    func searchOnce(_ times: inout Latencies) throws {
      let start = ContinuousClock.now
      try snapshot.search(queries[place % queries.count], limit: 10, into: &hits)
      times.append((ContinuousClock.now - start).microseconds)
      place += 1
    }
    var (warm, alone, during) = (Latencies(), Latencies(), Latencies())
    for _ in queries { try searchOnce(&warm) }
    for _ in queries { try searchOnce(&alone) }
    let merger = Merger(engine)
    merger.start()
    while !merger.isDone { try searchOnce(&during) }
    let time = try merger.seconds()
    figure("merge_from_segments", Double(snapshot.segments))
    figure("merge_to_segments", Double(try engine.snapshot().segments))
    figure("merge_seconds", time)
    figure("reader_alone_p99_us", alone.percentile(0.99))
    figure("reader_alone_max_us", alone.greatest)
    figure("reader_during_merge_searches", Double(during.count))
    figure("reader_during_merge_p99_us", during.percentile(0.99))
    figure("reader_during_merge_max_us", during.greatest)
  }
}

/// Merges an engine's segments in a thread of its own.
private final class Merger<Engine: TextEngine>: @unchecked Sendable {
  // Unchecked: `result` is only touched under the lock.
  private let lock = NSLock()
  private var result: Result<Double, any Error>?
  private let engine: Engine

  init(_ engine: Engine) { self.engine = engine }

  func start() {
    Thread.detachNewThread { [self] in
      let result = Result { try text_benchmark.seconds { try engine.merge() } }
      lock.withLock { self.result = result }
    }
  }

  var isDone: Bool { lock.withLock { result != nil } }

  func seconds() throws -> Double { try lock.withLock { try result?.get() ?? 0 } }
}
