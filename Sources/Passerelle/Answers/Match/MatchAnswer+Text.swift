import PasserelleCore
import PasserelleMatching
import PasserellePipeline
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
    var page = MatchPage(answer: self, width: width, reasons: reasons, evidenceCount: evidenceCount)
    page.write()
    return page.lines
  }
}

/// Lays an answer out as lines of text.
struct MatchPage {
  let answer: MatchAnswer
  let width: Int
  let reasons: Int
  let evidenceCount: Int
  private(set) var lines: [String] = []
  private var format: ValueFormat { ValueFormat(answer.language) }

  init(answer: MatchAnswer, width: Int, reasons: Int, evidenceCount: Int) {
    self.answer = answer
    self.width = width
    self.reasons = reasons
    self.evidenceCount = evidenceCount
  }

  mutating func write() {
    writeNeed()
    writeWarnings()
    writeChecks()
    if answer.vendors.isEmpty {
      lines += [
        "", say("Aucun fournisseur connu ne ressemble à ce besoin.", "No known vendor resembles this need."),
      ]
      wrap(
        say(
          "Ingérez d’autres marchés, importez des profils (profile import), ou précisez un code CPV (--cpv).",
          "Ingest more awards, import profiles (profile import), or give a CPV code (--cpv)."), indent: 0)
    } else {
      wrap(
        say(
          "\(fr: answer.candidateCount, "fournisseur") avec des indices, parmi \(fr: answer.awardCount, "marché comparé", "marchés comparés")",
          "\(en: answer.candidateCount, "vendor") with evidence, among \(en: answer.awardCount, "award") compared"
        )
          + (answer.isNeutral ? say(" (mode neutre)", " (neutral mode)") : ""), indent: 0)
    }
    writeFilters()
    for (index, vendor) in answer.vendors.enumerated() { write(vendor, rank: index + 1) }
    writeNewcomers()
    writeComparables()
    writeCaveats()
  }

  mutating func addLine(_ line: String) { lines.append(line) }

  func say(_ french: String, _ english: String) -> String { answer.language.say(french, english) }

  mutating func wrap(_ text: String, indent: Int, first: Int = 0) {
    let leading = text.prefix { $0 == " " }.count
    lines += TextWrap.wrap(text, width: width, indent: indent, firstIndent: max(first, leading))
  }

  // The need

  private mutating func writeNeed() {
    wrap(say("Besoin : ", "Need: ") + answer.title, indent: 2)
    if let lot = answer.lot { wrap(say("Lot ", "Lot ") + lot.number + " : " + lot.title, indent: 2) }
    if !answer.codeLabels.isEmpty {
      let note =
        answer.codeOrigin == .suggested ? say(" (suggéré, à vérifier)", " (suggested, to check)") : ""
      wrap("CPV : " + Self.gathered(answer.codeLabels).joined(separator: " ; ") + note, indent: 2)
    } else if !answer.suggestions.isEmpty {
      wrap(
        say(
          "CPV : aucun dans le texte ; les plus probables, à vérifier (--cpv pour en donner un) :",
          "CPV: none in the text; the most probable ones, to check (--cpv to give one):"), indent: 2)
    }
    for one in answer.suggestions where one.suggestion.probability >= 0.005 {
      wrap("   \(format.percent(one.suggestion.probability))  " + one.label, indent: 9)
    }
    if let placeLabel = answer.placeLabel { lines.append(say("Lieu : ", "Place: ") + placeLabel) }
    var facts: [String] = []
    if let amount = answer.outline.amount { facts.append(say("montant ", "amount ") + format.amount(amount)) }
    if let months = answer.outline.durationMonths {
      facts.append(say("\(months) mois", "\(en: months, "month")"))
    }
    if let deadline = answer.outline.deadline {
      facts.append(say("offres avant le ", "offers by ") + format.date(deadline))
    }
    if answer.outline.lots.count > 1 {
      facts.append(say("\(fr: answer.outline.lots.count, "lot")", "\(en: answer.outline.lots.count, "lot")"))
    }
    if !answer.requirements.isEmpty {
      let count = answer.requirements.count + answer.requirementsLeftOut
      facts.append(
        count == 1
          ? say("1 exigence lue", "1 requirement read")
          : say("\(count) exigences lues", "\(count) requirements read"))
    }
    if !facts.isEmpty { wrap(facts.joined(separator: " · "), indent: 2) }
    writeRequirements()
  }

  /// How many requirements the page lists: those of a notice, and the beginning of a long specification.
  private static let requirementLimit = 6

  private mutating func writeRequirements() {
    guard !answer.requirements.isEmpty else { return }
    lines += ["", say("Exigences, par leur numéro", "Requirements, by their number")]
    for clause in answer.requirements.prefix(Self.requirementLimit) {
      let place = clause.anchor.map { " (\(Self.short($0)))" } ?? ""
      let room = max(20, width - clause.id.count - 8 - place.count)
      let text = clause.text.count > room ? clause.text.prefix(room - 1) + "…" : clause.text[...]
      lines.append("  \(clause.id)  \(text)\(place)")
    }
    let others = answer.requirements.count + answer.requirementsLeftOut - Self.requirementLimit
    if others > 0 {
      lines.append(
        say(
          "  et \(others) de plus : voir la note (passerelle note) ou --format json",
          "  and \(others) more: see the note (passerelle note) or --format json"))
    }
    if answer.checks.isEmpty, answer.warnings.isEmpty { lines.append("") }
  }

  /// A place without the headings above it: `§ 14`, `p. 12, § 3`.
  private static func short(_ anchor: String) -> String {
    let parts = anchor.split(separator: ",", maxSplits: 2).prefix { $0.contains("§") || $0.contains(". ") }
    return parts.isEmpty ? anchor : parts.filter { $0.count < 12 }.joined(separator: ",")
  }

  /// Codes that have the same label beside one another, the label once: `66510000, 66515200 ≈ Assurances`.
  static func gathered(_ labels: [String]) -> [String] {
    var groups: [(codes: [String], label: String)] = []
    for one in labels {
      let parts = one.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        groups.append(([one], ""))
        continue
      }
      if let place = groups.firstIndex(where: { $0.label == parts[1] }) {
        groups[place].codes.append(parts[0])
      } else {
        groups.append(([parts[0]], parts[1]))
      }
    }
    return groups.map { $0.codes.joined(separator: ", ") + ($0.label.isEmpty ? "" : " " + $0.label) }
  }

  private mutating func writeChecks() {
    guard !answer.checks.isEmpty else { return }
    lines += ["", say("À vérifier dans le texte", "To check in the text")]
    for check in answer.checks {
      let place = answer.anchor(ofClause: check.clause).map { " (\($0))" } ?? ""
      let clause = check.clause.map { $0 + place + say(" : ", ": ") } ?? ""
      wrap("  · " + clause + check.message[answer.language], indent: 4)
    }
    lines.append("")
  }

  private mutating func writeFilters() {
    for one in answer.filters {
      wrap(
        say("Filtre ", "Filter ") + one.criterion.label[answer.language] + " (" + one.value + ")"
          + say(" : ", ": ")
          + say(
            "\(fr: one.removed, "écarté"), \(fr: one.unknown, "gardé") faute de donnée",
            "\(one.removed) removed, \(one.unknown) kept for want of data"), indent: 2)
    }
  }

  // The vendors

  private mutating func write(_ vendor: MatchedVendor, rank: Int) {
    let ranked = vendor.ranked
    let adequacy = format.number(ranked.adequacy, digits: 0)
    lines.append("")
    lines.append(
      "\(rank). \(ranked.name)  ·  " + say("adéquation \(adequacy)", "adequacy \(adequacy)")
        + "  ·  \(ranked.band.label[answer.language])")
    let flags = vendor.flags.map { $0.label[answer.language] }
    wrap(
      ([
        "   \(vendor.identifiers)",
        say(
          "\(fr: ranked.awardCount, "marché connu", "marchés connus")",
          "\(en: ranked.awardCount, "known award")"),
      ] + flags).joined(separator: "  ·  "), indent: 3)
    for one in ranked.contributions.prefix(reasons) {
      let sign = one.contribution < 0 ? "−" : "+"
      wrap("   \(sign) \(format.percent(one.share)) \(one.explanation[answer.language])", indent: 5)
    }
    writeCoverage(vendor)
    for one in vendor.evaluations.prefix(2) { write(one) }
    for award in vendor.evidence.prefix(evidenceCount) { write(award) }
    // A vendor without awards stands by its declaration alone: the page says so, with the source.
    if vendor.evidence.isEmpty, let source = vendor.declaration {
      lines.append(say("   → profil déclaré, non vérifié", "   → declared profile, not verified"))
      lines.append("     source : " + source.record + " (v\(source.version))")
    }
  }

  private mutating func writeCoverage(_ vendor: MatchedVendor) {
    guard !vendor.coverage.isEmpty else { return }
    func names(_ level: CoverageLevel) -> String {
      let names = vendor.coverage.filter { $0.coverage.level == level }.map(\.requirement)
      return names.prefix(8).joined(separator: ", ") + (names.count > 8 ? "…" : "")
    }
    let counts = CoverageLevel.allCases.reversed().compactMap { level -> String? in
      let count = vendor.coverage.count { $0.coverage.level == level }
      guard count > 0 else { return nil }
      return "\(level.label[answer.language]) \(count)"
        + (level == .none ? "" : " (\(names(level)))")
    }
    wrap(say("   exigences : ", "   requirements: ") + counts.joined(separator: " ; "), indent: 5)
  }

  private mutating func write(_ one: ProfileAnswer.SourcedEvaluation) {
    let marks = one.evaluation.marks.compactMap { mark in mark.mark.map { "\($0)/5" } }
    var words = say("   évaluation : ", "   evaluation: ") + one.author
    if let date = one.evaluation.date { words += ", " + format.date(date) }
    if !marks.isEmpty { words += " (" + marks.joined(separator: ", ") + ")" }
    if one.evaluation.reply != nil { words += say(" ; l’entreprise a répondu", "; the company replied") }
    wrap(words, indent: 5)
  }

  private mutating func write(_ award: AwardEvidence) {
    var facts: [String] = []
    if let buyer = award.buyer { facts.append(buyer) }
    if let date = award.date { facts.append(format.date(date)) }
    if let amount = award.amount { facts.append(format.amount(amount)) }
    wrap("   → " + award.title, indent: 5)
    if !facts.isEmpty { wrap("     " + facts.joined(separator: ", "), indent: 5) }
    var shared: [String] = []
    if !award.sharedWords.isEmpty {
      shared.append(
        say("mots communs : ", "shared words: ") + award.sharedWords.prefix(6).joined(separator: ", "))
    }
    if award.similarity.sharedDigits > 0 {
      shared.append(
        say("CPV commun sur ", "CPV shared to ") + "\(award.similarity.sharedDigits)"
          + say(" chiffres", " digits"))
    }
    if !shared.isEmpty { wrap("     " + shared.joined(separator: " · "), indent: 5) }
    lines.append("     source : " + award.source.record + " (v\(award.source.version))")
  }

  private mutating func writeNewcomers() {
    guard !answer.newcomers.isEmpty else { return }
    lines += [
      "",
      say(
        "Nouveaux entrants (sans marché connu, place réservée)", "Newcomers (no known award, reserved place)"),
    ]
    for (index, vendor) in answer.newcomers.enumerated() { write(vendor, rank: index + 1) }
  }

  // The end

  private mutating func writeComparables() {
    // Only what the need buys: works say nothing of the price of supplies.
    let kind = answer.need.codes.first.map(ProcurementKind.init(code:))
    let groups = answer.prices.filter { $0.spread.count == 5 && (kind == nil || $0.kind == kind) }
    guard let group = groups.max(by: { $0.count < $1.count }) else { return }
    // The middle of two prices may have more digits than a cent; the structured answer keeps them.
    let amounts = group.spread.map { format.amount(Money($0.roundedToCents)) }
    lines.append("")
    wrap(
      say("Prix de marchés comparables : ", "Prices of comparable contracts: ")
        + [
          group.kind?.label[answer.language], group.nature.map { $0.prefix(1).lowercased() + $0.dropFirst() },
          group.duration[answer.language],
          group.year.map { String($0) },
        ]
        .compactMap { $0 }.joined(separator: ", ")
        + say(" (\(group.count)) : médiane ", " (\(group.count)): median ") + amounts[2]
        + say(", moitié centrale de ", ", middle half from ") + amounts[1] + say(" à ", " to ") + amounts[3]
        + (group.converted > 0
          ? say(" ; ", "; ") + AmountWords.converted(group.converted)[answer.language] : "")
        + say(" ; tout : passerelle similar", "; all: passerelle similar"), indent: 2)
    if answer.pricesWithoutRate > 0 {
      wrap("  " + AmountWords.leftOut(answer.pricesWithoutRate)[answer.language], indent: 2)
    }
  }

  private mutating func writeCaveats() {
    lines.append("")
    wrap(
      say(
        "L’adéquation est relative à cette réponse : elle dit la ressemblance avec ce qui est connu, jamais une chance de l’emporter. La décision vous revient.",
        "Adequacy is relative to this answer: it tells likeness to what is known, never a chance of winning. The decision is yours."
      ), indent: 0)
    if answer.hasDemonstration {
      wrap(
        say(
          "Données de démonstration : acheteurs, fournisseurs et marchés fictifs.",
          "Demonstration data: buyers, vendors and awards are fictitious."), indent: 0)
    }
  }
}

extension DecimalNumber {
  /// The nearest hundredth, halves away from zero.
  fileprivate var roundedToCents: DecimalNumber {
    guard scale > 2 else { return self }
    var unit: Int128 = 1
    for _ in 2..<scale { unit *= 10 }
    let half = digits < 0 ? -unit / 2 : unit / 2
    return DecimalNumber(digits: (digits + half) / unit, scale: 2)
  }
}
