internal import PasserelleText

/// Short forms of names for local identifiers.
enum Slug {
  /// The folded name with dashes for its blanks, at most 80 characters.
  static func make(_ name: String) -> String {
    String(TextFolding.fold(name).prefix(80)).replacing(" ", with: "-")
  }
}
