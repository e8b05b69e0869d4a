import PasserelleCore
import PasserelleGraph
import PasserelleOntology
import PasserellePipeline
import PasserelleSources

extension Workspace {
  /// Brings the values in euros and the codes of current editions up to the records and the imported tables, under the lock.
  ///
  /// What could not be converted is told in the run; conversions count among no records that were read.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - isAnew: Whether all are made again, as when a table has changed.
  ///   - told: How many diagnostics the run has already; nil to tell of none.
  /// - Returns: What was done.
  /// - Throws: ``PasserelleError`` when the store cannot be read or written.
  func convert(_ run: RunID?, isAnew: Bool = false, told: Int?) throws -> ConversionReport {
    guard referenceFault == nil else { return ConversionReport() }
    let updater = ConversionUpdater(
      store: store, run: run, lists: references, ontology: ownOntology, context: context)
    let report = try updater.update(isAnew: isAnew)
    if let run, let told { try store.add(report.diagnostics, to: run, from: told + 1) }
    return report
  }

  /// The same at the end of an ingestion, whose report then has the diagnostics and whether it was stopped.
  func convert(_ run: RunID, _ report: inout RunReport) throws {
    guard !report.isInterrupted else { return }
    let conversions = try convert(run, told: report.diagnostics.values.reduce(0, +))
    for diagnostic in conversions.diagnostics { report.count(diagnostic) }
    report.isInterrupted = conversions.isInterrupted
  }

  /// Whether lists are among those that values are converted by, or that tell which codes are current.
  static func convert(by lists: some Sequence<String>) -> Bool {
    lists.contains { ConversionList.isOne($0) || $0 == Ontology.ListName.cpv }
  }
}
