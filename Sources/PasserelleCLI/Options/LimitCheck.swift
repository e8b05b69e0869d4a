import ArgumentParser

/// What `--limit` takes: at least one row.
enum LimitCheck {
  /// Refuses a limit that gives nothing.
  static func check(_ limit: Int) throws {
    guard limit < 1 else { return }
    throw ValidationError(
      Speech.say("--limit : 1 au moins, pas \(limit).", "--limit: at least 1, not \(limit)."))
  }
}
