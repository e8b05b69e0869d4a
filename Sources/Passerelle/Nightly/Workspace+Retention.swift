import Foundation
import PasserelleCore
import PasserelleGraph
import PasserellePipeline

extension Workspace {
  /// Deletes reports, alerts and quarantine that are older than the settings keep them.
  ///
  /// The age is that of the night or the run, not that of the file.
  ///
  /// - Parameter instant: When the night began.
  /// - Returns: What was deleted, for the report.
  /// - Throws: ``PasserelleError`` when the ledger cannot be read.
  func applyRetention(at instant: Instant) throws -> StructuredValue {
    let today = instant.date.firstDay
    let runs = Dictionary(
      try store.runs(limit: .max).map { ($0.id.rawValue, $0.started.date.firstDay) }, uniquingKeysWith: { $1 }
    )
    var deleted: [String] = []
    func clear(_ folder: String, olderThan days: Int) {
      guard let walker = FileManager.default.enumerator(atPath: folder) else { return }
      let names = walker.compactMap { $0 as? String }.sorted()
      for name in names {
        guard let day = Self.day(of: (name as NSString).lastPathComponent, runs), today - day > days else {
          continue
        }
        let path = folder + "/" + name
        if (try? FileManager.default.removeItem(atPath: path)) != nil { deleted.append(path) }
      }
    }
    clear(layout.path + "/reports", olderThan: settings.nightly.reportDays)
    clear(layout.alerts, olderThan: settings.nightly.reportDays)
    clear(layout.path + "/quarantine", olderThan: settings.nightly.quarantineDays)
    return .object(["deleted": .array(deleted.map { .string($0) })])
  }

  /// The day that a file's name tells: `night-2026-11-22…`, or the run of `run-000012…`.
  private static func day(of name: String, _ runs: [Int64: Int]) -> Int? {
    if name.hasPrefix("night-") { return PartialDate(iso: name.dropFirst(6).prefix(10))?.firstDay }
    guard name.hasPrefix("run-") else { return nil }
    return Int64(name.dropFirst(4).prefix { $0.isASCII && $0.isNumber }).flatMap { runs[$0] }
  }
}
