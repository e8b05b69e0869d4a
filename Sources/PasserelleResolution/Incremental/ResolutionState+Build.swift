internal import PasserelleCore

extension ResolutionState {
  /// Resolves many mentions at once.
  ///
  /// - Parameters:
  ///   - mentions: The mentions; the last of several with one identifier counts.
  ///   - judgements: Decisions on pairs of identifiers; those of unknown mentions are passed over.
  ///   - scorer: Scores pairs.
  ///   - options: How to resolve.
  /// - Complexity: near linear in the mentions for capped blocks.
  package init(
    mentions: [PreparedMention],
    judgements: [(left: String, right: String, judgement: PairJudgement)] = [],
    scorer: any PairScoring, options: ResolutionOptions = ResolutionOptions()
  ) {
    self.init(scorer: scorer, options: options)
    self.mentions.reserveCapacity(mentions.count)
    slots.reserveCapacity(mentions.count)
    for mention in mentions {
      let slot = Int(register(mention))
      self.mentions[slot] = mention
      isAlive[slot] = true
    }
    for judged in judgements {
      guard let left = slot(of: judged.left), let right = slot(of: judged.right) else { continue }
      self.judgements[left, right] = judged.judgement
    }
    rebuild()
  }

  /// Finds blocks, links and clusters of all mentions anew.
  mutating func rebuild() {
    let slotCount = mentions.count
    let table = BlockTable.build(entries(), threads: options.threads)
    let catalogue = BlockCatalogue(table, slotCount: slotCount, options: options.blocking)
    let scan = CandidateScan(
      table: table, catalogue: catalogue, slotCount: slotCount, options: options.blocking)
    let outcome = withLinks {
      scan.links(of: $0, from: options.clusters.linkSteps, threads: options.threads)
    }
    index = BlockIndex(base: table, slotCount: slotCount)
    graph = LinkGraph(outcome.links, slotCount: slotCount)
    report = BlockingReport()
    report.mentions = count
    report.entries = table.count
    report.pairs = outcome.compared
    for family in report.families.indices {
      report.families[family].blocks = catalogue.speaking[family]
      report.families[family].silentBlocks = catalogue.silent[family]
      report.families[family].pairs = outcome.byFamily[family]
    }
    clusters = (0..<UInt32(slotCount)).map { $0 }
    solve(components(outcome.links))
  }

  /// The keys of all mentions, in pieces.
  private func entries() -> [BlockTable.Entries] {
    let size = 4096
    return Lanes.map((mentions.count + size - 1) / size, threads: options.threads) { piece in
      var entries = BlockTable.Entries()
      let first = piece * size
      let last = min(mentions.count, first + size)
      for slot in first..<last where isAlive[slot] {
        entries.append(keyMaker.keys(of: mentions[slot]), of: UInt32(slot))
      }
      return entries
    }
  }

  /// The components of two members or more that links and judgements make.
  private func components(_ links: [Link]) -> [[UInt32]] {
    var sets = UnionFind(mentions.count)
    for link in links { sets.unite(Int(link.left), Int(link.right)) }
    for judged in judgements.all where judged.judgement == .same {
      guard isAlive[Int(judged.left)], isAlive[Int(judged.right)] else { continue }
      sets.unite(Int(judged.left), Int(judged.right))
    }
    // The least slot of a set is its root, so it is met first.
    var places = [Int32](repeating: -1, count: mentions.count)
    var components: [[UInt32]] = []
    for slot in mentions.indices where isAlive[slot] {
      let root = sets.find(slot)
      guard root != slot else { continue }
      if places[root] < 0 {
        places[root] = Int32(components.count)
        components.append([UInt32(root)])
      }
      components[Int(places[root])].append(UInt32(slot))
    }
    return components
  }

  /// Cuts components into clusters and notes these.
  mutating func solve(_ components: [[UInt32]]) {
    // Small pieces of work, so that large components do not wait for each other.
    let size = 256
    let graph = graph
    let options = options
    let parts = withLinks { source in
      let solver = ComponentSolver(source: source, options: options.clusters)
      return Lanes.map((components.count + size - 1) / size, threads: options.threads) { piece in
        var labels: [(slot: UInt32, first: UInt32)] = []
        for component in components[(piece * size)..<min(components.count, (piece + 1) * size)] {
          var links: [Link] = []
          if component.count > options.clusters.denseLimit {
            for slot in component {
              for neighbour in graph.neighbours(of: slot) where neighbour.slot > slot {
                links.append(Link(slot, neighbour.slot, neighbour.evidence))
              }
            }
          }
          let solved = solver.solve(component, links)
          for (place, slot) in solved.members.enumerated() {
            labels.append((slot, solved.members[solved.labels[place]]))
          }
        }
        return labels
      }
    }
    for part in parts {
      for label in part { clusters[Int(label.slot)] = label.first }
    }
  }
}
