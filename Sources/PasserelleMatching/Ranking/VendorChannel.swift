/// The values of one channel by vendor slot: sums over awards, or single scores.
struct VendorChannel {
  /// How deep ranks go.
  static let depth = 200

  /// The sum of each slot.
  private(set) var sums: [Float]
  /// The greatest value of one award of each slot.
  private(set) var bests: [Float]

  init(slots: Int) {
    sums = [Float](repeating: 0, count: slots)
    bests = sums
  }

  /// Adds an award's value to a slot, raised to a power by the caller.
  mutating func add(_ value: Float, power: Float, to slot: Int) {
    sums[slot] += power
    if value > bests[slot] { bests[slot] = value }
  }

  /// The sums, or the bests, as parts of the greatest and as ranks.
  struct View {
    /// 1 over the greatest value; 0 when there is none.
    let scale: Float
    /// 1 / (5 + rank) by slot, rank 0 for the first; equal values have equal ranks; 0 beyond the depth.
    let reciprocalRanks: [Float]
    /// The slots with positive values, best first.
    let order: [Int32]

    init(_ values: [Float]) {
      order = VendorChannel.top(values, VendorChannel.depth)
      var ranks = [Float](repeating: 0, count: values.count)
      var rank = 0
      for (place, slot) in order.enumerated() {
        if place > 0, values[Int(slot)] < values[Int(order[place - 1])] { rank = place }
        ranks[Int(slot)] = 1 / (5 + Float(rank))
      }
      reciprocalRanks = ranks
      scale = order.first.map { 1 / values[Int($0)] } ?? 0
    }
  }

  /// The places of the greatest positive values, best first, ties by place.
  ///
  /// - Complexity: O(*n* log `limit`) at worst; about O(*n*) in practice, as few values pass the least one kept.
  static func top(_ values: [Float], _ limit: Int) -> [Int32] {
    guard limit > 0 else { return [] }
    var keys: [UInt64] = []
    keys.reserveCapacity(min(values.count, 2 * limit))
    // The least of the keys that must be passed from here on.
    var least: UInt64 = 0
    for (place, value) in values.enumerated() where value > 0 {
      let key = UInt64(value.bitPattern) << 32 | UInt64(UInt32.max - UInt32(place))
      guard key > least else { continue }
      keys.append(key)
      guard keys.count == 2 * limit else { continue }
      keys.sort(by: >)
      keys.removeLast(limit)
      least = keys[limit - 1]
    }
    keys.sort(by: >)
    return keys.prefix(limit).map { Int32(UInt32.max - UInt32(truncatingIfNeeded: $0)) }
  }
}
