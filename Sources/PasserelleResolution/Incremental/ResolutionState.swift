/// Who is who, as far as is known: mentions, their blocks, links and clusters, kept under change.
///
/// What the state holds is a function of the mentions, the judgements and the options alone: a state built at once
/// and one that grew by ``apply(_:)`` in any order have the same clusters. For this, the statistics that mentions were
/// prepared with stay the same for the life of a state (an *epoch*); a new epoch is a new state.
///
/// Slots number the mentions; a mention that goes and comes back has its old slot.
package struct ResolutionState: Sendable {
  /// The options.
  package let options: ResolutionOptions
  let scorer: any PairScoring
  let keyMaker: MentionKeys
  /// The mentions by slot; that of a slot which is gone is the last one known.
  package internal(set) var mentions: [PreparedMention]
  /// Whether a slot's mention is there.
  package internal(set) var isAlive: [Bool]
  var ranks: [UInt64]
  var slots: [UInt64: UInt32]
  var index: BlockIndex
  var graph: LinkGraph
  /// What people decided.
  package internal(set) var judgements: JudgementTable
  /// The first member, in the order of identifiers, of each slot's cluster; itself for a slot that is gone.
  package internal(set) var clusters: [UInt32]
  /// A hash of what mentions were prepared and scored with: statistics, lexicon, models; 0 where it is not told.
  ///
  /// A stored state of another epoch is built anew.
  package var epoch: UInt64 = 0
  /// What blocking did when the state was built.
  package internal(set) var report: BlockingReport

  /// A state of no mentions.
  package init(scorer: any PairScoring, options: ResolutionOptions = ResolutionOptions()) {
    self.options = options
    self.scorer = scorer
    keyMaker = MentionKeys(options: options.blocking)
    mentions = []
    isAlive = []
    ranks = []
    slots = [:]
    index = BlockIndex()
    graph = LinkGraph()
    judgements = JudgementTable()
    clusters = []
    report = BlockingReport()
  }

  /// The slot of a mention; nil where it was never there.
  package func slot(of id: String) -> UInt32? {
    var key = Self.rank(id)
    while let slot = slots[key] {
      if mentions[Int(slot)].id == id { return slot }
      key = BlockingKey.mix(key)
    }
    return nil
  }

  /// How many mentions there are.
  package var count: Int { isAlive.reduce(0) { $0 + ($1 ? 1 : 0) } }

  /// The hash by which mentions are ordered.
  static func rank(_ id: String) -> UInt64 {
    var id = id
    return id.withUTF8 { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      return BlockingKey.mix(hash)
    }
  }

  /// Gives a mention a slot; the first of a slot's two mentions of one identifier is replaced.
  mutating func register(_ mention: PreparedMention) -> UInt32 {
    let rank = Self.rank(mention.id)
    var key = rank
    while let slot = slots[key] {
      if mentions[Int(slot)].id == mention.id { return slot }
      key = BlockingKey.mix(key)
    }
    let slot = UInt32(mentions.count)
    slots[key] = slot
    mentions.append(mention)
    isAlive.append(false)
    ranks.append(rank)
    clusters.append(slot)
    index.appendSlot()
    return slot
  }

  /// Runs a body over the mentions as a source of links, their arrays pinned.
  func withLinks<Result>(_ body: (PreparedLinks) -> Result) -> Result {
    mentions.withUnsafeBufferPointer { mentions in
      ranks.withUnsafeBufferPointer { ranks in
        body(PreparedLinks(mentions: mentions, ranks: ranks, scorer: scorer, judgements: judgements))
      }
    }
  }
}
