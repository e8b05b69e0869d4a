import PasserelleCore
import PasserelleMatching
import PasserelleRendering

extension MatchAnswer {
  /// The answer as a page of text: the need as understood, the vendors with their reasons, the caveats.
  ///
  /// - Parameters:
  ///   - width: The line width in columns.
  ///   - reasons: How many contributions are told for each vendor.
  ///   - evidenceCount: How many awards are told for each vendor.
  /// - Returns: The lines.
  public func text(width: Int, reasons: Int = 3, evidenceCount: Int = 2) -> [String] {
    var lines: [String] = []
    lines += TextWrap.wrap(
      language.say("Besoin : ", "Need: ") + title, width: width, indent: 2, firstIndent: 0)
    if !codeLabels.isEmpty {
      lines += TextWrap.wrap(
        "CPV : " + codeLabels.joined(separator: " ; "), width: width, indent: 2, firstIndent: 0)
    }
    if let placeLabel { lines.append(language.say("Lieu : ", "Place: ") + placeLabel) }
    guard !vendors.isEmpty else {
      lines += [
        "",
        language.say("Aucun marché passé ne ressemble à ce besoin.", "No past award resembles this need."),
        language.say(
          "Ingérez d'autres marchés, ou précisez un code CPV (--cpv).",
          "Ingest more awards, or give a CPV code (--cpv)."),
      ]
      return lines
    }
    lines.append(
      language.say(
        "\(candidateCount) fournisseurs avec des indices, parmi \(awardCount) marchés comparés",
        "\(candidateCount) vendors with evidence, among \(awardCount) awards compared")
        + (isNeutral ? language.say(" (mode neutre)", " (neutral mode)") : ""))
    for (index, vendor) in vendors.enumerated() {
      lines.append("")
      lines += text(vendor, rank: index + 1, width, reasons, evidenceCount)
    }
    lines.append("")
    lines += TextWrap.wrap(caveat, width: width, indent: 0)
    if hasDemonstration {
      lines += TextWrap.wrap(
        language.say(
          "Données de démonstration : acheteurs, fournisseurs et marchés fictifs.",
          "Demonstration data: buyers, vendors and awards are fictitious."), width: width, indent: 0)
    }
    return lines
  }

  private var caveat: String {
    language.say(
      "L'adéquation est relative à cette réponse : elle dit la ressemblance avec des marchés passés, jamais une chance de l'emporter. La décision vous revient.",
      "Adequacy is relative to this answer: it tells likeness to past awards, never a chance of winning. The decision is yours."
    )
  }

  private func text(
    _ vendor: MatchedVendor, rank: Int, _ width: Int, _ reasons: Int, _ evidenceCount: Int
  ) -> [String] {
    let ranked = vendor.ranked
    let adequacy = format.number(ranked.adequacy, digits: 0)
    var lines = [
      "\(rank). \(ranked.name)  ·  " + language.say("adéquation \(adequacy)", "adequacy \(adequacy)")
        + "  ·  \(ranked.band.label[language])",
      "   \(vendor.identifier)  ·  "
        + language.say("\(ranked.awardCount) marché(s) connu(s)", "\(ranked.awardCount) known award(s)"),
    ]
    for one in ranked.contributions.prefix(reasons) {
      let sign = one.contribution < 0 ? "−" : "+"
      let share = format.percent(one.share)
      lines += TextWrap.wrap("   \(sign) \(share) \(one.explanation[language])", width: width, indent: 5)
    }
    for award in vendor.evidence.prefix(evidenceCount) { lines += text(award, width) }
    return lines
  }

  private func text(_ award: AwardEvidence, _ width: Int) -> [String] {
    var facts: [String] = []
    if let buyer = award.buyer { facts.append(buyer) }
    if let date = award.date { facts.append(format.date(date)) }
    if let amount = award.amount { facts.append(format.amount(amount)) }
    var lines = TextWrap.wrap("   → " + award.title, width: width, indent: 5)
    if !facts.isEmpty {
      lines += TextWrap.wrap("     " + facts.joined(separator: ", "), width: width, indent: 5)
    }
    var shared: [String] = []
    if !award.sharedWords.isEmpty {
      shared.append(
        language.say("mots communs : ", "shared words: ")
          + award.sharedWords.prefix(6).joined(separator: ", "))
    }
    if award.similarity.sharedDigits > 0 {
      shared.append(
        language.say("CPV commun sur ", "CPV shared to ") + "\(award.similarity.sharedDigits)"
          + language.say(" chiffres", " digits"))
    }
    if !shared.isEmpty {
      lines += TextWrap.wrap("     " + shared.joined(separator: " · "), width: width, indent: 5)
    }
    lines.append("     source : " + award.source.record + " (v\(award.source.version))")
    return lines
  }

  private var format: ValueFormat { ValueFormat(language) }

}
