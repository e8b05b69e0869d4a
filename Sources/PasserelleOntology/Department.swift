public import PasserelleCore

/// A French department or overseas collectivity.
public struct Department: Sendable, Hashable {
  /// The code: `59`, `2A`, `971`.
  public let code: String
  /// The name.
  public let name: String
  /// The code of its region; nil for an overseas collectivity.
  public let regionCode: String?
  /// The name of its region.
  public let regionName: String?
  /// The middle of its communes; nil where it is not known.
  public let centroid: GeographicPoint?
}

/// The label of a CPV code, or of the nearest code above it that has one.
public struct CPVLabel: Sendable, Hashable {
  /// The label.
  public let label: LocalizedText
  /// The leading digits that the label stands for, two at least.
  public let prefix: String
  /// Whether the label is that of a wider code, because no full list was imported.
  public let isApproximate: Bool
}
