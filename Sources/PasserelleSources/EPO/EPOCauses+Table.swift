/// Why a question that the Publications Office answers with yes gets no from our statements.
public enum EPOCause: String, Sendable, Hashable, CaseIterable {
  /// The policy on persons leaves it out.
  case policy
  /// The notice is refused: it has no identifier, or calls for nothing.
  case refused
  /// Its value is not sound, or stands for one that is withheld.
  case dropped
  /// The notice does not hold it; the official statements say it all the same.
  case absent
  /// No rule tells it.
  case notMapped

  /// The cause for a question about a notice that is mapped.
  ///
  /// - Parameters:
  ///   - title: The title of the question: a business term (`BT-502-Organization-Company`) or a node (`ND-UBO`).
  ///   - isHeld: Whether the notice holds the element that the question is about.
  public init(title: String, isHeld: Bool) {
    if Self.ofPersons.contains(where: { title.hasPrefix($0) }) || title.hasSuffix("-UBO") {
      self = .policy
    } else if !isHeld {
      self = .absent
    } else {
      self = Self.ofValues.contains(where: { title.hasPrefix($0) }) ? .dropped : .notMapped
    }
  }

  /// Contact points that bear a person’s name, pages with that name, contact names, numbers and mailboxes that are not an office’s; beneficial owners; members of juries.
  private static let ofPersons = [
    "BT-500-Organization-TouchPoint", "BT-505-Organization-TouchPoint", "BT-502-", "BT-503-", "BT-506-",
    "BT-739-", "BT-46-", "BT-47-",
    "OPT-202-", "OPT-302-",
    "ND-OrganizationUboReference", "ND-UBO",
  ]

  /// Codes, dates and amounts that are checked.
  private static let ofValues = ["BT-507", "BT-5071", "BT-26", "BT-27"]
}
