import PasserelleCore
import PasserelleGraph

extension Workspace {
  /// How many calls and lots of one run are put to the matcher for a vendor at most.
  private static let comparedLimit = 200

  /// The alerts of a watch that follows a vendor: opportunities among the calls that are new or changed.
  ///
  /// Calls that say to be published later count too: once told of, they would not come again.
  func opportunityAlerts(
    _ pending: WatchRun.Pending, on day: PartialDate?, _ language: MessageLanguage
  ) throws -> [WatchAlert] {
    guard let vendor = pending.watch.criteria.vendor, !pending.records.isEmpty else { return [] }
    var request = OpportunitiesRequest()
    request.day = day
    request.limit = .max
    request.places = pending.watch.criteria.places
    request.cpvPrefixes = pending.watch.criteria.cpvPrefixes
    request.records = Set(pending.records.map(\.record))
    request.includesUnpublished = true
    request.comparedLimit = Self.comparedLimit
    let versions = Dictionary(
      pending.records.map { (store.iris.record(source: $0.source, key: $0.key), $0) },
      uniquingKeysWith: { first, _ in first })
    return try opportunities(for: vendor, request: request, language: language).opportunities.compactMap {
      one in
      guard let record = versions[one.source.record] else { return nil }
      return WatchAlert(
        change: pending.isNew[record.version] == true ? .new : .changed, kind: .call,
        iri: one.lot?.iri ?? one.call, title: one.lot.map { one.title + " – " + $0.title } ?? one.title,
        date: one.published, buyer: one.buyer, places: one.placeLabels, codes: one.codes,
        codeLabels: one.codeLabels, amount: one.amount, deadline: one.deadline,
        sequence: record.version.rawValue, source: one.source, opportunity: one)
    }
  }
}
