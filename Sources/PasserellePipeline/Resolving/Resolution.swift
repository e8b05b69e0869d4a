import PasserelleGraph
package import PasserelleResolution

/// Who is who in a store at one moment.
package struct Resolution {
  /// What it was made of.
  package let stamp: ResolutionStamp
  /// The judgements that it has taken in.
  package let decisions: [AppliedDecision]
  /// The mentions by slot of the state; those of slots that are gone are the last ones known.
  package let mentions: [StoredMention]
  /// Blocks, links and clusters.
  package let state: ResolutionState
  /// What was done to get here.
  package let update: ResolutionUpdate
  /// Whether it was made anew.
  package let isAnew: Bool

  /// The judgements of a log that hold, as pairs.
  static func decisions(of log: JudgementLog) -> [AppliedDecision] {
    log.decisions.map { AppliedDecision(left: $0.left, right: $0.right, isSame: $0.kind == .same) }.sorted()
  }

  /// The resolution at a later stamp: only what changed is looked at.
  ///
  /// - Parameters:
  ///   - stamp: The state of the store and its judgements.
  ///   - log: The judgements up to then.
  ///   - resolver: Makes mentions ready.
  ///   - load: Gives the mentions of the store; called where there are newer records.
  /// - Returns: The resolution of then.
  /// - Throws: What `load` throws.
  func advanced(
    to stamp: ResolutionStamp, _ log: JudgementLog, _ resolver: EntityResolver,
    mentions load: () throws -> [StoredMention]
  ) throws -> Resolution {
    var state = state
    var table = mentions
    var changes = ResolutionChanges()
    if self.stamp.sequence != stamp.sequence {
      let fresh = try load()
      var known: [String: Int] = [:]
      for (slot, mention) in table.enumerated() { known[mention.mention.id] = slot }
      var present = Set<String>()
      var upserts: [StoredMention] = []
      for mention in fresh {
        present.insert(mention.mention.id)
        guard let slot = known[mention.mention.id] else {
          known[mention.mention.id] = table.count
          table.append(mention)
          upserts.append(mention)
          continue
        }
        if table[slot].mention != mention.mention || !state.isAlive[slot] { upserts.append(mention) }
        table[slot] = mention
      }
      changes.mentions = resolver.prepared(upserts)
      for (slot, mention) in mentions.enumerated()
      where state.isAlive[slot] && !present.contains(mention.mention.id) {
        changes.removals.append(mention.mention.id)
      }
    }
    let ids = Set(table.map(\.mention.id))
    let wanted = Self.decisions(of: log).filter { ids.contains($0.left) && ids.contains($0.right) }
    let before = Set(decisions)
    let now = Set(wanted)
    for gone in decisions where !now.contains(gone) {
      changes.judgements.append((gone.left, gone.right, nil))
    }
    for new in wanted where !before.contains(new) {
      changes.judgements.append((new.left, new.right, new.isSame ? .same : .different))
    }
    let isChanged = !(changes.mentions.isEmpty && changes.removals.isEmpty && changes.judgements.isEmpty)
    let update = isChanged ? state.apply(changes) : ResolutionUpdate()
    return Resolution(
      stamp: stamp, decisions: wanted, mentions: table, state: state, update: update, isAnew: false)
  }

  /// The clusters with the IRIs that they are called by.
  ///
  /// The canonical member has the best official identifier in its own IRI, then in its statements, then the most records,
  /// then the smallest IRI.
  package var view: CanonicalView {
    CanonicalView(
      state.allClusters().map { slots in
        let members = slots.map { mentions[Int($0)] }
        let best = members.min { Self.isBetter($0, $1) }
        let first = best?.mention.id ?? ""
        return [first] + members.map(\.mention.id).filter { $0 != first }
      })
  }

  private static func isBetter(_ left: StoredMention, _ right: StoredMention) -> Bool {
    let one = (left.ownRank, left.identifierRank, -left.records, left.mention.id)
    let other = (right.ownRank, right.identifierRank, -right.records, right.mention.id)
    return one < other
  }

  /// The mentions that are there, by IRI.
  package var alive: [StoredMention] {
    mentions.indices.filter { state.isAlive[$0] }.map { mentions[$0] }.sorted {
      $0.mention.id < $1.mention.id
    }
  }
}

extension StoredMention {
  /// The rank of the scheme that its own IRI is made of, where that number is among its identifiers.
  var ownRank: Int {
    // `…/id/<scheme>/<value>`: the value ends the IRI.
    let own = mention.identifiers.first {
      $0.scheme != .local && mention.id.hasSuffix("/" + $0.scheme.rawValue + "/" + $0.value)
    }
    return Self.schemeRank(ofIRI: own?.scheme)
  }
}
