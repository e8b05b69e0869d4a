import PasserelleText

/// Says what a stretch of text is about and how binding it is, by the part it stands in and by its words.
///
/// Simple sums: a part of a form decides alone; elsewhere each cue of ``ClauseCues`` adds its weight to its
/// kind, once a phrase, and the heading adds its own. The best kind wins, the one with the stronger cue in a tie.
struct ClauseClassifier {
  let language: TextLanguage
  private let markers: PhraseLexicon<ObligationCues.Marker>

  /// What was found.
  struct Verdict: Hashable {
    var kind: SpecificationClause.Kind
    var obligation: SpecificationClause.Obligation
    /// The phrase or heading that decided the kind.
    var cue: String
  }

  /// The kinds in the order in which they win ties.
  private static let order: [SpecificationClause.Kind] = [
    .functional, .technical, .administrative, .selectionCriterion, .awardCriterion, .information,
  ]

  init(language: TextLanguage) {
    self.language = language
    markers = ObligationCues.lexicon(language)
  }

  /// Judges a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - section: The part it stands in.
  ///   - isItem: Whether it is an item of a list: there the heading counts for more.
  ///   - id: Its number: `F3` and `T1` speak for their kind.
  /// - Returns: The kind, the obligation and the cue that decided.
  func verdict(_ text: FoldedWords, in section: SpecificationSection, isItem: Bool, id: String?) -> Verdict {
    let isFixed = section.kind != nil && section.strength >= SpecificationSection.fixed
    if text.isIntroduction, !isFixed {
      return Verdict(kind: .information, obligation: .informative, cue: ":")
    }
    let (kind, cue) = kind(text, section, isItem, id)
    return Verdict(kind: kind, obligation: obligation(text, kind), cue: cue)
  }

  /// What a line among criteria for offers is all the same: words on candidates or on procedure; nil for a criterion.
  func verdictAmongCriteria(_ text: FoldedWords) -> Verdict? {
    for match in ClauseCues.lexicon.matches(in: text) {
      let entry = ClauseCues.lexicon.entries[match.entry]
      guard entry.value.weight >= 9,
        entry.value.kind == .selectionCriterion || entry.value.kind == .information
      else {
        continue
      }
      return Verdict(
        kind: entry.value.kind, obligation: obligation(text, entry.value.kind), cue: entry.phrase)
    }
    return nil
  }

  private func kind(
    _ text: FoldedWords, _ section: SpecificationSection, _ isItem: Bool, _ id: String?
  ) -> (SpecificationClause.Kind, String) {
    if let kind = section.kind, section.strength >= SpecificationSection.fixed { return (kind, section.name) }
    var scores = [Int](repeating: 0, count: Self.order.count)
    var best = [(weight: Int, phrase: String)](repeating: (0, ""), count: Self.order.count)
    func add(_ kind: SpecificationClause.Kind, _ weight: Int, _ phrase: String) {
      guard let rank = Self.order.firstIndex(of: kind) else { return }
      scores[rank] += weight
      if weight > best[rank].weight { best[rank] = (weight, phrase) }
    }
    if let kind = section.kind { add(kind, section.strength + (isItem ? 2 : 0), section.name) }
    if let kind = id.flatMap(Self.kind(ofID:)) { add(kind, 8, id ?? "") }
    var seen: Set<Int> = []
    // Long texts hold more cues of every kind: those of requirements count up to a limit.
    var requirementCues = 0
    for match in ClauseCues.lexicon.matches(in: text) where seen.insert(match.entry).inserted {
      let entry = ClauseCues.lexicon.entries[match.entry]
      if entry.value.kind.isRequirement {
        requirementCues += 1
        guard requirementCues <= 6 else { continue }
      }
      add(entry.value.kind, entry.value.weight, entry.phrase)
    }
    var winner = 0
    for rank in scores.indices where (scores[winner], best[winner].weight) < (scores[rank], best[rank].weight)
    {
      winner = rank
    }
    guard scores[winner] > 0 else { return (.information, "") }
    return (Self.order[winner], best[winner].phrase)
  }

  private static func kind(ofID id: String) -> SpecificationClause.Kind? {
    let letters = id.prefix { $0.isLetter }
    switch letters {
    case "F", "EF", "RF", "BF", "FR", "UC": return .functional
    case "T", "ET", "RT", "TR", "D", "S", "I", "SEC", "TEC", "PERF": return .technical
    case "A", "ADM": return .administrative
    default: return nil
    }
  }

  // MARK: Obligation

  /// How binding a text of a kind is.
  private func obligation(
    _ text: FoldedWords, _ kind: SpecificationClause.Kind
  ) -> SpecificationClause.Obligation {
    switch kind {
    case .information, .awardCriterion: return .informative
    default: break
    }
    var isRecommended = false
    var isOptional = false
    var isFaculty = false
    for match in markers.matches(in: text) {
      switch markers.entries[match.entry].value {
      case .mandatory: return .mandatory
      case .recommended: isRecommended = true
      case .optional: isOptional = true
      case .faculty: isFaculty = isFaculty || isContractors(text, before: match.words.lowerBound)
      }
    }
    if isRecommended { return .recommended }
    return isOptional || isFaculty ? .optional : .mandatory
  }

  /// Whether the subject before a place is the contractor, or the offer.
  private func isContractors(_ text: FoldedWords, before place: Int) -> Bool {
    text.words[max(0, place - 6)..<place].contains { word in
      ObligationCues.contractors.contains(String(decoding: text.bytes[word], as: UTF8.self))
    }
  }

  /// How many markers of obligation a text holds.
  func markerCount(_ text: FoldedWords) -> Int {
    markers.matches(in: text).reduce(0) { $0 + (markers.entries[$1.entry].value == .mandatory ? 1 : 0) }
  }
}
