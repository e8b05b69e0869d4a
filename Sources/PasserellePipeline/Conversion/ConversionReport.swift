public import PasserelleCore

/// What a run of conversions did; its records are computed, and count among no records that were read.
public struct ConversionReport: Sendable, Hashable {
  /// Records whose values are converted, as the store holds them now, among those looked at.
  public var converted = 0
  /// Conversions written: new ones, and those whose values are others now.
  public var written = 0
  /// Conversions emptied: what they converted is gone, or their table.
  public var closed = 0
  /// What could not be converted, in a fixed order.
  public var diagnostics: [Diagnostic] = []
  /// Whether the run was stopped before its end.
  public var isInterrupted = false

  /// Makes an empty report.
  public init() {}

  /// Whether anything in the store has changed.
  public var hasChanged: Bool { written + closed > 0 }
}
