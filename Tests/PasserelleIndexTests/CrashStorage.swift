import PasserelleCore
import PasserelleSegments
import Synchronization

/// A storage whose `replace` may do its work and fail then, as when the folder cannot be synced.
final class LateFailure: SegmentStorage {
  let fails = Mutex(false)
  private let base: any SegmentStorage

  init(_ base: any SegmentStorage) { self.base = base }

  func replace(_ name: String, with bytes: [UInt8]) throws {
    try base.replace(name, with: bytes)
    if fails.withLock({ $0 }) {
      throw PasserelleError(.indexInvalid, LocalizedText(fr: "panne (essai)", en: "fault (test)"))
    }
  }

  func create(_ name: String) throws -> any SegmentOutput { try base.create(name) }
  func map(_ name: String) throws -> MappedFile { try base.map(name) }
  func read(_ name: String) throws -> [UInt8]? { try base.read(name) }
  func syncFolder() throws { try base.syncFolder() }
  func remove(_ name: String) throws { try base.remove(name) }
  func names() throws -> [String] { try base.names() }
  func lock(_ name: String) throws -> StorageLock? { try base.lock(name) }
  func holder(of name: String) -> Int? { base.holder(of: name) }
  func path(of name: String) -> String { base.path(of: name) }
}
