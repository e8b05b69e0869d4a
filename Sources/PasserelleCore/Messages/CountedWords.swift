extension DefaultStringInterpolation {
  /// Adds a number and what it counts in French: one and none are singular.
  ///
  /// - Parameters:
  ///   - count: The number.
  ///   - one: The words for one, such as `fichier lu`.
  ///   - many: The words for two and more; nil for those for one with an `s` at the end.
  public mutating func appendInterpolation(fr count: Int, _ one: String, _ many: String? = nil) {
    appendInterpolation("\(count) " + ((-1...1).contains(count) ? one : many ?? one + "s"))
  }

  /// Adds a number and what it counts in English: one alone is singular.
  ///
  /// - Parameters:
  ///   - count: The number.
  ///   - one: The words for one, such as `file read`.
  ///   - many: The words for none, two and more; nil for those for one with an `s` at the end.
  public mutating func appendInterpolation(en count: Int, _ one: String, _ many: String? = nil) {
    appendInterpolation("\(count) " + (abs(count) == 1 ? one : many ?? one + "s"))
  }
}
