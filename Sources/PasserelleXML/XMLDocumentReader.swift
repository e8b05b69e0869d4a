public import PasserelleCore

/// One XML document with its bytes.
public struct XMLRecord: Sendable {
  /// The elements.
  public let tree: XMLTree
  /// The bytes as they were read.
  public let bytes: [UInt8]
  /// Where it stands.
  public let location: SourceLocation
}

/// What a reader of documents finds: a document, or bytes that it refuses.
public enum XMLRecordItem: Sendable {
  /// A well-formed document.
  case record(XMLRecord)
  /// A document that breaks the grammar, declares entities or is beyond the limits.
  case refused(RefusedRecord)
}

/// Reads a file that is one XML document, and keeps its bytes.
public struct XMLDocumentReader: Sendable {
  /// How much is taken at most.
  public let limits: XMLLimits
  /// The names, without prefix, of elements within words: their text is that of the element around them.
  public let inline: Set<String>

  /// Makes a reader.
  public init(limits: XMLLimits = .standard, inline: Set<String> = []) {
    self.limits = limits
    self.inline = inline
  }

  /// Reads a stream to its end.
  ///
  /// - Parameters:
  ///   - input: The bytes.
  ///   - file: The name for diagnostics.
  ///   - encoding: The encoding to take whatever the document declares; nil to believe it.
  /// - Returns: The document, or its refusal with all its bytes up to the limit.
  /// - Throws: ``PasserelleError`` with code `input.empty`, and what `input` throws.
  public func read(
    _ input: inout any ByteSource, file: String, encoding: String? = nil
  ) throws -> XMLRecordItem {
    let copy = CopyingByteSource(input, limit: limits.documentBytes)
    defer { input = copy.source }
    let location = SourceLocation(file: file, record: 1, line: 1, byteOffset: 0)
    do {
      let reader = try XMLPullReader(copy, file: file, limits: limits, encoding: encoding)
      var tree: XMLTree?
      while let event = try reader.advance() {
        if event == .start { tree = try reader.readTree(inline: inline) }
      }
      guard let tree else { throw XMLFault(.empty) }
      return .record(XMLRecord(tree: tree, bytes: copy.bytes, location: location))
    } catch let fault as XMLFault {
      if fault.kind == .empty { throw fault.error(file: file) }
      try copy.drain()
      var place = location
      if fault.line > 0 { place.line = fault.line }
      return .refused(
        RefusedRecord(bytes: copy.bytes, diagnostics: [Diagnostic(fault.diagnostic, at: place)]))
    }
  }
}

/// Keeps a copy of what is read, up to a limit; reading on past it is a fault.
private final class CopyingByteSource: ByteSource {
  private(set) var source: any ByteSource
  private(set) var bytes: [UInt8] = []
  private let limit: Int

  init(_ source: any ByteSource, limit: Int) {
    self.source = source
    self.limit = limit
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try source.read(into: buffer)
    let room = limit - bytes.count
    bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer.prefix(min(count, room))))
    if count > room { throw XMLFault(.size) }
    return count
  }

  /// Reads on for as long as there is room: an input may have no end.
  func drain() throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    while bytes.count < limit {
      let count = try source.read(into: buffer)
      if count == 0 { return }
      let room = limit - bytes.count
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer.prefix(min(count, max(0, room)))))
    }
  }
}
