public import PasserelleCore
import PasserelleSources

extension ValidationAnswer {
  /// The answer for people: a line a file, the broken rules under it, and the sum.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - shown: How many broken rules are shown of a file.
  /// - Returns: The lines.
  public func lines(_ language: MessageLanguage, shown: Int = 10) -> [String] {
    files.flatMap { Self.lines($0, language, shown) } + [""] + sum(language)
  }

  private static func lines(_ file: File, _ language: MessageLanguage, _ shown: Int) -> [String] {
    let findings = file.verdict?.findings ?? []
    var head = file.name + language.say(" : ", ": ") + word(file.status, language)
    if let subtype = file.verdict?.subtype { head += language.say(", type ", ", subtype ") + subtype }
    if !findings.isEmpty {
      head += language.say(
        ", \(fr: findings.count, "règle enfreinte", "règles enfreintes")",
        ", \(en: findings.count, "broken rule")")
    }
    if file.refused > 0 {
      head += language.say(
        " ; l’import refuserait \(fr: file.refused, "fiche") sur \(file.records)",
        "; an import would refuse \(file.refused) of \(en: file.records, "record")")
    }
    var lines = [head]
    if let reason = file.reason, file.status != .valid { lines.append("  " + reason[language]) }
    if let rules = file.rules, !file.isExact, file.status != .valid {
      if let version = file.verdict?.version {
        lines.append(
          language.say(
            "  Règles de \(rules), les plus proches de \(version).",
            "  Rules of \(rules), the nearest to \(version)."))
      } else {
        lines.append(
          language.say(
            "  Règles de \(rules) : l’avis ne dit pas sa version.",
            "  Rules of \(rules): the notice does not say its version."))
      }
    }
    lines += findings.prefix(shown).map { line($0, language) }
    if findings.count > shown {
      lines.append(
        language.say(
          "  … et \(fr: findings.count - shown, "autre") (--format json les donne toutes)",
          "  … and \(findings.count - shown) more (--format json gives all of them)"))
    }
    return lines
  }

  private static func line(_ finding: EFormsFinding, _ language: MessageLanguage) -> String {
    var line = language.say("  l. ", "  line ") + "\(finding.line) \(finding.field) "
    line += "[\(word(finding.kind, language))] \(finding.path)"
    if let value = finding.value, finding.kind != .assertion { line += " = \(value.prefix(60))" }
    switch finding.kind {
    case .mandatory, .forbidden: break
    default: if let expected = finding.expected { line += " ≠ \(expected.prefix(120))" }
    }
    if let condition = finding.condition {
      line += language.say(" ; si ", "; where ") + condition.prefix(160)
    }
    if let message = finding.message { line += " (\(message))" }
    return line
  }

  private func sum(_ language: MessageLanguage) -> [String] {
    var lines = [
      language.say(
        "\(fr: files.count, "fichier") : \(fr: count(.valid), "valide"), \(fr: count(.invalid), "invalide"), \(fr: count(.unchecked), "non vérifié"), \(fr: count(.failed), "illisible").",
        "\(en: files.count, "file"): \(count(.valid)) valid, \(count(.invalid)) invalid, \(count(.unchecked)) not checked, \(count(.failed)) unreadable."
      )
    ]
    for rules in rules {
      lines.append(
        language.say(
          "Règles \(rules.version) : \(rules.count) ; \(fr: rules.coverage.evaluated, "expression évaluée", "expressions évaluées") sur \(rules.coverage.expressions).",
          "Rules \(rules.version): \(rules.count); \(rules.coverage.evaluated) of \(rules.coverage.expressions) expressions evaluated."
        ))
    }
    var gaps: [String: Int] = [:]
    for file in files {
      for (gap, count) in file.verdict?.gaps ?? [] { gaps[gap.text(language), default: 0] += count }
    }
    for (gap, count) in gaps.sorted(by: { $0.key < $1.key }) {
      lines.append(language.say("Non vérifié, \(gap) : \(count)", "Not checked, \(gap): \(count)"))
    }
    return lines
  }

  private static func word(_ status: Status, _ language: MessageLanguage) -> String {
    switch status {
    case .valid: language.say("valide", "valid")
    case .invalid: language.say("invalide", "invalid")
    case .unchecked: language.say("non vérifié", "not checked")
    case .failed: language.say("illisible", "unreadable")
    }
  }

  private static func word(_ kind: EFormsRuleKind, _ language: MessageLanguage) -> String {
    switch kind {
    case .mandatory: language.say("obligatoire", "mandatory")
    case .forbidden: language.say("exclu", "forbidden")
    case .code: language.say("code inconnu", "unknown code")
    case .repeatable: language.say("répété", "repeated")
    case .length: language.say("trop long", "too long")
    case .pattern: language.say("forme", "form")
    case .type: language.say("type", "type")
    case .range: language.say("hors bornes", "out of range")
    case .assertion: language.say("incohérent", "inconsistent")
    case .change: language.say("modifié à tort", "wrongly changed")
    }
  }
}

extension EFormsRuleGap {
  func text(_ language: MessageLanguage) -> String {
    switch self {
    case .expression: language.say("expression non lue", "expression that is not read")
    case .value: language.say("valeur inutilisable", "value that cannot be used")
    case .notice: language.say("l’avis modifié n’est pas là", "the changed notice is not at hand")
    case .codeList(let name): language.say("liste absente \(name)", "missing list \(name)")
    case .pattern: language.say("texte trop long pour sa forme", "text too long for its form")
    }
  }
}
