public import PasserelleCore

/// Where the records of a JSON file stand.
public enum JSONRecordLayout: Sendable, Hashable {
  /// Each element of the arrays at these paths of keys; the empty path is an array at the top.
  case arrays([[String]])
  /// Each line that is not blank (NDJSON, JSON Lines); a broken line costs only itself.
  case lines
}

/// One record as it stands in its file.
public struct JSONRecord: Sendable {
  /// The value.
  public let value: JSONValue
  /// The bytes exactly as in the file, without what separates records.
  public let bytes: [UInt8]
  /// File, rank from 1, line from 1, and offset in bytes.
  public let location: SourceLocation
}

/// What a reader of JSON records finds: a record, or bytes that it refuses.
public enum JSONRecordItem: Sendable {
  /// A well-formed record.
  case record(JSONRecord)
  /// A record beyond the limits or not in UTF-8, or the rest of a file that breaks the grammar.
  case refused(RefusedRecord)
}
