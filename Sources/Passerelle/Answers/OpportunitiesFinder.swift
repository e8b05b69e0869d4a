import PasserelleCore
import PasserelleGraph
import PasserelleIndex
import PasserelleMatching
import PasserelleOntology
import PasserellePipeline
import PasserelleText

/// Chooses among the open calls those that a vendor's profile speaks of.
struct OpportunitiesFinder {
  /// How many calls, and how many calls and lots, are put to the matcher where nothing else is asked.
  static let limit = 50
  /// How many calls each channel of the index gives.
  private static let depth = 200

  let profile: OpportunitiesProfile
  let words: OpportunitiesWords
  let text: any TextSearching
  /// How many calls are taken at most.
  let limit: Int

  /// A unit with what it shares with the profile.
  struct Near {
    let unit: OpportunitiesUnit
    let need: Need
    /// The part of the title's telling words, by weight, that the profile has.
    let wordShare: Double
    /// The words shared, most telling first, as analysed.
    let sharedWords: [String]
    /// How many leading CPV digits are shared: 0 or 2 to 8.
    let sharedDigits: Int
    /// Whether a department is shared.
    let isLocal: Bool

    /// How much of the unit the profile covers, 0 to 100.
    var likeness: Double { 50 * wordShare + 5 * Double(sharedDigits) + (isLocal ? 10 : 0) }
  }

  /// The calls nearest to the profile by words, concepts, code and place; all of them where they are few.
  ///
  /// - Complexity: Two queries of the index, and one look-up a call.
  func nearest(of open: [RecordVersion], annotator: ConceptAnnotator) throws -> [RecordVersion] {
    guard open.count > limit else { return open }
    let numbers = open.map(\.record)
    var scores: [Int64: Double] = [:]
    func add(_ fields: [TextField], _ terms: [String], weight: Double) throws {
      guard !terms.isEmpty else { return }
      var filter = DocumentFilter()
      filter.kinds = [.call]
      filter.documents = numbers
      let hits = try text.top(
        TextQuery(fields: fields, terms: terms, filter: filter), limit: max(Self.depth, limit))
      guard let greatest = hits.first?.score, greatest > 0 else { return }
      for hit in hits { scores[hit.document, default: 0] += weight * hit.score / greatest }
    }
    try add(OpportunitiesWords.fields, words.telling, weight: 1)
    let concepts =
      annotator.concepts(ofCodes: profile.codes)
      + annotator.concepts(of: profile.texts.joined(separator: "\n"), language: profile.language)
    try add([.concepts], Set(concepts.map(\.term)).sorted(), weight: 0.5)
    for summary in try text.summaries(of: numbers) {
      guard let summary else { continue }
      let digits = summary.cpv.flatMap { profile.nearest(to: $0)?.digits } ?? 0
      if digits > 0 { scores[summary.id, default: 0] += Double(digits) / 8 }
      if let place = summary.place, profile.departments.contains(place) {
        scores[summary.id, default: 0] += 0.2
      }
    }
    let best = open.filter { scores[$0.record] != nil }.sorted { left, right in
      let (first, second) = (scores[left.record] ?? 0, scores[right.record] ?? 0)
      return first != second ? first > second : left.record < right.record
    }
    return Array(best.prefix(limit))
  }

  /// What a unit shares with the profile.
  func near(_ unit: OpportunitiesUnit, _ need: Need) throws -> Near {
    let terms = MatchTerms(language: need.language)
    func distinct(_ text: String) -> [String] {
      var seen: Set<String> = []
      return terms.tellingWords(text).filter { seen.insert($0).inserted }
    }
    var asked = distinct(need.title)
    let title = asked.count
    // A title of a word or two, such as "Lot 2 : maintenance", says too little by itself.
    for word in distinct(need.text) where !asked.contains(word) { asked.append(word) }
    let weights = try OpportunitiesWords.weights(of: asked, text)
    let measured = title >= 3 ? title : asked.count
    var total = 0
    var found = 0
    for (word, weight) in zip(asked, weights).prefix(measured) {
      total += weight
      if words.contains(word) { found += weight }
    }
    let shared = zip(asked, weights).enumerated().filter { words.contains($1.0) && $1.1 > 0 }
      .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element.0)
    return Near(
      unit: unit, need: need, wordShare: total > 0 ? Double(found) / Double(total) : 0,
      sharedWords: Array(shared.prefix(8)),
      sharedDigits: unit.codes.compactMap { profile.nearest(to: $0)?.digits }.max() ?? 0,
      isLocal: !profile.departments.isDisjoint(with: unit.departments))
  }
}

extension OpportunitiesFinder.Near {
  /// Whether it is near enough to be told of without evidence of past awards.
  var isTelling: Bool { sharedDigits >= 3 || wordShare >= 0.25 }
}
