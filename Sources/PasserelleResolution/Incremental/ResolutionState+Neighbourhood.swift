extension ResolutionState {
  /// Solves the components of affected slots anew, and tells what is another cluster than before.
  mutating func solve(_ affected: Set<UInt32>, _ update: inout ResolutionUpdate) {
    var seen = Set<UInt32>()
    var components: [[UInt32]] = []
    var before: [UInt32: UInt32] = [:]
    for start in affected.sorted() {
      before[start] = clusters[Int(start)]
      guard isAlive[Int(start)] else {
        clusters[Int(start)] = start
        continue
      }
      guard !seen.contains(start) else { continue }
      let component = component(of: start)
      for slot in component {
        seen.insert(slot)
        before[slot] = clusters[Int(slot)]
        clusters[Int(slot)] = slot
      }
      update.components += 1
      if component.count > 1 { components.append(component) }
    }
    update.touchedClusters = Set(before.values).count
    solve(components)
    var changed = Set<UInt32>()
    for (slot, cluster) in before where clusters[Int(slot)] != cluster { changed.insert(slot) }
    update.changedSlots = changed.sorted()
    update.changedClusters =
      Set(update.changedSlots.filter { isAlive[Int($0)] }.map { clusters[Int($0)] }).count
  }

  /// The slots that links and judgements join to a slot, ascending.
  package func component(of start: UInt32) -> [UInt32] {
    var seen: Set<UInt32> = [start]
    var pending = [start]
    while let slot = pending.popLast() {
      for neighbour in graph.neighbours(of: slot) where seen.insert(neighbour.slot).inserted {
        pending.append(neighbour.slot)
      }
      for partner in judgements.partners(of: slot, .same)
      where isAlive[Int(partner)] && seen.insert(partner).inserted {
        pending.append(partner)
      }
    }
    return seen.sorted()
  }

  /// The slots of the cluster of a slot, ascending.
  package func members(of slot: UInt32) -> [UInt32] {
    let first = clusters[Int(slot)]
    return component(of: slot).filter { clusters[Int($0)] == first }
  }

  /// The links of a slot, with their evidence, by slot.
  package func links(of slot: UInt32) -> [Link] {
    graph.neighbours(of: slot).map { Link(slot, $0.slot, $0.evidence) }
  }

  /// How the cluster of a slot came about: its merges, in their order.
  ///
  /// - Returns: The merges; empty for a single mention, and for a component solved by sampling (see
  ///   ``ClusterOptions/denseLimit``), of which ``links(of:)`` tells the evidence.
  package func merges(of slot: UInt32) -> [MergeStep] {
    let first = clusters[Int(slot)]
    let members = component(of: slot)
    let steps = withLinks { ComponentSolver(source: $0, options: options.clusters).steps(members) }
    return steps.filter { clusters[Int($0.left)] == first }
  }

  /// Every cluster of two members or more: its slots, ascending; clusters by their first slot.
  package func allClusters() -> [[UInt32]] {
    var groups: [UInt32: [UInt32]] = [:]
    for slot in mentions.indices where isAlive[slot] {
      groups[clusters[slot], default: []].append(UInt32(slot))
    }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  /// Puts what came since into the bases, when it is a quarter of them.
  mutating func compactIfWorthwhile() {
    if graph.changedCount * 4 > mentions.count + 4096 { graph = graph.compacted(slotCount: mentions.count) }
    if index.addedCount * 4 > index.base.count + 65_536 { index.compact(isAlive: isAlive) }
  }
}

extension ResolutionState {
  /// The evidence of any pair of slots, linked or not.
  package func evidence(_ left: UInt32, _ right: UInt32) -> Evidence {
    withLinks { $0.evidence(left, right) }
  }
}
