import PasserelleCore
import PasserelleSources

extension EPOEvaluation {
  /// The document, `passerelle-epo/1`.
  var structured: StructuredValue {
    .object([
      "format": .string("passerelle-epo/1"), "vocabulary": .string(vocabulary.rawValue),
      "total": .object(Self.members(total)),
      "suites": .array(
        suites.map { name, counts in
          .object([StructuredValue.Member("suite", .string(name))] + Self.members(counts))
        }),
      "causes": .array(
        causes.map { cause, count in
          .object([
            "cause": .string(cause.rawValue), "missed": .int(count),
            "meaning": .string(cause.meaning.english),
          ])
        }),
      "missed": .array(sorted { $0.cause != nil }.map(Self.structured)),
      "contradicted": .array(sorted { $0.cause == nil }.map(Self.structured)),
    ])
  }

  private static func members(_ counts: Counts) -> [StructuredValue.Member] {
    [
      StructuredValue.Member("notices", .int(counts.notices)),
      StructuredValue.Member("questions", .int(counts.questions)),
      StructuredValue.Member("positive", .int(counts.positive)),
      StructuredValue.Member("reproduced", .int(counts.reproduced)),
      StructuredValue.Member("share", .number(share(counts), digits: 4)),
      StructuredValue.Member("negative", .int(counts.negative)),
      StructuredValue.Member("contradicted", .int(counts.contradicted)),
      StructuredValue.Member("held", .int(counts.held)), StructuredValue.Member("own", .int(counts.own)),
    ]
  }

  private static func structured(_ one: Difference) -> StructuredValue {
    var members: [StructuredValue.Member] = [
      StructuredValue.Member("suite", .string(one.suite)),
      StructuredValue.Member("title", .string(one.title)),
      StructuredValue.Member("pattern", .string(one.pattern)),
      StructuredValue.Member("count", .int(one.count)),
      StructuredValue.Member("result", .string(one.result)),
      StructuredValue.Member("held", .bool(one.isHeld)),
      StructuredValue.Member("example", .string(one.example)),
    ]
    if let cause = one.cause {
      members.append(StructuredValue.Member("cause", .string(cause.rawValue)))
    } else {
      members.append(StructuredValue.Member("own", .bool(one.isOwn)))
    }
    return .object(members)
  }

  /// The share of answers yes that we give too, from 0 to 1; 0 where there are none.
  static func share(_ counts: Counts) -> Double {
    counts.positive == 0 ? 0 : Double(counts.reproduced) / Double(counts.positive)
  }

  /// How many answers yes are missed by each cause, in the order of the causes.
  var causes: [(cause: EPOCause, count: Int)] {
    EPOCause.allCases.compactMap { cause in
      let count = differences.reduce(0) { $0 + ($1.cause == cause ? $1.count : 0) }
      return count == 0 ? nil : (cause, count)
    }
  }

  /// Differences, the most frequent first, then in the order of the suite.
  private func sorted(_ isWanted: (Difference) -> Bool) -> [Difference] {
    differences.enumerated().filter { isWanted($0.element) }.sorted { left, right in
      (right.element.count, left.offset) < (left.element.count, right.offset)
    }.map(\.element)
  }

  /// The rows for people: a suite each, then all of them.
  var table: Table {
    func column(_ key: String, _ french: String, _ english: String) -> Table.Column {
      Table.Column(key, LocalizedText(fr: french, en: english), .right)
    }
    return Table(
      title: LocalizedText(
        fr: "Verdicts de l’Office des publications", en: "Verdicts of the Publications Office"),
      columns: [
        Table.Column("suite", LocalizedText(fr: "Suite", en: "Suite")),
        column("notices", "Avis", "Notices"), column("positive", "Oui", "Yes"),
        column("reproduced", "Reproduits", "Reproduced"), column("share", "Part", "Share"),
        column("negative", "Non", "No"), column("contradicted", "Contredits", "Contradicted"),
        column("held", "Dont dits par l’avis", "Of which in the notice"),
        column("own", "Par nos seuls énoncés", "By our own statements"),
      ],
      rows: (suites + [("total", total)]).map { name, counts in
        [
          .text(name), .int(counts.notices), .int(counts.positive), .int(counts.reproduced),
          .number(Self.share(counts), digits: 4), .int(counts.negative), .int(counts.contradicted),
          .int(counts.held), .int(counts.own),
        ]
      })
  }

  /// What is missed, by cause, for people.
  var notes: [LocalizedText] {
    causes.map { cause, count in
      LocalizedText(
        fr: "\(count) oui manqués : \(cause.meaning.french).",
        en: "\(count) missed: \(cause.meaning.english).")
    }
  }
}

extension EPOCause {
  /// The cause, for people.
  var meaning: LocalizedText {
    switch self {
    case .policy:
      LocalizedText(
        fr: "personnes, noms et coordonnées, que le produit ne garde pas",
        en: "persons, names and contact details, which the product does not keep")
    case .refused:
      LocalizedText(
        fr: "avis refusé, sans identifiant ou sans objet", en: "notice refused, without identifier or subject"
      )
    case .dropped:
      LocalizedText(fr: "valeur invalide ou non publiée", en: "value that is unsound or withheld")
    case .absent:
      LocalizedText(
        fr: "l’avis ne contient pas l’élément de la question",
        en: "the notice does not hold the element of the question")
    case .notMapped: LocalizedText(fr: "aucune règle ne le dit", en: "no rule tells it")
    }
  }
}
