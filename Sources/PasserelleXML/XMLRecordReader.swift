public import PasserelleCore

/// Reads the elements of some names in a document, one at a time, each a record.
///
/// Memory is bounded by one record. A document that breaks in the middle gives the records before the fault, and as one
/// refusal what is left of it, with some that stand right before.
public struct XMLRecordReader: Sendable {
  /// The names of records, without prefix.
  public let names: Set<String>
  /// How much is taken at most; of the document's length only a record's part is bounded.
  public let limits: XMLLimits

  /// Makes a reader.
  public init(names: Set<String>, limits: XMLLimits = .standard) {
    self.names = names
    self.limits = limits
  }

  /// Reads a stream to its end.
  ///
  /// - Parameters:
  ///   - input: The bytes.
  ///   - file: The name for diagnostics.
  ///   - encoding: The encoding to take whatever the document declares; nil to believe it.
  ///   - body: Gets each record with the bytes of its own serialisation (``XMLTree/serialized()``); returns false to
  ///     stop.
  /// - Throws: ``PasserelleError`` with code `input.empty`, what `input` throws and what `body` throws.
  public func read(
    _ input: inout any ByteSource, file: String, encoding: String? = nil,
    _ body: (XMLRecordItem) throws -> Bool
  ) throws {
    let tail = TailByteSource(input, limit: limits.documentBytes)
    defer { input = tail.source }
    var rank = 0
    do {
      // Small pieces: what a refusal holds begins with the piece before the last record's.
      let reader = try XMLPullReader(tail, file: file, limits: limits, encoding: encoding, chunk: 4000)
      var isEmpty = true
      while let event = try reader.advance() {
        guard event == .start else { continue }
        isEmpty = false
        guard names.contains(reader.name) else { continue }
        rank += 1
        let line = reader.line
        let tree = try reader.readTree()
        tail.forget()
        let location = SourceLocation(file: file, record: rank, line: line)
        guard try body(.record(XMLRecord(tree: tree, bytes: tree.serialized(), location: location))) else {
          return
        }
      }
      if isEmpty { throw XMLFault(.empty) }
    } catch let fault as XMLFault {
      if fault.kind == .empty { throw fault.error(file: file) }
      try tail.drain()
      let location = SourceLocation(file: file, record: rank + 1, line: fault.line > 0 ? fault.line : nil)
      _ = try body(
        .refused(RefusedRecord(bytes: tail.bytes, diagnostics: [Diagnostic(fault.diagnostic, at: location)])))
    }
  }
}

/// Keeps the last bytes that were read: at least those of the record that is being read.
private final class TailByteSource: ByteSource {
  private(set) var source: any ByteSource
  private(set) var bytes: [UInt8] = []
  private let limit: Int
  private var lastCount = 0

  init(_ source: any ByteSource, limit: Int) {
    self.source = source
    self.limit = limit
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try source.read(into: buffer)
    lastCount = max(lastCount, count)
    bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer.prefix(count)))
    if bytes.count > 2 * limit { throw XMLFault(.size) }
    return count
  }

  /// Forgets what stands well before the pieces that were read last, in which the next record begins.
  func forget() {
    let kept = max(4096, 2 * lastCount)
    if bytes.count > 4 * kept { bytes.removeFirst(bytes.count - kept) }
  }

  /// Reads on for as long as there is room: an input may have no end.
  func drain() throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    while bytes.count < limit {
      let count = try source.read(into: buffer)
      if count == 0 { return }
      let room = max(0, limit - bytes.count)
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer.prefix(min(count, room))))
    }
  }
}
