internal import PasserelleCore
internal import PasserelleXML

extension IATIMapper {
  /// States results as indicators with what was found at first, aimed at and reached.
  mutating func stateResults() {
    for (rank, result) in root.all("result").enumerated() {
      let type = result.attribute("type")?.trimmed ?? ""
      if !type.isEmpty, IATICodes.resultTypes[type] == nil { report(.iatiCode, "result/@type", type) }
      let resultIRI = subject + "/result/\(rank + 1)"
      statements.add(resultIRI, Vocabulary.partOf, .iri(subject))
      for text in texts(result, "title") { statements.add(resultIRI, Vocabulary.label, text) }
      for text in texts(result, "description") { statements.add(resultIRI, Vocabulary.description, text) }
      if let name = IATICodes.resultTypes[type] {
        statements.add(resultIRI, Vocabulary.identifier, .string("iati-result:" + name))
      }
      for (place, element) in result.all("indicator").enumerated() {
        stateIndicator(element, resultIRI + "/indicator/\(place + 1)", of: resultIRI)
      }
    }
  }

  private mutating func stateIndicator(_ element: XMLElement, _ indicator: String, of result: String) {
    state(Vocabulary.hasIndicator, .iri(indicator))
    statements.add(indicator, Vocabulary.type, .iri(Vocabulary.indicator))
    statements.add(indicator, Vocabulary.partOf, .iri(result))
    for text in texts(element, "title") { statements.add(indicator, Vocabulary.label, text) }
    for text in texts(element, "description") {
      statements.add(indicator, Vocabulary.description, text)
    }
    for reference in element.all("reference") {
      let vocabulary = reference.attribute("vocabulary")?.trimmed ?? ""
      let code = reference.attribute("code")?.trimmed ?? ""
      guard IATIRecord.isReference(code) else { continue }
      statements.add(
        indicator, Vocabulary.identifier, .string("iati-indicator:\(vocabulary):\(code)"))
    }
    let unit = element.attribute("measure")?.trimmed == "2" ? "percent" : nil
    for (place, baseline) in element.all("baseline").enumerated() {
      let day = baseline.attribute("iso-date") ?? baseline.attribute("year")
      stateFigure(
        baseline, indicator + "/baseline/\(place + 1)", of: indicator, "baseline", unit,
        period: day.flatMap { date($0.trimmed, "baseline/@iso-date")?.description })
    }
    for (place, element) in element.all("period").enumerated() {
      let interval = Self.interval(period(of: element, "indicator/period"))
      for name in ["target", "actual"] {
        for (rank, figure) in element.all(name).enumerated() {
          let node = indicator + "/\(name)/\(place + 1)" + (rank == 0 ? "" : "-\(rank + 1)")
          stateFigure(figure, node, of: indicator, name, unit, period: interval)
        }
      }
    }
  }

  private mutating func stateFigure(
    _ element: XMLElement, _ node: String, of indicator: String, _ kind: String, _ unit: String?,
    period: String?
  ) {
    let written = element.attribute("value")?.trimmed ?? ""
    let comments = texts(element, "comment")
    guard !written.isEmpty || !comments.isEmpty else { return }
    state(Vocabulary.hasStatistic, .iri(node))
    statements.add(node, Vocabulary.type, .iri(Vocabulary.statistic))
    statements.add(node, Vocabulary.measures, .iri(indicator))
    statements.add(node, Vocabulary.scope, .string(kind))
    if let period { statements.add(node, Vocabulary.period, .string(period)) }
    if let unit { statements.add(node, Vocabulary.unit, .string(unit)) }
    for comment in comments { statements.add(node, Vocabulary.description, comment) }
    guard !written.isEmpty else { return }
    // Qualitative indicators have words where the others have numbers.
    if let number = DecimalNumber(written) {
      statements.add(node, Vocabulary.numericValue, .decimal(number))
    } else if let text = clean(written, "indicator/" + kind) {
      statements.add(node, Vocabulary.sourceValue, .string("value=" + text))
    }
  }
}
