public import PasserelleCore
public import PasserelleGraph
public import PasserelleOntology
import PasserelleSources

/// Keeps the conversions of a store: amounts in euros, codes of current editions, by the tables that were imported.
///
/// A conversion is a record of its own, of the source `conversion`, one for each record that needs one; its statements are
/// about the same things as the record's. It holds as long as the record and the tables do.
public struct ConversionUpdater {
  private let store: GraphStore
  private let run: RunID?
  private let lists: ReferenceLibrary?
  private let ontology: Ontology
  private let context: StageContext

  /// Records to a transaction.
  private static let batchSize = 1000

  /// Makes an updater.
  ///
  /// - Parameters:
  ///   - store: The store, to be written by nobody else meanwhile.
  ///   - run: The run that versions are attributed to.
  ///   - lists: The imported lists; nil where there is none.
  ///   - ontology: The product's own lists, for the divisions of CPV 2008.
  ///   - context: The clock and the flag to stop by.
  public init(
    store: GraphStore, run: RunID?, lists: ReferenceLibrary?, ontology: Ontology, context: StageContext
  ) {
    (self.store, self.run, self.lists, self.ontology, self.context) = (store, run, lists, ontology, context)
  }

  /// Brings the conversions up to the records and the tables.
  ///
  /// - Parameter isAnew: Whether all of them are made again, as when a table has changed; else those only of records that
  ///   are newer than their conversion.
  /// - Returns: What was done.
  /// - Throws: ``PasserelleError`` when the store cannot be read or written.
  /// - Complexity: O(*m*) for *m* amounts in other currencies and uses of old codes; a look-up a currency where there is none.
  public func update(isAnew: Bool) throws -> ConversionReport {
    let ids = (lists?.ids ?? []).filter(ConversionList.isOne)
    // A table that cannot be read now is no reason to take away what was made with it.
    guard ids.allSatisfy({ lists?.list($0) != nil }) else { return ConversionReport() }
    let euros = EuroConversion(list: lists?.list(ConversionList.euroRates))
    let cpv = lists?.list(Ontology.ListName.cpv)
    let codes = CodeConversion(lists: { lists?.list($0) }, ids: ids) { code in
      cpv.map { $0.entry(code: code.digits) != nil } ?? (ontology.cpvLabel(code) != nil)
    }
    let (targets, existing) = try store.read { reader in
      (
        try ConversionTargets(reader, euros, codes),
        try reader.openVersions(ofSource: GraphReader.conversionSource)
      )
    }
    var report = ConversionReport()
    var pass = Pass(
      updater: self, targets: targets, existing: existing, euros: euros, codes: codes, tables: tables(ids),
      isAnew: isAnew)
    try pass.run(&report)
    return report
  }

  /// What each table is, for the conversions made with it.
  private func tables(_ ids: [String]) -> [String: String] {
    var result: [String: String] = [:]
    for row in lists?.rows ?? [] where ids.contains(row.id) {
      let edition = row.edition.isEmpty ? "" : " (\(row.edition))"
      result[row.id] = row.id + edition + ", sha256:" + row.hash
    }
    return result
  }

  /// One run.
  private struct Pass {
    let updater: ConversionUpdater
    let targets: ConversionTargets
    let existing: [String: SourceVersion]
    let euros: EuroConversion
    let codes: CodeConversion
    let tables: [String: String]
    let isAnew: Bool
    private var kept: Set<String> = []
    private var missing: [String: (count: Int, first: String)] = [:]
    private var unusable: (count: Int, first: String) = (0, "")

    init(
      updater: ConversionUpdater, targets: ConversionTargets, existing: [String: SourceVersion],
      euros: EuroConversion, codes: CodeConversion, tables: [String: String], isAnew: Bool
    ) {
      (self.updater, self.targets, self.existing) = (updater, targets, existing)
      (self.euros, self.codes, self.tables, self.isAnew) = (euros, codes, tables, isAnew)
    }

    mutating func run(_ report: inout ConversionReport) throws {
      let store = updater.store
      let now = updater.context.clock()
      let writer = GraphWriter(store: store, run: updater.run, clock: { now })
      let versions = targets.versions
      var first = 0
      while first < versions.count {
        guard !updater.context.stopFlag.isSet else {
          report.isInterrupted = true
          return
        }
        let batch = versions[first..<min(first + ConversionUpdater.batchSize, versions.count)]
        first = batch.endIndex
        let drafts = try drafts(of: batch)
        report.converted += drafts.count
        guard !drafts.isEmpty else { continue }
        report.written += try writer.write(drafts).count { $0 != .unchanged }
      }
      let gone = existing.filter { !$0.value.isEmpty && !kept.contains($0.key) }.keys.sorted()
      for start in stride(from: 0, to: gone.count, by: ConversionUpdater.batchSize) {
        let keys = gone[start..<min(start + ConversionUpdater.batchSize, gone.count)]
        _ = try writer.write(keys.map { ConversionBuilder.empty($0, store.iris) })
      }
      report.closed = gone.count
      report.diagnostics = diagnostics()
      if report.hasChanged { try store.refreshPermutations() }
    }

    /// The conversions of some records that are not known to hold still.
    private mutating func drafts(of batch: ArraySlice<VersionID>) throws -> [RecordDraft] {
      try updater.store.read { reader in
        let builder = try ConversionBuilder(
          reader, iris: updater.store.iris, euros, codes, tables: tables)
        var drafts: [RecordDraft] = []
        for record in try reader.versions(of: Array(batch)).compactMap({ $0 }) {
          guard record.source != GraphReader.conversionSource, record.source != GraphLoader.source else {
            continue
          }
          let key = GraphReader.conversionKey(of: record)
          if !isAnew, let known = existing[key], known.version.rawValue > record.version.rawValue,
            known.mapping == ConversionBuilder.mappingVersion
          {
            kept.insert(key)
            continue
          }
          guard
            let draft = try builder.draft(
              of: record, key: key, currencies: targets.currencies[record.version] ?? [],
              codes: targets.codes[record.version] ?? [])
          else { continue }
          kept.insert(key)
          drafts.append(draft)
        }
        for (currency, found) in builder.missing {
          let known = missing[currency]
          missing[currency] = ((known?.count ?? 0) + found.count, known?.first ?? found.first)
        }
        if builder.unusable.count > 0 {
          unusable = (
            unusable.count + builder.unusable.count,
            unusable.count == 0 ? builder.unusable.first : unusable.first
          )
        }
        return drafts
      }
    }

    private func diagnostics() -> [Diagnostic] {
      func told(_ code: DiagnosticCode, _ field: String, _ value: String) -> Diagnostic {
        Diagnostic(code, at: SourceLocation(file: "-"), field: field, value: value)
      }
      var result: [Diagnostic] = []
      for (currency, count) in targets.unknown.sorted(by: { $0.key < $1.key }) {
        result.append(told(.conversionNoTable, currency, String(count)))
      }
      for (currency, found) in missing.sorted(by: { $0.key < $1.key }) {
        result.append(told(.conversionNoRate, currency, "\(found.first) (\(found.count))"))
      }
      if unusable.count > 0 {
        result.append(told(.conversionAmount, unusable.first, String(unusable.count)))
      }
      for (place, count) in targets.unconverted.sorted(by: { $0.key < $1.key }) {
        let (iri, list, outcome) = codes.outcomes[place]
        let code = iri.split(separator: "/").last.map(String.init) ?? iri
        switch outcome {
        case .split(let others):
          let names = others.compactMap { $0.split(separator: "/").last }.joined(separator: ", ")
          result.append(told(.conversionSplit, list, "\(code) → \(names) (\(count))"))
        case .withdrawn: result.append(told(.conversionWithdrawn, list, "\(code) (\(count))"))
        case .current, .replaced: continue
        }
      }
      return result
    }
  }
}
