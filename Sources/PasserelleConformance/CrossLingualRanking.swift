import Foundation
import PasserelleCore
import PasserelleOntology

/// BM25 over weighted terms by exhaustive scoring: the plain reference that an index has to agree with.
///
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), with the inverse document frequency
/// ln(1 + (N − n + ½) / (n + ½)); a term's weight stands for its frequency.
struct CrossLingualRanking {
  private var postings: [String: [(document: Int32, weight: Double)]] = [:]
  private var lengths: [Double] = []
  private var meanLength = 1.0
  private let saturation: Double
  private let lengthShare: Double

  /// Takes the terms of the documents in their order.
  init(_ documents: [[WeightedConcept]], saturation: Double, lengthShare: Double) {
    self.saturation = saturation
    self.lengthShare = lengthShare
    lengths = documents.map { $0.reduce(0) { $0 + Double($1.weight) } }
    meanLength = max(1, lengths.reduce(0, +) / Double(max(1, documents.count)))
    for (document, terms) in documents.enumerated() {
      for term in terms { postings[term.term, default: []].append((Int32(document), Double(term.weight))) }
    }
  }

  /// The score of every document.
  func scores(_ query: [WeightedConcept]) -> [Double] {
    var scores = [Double](repeating: 0, count: lengths.count)
    let total = Double(lengths.count)
    for term in query {
      guard let list = postings[term.term] else { continue }
      let count = Double(list.count)
      let rarity = log(1 + (total - count + 0.5) / (count + 0.5)) * Double(term.weight)
      for (document, weight) in list {
        let length = 1 - lengthShare + lengthShare * lengths[Int(document)] / meanLength
        scores[Int(document)] +=
          rarity * weight * (saturation + 1) / (weight + saturation * length)
      }
    }
    return scores
  }

  /// The best documents of some scores, ties by their order; documents without score are left out.
  static func best(_ scores: [Double], count: Int, without excluded: Int? = nil) -> [Int] {
    var best: [Int] = []
    for document in scores.indices where scores[document] > 0 && document != excluded {
      if best.count == count, let last = best.last, scores[document] <= scores[last] { continue }
      let place = best.firstIndex { scores[$0] < scores[document] } ?? best.count
      best.insert(document, at: place)
      if best.count > count { best.removeLast() }
    }
    return best
  }
}
