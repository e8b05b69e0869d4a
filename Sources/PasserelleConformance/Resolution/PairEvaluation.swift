import Foundation
import PasserelleCore
public import PasserelleResolution

/// Measures a scorer on labelled pairs; the threshold is the model's, nothing is fitted on the file.
public struct PairEvaluation: Sendable {
  /// A pair with its score.
  public struct Scored: Sendable {
    /// What tells the pair: the two names, or the two record ids.
    public let left: String
    /// The second.
    public let right: String
    /// Whether the two are one thing.
    public let isMatch: Bool
    /// The probability.
    public let score: Double
    /// The probability from which the pair counts as a match.
    public let threshold: Double
    /// The groups that the pair counts in.
    public let groups: [String]
  }

  /// The file's layout.
  public let layout: String
  /// What the scores stand on: the shipped models, or the train split beside the file.
  public let basis: String
  /// The pairs.
  public let pairs: [Scored]
  /// Matches that were no candidates at all (registers only).
  public let missed: Int

  /// Measures the pairs of a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - kit: The models.
  ///   - country: The country of the names where the file does not tell it.
  /// - Throws: ``PasserelleError`` with code `.inputUnreadable` for an unknown layout or a damaged line.
  public init(path: String, kit: ResolutionKit, country: String = "") throws {
    let data = try Self.contents(path)
    guard let layout = LabelledPairFile.layout(data) else { throw PairFault.layout(path) }
    self.layout = layout.rawValue
    switch layout {
    case .names, .bench:
      var labelled =
        layout == .names
        ? try LabelledPairFile.names(data, file: path) : try LabelledPairFile.bench(data, file: path)
      if !country.isEmpty {
        for place in labelled.indices where labelled[place].left.country.isEmpty {
          labelled[place].left.country = country
          labelled[place].right.country = country
        }
      }
      pairs = labelled.map { pair in
        let (left, right) = (kit.preparer.prepare(pair.left), kit.preparer.prepare(pair.right))
        return Scored(
          left: pair.left.names[0], right: pair.right.names[0], isMatch: pair.isMatch,
          score: Double(kit.scorer.score(left, right).probability),
          threshold: kit.scorer.threshold(left, right),
          groups: pair.groups)
      }
      basis = "models"
      missed = 0
    case .records:
      (pairs, basis) = try RecordEvaluation.records(data, path: path)
      missed = 0
    case .register:
      (pairs, basis, missed) = try RecordEvaluation.register(data, path: path)
    }
  }

  static func contents(_ path: String) throws -> Data {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw PasserelleError(
        .inputUnreadable,
        LocalizedText(fr: "Ce fichier ne se lit pas.", en: "This file cannot be read."),
        at: SourceLocation(file: path), cause: error)
    }
  }
}
