import Foundation

/// How the product does on public suites of tests.
public struct ConformanceReport: Sendable {
  /// A suite that was run.
  public struct Suite: Sendable {
    /// The name.
    public let name: String
    /// How many tests passed.
    public internal(set) var passed = 0
    /// The tests that failed, with what was found.
    public internal(set) var failures: [Note] = []
    /// The tests that were not run, with the reason.
    public internal(set) var skips: [Note] = []
  }

  /// A test, and why it is told of.
  public struct Note: Sendable, Hashable {
    /// The test.
    public let test: String
    /// What was found, or why it was not run.
    public let reason: String
  }

  /// A suite that is not there.
  public struct Missing: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The folder or file that was looked for.
    public let path: String
  }

  /// The suites that were run, in their order.
  public private(set) var suites: [Suite] = []
  /// The suites that are not there.
  public private(set) var missing: [Missing] = []

  /// Whether no test failed.
  public var isSound: Bool { suites.allSatisfy(\.failures.isEmpty) }

  /// The names of all suites.
  public static var names: [String] { ConformanceSuite.all.map(\.name) }

  /// Runs the suites of a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder, which holds `rdf-tests`, `snowball` and `eforms-epo-1.9.tar.gz`.
  ///   - only: The names of the suites to run, or what they begin with; none for all.
  ///   - progress: Told the name of each suite before it is run.
  /// - Throws: ``PasserelleError`` where a suite cannot be read.
  public init(folder: String, only: [String] = [], progress: (String) -> Void = { _ in }) throws {
    for suite in ConformanceSuite.all where only.isEmpty || only.contains(where: suite.name.hasPrefix) {
      let path = folder + "/" + suite.place
      guard FileManager.default.fileExists(atPath: path) else {
        missing.append(Missing(name: suite.name, path: path))
        continue
      }
      progress(suite.name)
      var found = Suite(name: suite.name)
      try suite.run(path) { test, outcome in
        switch outcome {
        case .passed: found.passed += 1
        case .failed(let reason): found.failures.append(Note(test: test, reason: reason))
        case .skipped(let reason): found.skips.append(Note(test: test, reason: reason))
        }
      }
      suites.append(found)
    }
  }
}
