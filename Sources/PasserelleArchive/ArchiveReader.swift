public import PasserelleCore

/// Reads the files of a ZIP or tar archive one after the other, as the bytes of the archive come.
///
/// Nothing is unpacked to disk, and memory is bounded by some blocks. Every path, kind and size is checked before an
/// entry is given; an entry that is refused does not stop the next ones.
public final class ArchiveReader {
  /// A file of an archive.
  public struct Entry {
    /// The path within the archive, as it stands there.
    public let path: String
    /// The size that the archive declares; not to be believed.
    public let size: Int?
    /// The content, until the next entry is asked for; faults are thrown where they are met.
    public let input: any ByteSource
  }

  /// What an archive holds at a place.
  public enum Item {
    /// A file.
    case file(Entry)
    /// An entry that is not read: its path, and why.
    case refused(path: String, error: PasserelleError)
  }

  private let file: String
  private let isZIP: Bool
  private let isOutermost: Bool
  private let budget: ArchiveBudget
  private let handle: ArchiveHandle
  private var number = 0
  private var localHeaders = 0
  private var isAtEnd = false

  /// Opens a ZIP or tar archive.
  ///
  /// - Parameters:
  ///   - input: The bytes.
  ///   - signature: `.zip` or `.document` for ZIP, `.tar` for tar.
  ///   - file: The name for errors.
  ///   - limits: How much is unpacked at most.
  /// - Throws: ``PasserelleError`` with a code of archives, and what `input` throws.
  public convenience init(
    _ input: any ByteSource, signature: ArchiveSignature, file: String, limits: ArchiveLimits = .standard
  ) throws {
    let budget = ArchiveBudget(limits)
    let counted = PackedByteSource(input, budget: budget, file: file)
    try self.init(counted, signature: signature, file: file, budget: budget, isOutermost: true)
  }

  init(
    _ input: any ByteSource, signature: ArchiveSignature, file: String, budget: ArchiveBudget,
    isOutermost: Bool
  ) throws {
    self.file = file
    self.budget = budget
    self.isOutermost = isOutermost
    precondition(!signature.isCompression, "a compressed file is no archive")
    isZIP = signature != .tar
    do {
      handle = try ArchiveHandle(input, form: signature)
    } catch let fault as ArchiveFault {
      throw fault.error(file: file)
    }
  }

  /// Moves to the next file or refused entry; folders are passed over.
  ///
  /// - Returns: Nil at the end of the archive.
  /// - Throws: ``PasserelleError`` with a code of archives for what ends the archive, once; what the input throws.
  public func next() throws -> Item? {
    number += 1
    do {
      while !isAtEnd {
        try skipRest()
        guard try handle.nextEntry() else {
          isAtEnd = true
          try checkEnd()
          return nil
        }
        if isZIP { localHeaders += 1 }
        if handle.isDirectory, handle.refusal == nil { continue }
        try budget.takeEntry(isOutermost: isOutermost)
        return item()
      }
      return nil
    } catch let fault as ArchiveFault {
      isAtEnd = true
      throw fault.error(file: file)
    } catch {
      isAtEnd = true
      throw error
    }
  }

  /// Reads over what is left of an entry whose length is not told, so that it is counted; libarchive passes over others.
  private func skipRest() throws {
    guard number > 1, isEntryOpen, handle.size == nil else { return }
    isEntryOpen = false
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    do {
      while true {
        let count = try handle.read(into: buffer)
        if count == 0 { return }
        try budget.take(unpacked: count)
      }
    } catch let fault as ArchiveFault where !fault.endsArchive {
      return
    }
  }

  /// Whether an entry was given and not read to its end.
  private var isEntryOpen = false

  private func item() -> Item {
    let path = handle.path ?? ""
    let header = isZIP ? localHeader : nil
    let refusal: ArchiveFault? =
      if path.utf8.count > budget.limits.pathBytes {
        ArchiveFault(.limit)
      } else if !ArchivePath.isSafe(path) || (header?.name.contains(0) ?? false) {
        ArchiveFault(.traversal)
      } else if let method = header?.method, !Self.methods.contains(method) {
        // Those of 7-Zip ask for as much memory as the entry says, up to 4 GiB.
        handle.refusal ?? ArchiveFault(.unsupported, detail: "method \(method)")
      } else {
        handle.refusal
      }
    isEntryOpen = refusal?.kind != .encrypted && refusal?.kind != .unsupported
    guard let refusal else {
      let input = EntryByteSource(reader: self, number: number, name: ArchivePath.name(path, in: file))
      return .file(Entry(path: path, size: handle.size, input: input))
    }
    let short = path.utf8.count > budget.limits.pathBytes ? String(path.prefix(64)) + "…" : path
    return .refused(path: short, error: refusal.error(file: ArchivePath.name(short, in: file)))
  }

  /// Reads of the entry of a number, while it is the current one.
  fileprivate func read(
    _ number: Int, _ name: String, into buffer: UnsafeMutableRawBufferPointer
  ) throws -> Int {
    guard number == self.number, !isAtEnd, isEntryOpen else { return 0 }
    do {
      let count = try handle.read(into: buffer)
      if count == 0 { isEntryOpen = false }
      try budget.take(unpacked: count)
      return count
    } catch let fault as ArchiveFault {
      isEntryOpen = false
      if fault.endsArchive { isAtEnd = true }
      throw fault.error(file: name)
    } catch {
      isEntryOpen = false
      isAtEnd = true
      throw error
    }
  }

  /// The methods of packing that are read (4.4.5), and that of encrypted entries: none of them asks for more than some
  /// megabytes of memory.
  private static let methods: Set<Int> = [0, 8, 9, 12, 99]

  /// The method and the name in the local header of ZIP (4.3.7); nil where it is not remembered.
  ///
  /// Of the name as much as is remembered, null bytes included, at which libarchive ends it.
  private var localHeader: (method: Int, name: ArraySlice<UInt8>)? {
    // A header stands some bytes behind its place where an archive was split; the name has at most 64 KiB.
    let bytes = handle.feed.remembered(from: handle.headerPosition, most: 64 + budget.limits.pathBytes)
    guard let start = bytes.firstRange(of: [0x50, 0x4B, 3, 4])?.lowerBound, start + 30 <= bytes.count else {
      return nil
    }
    func number(_ offset: Int) -> Int { Int(bytes[start + offset]) | Int(bytes[start + offset + 1]) << 8 }
    return (number(8), bytes[(start + 30)...].prefix(number(26)))
  }

  private func checkEnd() throws {
    if isZIP { return try checkZIPEnd() }
    let end = handle.consumed
    let last = handle.feed.remembered(from: end - 512, most: 512)
    guard last.count == 512, last.allSatisfy({ $0 == 0 }) else { throw ArchiveFault(.truncated) }
    guard try handle.feed.isZeroToTheEnd(from: end, most: 1 << 20) else { throw ArchiveFault(.trailing) }
  }

  /// Finds the end of the central directory (4.3.16) and compares its count with what was read.
  private func checkZIPEnd() throws {
    // A directory has at most 46 bytes and three texts of 64 KiB a file; real ones some hundred.
    let most = (64 << 20) + localHeaders * 4096
    guard let tail = try handle.feed.drained(keeping: 22 + 0xFFFF, most: most) else {
      throw ArchiveFault(.trailing)
    }
    var place = tail.count - 22
    while place >= 0, !tail[place...].starts(with: [0x50, 0x4B, 5, 6]) { place -= 1 }
    guard place >= 0 else { throw ArchiveFault(.truncated) }
    let comment = Int(tail[place + 20]) | Int(tail[place + 21]) << 8
    guard place + 22 + comment <= tail.count else { throw ArchiveFault(.truncated) }
    guard place + 22 + comment == tail.count else { throw ArchiveFault(.trailing) }
    let count = Int(tail[place + 10]) | Int(tail[place + 11]) << 8
    // The count of larger archives stands elsewhere (4.3.14).
    guard count == 0xFFFF || count == localHeaders & 0xFFFF else {
      throw ArchiveFault(.damaged, detail: "\(localHeaders) files, \(count) in the directory")
    }
  }
}

/// Reads the current entry of an archive.
private struct EntryByteSource: ByteSource {
  let reader: ArchiveReader
  let number: Int
  let name: String

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try reader.read(number, name, into: buffer)
  }
}

/// Counts the bytes of the input itself.
struct PackedByteSource: ByteSource {
  private var source: any ByteSource
  private let budget: ArchiveBudget

  private let file: String

  init(_ source: any ByteSource, budget: ArchiveBudget, file: String) {
    self.source = source
    self.budget = budget
    self.file = file
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try source.read(into: buffer)
    do {
      try budget.take(packed: count)
    } catch let fault as ArchiveFault {
      throw fault.error(file: file)
    }
    return count
  }
}
