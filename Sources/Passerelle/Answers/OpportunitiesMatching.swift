import PasserelleMatching
import PasserelleText

/// Asks the matcher how one vendor stands for needs; one matcher a language serves them all.
final class OpportunitiesMatching {
  /// A vendor's rank for a need, among how many, and why.
  typealias Standing = (rank: Int, count: Int, vendor: RankedVendor)

  private let make: (TextLanguage) throws -> Matcher
  private var made: [TextLanguage: Matcher] = [:]
  /// The vendor's index in the catalogue; nil for one that it does not hold.
  private let vendor: Int?

  /// Prepares questions about a vendor.
  ///
  /// - Parameters:
  ///   - vendor: Its index in the catalogue; nil for one that it does not hold.
  ///   - make: Makes the matcher for needs of a language.
  init(vendor: Int?, matcher make: @escaping (TextLanguage) throws -> Matcher) {
    self.vendor = vendor
    self.make = make
  }

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
    let matcher = try made[need.language] ?? make(need.language)
    made[need.language] = matcher
    return try matcher.explain(need, vendor: vendor, options: options).map {
      ($0.rank, $0.candidateCount, $0.vendor)
    }
  }
}
