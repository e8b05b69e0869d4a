import Glibc
import PasserelleCore
import PasserelleSegments

/// Bytes that end where readable memory ends: a load beyond them stops the test run.
final class GuardedBytes: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let pages: UnsafeMutableRawPointer
  private let length: Int

  init(_ contents: [UInt8]) {
    let page = Int(getpagesize())
    let full = (contents.count + page - 1) / page * page
    length = full + page
    let address = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let address, address != MAP_FAILED else { preconditionFailure("no memory") }
    pages = address
    let start = pages + full - contents.count
    contents.withUnsafeBytes { source in
      if let base = source.baseAddress { start.copyMemory(from: base, byteCount: source.count) }
    }
    mprotect(pages + full, page, PROT_NONE)
    bytes = UnsafeRawBufferPointer(start: start, count: contents.count)
  }

  deinit { munmap(pages, length) }

  private var start: UnsafeRawPointer { bytes.baseAddress ?? UnsafeRawPointer(pages) }

  /// Gives the start of guarded bytes, which are there as long as the body runs.
  static func with<Value>(_ contents: [UInt8], _ body: (UnsafeRawPointer) throws -> Value) rethrows -> Value {
    let guarded = GuardedBytes(contents)
    return try withExtendedLifetime(guarded) { try body(guarded.start) }
  }

  /// Gives guarded bytes, which are there as long as the body runs.
  static func withBuffer<Value>(
    _ contents: [UInt8], _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    let guarded = GuardedBytes(contents)
    return try withExtendedLifetime(guarded) { try body(guarded.bytes) }
  }
}

/// A storage of one file, whose bytes are guarded.
struct GuardedStorage: SegmentStorage {
  struct Unsupported: Error {}

  var contents: [UInt8]

  func map(_ name: String) throws -> MappedFile {
    let guarded = GuardedBytes(contents)
    return MappedFile(guarded.bytes) { _ in withExtendedLifetime(guarded) {} }
  }

  func create(_ name: String) throws -> any SegmentOutput { throw Unsupported() }
  func replace(_ name: String, with bytes: [UInt8]) throws { throw Unsupported() }
  func read(_ name: String) throws -> [UInt8]? { contents }
  func syncFolder() throws {}
  func remove(_ name: String) throws {}
  func names() throws -> [String] { [] }
  func lock(_ name: String) throws -> StorageLock? { nil }
  func holder(of name: String) -> Int? { nil }
  func path(of name: String) -> String { name }
}

/// The error a body throws, of the product's kind.
func productError(_ body: () throws -> Void) -> PasserelleError? {
  do {
    try body()
    return nil
  } catch {
    return error as? PasserelleError
  }
}

/// Reads bits in the plainest way: number *i* of a width at bit *i* · width, low bits first.
func plainBits(_ bytes: [UInt8], from bit: Int, count: Int) -> UInt64 {
  (0..<count).reduce(0) { value, place in
    let at = bit + place
    return value | UInt64(bytes[at / 8] >> UInt8(at % 8) & 1) << UInt64(place)
  }
}
