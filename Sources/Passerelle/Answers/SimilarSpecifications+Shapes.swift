import PasserelleCore
import PasserelleMatching
import PasserelleRendering

extension ComparableSpecification {
  /// The specification in JSON.
  var structured: StructuredValue {
    .object([
      "specification": .string(iri), "title": .string(title), "kind": .string(kind.rawValue),
      "similarity": .number(similarity, digits: 4), "clauses": .int(clauseCount),
      "sharedClauses": .int(sharedCount), "source": source.structured,
    ])
  }
}

extension SourcedRequirement {
  /// The clause in JSON.
  func structured(_ specifications: [ComparableSpecification], text withText: Bool = true) -> StructuredValue
  {
    .object([
      "specification": specification.map { .string(specifications[$0].iri) }, "record": .optional(record),
      "id": .string(id), "heading": heading.isEmpty ? nil : .string(heading),
      "paragraph": paragraph.map { .int($0) }, "line": line.map { .int($0) },
      "text": withText ? .string(text) : nil, "demonstration": .bool(isDemonstration),
    ])
  }
}

extension ClauseComparison {
  /// The clause with its neighbours in JSON.
  func structured(_ specifications: [ComparableSpecification]) -> StructuredValue {
    .object([
      "id": .string(clause.id), "kind": .string(clause.kind.rawValue),
      "obligation": .string(clause.obligation.rawValue),
      "heading": clause.heading.isEmpty ? nil : .string(clause.heading),
      "paragraph": paragraph.map { .int($0) }, "line": paragraph == nil ? .int(clause.line) : nil,
      "text": .string(clause.text),
      "nearest": .array(
        nearest.map { one in
          .object([
            "likeness": .number(one.likeness, digits: 4), "same": .bool(one.isSame),
            "clause": one.requirement.structured(specifications),
          ])
        }),
    ])
  }
}

extension SimilarAnswer {
  /// How many specifications a page lists; JSON has them all.
  private static let listed = 10

  /// The specifications and the clauses as lines of a page.
  func specificationLines(_ width: Int) -> [String] {
    guard !specifications.isEmpty else {
      return ["", language.say("Aucun cahier des charges comparable.", "No comparable specification.")]
    }
    let format = ValueFormat(language)
    var lines = ["", language.say("Cahiers des charges comparables", "Comparable specifications")]
    for (index, one) in specifications.prefix(Self.listed).enumerated() {
      let counts = language.say(
        "ressemblance \(format.number(one.similarity, digits: 2)), \(fr: one.clauseCount, "clause"), dont \(one.sharedCount) du besoin",
        "likeness \(format.number(one.similarity, digits: 2)), \(en: one.clauseCount, "clause"), \(one.sharedCount) of the need's"
      )
      lines += TextWrap.wrap(
        "\(index + 1). \(one.title)\(mark(one.source.isDemonstration)) (\(counts))", width: width, indent: 3,
        firstIndent: 0)
      lines.append("   source : " + one.source.record)
    }
    if specifications.count > Self.listed {
      let rest = specifications.count - Self.listed
      lines.append(
        language.say(
          "   et \(fr: rest, "autre") (--format json)", "   and \(en: rest, "other") (--format json)"))
    }
    let compared = clauses.filter { !$0.nearest.isEmpty }
    guard !clauses.isEmpty else { return lines }
    lines += ["", language.say("Clause par clause", "Clause by clause")]
    for one in compared { lines += clauseLines(one, format, width) }
    let alone = clauses.count - compared.count
    if alone > 0 {
      lines.append(
        language.say(
          "\(fr: alone, "clause") du besoin sans clause proche.",
          "\(en: alone, "clause") of the need without a near clause."))
    }
    return lines
  }

  private func clauseLines(_ one: ClauseComparison, _ format: ValueFormat, _ width: Int) -> [String] {
    var lines = TextWrap.wrap("\(one.clause.id) " + one.clause.text, width: width, indent: 3, firstIndent: 0)
    for near in one.nearest {
      let requirement = near.requirement
      let likeness =
        near.isSame ? language.say("même clause", "same clause") : format.number(near.likeness, digits: 2)
      lines += TextWrap.wrap(
        "   → (\(likeness)) \(requirement.text) [\(place(requirement))]", width: width, indent: 5)
    }
    return lines
  }

  /// Where a clause stands, in words.
  func place(_ requirement: SourcedRequirement) -> String {
    var parts: [String] = []
    if let place = requirement.specification { parts.append(specifications[place].title) }
    if !requirement.heading.isEmpty { parts.append(requirement.heading) }
    parts.append(requirement.id)
    if let number = requirement.paragraph { parts.append("§ \(number)") }
    return parts.joined(separator: " · ") + mark(requirement.isDemonstration)
  }

  private func mark(_ isDemonstration: Bool) -> String {
    isDemonstration ? language.say(" (démonstration)", " (demonstration)") : ""
  }
}
