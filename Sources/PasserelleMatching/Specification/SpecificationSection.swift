/// What a part of a specification usually holds, told by its number, label or heading.
struct SpecificationSection: Sendable, Hashable {
  /// Facts that are read from such a part.
  enum Fact: Sendable, Hashable {
    case title, buyer, code, place, buyerPlace, amount, duration, published, deadline, lots, lotTitle
  }

  /// The kind of clause that it holds; nil where only the words tell.
  var kind: SpecificationClause.Kind?
  /// How much the part tells against the words: ``fixed`` for a part of a form.
  var strength: Int
  /// The fact that it states.
  var fact: Fact?
  /// The heading or label as written.
  var name = ""
  /// Whether the part belongs to the lot it stands under.
  var keepsLot = false

  /// The strength of a part that the words cannot overrule.
  static let fixed = 100
  /// The strength of a heading.
  static let heading = 6
  /// The strength of a part that may hold anything but mostly one kind.
  static let soft = 3

  /// A part of which nothing is known.
  static let unknown = SpecificationSection(kind: nil, strength: 0)
}

/// A stretch of a specification that becomes a clause, or several.
struct SpecificationBlock {
  /// The text without its number or bullet.
  var text: String
  /// The number as written, such as `F3`; nil for none.
  var id: String?
  /// Whether it is an item of a list.
  var isItem: Bool
  /// The part it stands in.
  var section: SpecificationSection
  /// The lot it belongs to.
  var lot: String?
  /// The line it starts on.
  var line: Int
}

extension SpecificationClause.Kind {
  /// Whether it is a criterion, of candidates or offers.
  var isCriterion: Bool { self == .selectionCriterion || self == .awardCriterion }
}
