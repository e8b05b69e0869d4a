internal import PasserelleCore

/// Sorts terms by one condition of an order.
///
/// By their keys first; terms that those leave open are compared as texts, laid one after the other, or decoded.
struct ConditionSorter {
  private let ids: [TermID]
  private let isDescending: Bool
  private let run: EngineRun
  private let maker: OrderKeyMaker
  private let texts: OrderTexts
  /// Whether a number of 32 bits is among the terms: numbers are then compared one by one.
  private let isInexact: Bool

  /// Makes a sorter of some terms and their keys.
  init(_ ids: [TermID], _ keys: [UInt128], _ isDescending: Bool, _ run: EngineRun, _ maker: OrderKeyMaker)
    throws
  {
    self.ids = ids
    self.isDescending = isDescending
    self.run = run
    self.maker = maker
    texts = try OrderTexts(ids, keys, run)
    isInexact = keys.contains(where: OrderKeyMaker.isInexact)
  }

  private struct Entry: Comparable {
    let key: UInt128
    let place: Int32

    static func < (left: Entry, right: Entry) -> Bool {
      left.key == right.key ? left.place < right.place : left.key < right.key
    }
  }

  /// The places of the terms in the order, and which of them hold equal terms; those stand in ascending order.
  func sorted() throws -> (places: [Int32], equal: [Range<Int>]) {
    try run.ledger.add(texts.size + ids.count * 48, for: .order)
    defer { run.ledger.remove(texts.size + ids.count * 48) }
    var entries = texts.keys.enumerated().map { place, key in
      let isOpen = isInexact && OrderKeyMaker.rank(key) == OrderKeyMaker.Rank.numeric.rawValue
      let key = isOpen ? OrderKeyMaker.rank(key) << 120 : key
      return Entry(key: isDescending ? ~key : key, place: Int32(truncatingIfNeeded: place))
    }
    entries.sort()
    var places = entries.map(\.place)
    var result: [Range<Int>] = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].key == entries[start].key { end += 1 }
      try split(&places, start..<end, &result)
      start = end
    }
    return (places, result)
  }

  /// Sorts places of one key, and tells equal terms apart from others.
  private func split(_ places: inout [Int32], _ part: Range<Int>, _ result: inout [Range<Int>]) throws {
    let first = ids[Int(places[part.lowerBound])]
    if part.count == 1 || part.allSatisfy({ ids[Int(places[$0])] == first }) {
      result.append(part)
      return
    }
    try run.scalar.checkLimits()
    var sorted = Array(places[part])
    try sorted.sort { a, b in
      switch try order(Int(a), Int(b)) {
      case .equal: a < b
      case .less: !isDescending
      case .greater: isDescending
      }
    }
    for (index, place) in sorted.enumerated() { places[part.lowerBound + index] = place }
    var start = part.lowerBound
    for place in part.dropFirst() where try order(Int(places[place - 1]), Int(places[place])) != .equal {
      result.append(start..<place)
      start = place
    }
    result.append(start..<part.upperBound)
  }

  private func order(_ a: Int, _ b: Int) throws -> ValueOrder {
    let (left, right) = (ids[a], ids[b])
    if left == right { return .equal }
    if let order = texts.order(a, b), order != .equal { return order }
    return try maker.order(left, right)
  }
}
