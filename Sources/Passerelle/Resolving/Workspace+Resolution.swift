import PasserelleCore
import PasserelleGraph
import PasserelleOntology
public import PasserellePipeline

/// How entities are resolved.
public struct ResolveOptions: Sendable {
  /// Whether nothing is stored: what would be found is told.
  public var isDry = false
  /// Whether to begin anew, as after a change that the program does not know of.
  public var isAnew = false
  /// The probability from which mentions are gathered, 0…1; nil for that of the last time.
  public var threshold: Double?
  /// The sort of thing that is reported; nil for all.
  ///
  /// Everything is resolved, whatever is reported.
  public var kind: EntityKind?

  /// Makes the usual options.
  public init() {}
}

extension Workspace {
  /// Finds out who is who: compares what records call organisations, places and laboratories, and gathers what is one.
  ///
  /// Looks at what came since the last time only; the result is that of a fresh start.
  ///
  /// - Parameter options: How.
  /// - Returns: What was found.
  /// - Throws: ``PasserelleError``.
  public func resolve(_ options: ResolveOptions = ResolveOptions()) throws -> ResolveAnswer {
    func run() throws -> ResolveAnswer {
      let started = context.clock()
      let resolver = try entityResolver()
      let resolution = try resolver.resolution(rebuild: options.isAnew, threshold: options.threshold)
      if !options.isDry { try resolver.save(resolution) }
      let conflicts = resolver.conflicts(in: resolution)
      return ResolveAnswer(
        resolution, conflicts, kind: options.kind?.kind, isDry: options.isDry,
        milliseconds: context.clock().milliseconds - started.milliseconds)
    }
    return try options.isDry ? run() : withLock(run)
  }

  /// The things that a name may mean, the likeliest first.
  ///
  /// - Parameters:
  ///   - name: The name as it was heard or typed.
  ///   - kind: The sort of thing; nil for any.
  ///   - department: The department's code; nil where it is not known.
  ///   - limit: The most candidates given.
  /// - Returns: The candidates with their reasons.
  /// - Throws: ``PasserelleError``.
  public func candidates(
    named name: String, kind: EntityKind? = nil, department: String? = nil, limit: Int = 10
  ) throws -> NameAnswer {
    let resolver = try entityResolver()
    let view = try canonicalView()
    return try store.read { reader in
      let mentions = try resolver.mentions(seenBy: reader)
      let found = resolver.candidates(
        name, kind: kind?.kind, department: department ?? "", among: mentions, view, limit: limit)
      return NameAnswer(name: name, candidates: found.map { NameAnswer.Candidate($0, view) })
    }
  }

  /// Which things are one, as the last resolution found it and the judgements of now have it.
  ///
  /// A resolution that was stopped before it took a judgement in is brought up to it first, where that can be written.
  ///
  /// - Throws: ``PasserelleError``.
  public func canonicalView() throws -> CanonicalView {
    guard let (stamp, view) = resolutionFolder.clusters() else { return .empty }
    let last = try store.read { try $0.judgements().last }
    guard stamp.judgement != last, let lock = try? WorkspaceLock(path: layout.lock) else { return view }
    return try withExtendedLifetime(lock) {
      let resolver = try entityResolver()
      let resolution = try resolver.resolution()
      try resolver.save(resolution)
      return resolution.view
    }
  }

  /// Which things were one at the moment that a reader sees, by the judgements up to then.
  ///
  /// - Parameters:
  ///   - reader: A reader of the moment.
  ///   - asOf: The moment; nil for now.
  ///   - current: The view of now, which holds for a reader without moment.
  /// - Returns: The view.
  /// - Throws: ``PasserelleError``.
  func canonicalView(_ reader: GraphReader, asOf: Instant?, current: CanonicalView) throws -> CanonicalView {
    guard asOf != nil, resolutionFolder.clusters() != nil else { return current }
    return try entityResolver().resolution(seenBy: reader).view
  }

  var resolutionFolder: ResolutionFolder { ResolutionFolder(path: layout.resolution) }

  /// The stage that resolves.
  func entityResolver() throws -> EntityResolver {
    let parts = try resolutionParts.get()
    return EntityResolver(
      store: store, ontology: ontology, kit: parts.kit, epoch: parts.epoch, formerNames: parts.formerNames,
      folder: resolutionFolder)
  }
}
