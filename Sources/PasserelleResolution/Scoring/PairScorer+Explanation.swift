import PasserelleCore

extension PairScorer {
  /// What each feature adds to the log odds of a pair, the greatest share first; ties in the order of features.
  ///
  /// Shares are told against the mean of the training pairs; features that add next to nothing are left out. Context
  /// (identifiers, place, activities, neighbours) stands after the names' features in equal shares.
  public func explain(_ left: PreparedMention, _ right: PreparedMention) -> [FeatureContribution] {
    let best = bestNames(left, right)
    let model = compiled(left, right).model
    var row = [Float](repeating: 0, count: NameFeature.count)
    row.withUnsafeMutableBufferPointer {
      NameComparison.measure(left.names[best.left], right.names[best.right], lexicon: lexicon, into: $0)
    }
    let shares = row.withUnsafeBufferPointer { model.contributions($0) }
    var all: [FeatureContribution] = []
    for (feature, share) in zip(NameFeature.allCases, shares) where abs(share) >= 0.05 {
      let value = row[feature.rawValue]
      all.append(
        FeatureContribution(
          feature: feature.name, text: value == 0 ? feature.absence : feature.text, value: value,
          contribution: share))
    }
    let context = ContextEvidence(left, right)
    for (name, value, text) in context.parts where value != 0 {
      all.append(FeatureContribution(feature: name, text: text, value: Float(value), contribution: value))
    }
    return all.enumerated().sorted {
      (-abs($0.element.contribution), $0.offset) < (-abs($1.element.contribution), $1.offset)
    }.map(\.element)
  }
}

extension ContextEvidence {
  /// Its parts with their names.
  var parts: [(name: String, value: Double, text: LocalizedText)] {
    [
      (
        "identifiers", identifiers,
        LocalizedText(fr: "identifiant officiel commun", en: "shared official identifier")
      ),
      ("place", place, LocalizedText(fr: "lieu", en: "place")),
      ("activities", activities, LocalizedText(fr: "activités", en: "activities")),
      ("neighbours", neighbours, LocalizedText(fr: "partenaires communs", en: "shared partners")),
      ("country", country, LocalizedText(fr: "pays différents", en: "different countries")),
    ]
  }
}
