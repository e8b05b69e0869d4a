import PasserelleCore
import PasserelleMatching
import PasserelleRendering

extension SimilarAnswer {
  /// The skeleton as a Markdown document, to be pasted into a specification and worked on.
  ///
  /// - Returns: The lines; none where no skeleton was asked for.
  public var skeletonMarkdown: [String] {
    guard let skeleton else { return [] }
    return SkeletonPage(skeleton: skeleton, answer: self).lines
  }
}

/// Lays a skeleton out in Markdown.
private struct SkeletonPage {
  let skeleton: Skeleton
  let answer: SimilarAnswer

  private var language: MessageLanguage { answer.language }
  private var format: ValueFormat { ValueFormat(language) }

  var lines: [String] {
    let title = language.say("Trame de cahier des charges : ", "Skeleton of a specification: ")
    var lines = ["# " + title + Self.escaped(answer.title), ""] + introduction
    lines += part(
      language.say("Exigences fonctionnelles", "Functional requirements"), skeleton.functional)
    lines += part(language.say("Exigences techniques", "Technical requirements"), skeleton.technical)
    lines += list(
      language.say("Clauses du besoin qu’aucun autre n’a", "Clauses of the need that no other has"),
      skeleton.own)
    return lines + sources
  }

  private var introduction: [String] {
    let count = skeleton.specificationCount
    let demonstration = answer.specifications.count { $0.source.isDemonstration }
    var lines = [
      language.say(
        "Composée à partir de \(count) cahiers des charges et appels comparables. Chaque clause est citée telle qu’un document l’écrit : relisez-la, tranchez les valeurs, vérifiez-la avant de la publier.",
        "Composed from \(count) comparable specifications and calls. Each clause is quoted as one document writes it: read it over, decide the values and check it before publication."
      ),
      "",
    ]
    if demonstration > 0 {
      lines += [
        language.say(
          "> **Attention** : \(demonstration) de ces documents sont des données de démonstration, inventées ; ils sont marqués.",
          "> **Note**: \(demonstration) of these documents are demonstration data, invented; they are marked."
        ),
        "",
      ]
    }
    let missing = skeleton.missing.count
    if missing > 0 {
      lines += [
        language.say(
          "À envisager : \(missing) clause\(missing > 1 ? "s" : "") que plusieurs documents ont et que le besoin n’a pas.",
          "To consider: \(missing) clause\(missing > 1 ? "s" : "") that several documents have and the need lacks."
        ), "",
      ]
    }
    if skeleton.singleCount > 0 {
      lines += [
        language.say(
          "Laissées de côté : \(format.count(skeleton.singleCount, "clause")) d’un seul document.",
          "Left out: \(format.count(skeleton.singleCount, "clause")) of a single document."), "",
      ]
    }
    return lines
  }

  private func part(_ title: String, _ sections: [Skeleton.Section]) -> [String] {
    var lines = ["## " + title, ""]
    if sections.isEmpty {
      return lines + [language.say("Aucune clause commune.", "No clause in common."), ""]
    }
    for section in sections {
      if !section.heading.isEmpty { lines += ["### " + Self.escaped(section.heading), ""] }
      lines += section.clauses.flatMap(self.clause) + [""]
    }
    return lines
  }

  private func list(_ title: String, _ clauses: [Skeleton.Clause]) -> [String] {
    clauses.isEmpty ? [] : ["## " + title, ""] + clauses.flatMap(self.clause) + [""]
  }

  private func clause(_ clause: Skeleton.Clause) -> [String] {
    var lines = ["- " + Self.escaped(clause.text)]
    var facts = [clause.kind.label[language]]
    if clause.obligation != .mandatory { facts.append(clause.obligation.label[language]) }
    if let topic = clause.topic { facts.append(topic[language]) }
    if clause.specificationCount > 0 {
      facts.append(
        language.say(
          "dans \(fr: clause.specificationCount, "document") sur \(skeleton.specificationCount)",
          "in \(clause.specificationCount) of \(en: skeleton.specificationCount, "document")"))
    }
    facts.append(
      clause.isInNeed
        ? language.say("dans le besoin", "in the need")
        : language.say("**à envisager** : le besoin ne l’a pas", "**to consider**: the need lacks it"))
    lines.append("  - " + facts.joined(separator: " ; "))
    if !clause.values.isEmpty {
      let values = clause.values.map { $0.joined(separator: " / ") }.joined(separator: " ; ")
      lines.append(language.say("  - à décider : ", "  - to decide: ") + values)
    }
    let sources = clause.sources.filter { $0.specification != nil }.map(place)
    if !sources.isEmpty { lines.append("  - sources : " + sources.joined(separator: " ; ")) }
    return lines
  }

  /// A source by its number in the list at the end.
  private func place(_ requirement: SourcedRequirement) -> String {
    var text = requirement.specification.map { "[\($0 + 1)] " } ?? ""
    text += Self.escaped(requirement.id)
    if let number = requirement.paragraph { text += " § \(number)" }
    return text + (requirement.isDemonstration ? language.say(" (démonstration)", " (demonstration)") : "")
  }

  private var sources: [String] {
    let clauses = (skeleton.functional + skeleton.technical).flatMap(\.clauses)
    let cited = Set(clauses.flatMap(\.sources).compactMap(\.specification)).sorted()
    guard !cited.isEmpty else { return [] }
    return ["## Sources", ""]
      + cited.map { place in
        let one = answer.specifications[place]
        return "- [\(place + 1)] \(Self.escaped(one.title)), <\(one.source.record)>"
          + (one.source.isDemonstration ? language.say(" (démonstration)", " (demonstration)") : "")
      }
  }

  /// A text in which nothing is taken for Markdown or markup.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>#|".contains(character) { result.append("\\") }
      result.append(character.isNewline ? " " : character)
    }
    return result
  }
}
