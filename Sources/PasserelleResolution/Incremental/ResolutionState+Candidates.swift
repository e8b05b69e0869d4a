extension ResolutionState {
  /// The mentions that a new one might be, without adding it: what a question by name shows.
  ///
  /// - Parameters:
  ///   - mention: The mention, prepared with the statistics of the state.
  ///   - limit: How many to return.
  /// - Returns: Links from the slot ``mentions`` would give it, best evidence first, ties in the order of identifiers;
  ///   vetoed pairs are left out.
  package func candidates(of mention: PreparedMention, limit: Int = 20) -> [Link] {
    var weights: [UInt32: UInt16] = [:]
    var members: [UInt32] = []
    for key in keyMaker.keys(of: mention) {
      members.removeAll(keepingCapacity: true)
      index.members(of: key, into: &members)
      guard members.count <= options.blocking.cap(of: key) else { continue }
      for member in members { weights[member, default: 0] &+= options.blocking.weight(of: key) }
    }
    let guest = UInt32(clamping: mentions.count)
    var links: [Link] = []
    for slot in weights.keys.sorted() where weights[slot, default: 0] >= options.blocking.requiredWeight {
      let evidence = Evidence(scorer.score(mention, mentions[Int(slot)]))
      if !evidence.isVeto { links.append(Link(guest, slot, evidence)) }
    }
    withLinks { source in
      links.sort { left, right in
        left.evidence != right.evidence
          ? right.evidence < left.evidence : source.precedes(left.right, right.right)
      }
    }
    return Array(links.prefix(max(0, limit)))
  }
}
