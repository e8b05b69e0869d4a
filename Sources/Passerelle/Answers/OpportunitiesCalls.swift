import PasserelleCore
import PasserelleGraph
import PasserelleSources

/// Finds the calls of a store that are open on a day.
struct OpportunitiesCalls {
  let reader: GraphReader

  /// The calls whose last day is not before a day and that were published by then.
  ///
  /// A notice that a later one changes or cancels is left out in favour of the later one.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - includesUnpublished: Whether a later date of publication is passed over.
  /// - Returns: The versions in the order of their records.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  /// - Complexity: O(calls); four scans of one relation each.
  func open(on day: PartialDate, includesUnpublished: Bool = false) throws -> [RecordVersion] {
    let records = try reader.recordNumbers(of: .call)
    guard !records.isEmpty else { return [] }
    let published = try column(Vocabulary.published, records).mapValues(Self.dates)
    func isPublished(_ version: VersionID) -> Bool {
      includesUnpublished || (published[version]?.min().map { $0.firstDay <= day.lastDay } ?? true)
    }
    let deadlines = try column(Vocabulary.deadline, records)
    let open = deadlines.filter { version, texts in
      isPublished(version) && Self.dates(texts).contains { $0.lastDay >= day.firstDay }
    }
    let replaced = try replaced(records, isPublished)
    return try reader.versions(of: open.keys.filter { !replaced.contains($0) }.sorted()).compactMap { $0 }
      .sorted { $0.record < $1.record }
  }

  /// The versions of notices that another notice changes or cancels.
  private func replaced(
    _ records: [VersionID: Int64], _ isPublished: (VersionID) -> Bool
  ) throws -> Set<VersionID> {
    let changes = try column(Vocabulary.changesNotice, records).filter { isPublished($0.key) }
    guard !changes.isEmpty else { return [] }
    var changing: [String: Set<VersionID>] = [:]
    for (version, names) in changes {
      for name in names { changing[Self.notice(name), default: []].insert(version) }
    }
    let identifiers = try column(Vocabulary.identifier, records)
    return Set(
      identifiers.filter { version, names in
        names.contains { !(changing[$0] ?? []).subtracting([version]).isEmpty }
      }.map(\.key))
  }

  /// The identifier of a notice without the version that ends it: `…-01`.
  private static func notice(_ name: String) -> String {
    guard let dash = name.lastIndex(of: "-") else { return name }
    let version = name[name.index(after: dash)...]
    return version.utf8.count == 2 && version.allSatisfy(\.isNumber) ? String(name[..<dash]) : name
  }

  private static func dates(_ texts: [String]) -> [PartialDate] {
    texts.compactMap { PartialDate(iso: $0) }
  }

  /// The literals of one relation by version, of the call or any part of it.
  private func column(_ relation: String, _ records: [VersionID: Int64]) throws -> [VersionID: [String]] {
    let predicate = try reader.identifiers(of: [.iri(relation)])[0]
    guard predicate.isBound else { return [:] }
    var objects: [VersionID: [TermID]] = [:]
    try reader.scan(QuadPattern(predicate: predicate)) { batch in
      for index in 0..<batch.count where records[batch.graphs[index]] != nil {
        objects[batch.graphs[index], default: []].append(batch.objects[index])
      }
      return true
    }
    let distinct = Set(objects.values.joined()).sorted()
    var texts: [TermID: String] = [:]
    for (id, term) in zip(distinct, try reader.terms(of: distinct)) { texts[id] = term?.lexicalForm }
    return objects.mapValues { $0.sorted().compactMap { texts[$0] } }
  }
}
