import Foundation
import PasserelleArchive
import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleTestSupport

extension PipelineFixture {
  /// Writes a file to the folder of inputs.
  func place(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    let folder = folder.path("in")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  /// Ingests the folder of inputs within ``HostileFiles/limits``, and gives the diagnostics, sorted, as `name: code`,
  /// with a blank and the field where that is asked for and there is one.
  func ingestPlaced(showingFields: Bool = false) throws -> (report: RunReport, told: [String]) {
    let run = try store.beginRun(verb: "test", at: tick())
    var options = Ingestor.Options()
    options.archiveLimits = HostileFiles.limits
    let ingestor = Ingestor(
      store: store, run: run, quarantine: Quarantine(path: quarantinePath), options: options, context: context
    )
    let folder = folder.path("in")
    let report = try ingestor.ingest(InputFiles.expand([folder]) { _ in false })
    var told: [String] = []
    for code in report.diagnostics.keys.sorted() {
      for found in try store.diagnostics(of: run, code: code, limit: 1000) {
        let file = found.location.file.dropFirst(folder.count + 1).prefix { $0 != "!" }
        let field = showingFields ? found.field.map { " " + $0 } ?? "" : ""
        told.append("\(file): \(code)\(field)")
      }
    }
    return (report, told.sorted())
  }
}
