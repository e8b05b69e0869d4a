import PasserelleCore
package import PasserelleGraph
package import PasserelleOntology
package import PasserelleResolution

/// Keeps who is who in a store: reads its mentions, compares and gathers them under the judgements of its log.
///
/// What it finds is a function of the records and the judgements. It is stored so that only what changed is looked at
/// again, and can be deleted at any time.
package struct EntityResolver {
  let store: GraphStore
  let ontology: Ontology
  let kit: ResolutionKit
  let formerNames: FormerNameTable
  let folder: ResolutionFolder
  /// A hash of what mentions are made of and compared with.
  let epoch: UInt64

  /// Makes a resolver.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - ontology: The classes that are resolved, and the names of communes.
  ///   - kit: What names are compared with.
  ///   - epoch: A hash of the kit's files.
  ///   - formerNames: What well-known organisations were called before.
  ///   - folder: Where the state is kept.
  package init(
    store: GraphStore, ontology: Ontology, kit: ResolutionKit, epoch: UInt64, formerNames: FormerNameTable,
    folder: ResolutionFolder
  ) {
    self.store = store
    self.ontology = ontology
    self.kit = kit
    self.epoch = (epoch ^ MentionLoader.version) &* 0x9E37_79B9_7F4A_7C15
    self.formerNames = formerNames
    self.folder = folder
  }

  /// What proposed pairs are scored by.
  var scoring: KitScoring { KitScoring(scorer: kit.candidateScorer, iris: store.iris) }

  /// The options for a threshold.
  static func options(_ threshold: Double?) -> ResolutionOptions {
    var options = ResolutionOptions()
    guard let threshold else { return options }
    options.clusters.linkProbability = Float(threshold)
    options.clusters.mergeEvidence = Float(Evidence(probability: Float(threshold)).steps) / 1024
    return options
  }

  /// Brings the resolution up to the store and its judgements.
  ///
  /// - Parameters:
  ///   - rebuild: Whether to begin anew.
  ///   - threshold: The probability from which pairs are gathered; nil for that of the last time.
  /// - Returns: The resolution, and whether it is another than the stored one.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  package func resolution(rebuild: Bool = false, threshold: Double? = nil) throws -> Resolution {
    let stored = rebuild ? nil : folder.load()
    return try store.read { reader in
      let log = try reader.judgements()
      let stamp = ResolutionStamp(
        sequence: try reader.lastSequence(), judgement: log.last, epoch: epoch,
        threshold: threshold ?? stored?.stamp.threshold)
      if let stored, stored.stamp.epoch == epoch, stored.stamp.threshold == stamp.threshold,
        let resolution = restore(stored)
      {
        return try resolution.advanced(to: stamp, log, self) {
          try mentions(seenBy: reader)
        }
      }
      return try build(reader, stamp, log)
    }
  }

  /// The resolution of what a reader sees, made anew and not stored: that of an earlier moment.
  package func resolution(seenBy reader: GraphReader) throws -> Resolution {
    let log = try reader.judgements()
    let threshold = folder.clusters()?.stamp.threshold
    let stamp = ResolutionStamp(
      sequence: try reader.lastSequence(), judgement: log.last, epoch: epoch, threshold: threshold)
    if let stored = folder.load(), stored.stamp.epoch == epoch, stored.stamp.threshold == threshold,
      stored.stamp.sequence == stamp.sequence, let resolution = restore(stored)
    {
      // Only judgements came since.
      return try resolution.advanced(to: stamp, log, self) { stored.mentions }
    }
    return try build(reader, stamp, log)
  }

  /// A resolution under the judgements of now; the records are those that it has seen.
  package func judged(_ resolution: Resolution) throws -> Resolution {
    try store.read { reader in
      let log = try reader.judgements()
      var stamp = resolution.stamp
      stamp.judgement = log.last
      return try resolution.advanced(to: stamp, log, self) { resolution.mentions }
    }
  }

  /// Stores a resolution.
  package func save(_ resolution: Resolution) throws {
    try folder.save(
      ResolutionFolder.Stored(
        stamp: resolution.stamp, decisions: resolution.decisions, mentions: resolution.mentions,
        state: resolution.state.stored()),
      resolution.view)
  }

  private func build(_ reader: GraphReader, _ stamp: ResolutionStamp, _ log: JudgementLog) throws
    -> Resolution
  {
    let mentions = try mentions(seenBy: reader)
    let known = Set(mentions.map(\.mention.id))
    let decisions = Resolution.decisions(of: log).filter {
      known.contains($0.left) && known.contains($0.right)
    }
    var state = ResolutionState(
      mentions: prepared(mentions),
      judgements: decisions.map { ($0.left, $0.right, $0.isSame ? .same : .different) },
      scorer: scoring, options: Self.options(stamp.threshold))
    state.epoch = epoch
    var update = ResolutionUpdate()
    update.compared = state.report.pairs
    return Resolution(
      stamp: stamp, decisions: decisions, mentions: mentions, state: state, update: update, isAnew: true)
  }

  private func restore(_ stored: ResolutionFolder.Stored) -> Resolution? {
    ResolutionState(
      stored.state, mentions: prepared(stored.mentions), epoch: epoch, scorer: scoring,
      options: Self.options(stored.stamp.threshold)
    ).map { state in
      Resolution(
        stamp: stored.stamp, decisions: stored.decisions, mentions: stored.mentions, state: state,
        update: ResolutionUpdate(), isAnew: false)
    }
  }

  /// The mentions that a reader sees, by IRI.
  ///
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  package func mentions(seenBy reader: GraphReader) throws -> [StoredMention] {
    try MentionLoader(reader: reader, ontology: ontology, iris: store.iris, formerNames: formerNames)
      .mentions()
  }

  /// Mentions made ready, in their order.
  func prepared(_ mentions: [StoredMention]) -> [PreparedMention] {
    mentions.map { kit.preparer.prepare($0.mention) }
  }
}

/// The scorer of a kit; things of the product's own facts, which people have told apart by hand, are never one.
struct KitScoring: PairScoring {
  let scorer: PairScorer
  /// What the IRIs of such things begin with.
  private let own: [UInt8]

  init(scorer: PairScorer, iris: IRISpace) {
    self.scorer = scorer
    own = Array((iris.base + "id/" + IdentifierScheme.local.rawValue + "/").utf8)
  }

  func score(_ left: PreparedMention, _ right: PreparedMention) -> PairScore {
    if isOwn(left.id), isOwn(right.id) { return PairScore(probability: 0, veto: .identifiers) }
    return scorer.score(left, right)
  }

  /// Whether an IRI is that of a thing of facts; numbers of other registers have a colon.
  private func isOwn(_ iri: String) -> Bool {
    let bytes = iri.utf8
    return bytes.starts(with: own) && !bytes.dropFirst(own.count).contains(UInt8(ascii: ":"))
  }
}
