public import PasserelleCore
import PasserelleRendering

extension PathAnswer {
  /// The machine-readable answer, `passerelle-network-path/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-network-path/1"), "from": from.structured, "to": to.structured,
      "limit": limit.map { .int($0) }, "scope": scope.structured,
      "paths": .array(
        ways.map { way in
          .object([
            "length": .int(way.steps.count),
            "steps": .array(
              way.steps.map { step in
                .object([
                  "from": step.from.structured, "to": step.to.structured, "ties": .int(step.tieCount),
                  "evidence": .array(step.evidence.map(\.structured)),
                ])
              }),
          ])
        }),
    ])
  }

  /// The steps in rows.
  public var table: Table {
    Table(
      columns: [
        .init("path", LocalizedText(fr: "chemin", en: "path"), .right),
        .init("step", LocalizedText(fr: "étape", en: "step"), .right),
        .init("from", LocalizedText(fr: "de", en: "from")), .init("to", LocalizedText(fr: "à", en: "to")),
        .init("sentence", LocalizedText(fr: "lien", en: "tie")),
        .init("ties", LocalizedText(fr: "liens", en: "ties"), .right),
        .init("sources", LocalizedText(verbatim: "sources")),
      ],
      rows: ways.enumerated().flatMap { path, way in
        way.steps.enumerated().map { number, step in
          [
            .int(path + 1), .int(number + 1), .text(step.from.name), .text(step.to.name),
            .text(step.evidence.first?.sentence ?? ""), .int(step.tieCount),
            .text(step.evidence.flatMap(\.sources).map(\.record).joined(separator: " ")),
          ]
        }
      })
  }

  /// The ways as a page of text.
  ///
  /// - Parameter width: The line width in columns.
  /// - Returns: The lines.
  public func text(width: Int) -> [String] {
    var lines: [String] = []
    var marks = EvidenceMarks()
    for (number, way) in ways.enumerated() {
      let names = [way.steps.first?.from.name].compactMap { $0 } + way.steps.map(\.to.name)
      if number > 0 { lines.append("") }
      lines += TextWrap.wrap(
        "\(number + 1). " + names.joined(separator: " → ") + " "
          + language.say(
            "(\(way.steps.count) étape\(way.steps.count > 1 ? "s" : ""))",
            "(\(way.steps.count) step\(way.steps.count > 1 ? "s" : ""))"), width: width, indent: 3,
        firstIndent: 0)
      for step in way.steps {
        for tie in step.evidence {
          let passage = tie.passage.isEmpty ? "" : " — " + tie.passage
          lines += TextWrap.wrap(
            "   · \(tie.sentence)\(passage) \(marks.mark(tie.sources))", width: width, indent: 5)
        }
        let more = step.tieCount - step.evidence.count
        if more > 0 { lines.append("     … +\(more)") }
      }
    }
    if ways.isEmpty {
      lines.append(
        language.say(
          "Aucun chemin connu de \(from.name) à \(to.name)"
            + (limit.map { " en \(fr: $0, "étape") au plus." } ?? "."),
          "No way known from \(from.name) to \(to.name)"
            + (limit.map { " in at most \(en: $0, "step")." } ?? ".")))
    }
    if !marks.order.isEmpty { lines += ["", "Sources"] }
    for (index, source) in marks.order.enumerated() {
      lines.append(
        "  [\(index + 1)] \(source.record), version \(source.version)"
          + (source.isDemonstration ? language.say(" (démonstration)", " (demonstration)") : ""))
    }
    return lines + [""]
      + scope.paragraphs(words).flatMap { TextWrap.wrap($0, width: width, indent: 2, firstIndent: 0) }
  }
}

extension PathAnswer.Place {
  /// The thing for programs.
  var structured: StructuredValue {
    .object([
      "iri": .string(iri), "name": .string(name), "kind": .string(kind), "country": .optional(country),
    ])
  }
}

extension NetworkEvidence {
  /// The tie for programs.
  public var structured: StructuredValue {
    .object([
      "sentence": .string(sentence), "passage": passage.isEmpty ? nil : .string(passage),
      "count": .int(count),
      "sources": .array(
        sources.map { source in
          .object([
            "record": .string(source.record), "version": .int(source.version),
            "ingested": .string(source.ingested.description), "demonstration": .bool(source.isDemonstration),
          ])
        }),
    ])
  }
}
