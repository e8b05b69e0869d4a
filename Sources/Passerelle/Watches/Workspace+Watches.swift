public import PasserelleCore
import PasserelleGraph
import PasserelleIndex
import PasserelleOntology
import PasserellePipeline

extension WorkspaceLayout {
  var watches: String { path + "/watches.yaml" }
  var watchState: String { path + "/watch-state.yaml" }
  var watchLock: String { path + "/watches.lock" }
}

extension Workspace {
  /// The watches by name, each with the position that it has been told of.
  ///
  /// - Throws: ``PasserelleError`` with code `settings.invalid` for a damaged file.
  public func watches() throws -> [(watch: Watch, position: Watch.Position)] {
    let watches = try WatchFile(path: layout.watches).read()
    let positions = try WatchStateFile(path: layout.watchState).positions(of: watches)
    return watches.map { ($0, positions[$0.name] ?? $0.start) }
  }

  /// Saves a watch; it tells of what is stored from now on.
  ///
  /// - Parameters:
  ///   - name: Its name, not taken yet.
  ///   - criteria: What is watched for; the vendor as ``opportunities(for:request:language:)`` takes it.
  /// - Returns: The watch as saved.
  /// - Throws: ``PasserelleError`` with code `query.invalid` or `entity.notFound`.
  @discardableResult
  public func addWatch(_ name: String, _ criteria: Watch.Criteria) throws -> Watch {
    try Watch.check(name: name, criteria)
    if let query = criteria.query {
      do {
        _ = try QueryLanguage.parse(query)
      } catch {
        throw error.passerelleError
      }
    }
    let index = try currentIndex()
    return try withWatchLock {
      let file = WatchFile(path: layout.watches)
      var watches = try file.read()
      guard !watches.contains(where: { $0.name == name }) else {
        throw PasserelleError(
          .queryInvalid,
          LocalizedText(
            fr: "Une veille s’appelle déjà « \(name) ». Choisissez un autre nom, ou retirez-la d’abord.",
            en: "A watch is called '\(name)' already. Choose another name, or remove it first."))
      }
      let watch = try store.read { reader in
        var criteria = criteria
        if let vendor = criteria.vendor {
          criteria.vendor = try OpportunitiesVendor(reader: reader, iris: store.iris, text: index)
            .resolve(vendor).iri
        }
        let run = WatchRun(reader: reader, indexed: try index.lastSequence())
        return Watch(name: name, criteria: criteria, start: try run.end())
      }
      watches.append(watch)
      // A former watch of this name and these criteria must not lend its position.
      try WatchStateFile(path: layout.watchState).set([name: watch.start], among: watches)
      try file.write(watches)
      return watch
    }
  }

  /// Removes a watch.
  ///
  /// - Throws: ``PasserelleError`` with code `entity.notFound` for a name that no watch has.
  public func removeWatch(_ name: String) throws {
    try withWatchLock {
      let file = WatchFile(path: layout.watches)
      var watches = try file.read()
      guard let place = watches.firstIndex(where: { $0.name == name }) else {
        throw Self.noWatch(name, watches)
      }
      watches.remove(at: place)
      try file.write(watches)
      try WatchStateFile(path: layout.watchState).set([:], among: watches)
    }
  }

  /// Finds what is new or changed for the watches since they were last told of.
  ///
  /// Nothing moves on yet: write the answer, then call ``advanceWatches(_:)``. A stop in between repeats the alerts
  /// and loses none.
  ///
  /// - Parameters:
  ///   - name: One watch; nil for all.
  ///   - since: Tells of what was stored from the beginning of that day on (UTC), told of before or not.
  ///   - day: The day on which the calls for a vendor must be open; nil for today. With one, the answer is a look:
  ///     no watch moves on.
  ///   - language: The language of labels.
  /// - Returns: The alerts; a watch that cannot be run says why and does not stop the others.
  /// - Throws: ``PasserelleError`` with code `entity.notFound` for a name that no watch has, `settings.invalid` for a
  ///   damaged file.
  /// - Complexity: O(records stored since), and a match for each open call near a vendor that is followed.
  public func runWatches(
    _ name: String? = nil, since: PartialDate? = nil, on day: PartialDate? = nil, language: MessageLanguage
  ) throws -> WatchAnswer {
    let known = try watches()
    if let name, !known.contains(where: { $0.watch.name == name }) {
      throw Self.noWatch(name, known.map(\.watch))
    }
    let wanted = known.filter { name == nil || $0.watch.name == name }
    let indexed = try currentIndex().lastSequence()
    let sequence = try since.map { try self.sequence(before: Self.midnight($0)) }
    let positions = try wanted.map { try reconciled($0.position, indexed) }
    let pending = try store.read { reader in
      let run = WatchRun(reader: reader, indexed: indexed)
      let end = try run.end()
      return try zip(wanted, positions).map {
        try run.pending($0.watch, $1.position, since: sequence, end: end)
      }
    }
    let results = try zip(pending, positions).map { one, position in
      var alerts: [WatchAlert] = []
      var problem: PasserelleError?
      do {
        alerts =
          one.watch.criteria.vendor == nil
          ? try searchAlerts(one, language) : try opportunityAlerts(one, on: day, language)
      } catch let error as PasserelleError where error.code == .entityNotFound || error.code == .queryInvalid
      {
        // The fault of these criteria leaves the other watches sound.
        problem = error
      }
      return WatchAnswer.Result(
        watch: one.watch, vendorName: try vendorName(one.watch, language), from: one.from, upTo: one.upTo,
        alerts: alerts, problem: problem, isRepositioned: position.isNew && since == nil,
        advances: one.advances && problem == nil && day == nil)
    }
    return WatchAnswer(results: results, language: language)
  }

  /// The position in this store: the same where its version is the one remembered, else what was stored by then.
  ///
  /// A store that was put back from a copy counts anew from the copy's last version: the number alone would skip what
  /// is stored after.
  private func reconciled(
    _ position: Watch.Position, _ indexed: Int64
  ) throws -> (position: Watch.Position, isNew: Bool) {
    let isKnown = try store.read { try WatchRun(reader: $0, indexed: indexed).isKnown(position) }
    if isKnown { return (position, false) }
    guard let moment = position.ingested else { return (Watch.Position(sequence: 0, ingested: nil), true) }
    let last = try sequence(before: Instant(milliseconds: moment.milliseconds + 1))
    return (try store.read { try WatchRun(reader: $0, indexed: indexed).position(at: last) }, true)
  }

  private func vendorName(_ watch: Watch, _ language: MessageLanguage) throws -> String? {
    guard let vendor = watch.criteria.vendor else { return nil }
    return try store.read { reader in
      try LabelResolver(reader: reader, ontology: ontology, iris: store.iris)
        .label(of: vendor, language: language)
    }
  }

  /// Remembers that an answer was written: its watches begin after it next time.
  ///
  /// - Throws: ``PasserelleError`` with code `output.unwritable`, `settings.invalid` or `workspace.locked`; the alerts
  ///   are then told of again.
  public func advanceWatches(_ answer: WatchAnswer) throws {
    let moved = answer.results.filter(\.advances)
    guard !moved.isEmpty else { return }
    try withWatchLock {
      let watches = try WatchFile(path: layout.watches).read()
      let file = WatchStateFile(path: layout.watchState)
      let before = try file.positions(of: watches)
      var positions = before
      for result in moved where watches.contains(result.watch) {
        // Another run may have moved the watch further meanwhile.
        let reached = before[result.watch.name]?.sequence ?? 0
        if result.isRepositioned || result.upTo.sequence > reached {
          positions[result.watch.name] = result.upTo
        }
      }
      if positions != before { try file.set(positions, among: watches) }
    }
  }

  /// The last sequence that was ingested before a moment.
  func sequence(before moment: Instant) throws -> Int64 {
    try store.read(.ingested(asOf: Instant(milliseconds: moment.milliseconds - 1))) { try $0.lastSequence() }
  }

  private static func midnight(_ day: PartialDate) -> Instant {
    Instant(milliseconds: Int64(day.firstDay) * 86_400_000)
  }

  private func withWatchLock<R>(_ body: () throws -> R) throws -> R {
    let lock = try WorkspaceLock(path: layout.watchLock)
    return try withExtendedLifetime(lock, body)
  }

  private static func noWatch(_ name: String, _ watches: [Watch]) -> PasserelleError {
    let list = watches.map(\.name).joined(separator: ", ")
    return PasserelleError(
      .entityNotFound,
      LocalizedText(
        fr: "Aucune veille ne s’appelle « \(name) ». Veilles : \(list.isEmpty ? "aucune" : list).",
        en: "No watch is called '\(name)'. Watches: \(list.isEmpty ? "none" : list)."))
  }
}
