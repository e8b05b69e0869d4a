/// How much of an untrusted archive is unpacked at most.
///
/// All figures are counted while bytes are unpacked: what an archive declares of itself is not believed.
public struct ArchiveLimits: Sendable, Hashable {
  /// The most bytes unpacked of one input, those of nested archives included.
  public var totalBytes: Int
  /// The most bytes unpacked of one entry, those of an archive within it included.
  public var entryBytes: Int
  /// The most bytes unpacked for each packed byte, once an entry is past ``freeBytes``.
  ///
  /// Real open data is packed 10 to 40 times; deflate reaches 1,032 times with one byte repeated.
  public var ratio: Int
  /// How many bytes of an entry may be unpacked whatever the ratio.
  public var freeBytes: Int
  /// The most entries of one input, those of nested archives included.
  public var entries: Int
  /// The longest path of an entry, in bytes.
  public var pathBytes: Int
  /// How many archives may stand in each other; a `.tar.gz` counts as one.
  public var depth: Int

  /// 256 GiB in all, 64 GiB an entry, 250 to 1 past 16 MiB, two million entries, paths of 1,024 bytes, depth 2.
  public static let standard = ArchiveLimits()

  /// Makes limits; values under one are taken as one.
  public init(
    totalBytes: Int = 256 << 30, entryBytes: Int = 64 << 30, ratio: Int = 250, freeBytes: Int = 16 << 20,
    entries: Int = 2_000_000, pathBytes: Int = 1024, depth: Int = 2
  ) {
    self.totalBytes = max(1, totalBytes)
    self.entryBytes = max(1, entryBytes)
    self.ratio = max(1, ratio)
    self.freeBytes = max(1, freeBytes)
    self.entries = max(1, entries)
    self.pathBytes = max(1, pathBytes)
    self.depth = max(1, depth)
  }
}

/// Counts what one input has given against its limits, through all archives nested in it.
final class ArchiveBudget {
  let limits: ArchiveLimits
  /// How many entries of one input may give all their free bytes.
  private static let freeEntries = 64
  private var packed = 0
  private var unpacked = 0
  private var entries = 0
  /// Where the current entry of the outermost archive began.
  private var entryPacked = 0
  private var entryUnpacked = 0

  init(_ limits: ArchiveLimits) { self.limits = limits }

  /// Counts bytes read of the input itself.
  func take(packed count: Int) throws {
    packed += count
    if packed > limits.totalBytes { throw ArchiveFault(.limit) }
  }

  /// Counts bytes that an archive or a compressed file has given.
  func take(unpacked count: Int) throws {
    unpacked += count
    let entry = unpacked - entryUnpacked
    let allowed = (packed - entryPacked).multipliedReportingOverflow(by: limits.ratio)
    if !allowed.overflow, entry - limits.freeBytes > allowed.partialValue { throw ArchiveFault(.bomb) }
    // Many entries, each a little under what is free.
    let whole = packed.multipliedReportingOverflow(by: limits.ratio)
    let free = limits.freeBytes.multipliedReportingOverflow(by: Self.freeEntries)
    if !whole.overflow, !free.overflow, unpacked - free.partialValue > whole.partialValue {
      throw ArchiveFault(.bomb)
    }
    if entry > limits.entryBytes || unpacked > limits.totalBytes { throw ArchiveFault(.limit) }
  }

  /// Counts an entry.
  ///
  /// - Parameter isOutermost: Whether it stands in the input itself rather than in an archive of it.
  /// - Throws: ``ArchiveFault`` past the limit.
  func takeEntry(isOutermost: Bool) throws {
    entries += 1
    if entries > limits.entries { throw ArchiveFault(.limit) }
    if isOutermost { (entryPacked, entryUnpacked) = (packed, unpacked) }
  }
}
