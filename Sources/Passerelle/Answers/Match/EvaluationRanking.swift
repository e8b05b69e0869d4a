import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserellePipeline

/// Lets the evaluations by territories enter a ranking, where an officer asks for it.
///
/// The marks of a vendor, 1 to 5, are averaged with two marks of 3 that stand for what is not known; the distance
/// from 3 moves the vendor by up to ``weight`` of the distance between the best and the last score. Who has no
/// evaluation keeps its score.
struct EvaluationRanking {
  /// The part of the scores' range by which the best possible marks can move a vendor.
  static let weight = 0.2
  /// How many marks of 3 are added.
  private static let priorMarks = 2.0

  let reader: GraphReader

  /// The vendors with the evaluations counted, best first; equal scores keep their order.
  func reordered(_ vendors: [RankedVendor]) throws -> [RankedVendor] {
    guard let best = vendors.first?.score, let last = vendors.last?.score, vendors.count > 1 else {
      return vendors
    }
    let terms = try reader.identifiers(of: vendors.map { .iri($0.iri) })
    let loader = EvaluationLoader(reader: reader)
    let range = max(best - last, .leastNormalMagnitude)
    let moved = try zip(vendors, terms).map { vendor, term -> (RankedVendor, Double) in
      let marks = try term.isBound ? loader.evaluations(of: term).flatMap { $0.marks.compactMap(\.mark) } : []
      return (vendor, vendor.score + Self.bonus(marks) * range)
    }
    return moved.enumerated().sorted {
      ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
    }.map(\.element.0)
  }

  /// By how much of the range marks move a vendor, −``weight`` to ``weight``.
  static func bonus(_ marks: [Int]) -> Double {
    guard !marks.isEmpty else { return 0 }
    let sum = marks.reduce(0) { $0 + Double($1) } + priorMarks * 3
    return weight * (sum / (Double(marks.count) + priorMarks) - 3) / 2
  }
}
