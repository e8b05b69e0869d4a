/// Where in the user's data something was found: file, record, line, byte.
public struct SourceLocation: Sendable, Hashable {
  /// The file's path as the user gave it, or `-` for standard input.
  public var file: String
  /// The record's rank in the file, from 1; nil for the file as a whole.
  public var record: Int?
  /// The line, from 1, where it is known.
  public var line: Int?
  /// The offset from the start of the file in bytes, where it is known.
  public var byteOffset: Int?

  /// Makes a location; every part but the file may be unknown.
  public init(file: String, record: Int? = nil, line: Int? = nil, byteOffset: Int? = nil) {
    self.file = file
    self.record = record
    self.line = line
    self.byteOffset = byteOffset
  }
}

extension SourceLocation: CustomStringConvertible {
  /// The compact form `file:line (#record)`, as compilers print it.
  public var description: String {
    var text = file
    if let line { text += ":\(line)" }
    if let record { text += " (#\(record))" }
    return text
  }
}
