import PasserelleCore
import PasserelleMatching
import PasserelleRendering

extension WatchAnswer {
  /// The answer as a page of text: each watch with its alerts.
  ///
  /// - Parameter width: The line width in columns.
  /// - Returns: The lines.
  public func text(width: Int) -> [String] {
    guard !results.isEmpty else {
      return TextWrap.wrap(
        language.say(
          "Aucune veille. Créez-en une avec « passerelle watch add ».",
          "No watch. Make one with 'passerelle watch add'."), width: width)
    }
    var lines: [String] = []
    for (place, result) in results.enumerated() {
      if place > 0 { lines.append("") }
      lines += text(result, width)
    }
    let isDemonstration = results.contains { $0.alerts.contains(where: \.source.isDemonstration) }
    if isDemonstration {
      lines.append("")
      lines += TextWrap.wrap(
        language.say("Données de démonstration : fictives.", "Demonstration data: fictitious."), width: width)
    }
    return lines
  }

  private func text(_ result: Result, _ width: Int) -> [String] {
    let count = result.alerts.count
    let subject = result.vendorName ?? result.watch.criteria.text(in: language)
    var lines = TextWrap.wrap(
      language.say(
        "Veille « \(result.watch.name) » (\(subject)) : ", "Watch '\(result.watch.name)' (\(subject)): ")
        + (count == 0
          ? language.say("rien de nouveau", "nothing new")
          : language.say("\(fr: count, "alerte")", "\(en: count, "alert")")),
      width: width, indent: 2, firstIndent: 0)
    if result.isRepositioned {
      lines += TextWrap.wrap(
        language.say(
          "L’espace de travail n’est plus celui de la dernière fois : reprise à la date du dernier signalement.",
          "The workspace is not the one of last time: taken up again at the date last told of."),
        width: width,
        indent: 2, firstIndent: 2)
    }
    if let problem = result.problem {
      lines += TextWrap.wrap(problem.message[language], width: width, indent: 2, firstIndent: 2)
    }
    for alert in result.alerts { lines += text(alert, width) }
    return lines
  }

  private func text(_ alert: WatchAlert, _ width: Int) -> [String] {
    let format = ValueFormat(language)
    var head = "\(alert.change.label[language]) · \(alert.kind.label[language]) · \(alert.title)"
    if let one = alert.opportunity { head += " · " + one.band.label[language] }
    var lines = TextWrap.wrap("- " + head, width: width, indent: 4, firstIndent: 2)
    var facts = [alert.buyer].compactMap { $0 } + alert.places
    if let deadline = alert.deadline {
      facts.append(language.say("date limite ", "deadline ") + format.date(deadline))
    } else if let date = alert.date {
      facts.append(format.date(date))
    }
    if let amount = alert.amount { facts.append(format.amount(amount)) }
    if !facts.isEmpty {
      lines += TextWrap.wrap(facts.joined(separator: ", "), width: width, indent: 4, firstIndent: 4)
    }
    if let code = alert.codeLabels.first {
      lines += TextWrap.wrap("CPV " + code, width: width, indent: 4, firstIndent: 4)
    }
    if let one = alert.opportunity {
      let gaps = one.gaps.count
      let rank = one.rank.map {
        language.say(
          "rang \($0) sur \(one.candidateCount) ; ", "rank \($0) of \(one.candidateCount); ")
      }
      lines += TextWrap.wrap(
        (rank ?? "") + language.say("\(fr: gaps, "point") à compléter", "\(en: gaps, "point") to complete"),
        width: width, indent: 4, firstIndent: 4)
    }
    lines.append(
      "    source" + language.say(" : ", ": ") + alert.source.record + " (v\(alert.source.version))")
    return lines
  }
}
