import Glibc
import PasserelleCore
import PasserelleSegments

/// Statements by graph in sorted runs, in memory and, past a limit, in a file without a name.
///
/// A run is a row of groups by ascending graph: the graph, how many bytes, and the ``StatementBlock``.
final class LoadedRuns {
  private struct Run {
    /// In memory; nil for one of the file.
    var bytes: [UInt8]?
    var range: Range<Int>
  }

  private var runs: [Run] = []
  private var inMemory = 0
  private let memory: Int
  private let folder: String
  private var spilled: SpillFile?

  /// Makes an empty set of runs.
  ///
  /// - Parameters:
  ///   - folder: Where a file may be made.
  ///   - memory: The most bytes kept in memory.
  init(folder: String, memory: Int) {
    (self.folder, self.memory) = (folder, memory)
  }

  /// The number of runs.
  var count: Int { runs.count }

  /// Adds a run.
  func add(_ bytes: [UInt8]) throws {
    runs.append(Run(bytes: bytes, range: 0..<bytes.count))
    inMemory += bytes.count
    guard inMemory > memory else { return }
    let file = try spilled ?? SpillFile(folder: folder)
    spilled = file
    for index in runs.indices {
      guard let bytes = runs[index].bytes else { continue }
      let start = try bytes.withUnsafeBytes { try file.append($0) }
      runs[index] = Run(bytes: nil, range: start..<(start + bytes.count))
    }
    inMemory = 0
  }

  /// Forgets the runs after the first so many.
  func truncate(to count: Int) {
    for run in runs[count...] where run.bytes != nil { inMemory -= run.range.count }
    runs.removeLast(runs.count - count)
  }

  /// Gives the blocks of each graph, by ascending graph; those of one graph in the order of the runs.
  func merged(_ body: (TermID, [UnsafeRawBufferPointer]) throws -> Void) throws {
    let mapped = try spilled?.map()
    defer { spilled?.unmap() }
    try withPointers(0, mapped, []) { starts in
      var cursors = zip(starts, runs).map { start, run in
        Cursor(at: start, end: start + run.range.count)
      }
      for index in cursors.indices { cursors[index].advance() }
      var heap = cursors.indices.filter { cursors[$0].graph != 0 }
      func isBefore(_ left: Int, _ right: Int) -> Bool {
        (cursors[left].graph, left) < (cursors[right].graph, right)
      }
      func sift(_ start: Int) {
        var parent = start
        while true {
          var least = parent
          for child in [2 * parent + 1, 2 * parent + 2]
          where child < heap.count && isBefore(heap[child], heap[least]) {
            least = child
          }
          if least == parent { return }
          heap.swapAt(parent, least)
          parent = least
        }
      }
      for parent in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sift(parent) }
      var parts: [UnsafeRawBufferPointer] = []
      while let first = heap.first {
        let graph = cursors[first].graph
        parts.removeAll(keepingCapacity: true)
        while let top = heap.first, cursors[top].graph == graph {
          parts.append(cursors[top].block)
          cursors[top].advance()
          if cursors[top].graph == 0 {
            heap.swapAt(0, heap.count - 1)
            heap.removeLast()
          }
          if !heap.isEmpty { sift(0) }
        }
        try body(TermID(rawValue: graph), parts)
      }
    }
  }

  /// Where each run starts, as long as the body runs.
  private func withPointers(
    _ index: Int, _ mapped: UnsafeRawPointer?, _ starts: [UnsafeRawPointer],
    _ body: ([UnsafeRawPointer]) throws -> Void
  ) throws {
    var (index, starts) = (index, starts)
    while index < runs.count, runs[index].bytes == nil, let mapped {
      starts.append(mapped + runs[index].range.lowerBound)
      index += 1
    }
    guard index < runs.count else { return try body(starts) }
    try runs[index].bytes?.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      try withPointers(index + 1, mapped, starts + [start], body)
    }
  }

  private struct Cursor {
    var at: UnsafeRawPointer
    let end: UnsafeRawPointer
    /// The graph of the group at hand; 0 at the end.
    var graph: Int64 = 0
    var block = UnsafeRawBufferPointer(start: nil, count: 0)

    init(at: UnsafeRawPointer, end: UnsafeRawPointer) { (self.at, self.end) = (at, end) }

    mutating func advance() {
      graph = 0
      guard at < end else { return }
      var cursor = at.assumingMemoryBound(to: UInt8.self)
      let limit = end.assumingMemoryBound(to: UInt8.self)
      guard let graph = VarInt.read(&cursor, end: limit), let count = VarInt.read(&cursor, end: limit) else {
        return
      }
      let start = UnsafeRawPointer(cursor)
      block = UnsafeRawBufferPointer(start: start, count: Int(count))
      at = start + Int(count)
      self.graph = Int64(graph)
    }
  }
}

/// A file without a name for what does not fit in memory; it goes with the value.
package final class SpillFile {
  private let descriptor: Int32
  private let folder: String
  private var length = 0
  private var mapped: UnsafeMutableRawPointer?

  /// Makes a file in a folder.
  ///
  /// - Parameter folder: A folder that can be written.
  /// - Throws: ``PasserelleError``.
  package init(folder: String) throws {
    self.folder = folder
    var name = Array((folder + "/spill-XXXXXX").utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw Self.failure(folder, errno) }
    unlink(&name)
  }

  deinit {
    unmap()
    close(descriptor)
  }

  /// Appends bytes.
  ///
  /// - Returns: Where they start.
  /// - Throws: ``PasserelleError``, as on a full disk.
  package func append(_ bytes: UnsafeRawBufferPointer) throws -> Int {
    var done = 0
    while done < bytes.count, let start = bytes.baseAddress {
      let written = write(descriptor, start + done, bytes.count - done)
      if written < 0 {
        guard errno == EINTR else { throw Self.failure(folder, errno) }
      } else {
        done += written
      }
    }
    defer { length += bytes.count }
    return length
  }

  /// The bytes so far, until ``unmap()``; nil for an empty file.
  package func map() throws -> UnsafeRawPointer? {
    guard mapped == nil, length > 0 else { return UnsafeRawPointer(mapped) }
    let address = mmap(nil, length, PROT_READ, MAP_SHARED, descriptor, 0)
    guard let address, address != MAP_FAILED else { throw Self.failure(folder, errno) }
    mapped = address
    return UnsafeRawPointer(address)
  }

  /// Gives the mapped bytes back.
  package func unmap() {
    if let mapped { munmap(mapped, length) }
    mapped = nil
  }

  private static func failure(_ folder: String, _ number: Int32) -> PasserelleError {
    let reason = String(cString: strerror(number))
    return number == ENOSPC || number == EDQUOT
      ? PasserelleError(
        .graphDiskFull,
        LocalizedText(
          fr: "Plus de place sur le disque dans « \(folder) ». Libérez de l’espace et relancez.",
          en: "No space left on the device in '\(folder)'. Free some space and run again."),
        at: SourceLocation(file: folder))
      : PasserelleError(
        .graphUnavailable,
        LocalizedText(
          fr:
            "Le fichier de travail ne peut pas être écrit dans « \(folder) » (\(reason)). Vérifiez les droits.",
          en: "The working file cannot be written in '\(folder)' (\(reason)). Check the permissions."),
        at: SourceLocation(file: folder))
  }
}
