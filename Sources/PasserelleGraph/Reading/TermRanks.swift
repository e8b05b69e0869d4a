import Glibc
import PasserelleCore

/// The terms of some statements in the order of their canonical texts, sorted outside memory where they are many.
///
/// A text is followed by a space, as it is in a line: so the order of the texts is that of the lines.
final class TermRanks {
  /// The terms by rank.
  private(set) var identifiers: [TermID] = []
  /// Ranks by dictionary number.
  private var ranks: [UInt32]
  /// Inline values, ascending, and their ranks.
  private var inline: [(id: TermID, rank: UInt32)] = []
  private var ends: [Int] = []
  private let texts: SpillFile
  private var mapped: UnsafeRawPointer?

  private struct Entry {
    var start: Int
    var count: Int
    var id: TermID
  }

  private struct Run {
    var at: UnsafeRawPointer
    let end: UnsafeRawPointer

    var id: TermID { TermID(rawValue: at.loadUnaligned(as: Int64.self)) }
    var text: UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(start: at + 12, count: Int((at + 8).loadUnaligned(as: UInt32.self)))
    }
  }

  /// Sorts terms.
  ///
  /// - Parameters:
  ///   - used: One bit for each dictionary number that is used.
  ///   - values: The inline values that are used, ascending, each once.
  ///   - reader: Knows the terms.
  ///   - folder: Where working files may be made.
  ///   - memory: How many bytes of texts are sorted at a time.
  /// - Throws: ``PasserelleError``, as on a full disk.
  init(
    _ used: [UInt64], inline values: [TermID], _ reader: TermReader, folder: String, memory: Int
  ) throws {
    ranks = [UInt32](repeating: 0, count: used.count * 64)
    texts = try SpillFile(folder: folder)
    let runs = try SpillFile(folder: folder)
    var spans: [Range<Int>] = []
    var (arena, entries) = ([UInt8](), [Entry]())
    arena.reserveCapacity(memory + 4096)
    func add(_ id: TermID, _ write: (inout [UInt8]) -> Bool) throws {
      let start = arena.count
      guard write(&arena) else { return }
      arena.append(0x20)
      entries.append(Entry(start: start, count: arena.count - start, id: id))
      if arena.count >= memory { try Self.flush(&arena, &entries, runs, &spans) }
    }
    for word in used.indices {
      var bits = used[word]
      while bits != 0 {
        let id = Int64(word * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
        _ = try reader.withKey(of: id) { key in
          try add(TermID(rawValue: id)) { NQuadsBytes.append(key, to: &$0) }
        }
      }
    }
    for id in values {
      guard let term = InlineValue.term(of: id) else { continue }
      try add(id) {
        $0.append(contentsOf: NQuads.text(term).utf8)
        return true
      }
    }
    try Self.flush(&arena, &entries, runs, &spans)
    (arena, entries) = ([], [])
    try merge(spans, runs)
    inline.sort { $0.id < $1.id }
  }

  private static func flush(
    _ arena: inout [UInt8], _ entries: inout [Entry], _ file: SpillFile, _ spans: inout [Range<Int>]
  ) throws {
    guard !entries.isEmpty else { return }
    var (start, end): (Int?, Int) = (nil, 0)
    try arena.withUnsafeBytes { texts in
      guard let base = texts.baseAddress else { return }
      entries.sort { precedes(base + $0.start, $0.count, base + $1.start, $1.count) }
      var buffer: [UInt8] = []
      buffer.reserveCapacity(1 << 20)
      func drain() throws {
        let at = try buffer.withUnsafeBytes { try file.append($0) }
        if start == nil { start = at }
        end = at + buffer.count
        buffer.removeAll(keepingCapacity: true)
      }
      for entry in entries {
        withUnsafeBytes(of: entry.id.rawValue) { buffer.append(contentsOf: $0) }
        withUnsafeBytes(of: UInt32(entry.count)) { buffer.append(contentsOf: $0) }
        buffer.append(
          contentsOf: UnsafeRawBufferPointer(start: base + entry.start, count: entry.count))
        if buffer.count > 1 << 19 { try drain() }
      }
      try drain()
    }
    if let start { spans.append(start..<end) }
    arena.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }

  private static func precedes(
    _ left: UnsafeRawPointer, _ leftCount: Int, _ right: UnsafeRawPointer, _ rightCount: Int
  ) -> Bool {
    let order = memcmp(left, right, min(leftCount, rightCount))
    return order != 0 ? order < 0 : leftCount < rightCount
  }

  private func merge(_ spans: [Range<Int>], _ file: SpillFile) throws {
    guard let base = try file.map() else { return }
    var runs = spans.map { Run(at: base + $0.lowerBound, end: base + $0.upperBound) }
    var buffer: [UInt8] = []
    var written = 0
    while !runs.isEmpty {
      var least = 0
      var text = runs[0].text
      for index in runs.indices.dropFirst() {
        let other = runs[index].text
        if let a = other.baseAddress, let b = text.baseAddress,
          Self.precedes(a, other.count, b, text.count)
        {
          (least, text) = (index, other)
        }
      }
      let (id, rank) = (runs[least].id, UInt32(identifiers.count))
      if id.isInline { inline.append((id, rank)) } else { ranks[Int(id.rawValue)] = rank }
      identifiers.append(id)
      buffer.append(contentsOf: text)
      written += text.count
      ends.append(written)
      if buffer.count > 1 << 20 {
        _ = try buffer.withUnsafeBytes { try texts.append($0) }
        buffer.removeAll(keepingCapacity: true)
      }
      runs[least].at += 12 + text.count
      if runs[least].at >= runs[least].end { runs.remove(at: least) }
    }
    _ = try buffer.withUnsafeBytes { try texts.append($0) }
    file.unmap()
    mapped = try texts.map()
  }

  /// The rank of a term.
  @inline(__always)
  func rank(of id: TermID) -> UInt32 {
    if !id.isInline { return ranks[Int(id.rawValue)] }
    var (low, high) = (0, inline.count)
    while low < high {
      let middle = (low + high) / 2
      if inline[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < inline.count ? inline[low].rank : 0
  }

  /// The text of a rank, with the space behind it.
  @inline(__always)
  func text(_ rank: UInt32) -> UnsafeRawBufferPointer {
    let start = rank == 0 ? 0 : ends[Int(rank) - 1]
    return UnsafeRawBufferPointer(start: mapped.map { $0 + start }, count: ends[Int(rank)] - start)
  }
}
