/// The links of all mentions: a flat base, and lists of the slots that changed since.
struct LinkGraph: Sendable {
  /// A linked slot.
  struct Neighbour: Sendable, Hashable {
    /// The other slot.
    let slot: UInt32
    /// The evidence, in steps; links are never vetoes, so two bytes are enough.
    let steps: Int16

    /// The evidence.
    var evidence: Evidence { Evidence(steps: Int32(steps)) }
  }

  private(set) var offsets: [UInt32]
  private(set) var targets: [UInt32]
  private(set) var steps: [Int16]
  private var changed: [UInt32: [Neighbour]] = [:]

  /// Makes a graph of links whose slots ascend.
  init(_ links: [Link] = [], slotCount: Int = 0) {
    var offsets = [UInt32](repeating: 0, count: slotCount + 1)
    for link in links {
      offsets[Int(link.left) + 1] += 1
      offsets[Int(link.right) + 1] += 1
    }
    for slot in 0..<slotCount { offsets[slot + 1] += offsets[slot] }
    var next = offsets
    var targets = [UInt32](repeating: 0, count: links.count * 2)
    var steps = [Int16](repeating: 0, count: links.count * 2)
    for link in links {
      for (from, to) in [(link.left, link.right), (link.right, link.left)] {
        let place = Int(next[Int(from)])
        targets[place] = to
        steps[place] = Int16(clamping: link.evidence.steps)
        next[Int(from)] += 1
      }
    }
    self.offsets = offsets
    self.targets = targets
    self.steps = steps
  }

  /// Makes a graph of stored columns.
  init(offsets: [UInt32], targets: [UInt32], steps: [Int16]) {
    self.offsets = offsets
    self.targets = targets
    self.steps = steps
  }

  /// The linked slots of a slot, ascending where the base was built of ascending links.
  func neighbours(of slot: UInt32) -> [Neighbour] {
    if let list = changed[slot] { return list }
    guard Int(slot) + 1 < offsets.count else { return [] }
    return (Int(offsets[Int(slot)])..<Int(offsets[Int(slot) + 1])).map {
      Neighbour(slot: targets[$0], steps: steps[$0])
    }
  }

  /// Links two slots, or changes their evidence.
  mutating func set(_ left: UInt32, _ right: UInt32, _ evidence: Evidence) {
    replace(left, Neighbour(slot: right, steps: Int16(clamping: evidence.steps)), for: right)
    replace(right, Neighbour(slot: left, steps: Int16(clamping: evidence.steps)), for: left)
  }

  /// Takes the link of two slots away, if there is one.
  mutating func remove(_ left: UInt32, _ right: UInt32) {
    replace(left, nil, for: right)
    replace(right, nil, for: left)
  }

  private mutating func replace(_ slot: UInt32, _ neighbour: Neighbour?, for other: UInt32) {
    var list = neighbours(of: slot)
    list.removeAll { $0.slot == other }
    if let neighbour {
      let place = list.firstIndex { $0.slot > other } ?? list.count
      list.insert(neighbour, at: place)
    }
    changed[slot] = list
  }

  /// Slots whose links changed since the base was built.
  var changedCount: Int { changed.count }

  /// The graph with all changes in its base.
  func compacted(slotCount: Int) -> LinkGraph {
    var links: [Link] = []
    for slot in 0..<UInt32(slotCount) {
      for neighbour in neighbours(of: slot) where neighbour.slot > slot {
        links.append(Link(slot, neighbour.slot, neighbour.evidence))
      }
    }
    return LinkGraph(links, slotCount: slotCount)
  }
}
