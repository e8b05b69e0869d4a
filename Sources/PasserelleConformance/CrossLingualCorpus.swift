import Foundation
import PasserelleCore
import PasserelleMatching
import PasserelleOntology
import PasserelleText

/// The awards of an evaluation across languages, and their terms in each variant.
final class CrossLingualCorpus {
  /// An award that can be asked for or found.
  struct Award {
    let id: String
    let title: String
    let code: CPVCode
  }

  let awards: [Award]
  private let options: CrossLingualEvaluation.Options
  private let labels: CrossLingualLabelFile
  private let own: ConceptAnnotator
  private let official: ConceptAnnotator
  private var rankings: [String: CrossLingualRanking] = [:]

  init(
    awards: [PastAward], labels: CrossLingualLabelFile, ontology: Ontology,
    options: CrossLingualEvaluation.Options
  ) {
    self.awards = awards.compactMap { award in
      award.code.map { Award(id: award.id, title: award.title, code: $0) }
    }
    self.labels = labels
    self.options = options
    let scheme = ConceptScheme(ontology: ontology)
    own = ConceptAnnotator(scheme: scheme, weights: options.weights)
    official = ConceptAnnotator(scheme: scheme.adding(labels.labels), weights: options.weights)
  }

  /// Awards that have labels in both languages, drawn by a hash of their ids.
  func drawn(_ count: Int, seed: UInt64) -> [Int] {
    awards.indices.filter { place in
      (options.drawsDivisions || awards[place].code.group != nil)
        && ["fr", "pt"].allSatisfy { labels.text(awards[place].code, $0) != nil }
    }
    .map { (hash: Self.hash(awards[$0].id, seed), place: $0) }
    .sorted { ($0.hash, $0.place) < ($1.hash, $1.place) }
    .prefix(count).map(\.place)
  }

  /// FNV-1a over the seed and the bytes, mixed as SplitMix64 does.
  static func hash(_ text: String, _ seed: UInt64) -> UInt64 {
    var hash = 0xCBF2_9CE4_8422_2325 ^ seed &* 0x9E37_79B9_7F4A_7C15
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    return hash ^ hash >> 31
  }

  /// The figures of a variant.
  func row(_ variant: CrossLingualReport.Variant, queries: [Int]) -> CrossLingualReport.Row {
    let total = Double(max(1, queries.count))
    if variant == .chance { return chance(queries) }
    var (hits, kept, first, share) = (0.0, 0.0, 0.0, 0.0)
    for query in queries {
      let scores = scores(variant, query: awards[query].code)
      let best = CrossLingualRanking.best(scores, count: 10, without: query)
      let right = best.map { isRight($0, query) }
      if right.contains(true) { hits += 1 }
      if right.first == true { first += 1 }
      share += Double(right.count { $0 }) / 10
      if CrossLingualRanking.best(scores, count: 10).contains(where: { isRight($0, query) }) { kept += 1 }
    }
    return CrossLingualReport.Row(
      variant: variant, hitAt10: hits / total, hitAt10Kept: kept / total, hitAt1: first / total,
      precisionAt10: share / total, halfWidth: Self.halfWidth(hits / total, total))
  }

  private func isRight(_ document: Int, _ query: Int) -> Bool {
    awards[document].code.digits.prefix(3) == awards[query].code.digits.prefix(3)
  }

  private static func halfWidth(_ share: Double, _ count: Double) -> Double {
    1.96 * (share * (1 - share) / count).squareRoot()
  }

  /// What ten documents drawn at random would give, computed.
  private func chance(_ queries: [Int]) -> CrossLingualReport.Row {
    var counts: [Substring: Int] = [:]
    for award in awards { counts[award.code.digits.prefix(3), default: 0] += 1 }
    let total = Double(max(1, queries.count))
    var (hits, kept, first) = (0.0, 0.0, 0.0)
    for query in queries {
      let count = Double(counts[awards[query].code.digits.prefix(3)] ?? 0)
      let rate = awards.count > 1 ? (count - 1) / Double(awards.count - 1) : 0
      hits += 1 - pow(1 - rate, 10)
      kept += 1 - pow(1 - count / Double(awards.count), 10)
      first += rate
    }
    return CrossLingualReport.Row(
      variant: .chance, hitAt10: hits / total, hitAt10Kept: kept / total, hitAt1: first / total,
      precisionAt10: first / total, halfWidth: 0)
  }

  private func scores(_ variant: CrossLingualReport.Variant, query: CPVCode) -> [Double] {
    let french = labels.text(query, "fr") ?? ""
    let portuguese = labels.text(query, "pt") ?? ""
    switch variant {
    case .chance: return []
    case .words: return words(.neutral).scores(Self.terms(french, .neutral, stopWords: .french))
    case .translation: return words(.portuguese).scores(Self.terms(portuguese, .portuguese))
    case .conceptsOwn: return concepts(own, "own").scores(own.concepts(of: french, language: .french))
    case .concepts:
      return concepts(official, "official").scores(official.concepts(of: french, language: .french))
    case .conceptsNeutral:
      return concepts(official, "neutral", language: .neutral).scores(
        official.concepts(of: french, language: .neutral))
    case .conceptsAndTranslation:
      return Self.sum(scores(.concepts, query: query), scores(.translation, query: query))
    case .conceptsOwnAndCodes:
      return concepts(own, "own+codes", codes: true).scores(own.concepts(of: french, language: .french))
    case .conceptsAndCodes:
      return concepts(official, "official+codes", codes: true).scores(
        official.concepts(of: french, language: .french))
    }
  }

  /// The sum of two channels, each divided by its greatest value.
  private static func sum(_ left: [Double], _ right: [Double]) -> [Double] {
    let leftGreatest = max(left.max() ?? 0, .leastNormalMagnitude)
    let rightGreatest = max(right.max() ?? 0, .leastNormalMagnitude)
    return zip(left, right).map { $0 / leftGreatest + $1 / rightGreatest }
  }

  private func concepts(
    _ annotator: ConceptAnnotator, _ name: String, language: TextLanguage = .portuguese, codes: Bool = false
  ) -> CrossLingualRanking {
    ranking(name) { award in
      let found = annotator.concepts(of: award.title, language: language)
      return codes ? Self.union(found, annotator.concepts(ofCodes: [award.code])) : found
    }
  }

  private static func union(_ left: [WeightedConcept], _ right: [WeightedConcept]) -> [WeightedConcept] {
    let known = Set(right.map(\.term))
    return right + left.filter { !known.contains($0.term) }
  }

  private func words(_ language: TextLanguage) -> CrossLingualRanking {
    let analyzer = TextAnalyzer(language: language)
    return ranking("words " + language.rawValue, saturation: 1.2, lengthShare: 0.75) {
      Self.terms($0.title, analyzer, stopWords: language)
    }
  }

  private func ranking(
    _ name: String, saturation: Double? = nil, lengthShare: Double? = nil,
    _ terms: (Award) -> [WeightedConcept]
  ) -> CrossLingualRanking {
    if let known = rankings[name] { return known }
    let ranking = CrossLingualRanking(
      awards.map { terms($0) }, saturation: saturation ?? options.saturation,
      lengthShare: lengthShare ?? options.lengthShare)
    rankings[name] = ranking
    return ranking
  }

  private static func terms(
    _ text: String, _ language: TextLanguage, stopWords: TextLanguage? = nil
  ) -> [WeightedConcept] {
    terms(text, TextAnalyzer(language: language), stopWords: stopWords ?? language)
  }

  /// The stems of a text with their frequencies, function words left out.
  private static func terms(
    _ text: String, _ analyzer: TextAnalyzer, stopWords: TextLanguage
  ) -> [WeightedConcept] {
    var buffer = TokenBuffer()
    analyzer.analyze(text, into: &buffer)
    let source = Array(text.utf8)
    var counts: [String: Int] = [:]
    for index in 0..<buffer.count {
      let written = String(decoding: source[buffer.byteRange(at: index)], as: UTF8.self)
      if !StopWords.contains(TextFolding.fold(written), language: stopWords) {
        counts[buffer[index], default: 0] += 1
      }
    }
    return counts.sorted { $0.key < $1.key }.map { WeightedConcept(term: $0.key, weight: $0.value) }
  }
}
