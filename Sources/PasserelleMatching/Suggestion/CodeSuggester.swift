public import PasserelleCore
import PasserelleText

/// Proposes CPV groups for a need by the codes of the past awards most like it, and by the labels of the codes.
///
/// The 200 nearest awards by words and by character 4-grams vote for their groups; a conditional logit weighs the
/// votes and the fit of the labels, and its softmax, with "none of them" as one more candidate, is the probability.
public struct CodeSuggester {
  /// How many awards each channel gives.
  static let depth = 200
  /// How many words, and how many grams, of a need are asked.
  static let termLimit = 48
  /// How much of a long text is read beside the title, in characters: its subject stands at the start.
  static let textLength = 600

  private let catalogue: AwardCatalogue
  private let text: any TextSearching
  private let labels: CodeLabels
  private let model: RankingModel

  /// The features that a model may use.
  public static var featureNames: [String] { CodeVotes.featureNames }

  /// Makes a suggester.
  ///
  /// - Parameters:
  ///   - catalogue: The past awards with their codes.
  ///   - text: The text index.
  ///   - labels: The labels of codes in the language of the needs.
  ///   - model: The weights, read with the inputs ``featureNames``.
  public init(
    catalogue: AwardCatalogue, text: any TextSearching, labels: CodeLabels, model: RankingModel
  ) {
    self.catalogue = catalogue
    self.text = text
    self.labels = labels
    self.model = model
  }

  /// The groups most probable for a need; its own codes are not looked at.
  ///
  /// - Parameters:
  ///   - need: The need.
  ///   - limit: The most groups wanted.
  /// - Returns: The suggestions; none where no award and no label shares a word with the need.
  /// - Throws: What the text index throws when it cannot be read.
  public func suggestions(for need: Need, limit: Int = 5) throws -> CodeSuggestions {
    let votes = try votes(for: need)
    guard !votes.candidates.isEmpty else { return .none }
    let scores = votes.candidates.map { model.score(votes.row($0)) } + [model.score(votes.row(nil))]
    let greatest = scores.max() ?? 0
    let powers = scores.map { Mathematics.exponential($0 - greatest) }
    let sum = powers.reduce(0, +)
    let probabilities = powers.map { $0 / sum }
    var divisions: [UInt32: Double] = [:]
    for (one, probability) in zip(votes.candidates, probabilities) {
      divisions[one.group / 10, default: 0] += probability
    }
    let ranked = zip(votes.candidates, probabilities).sorted {
      ($1.1, $0.0.group) < ($0.1, $1.0.group)
    }
    return CodeSuggestions(
      groups: ranked.prefix(max(0, limit)).compactMap { Self.suggestion($0.0, $0.1) },
      divisions: divisions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        CodeSuggestions.Division(
          division: String(CodeGroups.text($0.key * 10).prefix(2)), probability: $0.value)
      }, unknown: probabilities.last ?? 0)
  }

  /// The rows by which the weights are learned: one query, the candidates, which of them is right.
  ///
  /// - Parameters:
  ///   - need: A need whose code is known; its own award must not be in the index.
  ///   - code: The right code.
  ///   - data: The data to add to.
  /// - Throws: What the text index throws when it cannot be read.
  public func addTrainingRows(for need: Need, code: CPVCode, to data: inout RankingData) throws {
    let votes = try votes(for: need)
    let right = CodeGroups.group(of: code)
    let isKnown = votes.candidates.contains { $0.group == right }
    data.beginGroup()
    for one in votes.candidates { data.append(values: votes.row(one), isRelevant: one.group == right) }
    data.append(values: votes.row(nil), isRelevant: !isKnown)
  }

  private func votes(for need: Need) throws -> CodeVotes {
    let terms = MatchTerms(language: need.language)
    let opening = String(need.text.prefix(Self.textLength))
    let words = terms.tellingWords(need.title) + terms.tellingWords(opening)
    let grams = MatchTerms.grams(need.title)
    var awards: [Int64: (words: Double, grams: Double)] = [:]
    for (document, value) in try nearest([.title, .body], words) { awards[document] = (value, 0) }
    for (document, value) in try nearest([.grams], grams) { awards[document, default: (0, 0)].grams = value }
    return CodeVotes(
      awards: awards.sorted { $0.key < $1.key }.compactMap { document, value in
        catalogue.code(ofDocument: document).map { (document, $0, value.words, value.grams) }
      }, labels: labels.likeness(to: need.title + "\n" + opening))
  }

  /// The nearest awards of a channel, each with its score over the greatest.
  private func nearest(_ fields: [TextField], _ terms: [String]) throws -> [(Int64, Double)] {
    var seen: Set<String> = []
    let terms = terms.filter { seen.insert($0).inserted }.prefix(Self.termLimit)
    guard !terms.isEmpty else { return [] }
    var filter = DocumentFilter()
    filter.kinds = [.award]
    let hits = try text.top(
      TextQuery(fields: fields, terms: Array(terms), filter: filter), limit: Self.depth)
    let greatest = hits.first?.score ?? 0
    return greatest > 0 ? hits.map { ($0.document, $0.score / greatest) } : []
  }

  private static func suggestion(
    _ candidate: CodeVotes.Candidate, _ probability: Double
  ) -> CodeSuggestion? {
    let total = candidate.codes.values.sorted().reduce(0, +)
    let best = candidate.codes.min { ($1.value, $0.key) < ($0.value, $1.key) }
    let group = CodeGroups.text(candidate.group)
    let digits = best.map { CodeGroups.digits($0.key) } ?? group + "00000"
    guard let code = CPVCode(digits: digits) else { return nil }
    return CodeSuggestion(
      code: code, group: group, probability: probability,
      codeShare: total > 0 ? (best?.value ?? 0) / total : 0, documents: candidate.awards.map(\.document))
  }
}

extension CodeGroups {
  /// Eight digits with their leading zeros.
  static func digits(_ code: UInt32) -> String {
    let digits = String(code)
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }
}

extension AwardCatalogue {
  /// The CPV code of the award with a document number, as a number; nil for none or no award.
  func code(ofDocument document: Int64) -> UInt32? {
    guard let award = award(ofDocument: document) else { return nil }
    let code = awardCodes[Int(award)]
    return code > 0 ? code : nil
  }
}
