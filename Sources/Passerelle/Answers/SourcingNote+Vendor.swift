import PasserelleCore
import PasserelleRendering

extension SourcingNote {
  /// One vendor: who, why, by what evidence, what is covered, what is not, what others say.
  mutating func write(_ vendor: Value) {
    blocks.append(.heading(level: 3, [.plain(Self.name(vendor))]))
    var facts = [vendor["identifier"].string].compactMap { $0 }
    facts += vendor["flags"].strings.map { Words.flag($0)[language] }
    // In a neutral note experience weighs nothing, so it is not told either.
    if isNeutral == false, let awards = vendor["pastAwards"].int {
      facts.append(count(awards, ("marché connu", "known award"), ("marchés connus", "known awards")))
    }
    if !facts.isEmpty { blocks.append(.paragraph([.plain(facts.joined(separator: ", "))])) }
    writeReasons(vendor["contributions"].list)
    writeEvidence(vendor["evidence"].list)
    writeCoverage(vendor["coverage"].list, gaps: vendor["gaps"].strings)
    writeEvaluations(vendor["evaluations"].list)
  }

  private mutating func subheading(_ french: String, _ english: String) {
    blocks.append(.heading(level: 4, [.plain(say(french, english))]))
  }

  private mutating func writeReasons(_ contributions: [Value]) {
    let reasons = contributions.compactMap { one -> Report.Text? in
      guard let words = one["explanation"].text(language) ?? one["feature"].string,
        one["share"].double.map({ $0 >= 0.005 }) ?? true
      else { return nil }
      let sign = one["contribution"].decimal?.isNegative == true ? say("en moins, ", "against, ") : ""
      let share = one["share"].double.map { " (\(format.percent($0)))" } ?? ""
      return [.plain(sign + words + share)]
    }
    guard !reasons.isEmpty else { return }
    subheading("Raisons, avec la part de chacune", "Reasons, with the share of each")
    blocks.append(.list(reasons))
  }

  private mutating func writeEvidence(_ evidence: [Value]) {
    var items: [Report.Text] = []
    for one in evidence {
      let facts = [
        one["buyer"].string, date(one["date"]), one.amount().map { format.amount($0) }, one["place"].string,
        one["cpvLabel"].string.map { "CPV " + $0 },
      ]
      let known = facts.compactMap { $0 }.joined(separator: ", ")
      let title = one["title"].string ?? one["statement"].text(language)
      var text: Report.Text = [
        .plain((title.map { quoted($0) } ?? "") + (known.isEmpty ? "" : colon + known))
      ]
      if let shared = joined(one["sharedWords"].strings, ", ") {
        text.append(.plain(say(". Mots communs\(colon)", ". Shared words: ") + shared))
      }
      items.append(text + reference(one["source"]))
    }
    guard !items.isEmpty else { return }
    subheading("Indices", "Evidence")
    blocks.append(.list(items))
  }

  private mutating func writeCoverage(_ coverage: [Value], gaps: [String]) {
    var rows: [[Report.Text]] = []
    var without: [String] = []
    for one in coverage {
      guard let id = one["requirement"].scalar else { continue }
      let level = one["level"].string ?? "none"
      guard level != "none" else {
        without.append(id)
        continue
      }
      let evidence = one["evidence"]
      var words: Report.Text = []
      if let title = evidence["title"].string { words.append(.plain(title)) }
      if let quote = evidence["quote"].string {
        words.append(.plain((words.isEmpty ? "" : colon) + quoted(quote)))
      }
      let label =
        level == "covered" ? say("oui", "yes") : level == "partial" ? say("en partie", "partly") : level
      rows.append([[.plain(id)], [.plain(label)], words + reference(evidence["source"])])
    }
    if !rows.isEmpty {
      blocks.append(
        .table(
          .init(
            caption: say(
              "Exigences pour lesquelles il y a un indice", "Requirements for which there is evidence"),
            columns: [
              .init(say("N°", "No."), parts: 10), .init(say("Couverte", "Covered"), parts: 15),
              .init(say("Indice", "Evidence"), parts: 75),
            ], rows: rows, hasRowHeadings: true)))
    }
    let missing = gaps + without.filter { !gaps.contains($0) }
    guard !missing.isEmpty else { return }
    blocks.append(
      .paragraph([
        .strong(say("À demander", "To ask")),
        .plain(
          colon
            + say(
              "les données ne montrent rien pour \(missing.joined(separator: ", ")), ce qui ne veut pas dire que le "
                + "fournisseur n’en est pas capable.",
              "the data show nothing for \(missing.joined(separator: ", ")), which does not mean that the vendor cannot "
                + "do it.")),
      ]))
  }

  private mutating func writeEvaluations(_ evaluations: [Value]) {
    guard !evaluations.isEmpty else { return }
    subheading("Évaluations par des acheteurs", "Evaluations by buyers")
    for one in evaluations {
      let author = [one["author"].name ?? say("auteur inconnu", "unknown author"), date(one["date"])]
      let source: Report.Text = [.plain(author.compactMap { $0 }.joined(separator: ", "))]
      blocks.append(.quote([.plain(words(of: one))], source: source + reference(one["source"])))
      let reply = one["reply"]
      guard let text = reply["text"].text(language) ?? reply.text(language) else { continue }
      let when = date(reply["date"]).map { ", " + $0 } ?? ""
      blocks.append(
        .quote([.plain(text)], source: [.plain(say("Réponse de l’entreprise", "The company’s reply") + when)])
      )
    }
  }

  /// The marks out of five and the text of an evaluation.
  private func words(of evaluation: Value) -> String {
    var words: [String] = []
    if case .object(let members)? = evaluation["criteria"].value {
      let criteria = members.compactMap { member -> String? in
        let value = Value(member.value)
        guard let mark = value.scalar ?? value["mark"].scalar ?? value["score"].scalar else { return nil }
        return Words.criterion(member.key)[language] + " " + mark + "/5"
      }
      if !criteria.isEmpty { words.append(criteria.joined(separator: ", ")) }
    }
    if let text = evaluation["text"].text(language) { words.append(text) }
    return words.joined(separator: ". ")
  }
}
