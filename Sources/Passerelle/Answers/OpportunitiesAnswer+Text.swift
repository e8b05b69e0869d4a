import PasserelleCore
import PasserelleMatching
import PasserelleRendering

extension OpportunitiesAnswer {
  /// The answer as a page of text: each call with its reasons, its evidence and what to complete.
  ///
  /// - Parameter width: The line width in columns.
  /// - Returns: The lines.
  public func text(width: Int) -> [String] {
    var page = OpportunitiesPage(width: width, language: language)
    let format = ValueFormat(language)
    page.lines.append(name + "  ·  " + identifier)
    page.say(
      language.say(
        "\(fr: openCount, "appel ouvert", "appels ouverts") le \(format.date(day)), \(fr: comparedCount, "appel ou lot comparé", "appels ou lots comparés")",
        "\(en: openCount, "call") open on \(format.date(day)), \(en: comparedCount, "call or lot", "calls or lots") compared"
      ))
    for one in filters {
      page.say(
        language.say(
          "Filtre \(one.criterion.label.french) \(one.value) : \(fr: one.removed, "écarté"), "
            + "\(fr: one.unknown, "gardé") sans que rien ne le dise",
          "Filter \(one.criterion.label.english) \(one.value): \(one.removed) left out, \(one.unknown) kept "
            + "although nothing tells"))
    }
    if opportunities.isEmpty { page.say(nothing) }
    for (place, one) in opportunities.enumerated() { page.add(one, place: place + 1) }
    page.lines.append("")
    if !opportunities.isEmpty, distantCount > 0 {
      page.say(
        language.say(
          "\(fr: distantCount, "autre appel ou lot ouvert", "autres appels ou lots ouverts") sans rapport visible avec le profil.",
          "\(en: distantCount, "other open call or lot", "other open calls or lots") with nothing visible in common with the profile."
        ))
    }
    if !hasProfile {
      page.say(
        language.say(
          "Ce fournisseur n’a pas de profil déclaré : « passerelle profile import » l’ajoute et précise la réponse.",
          "This vendor has no declared profile: 'passerelle profile import' adds one and sharpens the answer."
        ))
    }
    page.say(
      language.say(
        "Les indices disent la ressemblance avec des marchés passés et avec le profil, jamais une chance de "
          + "l’emporter. Ce qui manque est ce que les données ne disent pas.",
        "The evidence tells likeness to past awards and to the profile, never a chance of winning. What is lacking "
          + "is what the data do not tell."))
    if hasDemonstration {
      page.say(
        language.say(
          "Données de démonstration : acheteurs, fournisseurs, marchés et appels fictifs.",
          "Demonstration data: buyers, vendors, awards and calls are fictitious."))
    }
    return page.lines
  }

  private var nothing: String {
    openCount == 0
      ? language.say(
        "Aucun appel n’est ouvert ce jour-là. Ingérez des avis, ou donnez une autre date (--on).",
        "No call is open on that day. Ingest notices, or give another date (--on).")
      : language.say(
        "Aucun des appels ouverts n’a de rapport visible avec ce profil.",
        "None of the open calls has anything visible in common with this profile.")
  }
}

/// A page of text about opportunities, as it grows.
private struct OpportunitiesPage {
  let width: Int
  let language: MessageLanguage
  var lines: [String] = []

  private var format: ValueFormat { ValueFormat(language) }

  mutating func say(_ text: String, indent: Int = 0) {
    lines += TextWrap.wrap(text, width: width, indent: indent == 0 ? 0 : indent + 2, firstIndent: indent)
  }

  mutating func add(_ one: Opportunity, place: Int) {
    lines.append("")
    let lot = one.lot.map { "  ·  " + language.say("lot : ", "lot: ") + $0.title } ?? ""
    say("\(place). \(one.title)\(lot)  ·  \(one.band.label[language])", indent: 0)
    say(([one.buyer].compactMap { $0 } + one.placeLabels).joined(separator: ", "), indent: 3)
    say(deadline(of: one), indent: 3)
    if let amount = one.amount {
      let kind = one.isCeiling ? language.say("plafond", "ceiling") : language.say("estimé", "estimated")
      say("\(kind) \(format.amount(amount))", indent: 3)
    }
    if !one.codeLabels.isEmpty {
      say("CPV" + colon + one.codeLabels.joined(separator: language.say(" ; ", "; ")), indent: 3)
    }
    addReasons(one)
    addEvidence(one)
    addGaps(one)
    say("source" + colon + one.source.record + " (v\(one.source.version))", indent: 3)
  }

  private var colon: String { language.say(" : ", ": ") }

  private func deadline(of one: Opportunity) -> String {
    let what =
      one.deadlineKind == .offers
      ? language.say("offres jusqu’au", "offers until")
      : language.say("demandes de participation jusqu’au", "requests to take part until")
    let left =
      one.daysLeft == 0
      ? language.say("dernier jour", "last day")
      : language.say(
        "\(fr: one.daysLeft, "jour restant", "jours restants")", "\(en: one.daysLeft, "day") left")
    return "\(what) \(format.date(one.deadline))  ·  \(left)"
  }

  private mutating func addReasons(_ one: Opportunity) {
    if let rank = one.rank, let ranked = one.ranked {
      say(
        language.say(
          "rang \(rank) sur \(fr: one.candidateCount, "fournisseur") avec des indices",
          "rank \(rank) of \(en: one.candidateCount, "vendor") with evidence"), indent: 3)
      for reason in ranked.contributions.prefix(3) {
        let sign = reason.contribution < 0 ? "−" : "+"
        say("\(sign) \(format.percent(reason.share)) \(reason.explanation[language])", indent: 3)
      }
    } else {
      say(
        language.say(
          "retenu par le profil ; aucun marché passé du fournisseur n’en est proche",
          "found by the profile; no past award of the vendor is near"), indent: 3)
    }
    var shared: [String] = []
    if !one.sharedWords.isEmpty {
      shared.append(
        language.say("mots communs avec le profil : ", "words shared with the profile: ")
          + one.sharedWords.joined(separator: ", "))
    }
    if one.sharedDigits > 0 {
      shared.append(
        language.say(
          "CPV commun sur \(fr: one.sharedDigits, "chiffre")",
          "CPV shared to \(en: one.sharedDigits, "digit")"))
    }
    if !shared.isEmpty { say(shared.joined(separator: " · "), indent: 3) }
  }

  private mutating func addEvidence(_ one: Opportunity) {
    for award in one.evidence.prefix(2) {
      let facts = [award.buyer, award.date.map(format.date), award.amount.map(format.amount)].compactMap {
        $0
      }
      say("→ " + ([award.title] + facts).joined(separator: ", "), indent: 3)
      say("source" + colon + award.source.record + " (v\(award.source.version))", indent: 5)
    }
    let covered = one.requirements.count { $0.level != .none }
    guard !one.requirements.isEmpty else { return }
    say(
      language.say(
        "exigences dont les données parlent : \(covered) sur \(one.requirements.count)",
        "requirements that the data speak of: \(covered) of \(one.requirements.count)"), indent: 3)
  }

  private mutating func addGaps(_ one: Opportunity) {
    guard !one.gaps.isEmpty else { return }
    say(language.say("pour vous en rapprocher :", "to come closer:"), indent: 3)
    for gap in one.gaps where gap.kind != .requirement { say("+ " + gap.help[language], indent: 5) }
    let clauses = one.gaps.filter { $0.kind == .requirement }
    guard let help = clauses.first?.help else { return }
    say("+ " + help[language], indent: 5)
    for clause in clauses {
      let text = clause.value.count > 160 ? clause.value.prefix(159) + "…" : clause.value[...]
      say("« \(text) »", indent: 7)
    }
  }
}
