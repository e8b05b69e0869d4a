import PasserelleCore
import PasserelleMatching
public import PasserellePipeline

extension MatchAnswer {
  /// The answer in which vendors that are one take one place: that of the best one, with the others named and their
  /// evidence beside its own.
  ///
  /// Ranks and scores stay those that were computed and recorded, so that a replay gives the record's bytes.
  ///
  /// - Parameter view: Which things are one.
  /// - Returns: The gathered answer.
  public func gathered(by view: CanonicalView) -> MatchAnswer {
    guard !view.isEmpty else { return self }
    return MatchAnswer(
      need: need, title: title, outline: outline, tagLabels: tagLabels, lot: lot, codeOrigin: codeOrigin,
      codeLabels: codeLabels, suggestions: suggestions, placeLabel: placeLabel, requirements: requirements,
      requirementsLeftOut: requirementsLeftOut, vendors: Self.gathered(vendors, view),
      newcomers: Self.gathered(newcomers, view), filters: filters, checks: checks, warnings: warnings,
      comparables: comparables, prices: prices, pricesWithoutRate: pricesWithoutRate,
      candidateCount: candidateCount, awardCount: awardCount,
      isNeutral: isNeutral, ranksByEvaluations: ranksByEvaluations, model: model,
      hasDemonstration: hasDemonstration, language: language)
  }

  private static func gathered(_ vendors: [MatchedVendor], _ view: CanonicalView) -> [MatchedVendor] {
    var kept: [MatchedVendor] = []
    var places: [String: Int] = [:]
    for vendor in vendors {
      let canonical = view.canonical(of: vendor.ranked.iri)
      if let place = places[canonical] {
        kept[place] = kept[place].joined(with: vendor)
      } else {
        places[canonical] = kept.count
        kept.append(vendor)
      }
    }
    return kept
  }
}

extension MatchedVendor {
  /// The vendor with the evidence of another entry that is the same thing.
  fileprivate func joined(with other: MatchedVendor) -> MatchedVendor {
    let known = Set(evidence.map(\.iri))
    return MatchedVendor(
      ranked: ranked, identifier: identifier,
      evidence: evidence + other.evidence.filter { !known.contains($0.iri) }, coverage: coverage,
      flags: flags,
      profile: profile ?? other.profile, evaluations: evaluations + other.evaluations,
      declaration: declaration ?? other.declaration,
      merged: merged + [
        MergedVendor(iri: other.ranked.iri, name: other.ranked.name, identifier: other.identifier)
      ])
  }
}

extension MatchedVendor {
  /// Its identifier, and those of further entries with their names.
  var identifiers: String {
    ([identifier] + merged.map { "= \($0.name), \($0.identifier)" }).joined(separator: " ; ")
  }

  /// The further entries for programs; nil where there is none.
  var structuredMerged: StructuredValue? {
    guard !merged.isEmpty else { return nil }
    return .array(merged.map { .object(["id": .string($0.iri), "name": .string($0.name)]) })
  }
}

/// A further entry of a vendor that is one thing with it.
public struct MergedVendor: Sendable, Hashable {
  /// Its IRI.
  public let iri: String
  /// Its name.
  public let name: String
  /// Its identifier for people.
  public let identifier: String
}

extension RecordedAnswer {
  /// The answer in which vendors that are one take one place; its record is as it was.
  ///
  /// - Parameter view: Which things are one.
  /// - Returns: The gathered answer.
  public func gathered(by view: CanonicalView) -> RecordedAnswer {
    RecordedAnswer(answer: answer.gathered(by: view), recording: recording)
  }
}
