/// The forms in which a verb writes its result, as `--format` takes them.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  /// Aligned columns for people.
  case table
  /// One JSON document.
  case json
  /// One JSON value a line.
  case ndjson
  /// Comma-separated values.
  case csv
}
