import PasserelleCore
import PasserelleGraph
import PasserelleIndex
import PasserelleOntology
import PasserellePipeline
import PasserelleText

extension Workspace {
  /// The alerts of a watch that follows a search: the records that are new or changed and meet all its criteria.
  func searchAlerts(_ pending: WatchRun.Pending, _ language: MessageLanguage) throws -> [WatchAlert] {
    var found = pending.records
    if let query = pending.watch.criteria.query, !found.isEmpty {
      let documents = try watchedDocuments(query, among: found.map(\.record))
      found = found.filter { documents.contains($0.record) }
    }
    guard !found.isEmpty else { return [] }
    return try store.read { reader in
      let evidence = try EvidenceReader(
        reader: reader, ontology: ontology, iris: store.iris, language: language)
      let records = try WatchRecords(reader, store.iris, evidence)
      return try found.filter { try records.meets(pending.watch.criteria, $0) }
        .map { try records.alert($0, pending.isNew[$0.version] == true ? .new : .changed) }
    }
  }

  /// Which of some records a query finds; every word must occur.
  private func watchedDocuments(_ text: String, among documents: [Int64]) throws -> Set<Int64> {
    let parsed: ParsedQuery
    do {
      parsed = try QueryLanguage.parse(text)
    } catch {
      throw error.passerelleError
    }
    let snapshot = try textIndex().snapshot()
    let compiler = QueryCompiler(
      language: parsed.documentLanguage ?? .french, snapshot: snapshot,
      resolver: SearchResolver(workspace: self))
    let query = IndexQuery.boolean(
      must: [try compiler.compile(parsed), .documents(DocumentSet(documents))], should: [], mustNot: [])
    return Set(snapshot.top(query, limit: documents.count).map(\.id))
  }
}
