import PasserelleCore
public import PasserelleSegments
import Synchronization

/// A storage whose operations fail on purpose, over another that does the work.
///
/// Operations that change something are counted from 1 on: each write of bytes, ``SegmentOutput/finish()``,
/// `replace`, `remove` and `syncFolder`. A test runs once to count them, then once for each of them.
public final class FailingStorage: SegmentStorage {
  /// What goes wrong.
  public enum Failure: Sendable, Hashable {
    /// Nothing; operations are counted.
    case none
    /// One operation fails, with a full disk; those after it succeed.
    case diskFull(at: Int)
    /// From this operation on everything throws, and what was not synced is lost: new names and removals
    /// since the last sync of the folder, bytes of files that were not finished.
    case crash(at: Int)
    /// As ``crash(at:)``, but names and removals reached the disk by themselves, and half the bytes of files
    /// that were not finished.
    case tornCrash(at: Int)
  }

  /// The error of every operation after a crash.
  public struct Crashed: Error, Sendable {}

  private struct State {
    var operations = 0
    var isDown = false
    /// Files made since the folder was synced.
    var unsyncedNames: Set<String> = []
    /// Files removed since the folder was synced; they are still in the base.
    var removed: Set<String> = []
    var open: [String: [UInt8]] = [:]
  }

  private let base: any SegmentStorage
  private let failure: Failure
  private let state = Mutex(State())

  /// Stands before another storage.
  public init(_ base: any SegmentStorage, _ failure: Failure = .none) {
    self.base = base
    self.failure = failure
  }

  /// The number of operations so far, the failed one among them.
  public var operations: Int { state.withLock { $0.operations } }

  /// Whether the crash has happened.
  public var isDown: Bool { state.withLock { $0.isDown } }

  /// Makes a file; its bytes reach the base when it is finished.
  public func create(_ name: String) throws -> any SegmentOutput {
    try checkUp()
    state.withLock {
      $0.removed.remove(name)
      $0.open[name] = []
    }
    return Output(name, self)
  }

  /// Maps a file of the base.
  public func map(_ name: String) throws -> MappedFile {
    try checkUp()
    // A name that was removed is missing: the base says so of one that cannot be.
    return try base.map(isRemoved(name) ? name + ".removed" : name)
  }

  /// The bytes of a file of the base.
  public func read(_ name: String) throws -> [UInt8]? {
    try checkUp()
    return isRemoved(name) ? nil : try base.read(name)
  }

  /// Replaces a file, which syncs the folder.
  public func replace(_ name: String, with bytes: [UInt8]) throws {
    try operation()
    try base.replace(name, with: bytes)
    try settle()
  }

  /// Syncs the folder.
  public func syncFolder() throws {
    try operation()
    try settle()
  }

  /// Removes a file; a crash before the folder is synced brings it back.
  public func remove(_ name: String) throws {
    try operation()
    state.withLock { _ = $0.removed.insert(name) }
  }

  /// The names of all files but the removed ones.
  public func names() throws -> [String] {
    try checkUp()
    let names = try base.names()
    return state.withLock { state in names.filter { !state.removed.contains($0) } }
  }

  /// Takes a lock of the base.
  public func lock(_ name: String) throws -> StorageLock? {
    try checkUp()
    return try base.lock(name)
  }

  /// The holder of a lock of the base.
  public func holder(of name: String) -> Int? { base.holder(of: name) }

  /// The path of a file of the base.
  public func path(of name: String) -> String { base.path(of: name) }

  private func isRemoved(_ name: String) -> Bool { state.withLock { $0.removed.contains(name) } }

  private func checkUp() throws {
    if isDown { throw Crashed() }
  }

  /// Makes names and removals lasting.
  private func settle() throws {
    let removed = state.withLock { state in
      defer { state.removed = [] }
      state.unsyncedNames = []
      return state.removed.sorted()
    }
    for name in removed { try base.remove(name) }
  }

  /// Counts an operation and fails if its turn has come.
  private func operation() throws {
    try checkUp()
    let count = state.withLock { state in
      state.operations += 1
      return state.operations
    }
    switch failure {
    case .diskFull(at: count):
      throw PasserelleError(
        .graphDiskFull, LocalizedText(fr: "disque plein (essai)", en: "disk full (test)"))
    case .crash(at: count):
      try crash(torn: false)
      throw Crashed()
    case .tornCrash(at: count):
      try crash(torn: true)
      throw Crashed()
    default: break
    }
  }

  private func crash(torn: Bool) throws {
    let before = state.withLock { state in
      state.isDown = true
      return state
    }
    guard torn else {
      for name in before.unsyncedNames.sorted() { try base.remove(name) }
      return
    }
    for name in before.removed.sorted() { try base.remove(name) }
    for (name, bytes) in before.open.sorted(by: { $0.key < $1.key }) {
      try write(name, Array(bytes.prefix(bytes.count / 2)))
    }
  }

  private func write(_ name: String, _ bytes: [UInt8]) throws {
    let output = try base.create(name)
    try bytes.withUnsafeBytes { try output.write($0) }
    try output.finish()
  }

  private final class Output: SegmentOutput {
    private let name: String
    private let storage: FailingStorage

    init(_ name: String, _ storage: FailingStorage) {
      self.name = name
      self.storage = storage
    }

    deinit { abandon() }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
      try storage.operation()
      let copy = Array(bytes)
      storage.state.withLock { $0.open[name]?.append(contentsOf: copy) }
    }

    func finish() throws {
      do {
        try storage.operation()
      } catch {
        abandon()
        throw error
      }
      let bytes = storage.state.withLock { $0.open.removeValue(forKey: name) }
      try storage.write(name, bytes ?? [])
      storage.state.withLock { _ = $0.unsyncedNames.insert(name) }
    }

    func abandon() { storage.state.withLock { _ = $0.open.removeValue(forKey: name) } }
  }
}
