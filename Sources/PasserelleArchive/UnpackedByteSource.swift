import PasserelleCore

/// The content of a gzip, bzip2 or xz file, its members one after the other.
///
/// What was unpacked is checked at its end: the sums, that nothing is missing, and that nothing but zeros follows.
final class UnpackedByteSource: ByteSource {
  private let handle: ArchiveHandle
  private let budget: ArchiveBudget
  private let file: String
  private let checker: Checker?
  /// Whether what is unpacked counts against the limits.
  var isCounted = true
  private var isAtEnd = false
  private var failure: PasserelleError?

  /// Shares the sums with the feed.
  private final class Checker {
    var sums = GZIPChecksum()
  }

  /// Opens a compressed file.
  ///
  /// - Parameters:
  ///   - source: The packed bytes.
  ///   - signature: How they are packed.
  ///   - file: The name for errors.
  ///   - budget: What the input has given so far.
  /// - Throws: ``PasserelleError`` with a code of archives, and what `source` throws.
  init(_ source: any ByteSource, signature: ArchiveSignature, file: String, budget: ArchiveBudget) throws {
    self.budget = budget
    self.file = file
    let checker = signature == .gzip ? Checker() : nil
    self.checker = checker
    do {
      handle = try ArchiveHandle(source, form: signature, onChunk: { checker?.sums.take(packed: $0) })
      isAtEnd = try !handle.nextEntry()
    } catch let fault as ArchiveFault {
      throw fault.error(file: file)
    }
  }

  /// Unpacks the next bytes.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if let failure { throw failure }
    if isAtEnd { return 0 }
    do {
      let count = try handle.read(into: buffer)
      checker?.sums.take(content: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]))
      if count == 0 {
        isAtEnd = true
        try checkEnd()
      }
      if isCounted { try budget.take(unpacked: count) }
      return count
    } catch let fault as ArchiveFault {
      let error = fault.error(file: file)
      failure = error
      throw error
    }
  }

  private func checkEnd() throws {
    let end = handle.consumed
    if let checker {
      let trailer = handle.feed.remembered(from: end - 8, most: 8)
      guard checker.sums.matches(trailer: trailer) else { throw ArchiveFault(.checksum) }
    }
    // Tapes and some programs fill the last block with zeros.
    guard try handle.feed.isZeroToTheEnd(from: end, most: 1 << 20) else { throw ArchiveFault(.trailing) }
  }
}
