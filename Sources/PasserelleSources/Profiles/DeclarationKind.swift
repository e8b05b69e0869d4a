/// The three kinds of sheets that people fill in about vendors.
public enum DeclarationKind: String, Sendable, Hashable, CaseIterable {
  /// What a vendor says of itself.
  case profile
  /// What a public body says of a project that a vendor delivered.
  case evaluation
  /// An action of a territory, with those who provided it.
  case sheet

  /// The name and version of the format, which each JSON object declares.
  public var format: String {
    switch self {
    case .profile: "passerelle-profile/1"
    case .evaluation: "passerelle-evaluation-sheet/1"
    case .sheet: "passerelle-action-sheet/1"
    }
  }
}

/// A field of a sheet: where it stands in the JSON form, and the headings that it has in tables.
struct DeclarationField: Sendable {
  /// What the value is.
  enum Shape: Sendable {
    /// One text or number.
    case text
    /// A date; in a cell, also as `31/01/2019`.
    case date
    /// Several; in a cell, with `|` between them.
    case list
    /// `true` or `false`.
    case flag
    /// In a cell: references with `|` between them, the parts of each with `>`.
    case references
  }

  /// The path of keys; `[]` after the key of a list of objects.
  let path: String
  let shape: Shape
  /// The headings, folded; none for a field that a table cannot hold.
  let headings: [String]

  init(_ path: String, _ shape: Shape = .text, _ headings: [String] = []) {
    self.path = path
    self.shape = shape
    self.headings = headings
  }
}
