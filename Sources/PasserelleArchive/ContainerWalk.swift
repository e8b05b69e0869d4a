public import PasserelleCore

/// Finds the files of an input, whatever it is packed in: plain, compressed, ZIP, tar, or one of these in another.
///
/// What an input is packed in is told by its bytes, never by its name. A ZIP archive that is one document
/// (OpenDocument, Office Open XML) is given whole.
public struct ContainerWalk {
  /// A file that is not packed any more.
  public struct File {
    /// The name for diagnostics: the input's, and within an archive that of ``ArchivePath``.
    public let name: String
    /// The first bytes, which ``input`` gives again.
    public let head: [UInt8]
    /// Whether it is one of the files of an archive, rather than the input itself, compressed or not.
    public let isMember: Bool
    /// The bytes, until the next file is asked for; faults of the archive are thrown where they are met.
    public let input: any ByteSource
  }

  /// What is found.
  public enum Item {
    /// A file.
    case file(File)
    /// An archive, or an entry of one, that is not read, or not to its end: its name, and why.
    case fault(name: String, error: PasserelleError)
  }

  private let budget: ArchiveBudget
  private let peekedBytes: Int
  private let isIgnored: (String) -> Bool
  private let body: (Item) throws -> Bool

  /// More than this is not read only to see whether the end of a file is sound.
  private static let drainedBytes = 64 << 20

  /// Walks through an input.
  ///
  /// - Parameters:
  ///   - input: The bytes.
  ///   - file: The name for diagnostics; `-` for standard input.
  ///   - limits: How much is unpacked at most. The total holds for plain input too, so that one without end ends.
  ///   - peekedBytes: How many bytes are given as ``File/head``.
  ///   - isIgnored: Says which entries of archives are passed over, by their path.
  ///   - body: Gets each file and fault in the order of the input; returns false to stop.
  /// - Throws: What `body` throws, and what `input` throws that is no ``PasserelleError``.
  public static func read(
    _ input: any ByteSource, file: String, limits: ArchiveLimits = .standard, peekedBytes: Int = 4096,
    isIgnored: (String) -> Bool = { _ in false }, _ body: (Item) throws -> Bool
  ) throws {
    try withoutActuallyEscaping(isIgnored) { isIgnored in
      try withoutActuallyEscaping(body) { body in
        let walk = ContainerWalk(
          budget: ArchiveBudget(limits), peekedBytes: max(ArchiveSignature.neededBytes, peekedBytes),
          isIgnored: isIgnored, body: body)
        _ = try walk.open(
          PackedByteSource(input, budget: walk.budget, file: file), Place(name: file))
      }
    }
  }

  /// Where something stands.
  private struct Place {
    var name: String
    /// In how many archives and compressed files it stands.
    var depth = 0
    var isMember = false
  }

  /// Opens what may be a file or an archive.
  ///
  /// - Returns: False to stop.
  private func open(_ source: any ByteSource, _ place: Place) throws -> Bool {
    let peeked: PeekedByteSource
    do {
      peeked = try PeekedByteSource(source, peeking: peekedBytes)
    } catch let error as PasserelleError {
      return try body(.fault(name: place.name, error: error))
    }
    guard let signature = ArchiveSignature(peeked.peeked), signature != .document else {
      return try give(peeked, place)
    }
    guard place.depth < budget.limits.depth else { return try tell(ArchiveFault(.depth), place.name) }
    return try signature.isCompression ? unpack(peeked, signature, place) : read(peeked, signature, place)
  }

  private func unpack(
    _ source: PeekedByteSource, _ signature: ArchiveSignature, _ place: Place
  ) throws -> Bool {
    let name = place.name
    let content: PeekedByteSource
    let unpacked: UnpackedByteSource
    do {
      try budget.takeEntry(isOutermost: place.depth == 0)
      if signature == .xz, let size = XZDictionary.size(source.peeked), size > XZDictionary.limit {
        throw ArchiveFault(.limit, detail: "dictionary of \(size) bytes")
      }
      unpacked = try UnpackedByteSource(source, signature: signature, file: name, budget: budget)
      content = try PeekedByteSource(unpacked, peeking: peekedBytes)
    } catch let fault as ArchiveFault {
      return try tell(fault, name)
    } catch let error as PasserelleError {
      return try body(.fault(name: name, error: error))
    }
    if ArchiveSignature(content.peeked) == .tar {
      // What is unpacked is counted once, file by file.
      unpacked.isCounted = false
      return try read(content, .tar, place)
    }
    let inner = name == "-" ? name : ArchivePath.name(ArchivePath.unpacked(name), in: name)
    return try open(content, Place(name: inner, depth: place.depth + 1, isMember: place.isMember))
  }

  private func read(
    _ source: PeekedByteSource, _ signature: ArchiveSignature, _ place: Place
  ) throws -> Bool {
    let name = place.name
    let reader: ArchiveReader
    do {
      reader = try ArchiveReader(
        source, signature: signature, file: name, budget: budget, isOutermost: place.depth == 0)
    } catch let error as PasserelleError {
      return try body(.fault(name: name, error: error))
    }
    while true {
      let item: ArchiveReader.Item
      do {
        guard let next = try reader.next() else { return true }
        item = next
      } catch let error as PasserelleError {
        return try body(.fault(name: name, error: error))
      }
      switch item {
      case .refused(let path, let error):
        guard try body(.fault(name: ArchivePath.name(path, in: name), error: error)) else { return false }
      case .file(let entry):
        if isIgnored(entry.path) { continue }
        let inner = ArchivePath.name(entry.path, in: name)
        let inside = Place(name: inner, depth: place.depth + 1, isMember: true)
        guard try open(entry.input, inside) else { return false }
      }
    }
  }

  private func give(_ source: PeekedByteSource, _ place: Place) throws -> Bool {
    let name = place.name
    let tracked = TrackedByteSource(source)
    let file = File(name: name, head: source.peeked, isMember: place.isMember, input: tracked)
    guard try body(.file(file)) else { return false }
    if !tracked.isBegun, let failure = source.failure { return try body(.fault(name: name, error: failure)) }
    guard place.depth > 0, tracked.isBegun, !tracked.isEnded else { return true }
    // A reader may stop at the end of its format: what is wrong with the archive may stand after it.
    do {
      try tracked.drain(most: Self.drainedBytes)
    } catch let error as PasserelleError {
      return try body(.fault(name: name, error: error))
    }
    return true
  }

  private func tell(_ fault: ArchiveFault, _ name: String) throws -> Bool {
    try body(.fault(name: name, error: fault.error(file: name)))
  }
}

/// Knows whether it was read, and to its end.
private final class TrackedByteSource: ByteSource {
  private var source: PeekedByteSource
  private(set) var isBegun = false
  private(set) var isEnded = false

  init(_ source: PeekedByteSource) { self.source = source }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    isBegun = true
    do {
      let count = try source.read(into: buffer)
      if count == 0 { isEnded = true }
      return count
    } catch {
      isEnded = true
      throw error
    }
  }

  func drain(most: Int) throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    var left = most
    while left > 0, !isEnded { left -= try read(into: buffer) }
  }
}
