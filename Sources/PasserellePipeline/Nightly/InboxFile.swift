/// A file of an inbox with what tells one state of it from another.
public struct InboxFile: Sendable, Hashable {
  /// The file.
  public let file: InputFile
  /// Its size and its time of change, and those of the mapping beside it.
  public let stamp: String

  /// Makes a file whose state is known.
  public init(file: InputFile, stamp: String) {
    self.file = file
    self.stamp = stamp
  }

  /// The path with all but letters, digits and `/._-` of ASCII as `%XX`, so that one line holds it whatever its bytes.
  public var escapedPath: String {
    var text: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in file.bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "-"):
        text.append(byte)
      default: text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of an escaped path; nil where it is none.
  static func bytes(escaped: Substring) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = escaped.utf8
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst(), let low = rest.popFirst(),
        let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
    }
    return bytes
  }
}

/// A file of an inbox that is not read.
public struct InboxSkip: Sendable, Hashable {
  /// Why it is not read.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// Its name says that it is still being written.
    case partial
    /// Its name begins with a full stop.
    case hidden
  }

  /// The path.
  public let path: String
  /// Why.
  public let reason: Reason
}
