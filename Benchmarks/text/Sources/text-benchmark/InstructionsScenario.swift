import Foundation
import PasserelleIndex

/// Work whose instructions a tool outside counts: once in a run of one pass and once in a run of two.
///
/// The difference of both runs is one pass in a warmed-up process, without any start-up.
enum InstructionsScenario: String, CaseIterable {
  case any = "or"
  case all = "and"
  case phrase
  case prefix
  case fuzzy
  case index
  case open

  /// Texts of the index that is searched and opened.
  private static let indexed = 100_000
  /// Texts whose words the queries take.
  private static let asked = 1000

  /// How many operations a pass has.
  var operations: Int {
    switch self {
    case .any, .all, .phrase, .prefix: 200
    case .fuzzy: 50
    case .index: 2000
    case .open: 50
    }
  }

  /// What one operation is.
  var unit: String {
    switch self {
    case .any, .all, .phrase, .prefix, .fuzzy: "query"
    case .index: "document"
    case .open: "opening"
    }
  }

  /// Makes the index that the scenarios use, and prints them: name, unit, operations of a pass.
  static func prepare(_ folder: String) throws {
    try build(documents(indexed), in: folder + "/index")
    for scenario in allCases { print(scenario.rawValue, scenario.unit, scenario.operations, separator: "\t") }
  }

  /// Does the work so many times and prints the number of hits.
  ///
  /// - Throws: What hinders it, and an error when there is nothing to find: then less is measured than meant.
  func run(_ folder: String, passes: Int) throws {
    var found = 0
    switch self {
    case .index: found = try index(folder, passes)
    case .open: found = try open(folder, passes)
    case .any, .all, .phrase, .prefix, .fuzzy: found = try search(folder, passes)
    }
    guard found > 0 else { throw CocoaError(.fileReadCorruptFile) }
    figure("hits", Double(found))
  }

  private func search(_ folder: String, _ passes: Int) throws -> Int {
    let snapshot = try PasserelleEngine(folder: folder + "/index", threads: 1).snapshot()
    var maker = InstructionsQueries(InstructionsCorpus(count: Self.asked), snapshot)
    let queries = try maker.make(self, count: operations)
    var hits: [Hit] = []
    var found = 0
    for _ in 0..<passes {
      for query in queries {
        try snapshot.search(query, limit: 10, into: &hits)
        found += hits.count
      }
    }
    return found
  }

  private func index(_ folder: String, _ passes: Int) throws -> Int {
    let documents = Self.documents(operations)
    for pass in 0..<passes { try Self.build(documents, in: "\(folder)/pass-\(pass)") }
    return documents.count
  }

  private func open(_ folder: String, _ passes: Int) throws -> Int {
    var found = 0
    for _ in 0..<passes * operations {
      found += try PasserelleEngine(folder: folder + "/index", threads: 1).snapshot().segments
    }
    return found
  }

  private static func documents(_ count: Int) -> Documents {
    let corpus = InstructionsCorpus(count: count)
    return Documents((0..<count).map { Array(corpus.text($0).utf8) })
  }

  private static func build(_ documents: Documents, in folder: String) throws {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try PasserelleEngine(folder: folder, threads: 1).add(documents, numberedFrom: 0)
  }
}
