internal import PasserelleArchive
internal import PasserelleCore
internal import PasserelleXML

/// The parts of an office document, which is a ZIP archive, that hold its text.
struct OfficePackage {
  /// What is kept in memory, by path.
  private var parts: [String: [UInt8]] = [:]
  private var paths: [String] = []

  /// The deepest XML of office documents: tables within text boxes within tables.
  private static let xmlLimits = XMLLimits(depth: 200, documentBytes: 64 << 20)
  /// An office document has some hundred parts, and images that hardly shrink.
  private static let archiveLimits = ArchiveLimits(
    totalBytes: 512 << 20, entryBytes: 64 << 20, ratio: 200, freeBytes: 8 << 20, entries: 20_000, depth: 1)

  /// Opens a document.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - file: Its name, for errors.
  ///   - wanted: The paths of the parts to keep.
  /// - Throws: ``PasserelleError`` with a code of archives.
  init(_ bytes: [UInt8], file: String, wanted: Set<String>) throws {
    let archive = try ArchiveReader(
      MemoryByteSource(bytes), signature: .document, file: file, limits: Self.archiveLimits)
    do {
      while let item = try archive.next() {
        switch item {
        case .refused(let path, let error): if wanted.contains(path) { throw error }
        case .file(let entry):
          paths.append(entry.path)
          // Of two parts of one path the first stands, as in word processors.
          guard wanted.contains(entry.path), parts[entry.path] == nil else { continue }
          var input = entry.input
          parts[entry.path] = try SpecificationReader.bytes(of: &input, upTo: .max)
        }
      }
    } catch let error as PasserelleError where error.code == .archiveTrailing {
      // Word processors open a document that has something after its end.
    } catch let error as PasserelleError
      where [.archiveDamaged, .archiveTruncated, .archiveChecksum].contains(error.code)
    {
      // Nothing of a document is kept that has a fault, so its own words say what to do.
      throw DocumentFault.damaged
    }
  }

  /// Whether a part is there, by a beginning of its path.
  func has(_ prefix: String) -> Bool { paths.contains { $0.hasPrefix(prefix) } }

  /// Reads a part.
  ///
  /// - Parameters:
  ///   - path: The part.
  ///   - body: Gets the reader at each event.
  /// - Returns: False where there is no such part.
  /// - Throws: ``DocumentFault``.
  @discardableResult
  func read(_ path: String, _ body: (XMLPullReader, XMLPullReader.Event) throws -> Void) throws -> Bool {
    guard let bytes = parts[path] else { return false }
    do {
      let reader = try XMLPullReader(MemoryByteSource(bytes), file: path, limits: Self.xmlLimits)
      while let event = try reader.next() { try body(reader, event) }
      return true
    } catch let error as PasserelleError {
      throw error.code == .xmlLimit ? DocumentFault.tooLarge : DocumentFault.damaged
    }
  }
}
