import Glibc
import PasserelleCore

/// A parser, and what must hold of it whatever bytes it is given.
struct FuzzTarget: Sendable {
  /// The name, also that of its folder in `Cases`.
  let name: String
  /// Gives the parser some bytes; ends the program where something does not hold.
  let body: @Sendable ([UInt8]) -> Void

  init(_ name: String, _ body: @escaping @Sendable ([UInt8]) -> Void) {
    self.name = name
    self.body = body
  }
}

/// The targets.
enum FuzzTargets {
  static let all: [FuzzTarget] =
    json + xml + rdf + sparql + archives + values + sources + documents + questions + segments

  /// The one that runs; set once, before the first input.
  nonisolated(unsafe) static var chosen: FuzzTarget?
}

/// Ends the program where a property does not hold: a finding.
func hold(_ property: Bool, _ message: @autoclosure () -> String) {
  if property { return }
  tell("fuzz: does not hold: \(message())")
  abort()
}

/// Writes a line to standard error.
func tell(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

/// Runs a parser that may refuse its input, but only with an error that people can read.
///
/// - Returns: Nil where it refused.
@discardableResult
func refusing<Value>(_ bytes: [UInt8], _ body: () throws -> Value) -> Value? {
  do {
    return try body()
  } catch let error as PasserelleError {
    check(error.location, in: bytes)
    hold(!error.code.name.isEmpty, "an error has a code")
    return nil
  } catch {
    hold(false, "an error of the product: \(error)")
    return nil
  }
}

/// Places within the input.
func check(_ location: SourceLocation?, in bytes: [UInt8]) {
  guard let location else { return }
  if let offset = location.byteOffset { hold((0...bytes.count).contains(offset), "offset \(offset)") }
  if let line = location.line { checkLine(line, in: bytes) }
  if let record = location.record { hold(record >= 1, "record \(record)") }
}

/// A line within the input.
func checkLine(_ line: Int, in bytes: [UInt8]) {
  let lines = 1 + bytes.count { $0 == 0x0A || $0 == 0x0D }
  hold(line >= 1 && line <= lines, "line \(line) of \(lines)")
}

/// Gives its bytes in pieces, so that their borders fall anywhere.
struct PieceSource: ByteSource {
  private var rest: ArraySlice<UInt8>
  private let length: Int

  init(_ bytes: [UInt8], pieces length: Int) {
    rest = bytes[...]
    self.length = max(1, length)
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = min(buffer.count, rest.count, length)
    buffer.copyBytes(from: rest.prefix(count))
    rest = rest.dropFirst(count)
    return count
  }

  /// Pieces of a length that depends on the bytes alone.
  static func varied(_ bytes: [UInt8]) -> PieceSource {
    PieceSource(bytes, pieces: 1 + Int(bytes.last ?? 0) % 7 + (bytes.count % 3) * 50)
  }
}

/// An input as one and in pieces.
func inputs(_ bytes: [UInt8]) -> [any ByteSource] {
  [MemoryByteSource(bytes), PieceSource.varied(bytes)]
}
