package import PasserelleCore

/// Scans.
extension PermutationSnapshot {
  /// Graphs of fewer statements than this part of a scan are read by graph and sorted.
  private static let graphShare = 4
  /// The most versions that are read by graph.
  private static let mostVersions = 256

  /// What a scan asks for, by versions.
  struct Request {
    var order: QuadOrder
    /// The leading places of the order, without the graph.
    var prefix: [Int64]
    /// The range of the place after the prefix, unless that is the graph.
    var range: ClosedRange<TermID>?
    /// The versions wanted; nil for all that are seen.
    var versions: [UInt32]?
    /// Whether the place after the prefix is the graph, or there is none.
    var isAtGraph = true
    /// Whether the order begins with the graph, and the prefix names one.
    var isGraphFirst = false
  }

  /// About how many rows a scan gives: exact for what is stored, whichever versions are seen.
  package func estimatedCount(_ scan: QuadScan) throws -> Int {
    let request = request(scan)
    if request.isGraphFirst, let versions = request.versions {
      return try versions.reduce(0) { try $0 + graphRows($1, request) }
    }
    return try count(request)
  }

  /// Begins a scan.
  package func cursor(_ scan: QuadScan) throws -> any QuadCursor {
    let request = request(scan)
    if let versions = request.versions, try isByGraph(request, versions) {
      if versions.isEmpty { return PermutationEmptyCursor() }
      if versions.count == 1, scan.order == .gspo || (scan.order == .spo && !request.isAtGraph) {
        return try cursor(ofVersion: versions[0], request, scan.places)
      }
      return try sortedCursor(request, versions, scan.places)
    }
    let emitter = PermutationEmitter(
      scan.order, scan.places, filter: filter(request.versions), names: visible)
    let cursor = try cursor(request, emitter)
    return request.isAtGraph && scan.prefix.count < 4
      ? GraphFilteringCursor(cursor, emitter, visible) : cursor
  }

  /// Takes a scan apart: its graphs become versions.
  func request(_ scan: QuadScan) -> Request {
    var request = Request(
      order: scan.order, prefix: [], range: scan.range, versions: selected(scan.graphs),
      isGraphFirst: scan.order == .gspo && !scan.prefix.isEmpty)
    for (rank, identifier) in scan.prefix.enumerated() {
      if scan.order.places[rank] == 3 {
        let own = visible.versions(of: identifier)
        request.versions = request.versions.map { chosen in own.filter { chosen.contains($0) } } ?? own
      } else {
        request.prefix.append(identifier.rawValue)
      }
    }
    request.isAtGraph = scan.prefix.count > 3 || scan.order.places[scan.prefix.count] == 3
    if request.isAtGraph {
      request.range = nil
      if let range = scan.range, scan.prefix.count < 4 {
        let within = visible.versions(within: range)
        request.versions = request.versions.map { chosen in chosen.filter { within.contains($0) } } ?? within
      }
    }
    return request
  }

  private func selected(_ graphs: GraphSelection) -> [UInt32]? {
    guard case .some(let names) = graphs else { return nil }
    return names.flatMap { $0.isBound ? visible.versions(of: $0) : [] }.sorted()
  }

  /// The versions to be looked for; nil where all are seen.
  func filter(_ versions: [UInt32]?) -> VersionBitmap? {
    guard let versions else { return isAllSeen ? nil : visible.bitmap }
    let bitmap = VersionBitmap(versionCount: visible.names.count)
    for version in versions { bitmap.insert(Int(version)) }
    return bitmap
  }

  // MARK: By graph

  /// Whether reading the graphs one by one is the shorter way.
  private func isByGraph(_ request: Request, _ versions: [UInt32]) throws -> Bool {
    if request.order == .gspo { return request.isGraphFirst }
    guard versions.count <= Self.mostVersions else { return false }
    var whole = request
    whole.prefix = []
    whole.range = nil
    let rows = try versions.reduce(0) { try $0 + graphRows($1, whole) }
    return try Self.graphShare * rows < count(request)
  }

  private func graphRows(_ version: UInt32, _ request: Request) throws -> Int {
    var request = request
    request.prefix.insert(Int64(version), at: 0)
    request.order = .gspo
    return try count(request)
  }

  /// Reads one version in the order of its triples.
  private func cursor(ofVersion version: UInt32, _ request: Request, _ places: QuadPlaces) throws
    -> any QuadCursor
  {
    var request = request
    request.prefix.insert(Int64(version), at: 0)
    request.order = .gspo
    return try cursor(request, PermutationEmitter(.gspo, places, filter: nil, names: visible))
  }

  /// Reads some versions whole and sorts them.
  private func sortedCursor(_ request: Request, _ versions: [UInt32], _ places: QuadPlaces) throws
    -> any QuadCursor
  {
    let order = request.order == .gspo ? QuadOrder.spo : request.order
    var quads: [Quad] = []
    for version in versions {
      var rows = QuadColumns()
      let whole = Request(order: .gspo, prefix: [], range: nil, versions: nil)
      let cursor = try cursor(ofVersion: version, whole, [.subject, .predicate, .object])
      while try cursor.next(into: &rows, limit: 4096) {}
      for row in 0..<rows.count {
        quads.append(
          Quad(
            graph: VersionID(rawValue: Int64(version)), subject: rows.subjects[row],
            predicate: rows.predicates[row], object: rows.objects[row]))
      }
    }
    let rows = PermutationRows(quads, order)
    let emitter = PermutationEmitter(order, places, filter: nil, names: visible)
    let range = rows.range(request.prefix, request.range)
    let merging = PermutationMergingCursor(
      [PermutationRowStream(rows, range)], emitter, key: request.prefix)
    return request.isAtGraph && request.order != .gspo && request.prefix.count == 3
      ? GraphFilteringCursor(merging, emitter, visible) : merging
  }

  // MARK: By order

  /// The rows of all sources, whichever versions are seen.
  private func count(_ request: Request) throws -> Int {
    var count = 0
    for run in 0..<(set?.runs.count ?? 0) {
      count += try access(run, request.order)?.rows(request.prefix, request.range).count ?? 0
    }
    if !delta.quads.isEmpty { count += delta.rows(request.order).range(request.prefix, request.range).count }
    return count
  }

  private func cursor(_ request: Request, _ emitter: PermutationEmitter) throws -> any QuadCursor {
    var parts: [(access: PermutationAccess, rows: Range<Int>)] = []
    for run in 0..<(set?.runs.count ?? 0) {
      guard let access = access(run, request.order) else { continue }
      let rows = try access.rows(request.prefix, request.range)
      if !rows.isEmpty { parts.append((access, rows)) }
    }
    var newer: PermutationRowStream?
    if !delta.quads.isEmpty {
      let rows = delta.rows(request.order)
      let range = rows.range(request.prefix, request.range)
      if !range.isEmpty { newer = PermutationRowStream(rows, range) }
    }
    if newer == nil, parts.count < 2 {
      guard let part = parts.first, let key = part.access.run.key(request.order, request.prefix) else {
        return PermutationEmptyCursor()
      }
      return PermutationRunCursor(
        part.access.makeReader(), part.access.run, emitter, prefix: key, part.rows)
    }
    var streams: [PermutationStream] = parts.map {
      PermutationRunStream($0.access.makeReader(), $0.access.run, $0.rows)
    }
    if let newer { streams.append(newer) }
    return PermutationMergingCursor(streams, emitter, key: request.prefix)
  }
}

/// Reads rows whose next place is the graph, whose names do not ascend: passing over rows is filtering.
final class GraphFilteringCursor: QuadCursor {
  private let base: any QuadCursor
  private let emitter: PermutationEmitter
  private let visible: VersionNames

  init(_ base: any QuadCursor, _ emitter: PermutationEmitter, _ visible: VersionNames) {
    self.base = base
    self.emitter = emitter
    self.visible = visible
  }

  func next(into rows: inout QuadColumns, limit: Int) throws -> Bool {
    try base.next(into: &rows, limit: limit)
  }

  func seek(_ value: TermID) throws {
    let later = VersionBitmap(versionCount: visible.names.count)
    for version in visible.names.indices where visible.names[version] >= value {
      if visible.names[version].isBound, emitter.filter?.contains(version) ?? true { later.insert(version) }
    }
    emitter.filter = later
  }
}
