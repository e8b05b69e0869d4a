import Foundation
public import PasserelleCore
import PasserelleDigest

/// What a run has put aside: the lines of its quarantine, read again.
public struct QuarantineFile: Sendable {
  /// One refused record, or one file that could not be read.
  public struct Entry: Sendable {
    /// The file that it stands in, or the file itself.
    public let file: String
    /// The SHA-256 of the record's bytes; nil for a whole file.
    public let hash: ContentHash?
    /// The names of the diagnostics.
    public let codes: [String]
    /// The line as it stands.
    let line: Data
  }

  /// The file.
  public let path: String
  /// What it holds, in order; lines that cannot be read are kept and never tried.
  public let entries: [Entry]

  /// Reads the lines of a quarantine; none where there is no file.
  public init(path: String) {
    self.path = path
    guard let data = FileManager.default.contents(atPath: path) else {
      entries = []
      return
    }
    entries = data.split(separator: UInt8(ascii: "\n")).map { Self.entry(Data($0)) }
  }

  private static func entry(_ line: Data) -> Entry {
    let members = (try? JSONSerialization.jsonObject(with: line)) as? [String: Any] ?? [:]
    let bytes =
      (members["content"] as? String).map { Data($0.utf8) }
      ?? (members["contentBase64"] as? String).flatMap { Data(base64Encoded: $0) }
    return Entry(
      file: members["file"] as? String ?? "", hash: bytes.map { SHA256Digest.hash(Array($0)) },
      codes: members["codes"] as? [String] ?? [], line: line)
  }

  /// Keeps some entries and drops the others; a quarantine without entries is deleted.
  ///
  /// - Throws: ``PasserelleError`` with code `output.unwritable`.
  public func keep(_ isKept: (Int) -> Bool) throws {
    let kept = entries.indices.filter(isKept)
    guard kept.count < entries.count else { return }
    guard !kept.isEmpty else {
      try? FileManager.default.removeItem(atPath: path)
      return
    }
    var data = Data()
    for index in kept { data += entries[index].line + [UInt8(ascii: "\n")] }
    try NightFile.write(data, to: path)
  }
}
