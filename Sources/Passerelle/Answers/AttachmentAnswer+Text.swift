import PasserelleCore
import PasserelleMatching
import PasserelleRendering

extension AttachmentAnswer {
  /// How many reasons a page shows for each attachment; JSON has more.
  private static let shownReasons = 3

  /// The answer as a page of text.
  ///
  /// - Parameter width: The line width in columns.
  /// - Returns: The lines.
  public func text(width: Int) -> [String] {
    var lines: [String]
    switch question {
    case .vendor(_, let name, let identifier): lines = ["\(name) (\(identifier))"]
    case .typology(let typology): lines = [head(typology)]
    case .list:
      lines = [language.say("Typologies et fournisseurs rattachés", "Typologies and vendors attached")]
    }
    lines += TextWrap.wrap(
      language.say(
        "Typologies provisoires. Le rattachement dit de quoi parlent marchés, profil et fiches, pas la qualité du travail.",
        "Provisional typologies. An attachment says what awards, profile and sheets speak of, not how good the work is."
      ),
      width: width)
    if case .list = question { return lines + [""] + countLines }
    guard !attachments.isEmpty else {
      return lines + ["", language.say("Aucun rattachement.", "No attachment.")] + footer(width)
    }
    var title: String?
    for one in attachments {
      let own = section(one)
      if own != title { lines += ["", own] }
      title = own
      lines += self.lines(one, width)
    }
    return lines + footer(width)
  }

  /// What an attachment stands under: its scheme for a vendor, its band for a typology.
  private func section(_ one: Attachment) -> String {
    if case .typology = question { return one.band.label[language] }
    return one.typology.scheme == .domain
      ? language.say("Domaines", "Domains") : language.say("Cas d’usage", "Use cases")
  }

  private func lines(_ one: Attachment, _ width: Int) -> [String] {
    let format = ValueFormat(language)
    let pieces = language.say(
      "\(fr: one.reasonCount, "indice") sur \(one.pieceCount)",
      "\(one.reasonCount) of \(en: one.pieceCount, "piece of evidence", "pieces of evidence")")
    let score = language.say("score ", "score ") + format.number(one.score, digits: 2)
    let name: String
    if case .typology = question {
      name = "\(one.name) (\(one.identifier))"
    } else {
      name = head(one.typology) + " · " + one.band.label[language]
    }
    var lines = TextWrap.wrap("  \(name) · \(pieces) · \(score)", width: width, indent: 4)
    for reason in one.reasons.prefix(Self.shownReasons) {
      lines += TextWrap.wrap("    - " + sentence(reason), width: width, indent: 6)
      lines.append("      source : " + reason.source.record)
    }
    let rest = one.reasonCount - min(one.reasons.count, Self.shownReasons)
    if rest > 0 { lines.append("    " + language.say("… et \(fr: rest, "autre")", "… and \(rest) more")) }
    return lines
  }

  private func head(_ typology: Typology) -> String {
    typology.label[language] + " (\(typology.key))"
      + (typology.isRestricted
        ? language.say(", usage encadré ou contesté", ", restricted or disputed use") : "")
  }

  private var countLines: [String] {
    counts.map { one in
      let numbers = [(one.strong, EvidenceBand.strong), (one.some, .some), (one.weak, .weak)]
        .filter { $0.0 > 0 }.map { "\($0.0) \($0.1.label[language])" }
      return "  \(one.typology.scheme.label[language]) : \(head(one.typology))"
        + (numbers.isEmpty ? "" : " · " + numbers.joined(separator: ", "))
    }
  }

  private func footer(_ width: Int) -> [String] {
    let rest = total - attachments.count
    var lines = [""]
    if rest > 0 {
      lines.append(
        language.say(
          "\(fr: rest, "autre non montré", "autres non montrés") (--limit).",
          "\(rest) more not shown (--limit)."))
    }
    lines += TextWrap.wrap(
      language.say(
        "\(fr: evidenceCount, "indice lu", "indices lus"), dont \(silentCount) ne parlent d’aucune typologie.",
        "\(en: evidenceCount, "piece of evidence", "pieces of evidence") read; \(silentCount) speak of no typology."
      ), width: width)
    if hasDemonstration {
      lines.append(
        language.say(
          "Contient des données de démonstration, inventées.", "Holds demonstration data, invented."))
    }
    return lines
  }
}
