import PasserelleText

/// Turns blocks into clauses: splits what says several things, judges each, drops what is said twice.
struct ClauseBuilder {
  private let classifier: ClauseClassifier
  private let lots: [SpecificationLot]
  private var clauses: [SpecificationClause] = []
  /// Where each text stands among the clauses, by its folded form.
  private var known: [[UInt8]: Int] = [:]
  private var ids: Set<String> = []
  /// Criteria that stand together: their ranks among the clauses.
  private var criteria: [(rank: Int, criterion: AwardCriterionReader.Criterion)] = []
  private var criteriaLot: String?

  /// Bytes of a paragraph from which its sentences are judged one by one.
  private static let longParagraph = 70
  /// Bytes up to which a numbered requirement is one clause.
  private static let longRequirement = 600
  /// Bytes up to which information of one heading is put together.
  private static let longInformation = 1500

  init(language: TextLanguage, lots: [SpecificationLot]) {
    classifier = ClauseClassifier(language: language)
    self.lots = lots
  }

  mutating func add(_ block: SpecificationBlock) {
    guard clauses.count < SpecificationAnalyzer.clauseLimit else { return }
    if block.section.kind == .awardCriterion {
      addCriterion(block)
      return
    }
    closeCriteria()
    for piece in pieces(block) { add(piece) }
  }

  // MARK: Pieces

  /// A block, or its sentences where they say several things.
  private func pieces(_ block: SpecificationBlock) -> [(
    block: SpecificationBlock, verdict: ClauseClassifier.Verdict
  )] {
    let words = FoldedWords(block.text)
    let whole = classifier.verdict(words, in: block.section, isItem: block.isItem, id: block.id)
    guard block.text.utf8.count > Self.longParagraph, block.section.strength < SpecificationSection.fixed
    else {
      return [(block, whole)]
    }
    // A numbered requirement stays whole.
    if block.id != nil, block.text.utf8.count < Self.longRequirement { return [(block, whole)] }
    let isSplit = classifier.markerCount(words) >= 2
    var result: [(block: SpecificationBlock, verdict: ClauseClassifier.Verdict)] = []
    for sentence in SentenceSplitter.sentences(block.text) {
      let folded = FoldedWords(sentence)
      let verdict = classifier.verdict(folded, in: block.section, isItem: block.isItem, id: block.id)
      let hasMarker = isSplit && verdict.kind.isRequirement && classifier.markerCount(folded) > 0
      if let last = result.last, last.verdict.kind == verdict.kind,
        last.verdict.obligation == verdict.obligation, !hasMarker
      {
        result[result.count - 1].block.text += " " + sentence
      } else {
        var part = block
        part.text = sentence
        if !result.isEmpty { part.id = nil }
        result.append((part, verdict))
      }
    }
    return result
  }

  private mutating func add(_ piece: (block: SpecificationBlock, verdict: ClauseClassifier.Verdict)) {
    let (block, verdict) = piece
    let folded = TextFolding.foldedBytes(block.text)
    guard folded.count >= 3 else { return }
    if let rank = known[folded] {
      // The same text for another lot holds for all.
      if clauses[rank].lot != nil, clauses[rank].lot != block.lot { clauses[rank].lot = nil }
      return
    }
    if verdict.kind == .information, joinsInformation(block) { return }
    known[folded] = clauses.count
    clauses.append(
      SpecificationClause(
        id: name(block.id), kind: verdict.kind, obligation: verdict.obligation, text: block.text,
        heading: block.section.name, lot: block.lot, line: block.line, cue: verdict.cue))
  }

  /// Adds information to that of the same heading; false where it begins a clause.
  private mutating func joinsInformation(_ block: SpecificationBlock) -> Bool {
    guard let last = clauses.last, last.kind == .information, block.id == nil, last.lot == block.lot,
      last.heading == block.section.name || block.section.strength >= SpecificationSection.fixed,
      last.text.utf8.count + block.text.utf8.count <= Self.longInformation
    else { return false }
    clauses[clauses.count - 1].text += " " + block.text
    return true
  }

  /// The number as written where it is the first of its name, else the rank.
  private mutating func name(_ id: String?) -> String {
    if let id, ids.insert(id).inserted { return id }
    var rank = clauses.count + 1
    while !ids.insert("C\(rank)").inserted { rank += 1 }
    return "C\(rank)"
  }

  // MARK: Criteria

  private mutating func addCriterion(_ block: SpecificationBlock) {
    // A criterion may name its lot: `Lot 3 : Prix : 50 %`.
    var text = block.text
    var lot = block.lot
    if let head = LineShape.lotHead(text), !head.title.isEmpty {
      lot = head.number
      text = head.title
    }
    if lot != criteriaLot { closeCriteria() }
    criteriaLot = lot
    let folded = TextFolding.foldedBytes(text)
    if Self.isFrame(String(decoding: folded, as: UTF8.self)) || text.hasSuffix(":") { return }
    if let verdict = classifier.verdictAmongCriteria(FoldedWords(folded: folded)), text.utf8.last != 0x25 {
      closeCriteria()
      add((block, verdict))
      return
    }
    let criterion = AwardCriterionReader.criterion(text)
    let name = criterion?.name ?? LineShape.withoutEndPoint(text)
    // Criteria with weights are those of their lot; what is said without any holds for all when repeated.
    let key = criterion == nil ? folded : folded + Array((lot ?? "").utf8) + [0]
    guard folded.count >= 3 else { return }
    if let rank = known[key] {
      if clauses[rank].lot != lot { clauses[rank].lot = nil }
      return
    }
    known[key] = clauses.count
    if let criterion { criteria.append((clauses.count, criterion)) }
    clauses.append(
      SpecificationClause(
        id: self.name(block.id), kind: .awardCriterion, obligation: .informative, text: name,
        heading: block.section.name, lot: lot, line: block.line, cue: block.section.name))
  }

  /// Lines that only frame criteria: `Critère de qualité`, `Prix :`.
  private static func isFrame(_ folded: String) -> Bool {
    [
      "critere de qualite", "critere poids", "criteres ponderation", "critere ponderation", "prix", "cout",
      "criteres enonces ci dessous", "criteres d attribution",
    ].contains(folded)
  }

  /// Gives the criteria that stand together their weights in percent.
  private mutating func closeCriteria() {
    let percents = AwardCriterionReader.percents(criteria.map(\.criterion))
    for (entry, percent) in zip(criteria, percents) { clauses[entry.rank].weightPercent = percent }
    criteria.removeAll()
  }

  /// The clauses in the order of the text.
  mutating func finish() -> [SpecificationClause] {
    closeCriteria()
    return clauses
  }
}
