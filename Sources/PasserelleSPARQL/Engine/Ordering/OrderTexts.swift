internal import PasserelleCore

/// The texts of one condition of an order, laid one after the other while rows are sorted.
struct OrderTexts {
  private var bytes: [UInt8] = []
  /// Where the text of each row begins; −1 for rows whose key is that of no text.
  private var starts: [Int] = []
  private var ends: [Int] = []
  /// The keys, with what all texts of a rank begin with left out, so that they say more.
  private(set) var keys: [UInt128]

  /// The bytes held.
  var size: Int { bytes.capacity + starts.capacity * 16 + keys.capacity * 16 }

  /// Lays out the texts of some terms.
  init(_ ids: [TermID], _ keys: [UInt128], _ run: EngineRun) throws {
    self.keys = keys
    guard keys.contains(where: OrderKeyMaker.isText) else { return }
    starts = Array(repeating: -1, count: ids.count)
    ends = starts
    var seen = IDMemo<Int>(-1)
    let areMany = ids.count > 256
    for (row, id) in ids.enumerated() where OrderKeyMaker.isText(keys[row]) {
      if row > 0, ids[row - 1] == id {
        (starts[row], ends[row]) = (starts[row - 1], ends[row - 1])
        continue
      }
      if areMany, let earlier = seen.value(id) {
        (starts[row], ends[row]) = (starts[earlier], ends[earlier])
        continue
      }
      if areMany { seen.insert(row, for: id) }
      starts[row] = bytes.count
      try run.withAnyText(of: id) { _, text in bytes += text }
      ends[row] = bytes.count
    }
    shorten()
  }

  /// Makes keys of what follows the prefix that the texts of a rank share.
  private mutating func shorten() {
    var prefixes: [UInt128: Range<Int>] = [:]
    for row in keys.indices where starts[row] >= 0 {
      let (rank, text) = (OrderKeyMaker.rank(keys[row]), starts[row]..<ends[row])
      guard let prefix = prefixes[rank] else {
        prefixes[rank] = text
        continue
      }
      var count = 0
      while count < prefix.count, count < text.count,
        bytes[prefix.lowerBound + count] == bytes[text.lowerBound + count]
      {
        count += 1
      }
      if count < prefix.count { prefixes[rank] = prefix.lowerBound..<(prefix.lowerBound + count) }
    }
    bytes.withUnsafeBufferPointer { bytes in
      for row in keys.indices where starts[row] >= 0 {
        let rank = OrderKeyMaker.rank(keys[row])
        let skipped = prefixes[rank]?.count ?? 0
        keys[row] = OrderKeyMaker.text(rank, bytes[(starts[row] + skipped)..<ends[row]])
      }
    }
  }

  /// The order of the texts of two rows; nil where one has none.
  func order(_ a: Int, _ b: Int) -> ValueOrder? {
    guard !starts.isEmpty, starts[a] >= 0, starts[b] >= 0 else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      ByteSearch.order(
        UnsafeBufferPointer(rebasing: bytes[starts[a]..<ends[a]]),
        UnsafeBufferPointer(rebasing: bytes[starts[b]..<ends[b]]))
    }
  }
}
