extension ResolutionState {
  /// The first bytes of a stored state; another number is another layout.
  private static var signature: [UInt8] { Array("passerelle-resolution-state/1\n".utf8) }

  /// The state as bytes: blocks, links, clusters and judgements, without the mentions themselves.
  ///
  /// The same state gives the same bytes, whatever came in between.
  ///
  /// - Complexity: about 13 bytes a blocking key and 6 a link and side.
  package func stored() -> [UInt8] {
    let (table, graph) = (index.flattened(), graph.compacted(slotCount: mentions.count))
    var columns = ByteColumns()
    columns.append(Self.signature)
    columns.append([fingerprint])
    columns.append(ranks)
    columns.append(isAlive.map { $0 ? 1 as UInt8 : 0 })
    columns.append(clusters)
    columns.append(table.keys)
    columns.append(table.slots)
    columns.append(graph.offsets)
    columns.append(graph.targets)
    columns.append(graph.steps)
    let judged = judgements.all
    columns.append(judged.map(\.left))
    columns.append(judged.map(\.right))
    columns.append(judged.map(\.judgement.rawValue))
    return columns.bytes
  }

  /// Restores a stored state; nothing is compared or clustered.
  ///
  /// nil where the bytes are damaged, of another layout, options or epoch, or of other mentions: the state is built
  /// anew then.
  ///
  /// - Parameters:
  ///   - bytes: What ``stored()`` gave.
  ///   - mentions: The mention of every slot, in the order of ``mentions``, prepared as before.
  ///   - epoch: See ``epoch``.
  ///   - scorer: Scores pairs; the same as before.
  ///   - options: The same as before.
  package init?(
    _ bytes: [UInt8], mentions: [PreparedMention], epoch: UInt64 = 0, scorer: any PairScoring,
    options: ResolutionOptions = ResolutionOptions()
  ) {
    self.init(scorer: scorer, options: options)
    self.epoch = epoch
    var columns = ByteColumns(reading: bytes)
    guard columns.next(UInt8.self) == Self.signature, columns.next(UInt64.self) == [fingerprint],
      let ranks = columns.next(UInt64.self), let alive = columns.next(UInt8.self),
      let clusters = columns.next(UInt32.self), let keys = columns.next(UInt64.self),
      let slots = columns.next(UInt32.self), let offsets = columns.next(UInt32.self),
      let targets = columns.next(UInt32.self), let steps = columns.next(Int16.self),
      let left = columns.next(UInt32.self), let right = columns.next(UInt32.self),
      let decisions = columns.next(UInt8.self), columns.isAtEnd
    else { return nil }
    let count = mentions.count
    guard ranks.count == count, alive.count == count, clusters.count == count, keys.count == slots.count,
      offsets.count == count + 1, targets.count == steps.count, offsets.last.map(Int.init) == targets.count,
      zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 }), left.count == right.count,
      right.count == decisions.count,
      (clusters + slots + targets + left + right).allSatisfy({ $0 < count })
    else { return nil }
    for mention in mentions { _ = register(mention) }
    guard self.mentions.count == count, self.ranks == ranks else { return nil }
    isAlive = alive.map { $0 != 0 }
    self.clusters = clusters
    index = BlockIndex(base: BlockTable(keys: keys, slots: slots), isInBase: isAlive)
    graph = LinkGraph(offsets: offsets, targets: targets, steps: steps)
    for (place, decision) in decisions.enumerated() {
      judgements[left[place], right[place]] = PairJudgement(rawValue: decision)
    }
  }

  /// A hash of what decides clusters beside the mentions: epoch and options.
  private var fingerprint: UInt64 {
    var hash = BlockingKey.mix(epoch)
    func add(_ value: UInt64) { hash = BlockingKey.mix(hash ^ value) }
    for cap in options.blocking.caps { add(UInt64(cap)) }
    for weight in options.blocking.weights { add(UInt64(weight)) }
    add(UInt64(options.blocking.requiredWeight))
    add(UInt64(options.blocking.wordLimit))
    add(UInt64(options.blocking.nameLimit))
    add(UInt64(options.clusters.linkProbability.bitPattern))
    add(UInt64(options.clusters.mergeEvidence.bitPattern))
    add(UInt64(options.clusters.denseLimit))
    add(UInt64(options.clusters.sampleLimit))
    return hash
  }
}
