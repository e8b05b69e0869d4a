internal import PasserelleCore

extension ResolutionState {
  /// Brings the clusters up to date with changes; only the neighbourhood of what changed is looked at.
  ///
  /// A cluster may grow, split, or vanish. The clusters are those of a state built at once of what is there now.
  ///
  /// - Parameter changes: New, changed and removed mentions, and judgements.
  /// - Returns: What was touched and what is another cluster than before.
  /// - Complexity: by the blocks and components that the changes meet.
  package mutating func apply(_ changes: ResolutionChanges) -> ResolutionUpdate {
    var update = ResolutionUpdate()
    var affected = Set<UInt32>()
    let plan = makePlan(changes)
    let sizes = plan.keys.map { index.size(of: $0) }
    detach(plan, &affected)
    attach(plan)
    var fresh = Set<UInt32>()
    for change in plan.upserts { fresh.insert(change.slot) }
    for link in links(ofFresh: plan.upserts, fresh, &update) {
      graph.set(link.left, link.right, link.evidence)
      affected.insert(link.left)
      affected.insert(link.right)
    }
    revise(plan.keys, sizesBefore: sizes, fresh: fresh, &affected, &update)
    judge(changes.judgements, &affected)
    for slot in fresh { affected.insert(slot) }
    for slot in plan.removals.map(\.slot) { affected.insert(slot) }
    solve(affected, &update)
    compactIfWorthwhile()
    return update
  }

  /// A mention that comes, changes or goes.
  private struct Change {
    var slot: UInt32
    var mention: PreparedMention?
    /// The keys it had, where it was there.
    var oldKeys: [UInt64]
    /// The keys it gets.
    var newKeys: [UInt64]
  }

  private struct Plan {
    var upserts: [Change] = []
    var removals: [Change] = []
    /// All keys concerned, ascending.
    var keys: [UInt64] = []
  }

  private mutating func makePlan(_ changes: ResolutionChanges) -> Plan {
    var plan = Plan()
    var latest: [UInt32: Int] = [:]
    for mention in changes.mentions {
      let slot = register(mention)
      let old = isAlive[Int(slot)] ? keyMaker.keys(of: mentions[Int(slot)]) : []
      let change = Change(slot: slot, mention: mention, oldKeys: old, newKeys: keyMaker.keys(of: mention))
      if let place = latest[slot] {
        plan.upserts[place] = change
      } else {
        latest[slot] = plan.upserts.count
        plan.upserts.append(change)
      }
    }
    var gone = Set<UInt32>()
    for id in changes.removals {
      guard let slot = slot(of: id), isAlive[Int(slot)], latest[slot] == nil, gone.insert(slot).inserted
      else {
        continue
      }
      plan.removals.append(
        Change(slot: slot, mention: nil, oldKeys: keyMaker.keys(of: mentions[Int(slot)]), newKeys: []))
    }
    var keys: [UInt64] = []
    for change in plan.upserts + plan.removals {
      keys += change.oldKeys
      keys += change.newKeys
    }
    keys.sort()
    for key in keys where plan.keys.last != key { plan.keys.append(key) }
    return plan
  }

  /// Takes changed and removed mentions out of blocks and links.
  private mutating func detach(_ plan: Plan, _ affected: inout Set<UInt32>) {
    for change in plan.upserts + plan.removals where isAlive[Int(change.slot)] {
      index.remove(change.slot, keys: change.oldKeys)
      for neighbour in graph.neighbours(of: change.slot) {
        graph.remove(change.slot, neighbour.slot)
        affected.insert(neighbour.slot)
      }
      for partner in judgements.partners(of: change.slot, .same) { affected.insert(partner) }
      isAlive[Int(change.slot)] = false
    }
  }

  /// Puts new and changed mentions into their blocks.
  private mutating func attach(_ plan: Plan) {
    for change in plan.upserts {
      guard let mention = change.mention else { continue }
      mentions[Int(change.slot)] = mention
      isAlive[Int(change.slot)] = true
      index.add(change.slot, keys: change.newKeys)
    }
  }

  /// The links of new and changed mentions.
  private func links(
    ofFresh upserts: [Change], _ fresh: Set<UInt32>, _ update: inout ResolutionUpdate
  ) -> [Link] {
    let size = 64
    let bar = options.clusters.linkSteps
    let blocking = options.blocking
    let parts = withLinks { source in
      Lanes.map((upserts.count + size - 1) / size, threads: options.threads) { piece in
        var links: [Link] = []
        var compared = 0
        var weights: [UInt32: UInt16] = [:]
        var members: [UInt32] = []
        for change in upserts[(piece * size)..<min(upserts.count, (piece + 1) * size)] {
          weights.removeAll(keepingCapacity: true)
          for key in change.newKeys {
            members.removeAll(keepingCapacity: true)
            index.members(of: key, into: &members)
            guard members.count > 1, members.count <= blocking.cap(of: key) else { continue }
            let weight = blocking.weight(of: key)
            // A pair of two new mentions is met from the lesser slot.
            for other in members where other > change.slot || (other < change.slot && !fresh.contains(other))
            {
              weights[other, default: 0] &+= weight
            }
          }
          for other in weights.keys.sorted() where weights[other, default: 0] >= blocking.requiredWeight {
            compared += 1
            let evidence = source.evidence(change.slot, other)
            if evidence.steps >= bar { links.append(Link(change.slot, other, evidence)) }
          }
        }
        return (links, compared)
      }
    }
    for part in parts { update.compared += part.1 }
    return parts.flatMap { $0.0 }
  }

  /// Looks again at the pairs of blocks that fell silent, or speak again.
  private mutating func revise(
    _ keys: [UInt64], sizesBefore: [Int], fresh: Set<UInt32>, _ affected: inout Set<UInt32>,
    _ update: inout ResolutionUpdate
  ) {
    var known: [UInt32: [UInt64]] = [:]
    var seen = Set<UInt64>()
    for (place, key) in keys.enumerated() {
      let cap = options.blocking.cap(of: key)
      let before = sizesBefore[place]
      let after = index.size(of: key)
      guard (before > cap) != (after > cap) else { continue }
      var members: [UInt32] = []
      index.members(of: key, into: &members)
      members.sort()
      if after > cap {
        // Fallen silent: only links can be lost.
        let inBlock = Set(members)
        for slot in members where !fresh.contains(slot) {
          for neighbour in graph.neighbours(of: slot)
          where neighbour.slot > slot && inBlock.contains(neighbour.slot) && !fresh.contains(neighbour.slot) {
            guard !areCandidates(slot, neighbour.slot, &known) else { continue }
            graph.remove(slot, neighbour.slot)
            affected.insert(slot)
            affected.insert(neighbour.slot)
          }
        }
        continue
      }
      for (one, slot) in members.enumerated() where !fresh.contains(slot) {
        for other in members[(one + 1)...] where !fresh.contains(other) {
          guard seen.insert(UInt64(slot) << 32 | UInt64(other)).inserted else { continue }
          guard areCandidates(slot, other, &known) else { continue }
          update.compared += 1
          let evidence = withLinks { $0.evidence(slot, other) }
          guard evidence.steps >= options.clusters.linkSteps else { continue }
          guard !graph.neighbours(of: slot).contains(where: { $0.slot == other }) else { continue }
          graph.set(slot, other, evidence)
          affected.insert(slot)
          affected.insert(other)
        }
      }
    }
  }

  /// Whether two mentions share enough speaking blocks.
  private func areCandidates(_ left: UInt32, _ right: UInt32, _ known: inout [UInt32: [UInt64]]) -> Bool {
    let one = known[left] ?? keyMaker.keys(of: mentions[Int(left)])
    let other = known[right] ?? keyMaker.keys(of: mentions[Int(right)])
    known[left] = one
    known[right] = other
    var weight = 0
    var from = 0
    var to = 0
    while from < one.count, to < other.count {
      if one[from] == other[to] {
        if index.size(of: one[from]) <= options.blocking.cap(of: one[from]) {
          weight += Int(options.blocking.weight(of: one[from]))
        }
        from += 1
        to += 1
      } else if one[from] < other[to] {
        from += 1
      } else {
        to += 1
      }
    }
    return weight >= Int(options.blocking.requiredWeight)
  }

  private mutating func judge(
    _ decisions: [(left: String, right: String, judgement: PairJudgement?)], _ affected: inout Set<UInt32>
  ) {
    for decision in decisions {
      guard let left = slot(of: decision.left), let right = slot(of: decision.right) else { continue }
      judgements[left, right] = decision.judgement
      affected.insert(left)
      affected.insert(right)
    }
  }
}
