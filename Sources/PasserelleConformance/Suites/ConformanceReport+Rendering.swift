public import PasserelleCore

extension ConformanceReport {
  /// The report as a document of format `passerelle-conformance/1`.
  ///
  /// - Parameters:
  ///   - listsSkips: Whether each test that was not run is named.
  ///   - listsFailures: Whether each test that failed is named.
  /// - Returns: The document.
  public func structured(listsSkips: Bool, listsFailures: Bool) -> StructuredValue {
    .object([
      "format": .string("passerelle-conformance/1"),
      "suites": .array(
        suites.map { suite in
          .object([
            "name": .string(suite.name), "passed": .int(suite.passed), "failed": .int(suite.failures.count),
            "skipped": .int(suite.skips.count),
            "failures": listsFailures ? Self.structured(suite.failures) : nil,
            "skips": listsSkips ? Self.structured(suite.skips) : nil,
          ])
        }),
      "missing": .array(
        missing.map { .object(["name": .string($0.name), "path": .string($0.path)]) }),
    ])
  }

  private static func structured(_ notes: [Note]) -> StructuredValue {
    .array(notes.map { .object(["test": .string($0.test), "reason": .string($0.reason)]) })
  }

  /// A row a suite.
  public var table: Table {
    Table(
      columns: [
        .init("suite", LocalizedText(fr: "suite", en: "suite")),
        .init("passed", LocalizedText(fr: "réussis", en: "passed"), .right),
        .init("failed", LocalizedText(fr: "échoués", en: "failed"), .right),
        .init("skipped", LocalizedText(fr: "écartés", en: "skipped"), .right),
      ],
      rows: suites.map {
        [.text($0.name), .int($0.passed), .int($0.failures.count), .int($0.skips.count)]
      })
  }

  /// A row a test that failed or was not run.
  public func notes(skips: Bool, failures: Bool) -> Table {
    var rows: [[Table.Cell]] = []
    for suite in suites {
      func add(_ notes: [Note], _ state: String) {
        rows += notes.map { [.text(suite.name), .text($0.test), .text(state), .text($0.reason)] }
      }
      if failures { add(suite.failures, "failed") }
      if skips { add(suite.skips, "skipped") }
    }
    return Table(
      columns: [
        .init("suite", LocalizedText(fr: "suite", en: "suite")),
        .init("test", LocalizedText(fr: "test", en: "test")),
        .init("state", LocalizedText(fr: "état", en: "state")),
        .init("reason", LocalizedText(fr: "raison", en: "reason")),
      ], rows: rows)
  }
}
