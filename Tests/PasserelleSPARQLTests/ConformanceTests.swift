import Foundation
import PasserelleCore
import PasserelleSPARQL
import Testing

@testable import PasserelleConformance

extension SuiteFiles {
  /// The files of the SPARQL suites under `$PASSERELLE_SHARED`; nil where they are missing.
  static let shared: SuiteFiles? = {
    let shared = ProcessInfo.processInfo.environment["PASSERELLE_SHARED"] ?? "../shared"
    let folder = shared + "/suites/rdf-tests/w3c-rdf-tests/sparql/"
    guard FileManager.default.fileExists(atPath: folder + "sparql11/manifest-all.ttl") else { return nil }
    return SuiteFiles(folder: folder, base: "https://w3c.github.io/rdf-tests/sparql/")
  }()
}

/// The SPARQL suites of the W3C by the plain evaluator; the verb `conformance` asks the engine.
@Suite(.enabled(if: SuiteFiles.shared != nil)) struct ConformanceTests {
  private let files: SuiteFiles
  private let runner: SuiteRunner

  init() throws {
    files = try #require(SuiteFiles.shared)
    runner = SuiteRunner(files) { try $0.evaluate(over: $1, $2) }
  }

  /// Tests that are known to fail, each with its reason.
  static let known: [String: String] = [:]

  @Test(arguments: [
    "sparql11/manifest-all.ttl", "sparql10/manifest-evaluation.ttl", "sparql10/manifest-syntax.ttl",
    // Two folders of SPARQL 1.2 make plain what 1.1 says already.
    "sparql12/grouping/manifest.ttl", "sparql12/rdf11/manifest.ttl",
  ])
  func suite(_ manifest: String) throws {
    var order: [String] = []
    var counts: [String: (passed: Int, failed: Int, skipped: [String: Int])] = [:]
    var failures: [String] = []
    for test in try SuiteManifest(files).cases(files.base + manifest) {
      if counts[test.suite] == nil {
        order.append(test.suite)
        counts[test.suite] = (0, 0, [:])
      }
      switch runner.run(test) {
      case .passed: counts[test.suite]?.passed += 1
      case .failed(let reason):
        counts[test.suite]?.failed += 1
        failures.append("\(test.suite)/\(test.name): \(reason)")
      case .skipped(let reason): counts[test.suite]?.skipped[reason, default: 0] += 1
      }
    }
    for suite in order {
      guard let count = counts[suite] else { continue }
      let skipped = count.skipped.sorted { $0.key < $1.key }.map { "\($0.value) skipped: \($0.key)" }
      print(([suite, "\(count.passed) passed", "\(count.failed) failed"] + skipped).joined(separator: "\t"))
    }
    let new = failures.filter { failure in !Self.known.keys.contains { failure.hasPrefix($0 + ":") } }
    for failure in new { print("FAILED", failure) }
    let passed = counts.values.reduce(0) { $0 + $1.passed }
    print(manifest, "passed", passed, "failed", failures.count)
    #expect(passed > 0)
    #expect(new.isEmpty)
  }

  @Test func anotherResultFails() throws {
    var swapped = try SuiteManifest(files).cases(files.base + "sparql11/aggregates/manifest.ttl").filter {
      $0.result != nil
    }
    let results = swapped.map(\.result)
    for index in swapped.indices { swapped[index].result = results[(index + 1) % results.count] }
    let passed = swapped.filter { if case .passed = runner.run($0) { true } else { false } }
    // A few neighbours have the same result.
    #expect(passed.count < swapped.count / 5)
  }
}
