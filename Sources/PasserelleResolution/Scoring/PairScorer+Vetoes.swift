extension PairScorer {
  /// Why two mentions may never be merged by machine; nil where they may.
  ///
  /// - Complexity: O(*n*) in the identifiers and words.
  public func veto(_ left: PreparedMention, _ right: PreparedMention) -> Veto? {
    if Self.conflict(left.identifiers, right.identifiers) { return .identifiers }
    if Self.areKindsApart(left.kind, right.kind) { return .kinds }
    guard let first = left.names.first, let second = right.names.first else { return nil }
    if first.bodyForm != 0, second.bodyForm != 0,
      lexicon.bodyFamilies[Int(first.bodyForm)] != lexicon.bodyFamilies[Int(second.bodyForm)],
      lexicon.areTerritorial(first.bodyForm, second.bodyForm)
    {
      return .bodies
    }
    return nil
  }

  /// Whether two sorted lists hold different values of a scheme that allows one, and no common value of it.
  static func conflict(_ left: [HashedIdentifier], _ right: [HashedIdentifier]) -> Bool {
    guard !left.isEmpty, !right.isEmpty else { return false }
    var conflicts = false
    for one in left {
      for other in right where other.scheme == one.scheme && one.scheme.isExclusive {
        if one.hash == other.hash { return false }
        conflicts = true
      }
    }
    return conflicts
  }

  private static func areKindsApart(_ left: Mention.Kind, _ right: Mention.Kind) -> Bool {
    guard left != right else { return false }
    switch (left, right) {
    case (.organisation, .publicBody), (.publicBody, .organisation), (.organisation, .laboratory),
      (.laboratory, .organisation), (.publicBody, .laboratory), (.laboratory, .publicBody):
      return false
    default: return true
    }
  }
}

extension NameLexicon {
  /// Whether two sorts of body are both territorial (commune, grouping, department, region…): never one body.
  func areTerritorial(_ left: UInt8, _ right: UInt8) -> Bool {
    isTerritorial(left) && isTerritorial(right)
  }

  private func isTerritorial(_ form: UInt8) -> Bool {
    guard form > 0, Int(form) <= bodyNames.count else { return false }
    return Self.territorial.contains(bodyNames[Int(form) - 1])
  }

  private static let territorial: Set<String> = [
    "commune", "ccas", "cc", "ca", "cu", "departement", "region", "syndicat", "sdis", "freguesia",
    "prefecture",
  ]
}
