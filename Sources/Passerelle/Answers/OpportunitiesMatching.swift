import PasserelleMatching
import PasserelleText

/// Asks the matcher how one vendor stands for needs.
struct OpportunitiesMatching {
  /// A vendor's rank for a need, among how many, and why.
  typealias Standing = (rank: Int, count: Int, vendor: RankedVendor)

  /// Makes the matcher for needs of a language.
  let matcher: (TextLanguage) throws -> Matcher
  /// The vendor's index in the catalogue; nil for one that it does not hold.
  let vendor: Int?

  /// How the vendor stands for a need.
  ///
  /// - Parameters:
  ///   - need: The need of a call or lot.
  ///   - evidenceLimit: The most past awards told of; 0 is cheapest.
  /// - Returns: Nil for a vendor without evidence for the need.
  /// - Throws: What the text index throws when it cannot be read.
  /// - Complexity: One match.
  func standing(for need: Need, evidenceLimit: Int) throws -> Standing? {
    guard let vendor else { return nil }
    var options = MatchOptions()
    options.evidenceLimit = evidenceLimit
    let matcher = try matcher(need.language)
    return try matcher.explain(need, vendor: vendor, options: options).map {
      ($0.rank, $0.candidateCount, $0.vendor)
    }
  }
}
