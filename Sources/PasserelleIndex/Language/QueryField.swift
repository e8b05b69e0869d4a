/// What a value can be asked of: `titre:gaz`, `amount:>100k`.
public enum QueryField: String, Sendable, Hashable, CaseIterable {
  /// Words of the title.
  case title
  /// Words of the text.
  case text
  /// Words of the buyer's name.
  case buyer
  /// Words of the name of the vendor that won.
  case vendor
  /// Words of the place's name, or its code.
  case place
  /// The CPV code.
  case cpv
  /// The kind of document.
  case kind
  /// The date.
  case date
  /// The amount in euros.
  case amount
  /// The language.
  case language
  /// The theme or concept.
  case theme
  /// An identifier kept whole.
  case code
  /// Exact characters.
  case contains
  /// The IRI or name of a thing.
  case identifier
  /// Whether the data are demonstration data.
  case demonstration

  /// Finds a field by a name that people write, in French or English, whatever its case and accents.
  public init?(named name: String) {
    // No name is near as long, and folding costs.
    guard name.utf8.count <= 64 else { return nil }
    let folded = QueryNameFolding.fold(name)
    guard let found = Self.names.first(where: { $0.folded == folded }) else { return nil }
    self = found.field
  }

  /// Whether its values are words, which quotes, `*` and `~` may refine.
  public var holdsWords: Bool {
    switch self {
    case .title, .text, .buyer, .vendor, .place: true
    default: false
    }
  }

  /// Whether its values have an order, so that `>` and `..` mean something.
  public var isOrdered: Bool { self == .date || self == .amount }
}

extension QueryField {
  /// The known name nearest to another one, by edit distance (Levenshtein); the first of several.
  ///
  /// - Complexity: O(*n* · *m*) for *n* letters and *m* letters of all names; no more than 64 letters are read.
  static func nearestName(to name: String) -> String {
    let wanted = Array(QueryNameFolding.fold(String(name.prefix(64))).unicodeScalars)
    var best = (name: Self.title.frenchName, distance: Int.max)
    for known in names {
      let distance = editDistance(wanted, Array(known.folded.unicodeScalars))
      if distance < best.distance { best = (known.shown, distance) }
    }
    return best.name
  }

  private static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let next = min(row[j], row[j + 1], diagonal - (a == b ? 1 : 0)) + 1
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[right.count]
  }
}
