import Foundation
import PasserelleArchive
import PasserelleCore
import PasserelleRDF
import PasserelleSPARQL

/// The questions of the Publications Office on the RDF that it expects of eForms notices, with its verdicts.
enum NoticeSuite {
  static let suite = ConformanceSuite(name: "eforms-epo-1.9", place: "eforms-epo-1.9.tar.gz") { path, tell in
    let files = try files(path)
    for table in files.keys.filter({ $0.hasSuffix("/verdicts.tsv") }).sorted() {
      try judge(table, files, tell)
    }
  }

  /// The files of the archive that are read, by their paths.
  private static func files(_ path: String) throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    var fault: PasserelleError?
    try ContainerWalk.read(
      MemoryByteSource(FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []), file: path,
      isIgnored: { $0.hasSuffix(".xml") }
    ) { item in
      switch item {
      case .fault(_, let error): fault = error
      case .file(let file):
        guard ["ttl", "rq", "tsv"].contains(file.name.split(separator: ".").last) else { return true }
        var input = file.input
        let bytes = try input.bytes(upTo: 64 << 20, chunkBytes: 1 << 16)
        // `archive.tar.gz!/folder/file`: what follows the last mark is the path within.
        found[file.name.split(separator: "!").last.map(String.init) ?? file.name] = bytes
      }
      return true
    }
    if let fault { throw fault }
    return found
  }

  private static func judge(
    _ table: String, _ files: [String: [UInt8]], _ tell: (String, ConformanceSuite.Outcome) throws -> Void
  ) throws {
    let folder = String(table.dropLast("verdicts.tsv".utf8.count))
    var queries: [Substring: Query] = [:]
    var notice = ""
    var snapshot = MemorySnapshot()
    for line in String(decoding: files[table] ?? [], as: UTF8.self).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 4 else { continue }
      let path = "\(folder)\(fields[0])/\(fields[1]).ttl"
      if path != notice {
        notice = path
        var data = MemoryDataset()
        for statement in try RDFReading(files[path] ?? [], .turtle, base: "file:notice").statements {
          let tuple = RDFReading.tuple(statement)
          if let subject = tuple[0], let object = tuple[2] {
            data.insert(RDFTriple(subject, statement.predicate, object), in: nil)
          }
        }
        snapshot = MemorySnapshot(data)
      }
      let name = "\(fields[1])/\(fields[2])"
      do {
        let query: Query
        if let known = queries[fields[2]] {
          query = known
        } else {
          let text = String(decoding: files[folder + "questions/" + fields[2]] ?? [], as: UTF8.self)
          // One question uses this prefix without declaring it, as the suite’s own engine knows it.
          query = try SPARQLParser.query(text, prefixes: ["skos": Vocabulary.skos])
          queries[fields[2]] = query
        }
        let result = try query.evaluate(over: snapshot, EvaluationContext(now: Instant(milliseconds: 0)))
        guard case .boolean(let answer) = result else {
          try tell(name, .failed("no yes or no"))
          continue
        }
        try tell(name, String(answer) == fields[3] ? .passed : .failed("\(answer), not \(fields[3])"))
      } catch let error as SPARQLSyntaxError {
        try tell(name, .failed("\(error.line):\(error.column): \(error.reason.english)"))
      }
    }
  }
}
