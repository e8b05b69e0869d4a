import Foundation
import PasserelleConformance
public import PasserelleCore

/// How the product does on the public suites of a folder.
public struct ConformanceRun: Sendable {
  private let report: ConformanceReport

  /// Runs the suites.
  ///
  /// - Parameters:
  ///   - folder: The folder, which holds `rdf-tests`, `snowball` and `eforms-epo-1.9.tar.gz`.
  ///   - only: The names of the suites to run, or what they begin with; none for all.
  ///   - progress: Told the name of each suite before it is run.
  /// - Throws: ``PasserelleError`` with code `input.notFound` where the folder is missing or holds none of the suites,
  ///   `evaluation.invalid` where a suite is damaged.
  public init(folder: String, only: [String] = [], progress: (String) -> Void = { _ in }) throws {
    do {
      report = try ConformanceReport(folder: folder, only: only, progress: progress)
    } catch let error as PasserelleError {
      throw error
    } catch {
      throw PasserelleError(
        .evaluationInvalid,
        LocalizedText(
          fr: "Une suite ne peut pas être lue : \(error). Vérifiez qu’elle est complète.",
          en: "A suite cannot be read: \(error). Check that it is whole."), at: SourceLocation(file: folder))
    }
    guard !report.suites.isEmpty else {
      let names = ConformanceReport.names.joined(separator: ", ")
      throw PasserelleError(
        .inputNotFound,
        LocalizedText(
          fr: "« \(folder) » ne contient aucune des suites demandées. Les suites : \(names).",
          en: "'\(folder)' holds none of the suites asked for. The suites: \(names)."),
        at: SourceLocation(file: folder))
    }
  }

  /// Whether no test failed.
  public var isSound: Bool { report.isSound }

  /// The suites that are not there: their names, and where they were looked for.
  public var missing: [(name: String, path: String)] { report.missing.map { ($0.name, $0.path) } }

  /// The machine-readable report, `passerelle-conformance/1`.
  ///
  /// - Parameters:
  ///   - listsSkips: Whether each test that was not run is named.
  ///   - listsFailures: Whether each test that failed is named.
  /// - Returns: The document.
  public func structured(listsSkips: Bool = false, listsFailures: Bool = false) -> StructuredValue {
    report.structured(listsSkips: listsSkips, listsFailures: listsFailures)
  }

  /// A row a suite.
  public var table: Table { report.table }

  /// A row a test that failed or was not run.
  public func notes(skips: Bool, failures: Bool) -> Table { report.notes(skips: skips, failures: failures) }
}
