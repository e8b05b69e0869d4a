import PasserelleCore
import PasserelleRendering

extension Dossier {
  /// The dossier as a page of text, in its language: of texts in several languages the one in it.
  ///
  /// - Parameter width: The line width in columns.
  /// - Returns: The lines.
  public func text(width: Int) -> [String] {
    var lines = [label, iri]
    if !types.isEmpty { lines.append(types.joined(separator: ", ")) }
    if let asOf { lines.append(language.say("État connu au ", "As known on ") + asOf.description) }
    for member in members.dropFirst() { lines.append("= \(member.label) — \(member.iri)") }
    var marks = SourceMarks()
    let shownFacts = chosenFacts
    if !shownFacts.isEmpty { lines += ["", language.say("Énoncés", "Statements")] }
    let euros = EuroValues(facts, ValueFormat(language))
    for (fact, others) in shownFacts where !euros.told.contains(fact) {
      let part = fact.part.isEmpty ? "" : fact.part + " · "
      let more = others.isEmpty ? "" : " (+ \(others.joined(separator: ", ")))"
      lines += TextWrap.wrap(
        "  \(part)\(fact.relationLabel) : \(fact.text)\(euros.beside[fact]?.text ?? "")\(more) \(marks.mark(fact.sources + (euros.beside[fact]?.sources ?? [])))",
        width: width, indent: 4)
      lines += conflictLines(of: fact, width: width)
    }
    let shown = chosenMentions
    let count = mentionCount - (mentions.count - shown.count)
    if !shown.isEmpty {
      lines += ["", language.say("Cité par (\(count))", "Mentioned by (\(count))")]
    }
    for fact in shown.prefix(Self.shownMentions) {
      lines += TextWrap.wrap(
        "  \(fact.relationLabel) ← \(fact.text) \(marks.mark(fact.sources))", width: width, indent: 4)
      lines += conflictLines(of: fact, width: width)
    }
    if count > Self.shownMentions { lines.append("  … +\(count - Self.shownMentions)") }
    lines += ["", "Sources"]
    for (index, source) in marks.order.enumerated() {
      let passage = origins[source.record].map(\.passage) ?? ""
      lines.append(
        "  [\(index + 1)] \(passage.isEmpty ? "" : passage + " — ")\(source.record), version \(source.version), "
          + language.say("ingérée le ", "ingested ") + source.ingested.description
          + (source.isDemonstration ? language.say(" (démonstration)", " (demonstration)") : ""))
    }
    if versions.count > 1 {
      lines += ["", language.say("Versions", "Versions")]
      for version in versions {
        lines.append(
          "  v\(version.version) \(version.ingested.description) → "
            + (version.superseded?.description ?? language.say("ouverte", "open")))
      }
    }
    return lines
  }

  /// How many mentions the page gives.
  private static let shownMentions = 20

  /// The facts of the page: without what takes a quantity apart, and of texts in several languages those in the
  /// dossier's own, with the tags of the others; where none is in it, all.
  private var chosenFacts: [(fact: Fact, others: [String])] {
    struct Key: Hashable {
      let part: String
      let relation: String
    }
    var tags: [Key: Set<String>] = [:]
    for fact in facts {
      guard let tag = fact.languageTag else { continue }
      tags[Key(part: fact.part, relation: fact.relation), default: []].insert(tag)
    }
    return facts.filter { !$0.isDetail }.compactMap { fact in
      guard let tag = fact.languageTag, let all = tags[Key(part: fact.part, relation: fact.relation)],
        all.count > 1
      else { return (fact, []) }
      guard all.contains(language.rawValue) else { return (fact, []) }
      return tag == language.rawValue ? (fact, all.subtracting([tag]).sorted()) : nil
    }
  }

  /// The mentions of the page: a claim that only repeats a statement given already is left out.
  private var chosenMentions: [Fact] {
    func isClaim(_ fact: Fact) -> Bool {
      fact.relation == Vocabulary.claimSubject || fact.relation == Vocabulary.claimObject
    }
    let said = Set((facts + mentions.filter { !isClaim($0) }).flatMap(\.sources).map(\.record))
    return mentions.filter { fact in
      !isClaim(fact) || !fact.sources.allSatisfy { said.contains($0.record) }
    }
  }

  private func conflictLines(of fact: Fact, width: Int) -> [String] {
    let conflicts = Set(fact.sources.flatMap { origins[$0.record]?.conflicts ?? [] }).sorted()
    return conflicts.flatMap { sentence in
      TextWrap.wrap(
        "    ≠ " + language.say("une autre source dit : ", "another source says: ") + sentence, width: width,
        indent: 6)
    }
  }
}

/// The numbers that a page gives to its sources, in the order of their first use.
private struct SourceMarks {
  private(set) var order: [Dossier.Source] = []
  private var numbers: [String: Int] = [:]
  /// How many sources of one statement are named.
  private static let limit = 4

  mutating func mark(_ sources: [Dossier.Source]) -> String {
    var text = ""
    for source in sources.prefix(Self.limit) {
      if numbers[source.record] == nil {
        order.append(source)
        numbers[source.record] = order.count
      }
      text += "[\(numbers[source.record] ?? 0)]"
    }
    return text + (sources.count > Self.limit ? "+\(sources.count - Self.limit)" : "")
  }
}
