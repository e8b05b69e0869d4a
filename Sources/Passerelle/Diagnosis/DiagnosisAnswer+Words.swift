public import PasserelleCore
import PasserelleRendering

extension DiagnosisCell {
  /// The sign of the cell: one column wide, legible without colour.
  var symbol: String {
    if isContradicted { return "±" }
    switch state {
    case .yes: return "●"
    case .no: return "○"
    case .unknown: return hints.isEmpty ? "·" : "?"
    }
  }

  /// The state in words, with what it rests on.
  func words(_ language: MessageLanguage) -> String {
    guard let first = evidence.first else {
      return hints.isEmpty
        ? State.unknown.label[language]
        : State.unknown.label[language] + language.say(" (indice)", " (hint)")
    }
    let date = first.date.map { ", " + ValueFormat(language).date($0) } ?? ""
    return state.label[language] + " (\(first.origin.label[language])\(date))"
      + (isContradicted ? language.say(", contredit", ", contradicted") : "")
  }
}

extension DiagnosisCell.State {
  /// The state in words.
  public var label: LocalizedText {
    switch self {
    case .yes: LocalizedText(fr: "oui", en: "yes")
    case .no: LocalizedText(fr: "non", en: "no")
    case .unknown: LocalizedText(fr: "non renseigné", en: "not told")
    }
  }
}

extension DiagnosisEvidence.Origin {
  /// The origin in words.
  public var label: LocalizedText {
    switch self {
    case .declared: LocalizedText(fr: "déclaré", en: "declared")
    case .statement: LocalizedText(fr: "fait sourcé", en: "sourced fact")
    case .project: LocalizedText(fr: "projet", en: "project")
    case .sheet: LocalizedText(fr: "fiche action", en: "action sheet")
    case .award: LocalizedText(fr: "marché", en: "award")
    }
  }
}

extension DiagnosisEvidence {
  /// The record in one line.
  func line(_ language: MessageLanguage) -> String {
    var text = origin.label[language] + language.say(" : ", ": ") + title
    var parts = words.map { language.say("«\u{A0}\($0)\u{A0}»", "\"\($0)\"") }
    if let buyer { parts.append(language.say("acheteur ", "buyer ") + buyer) }
    if let date { parts.append(ValueFormat(language).date(date)) }
    if !parts.isEmpty { text += " (" + parts.joined(separator: ", ") + ")" }
    return text + (source.isDemonstration ? language.say(" [démonstration]", " [demonstration]") : "")
  }
}

extension DiagnosisCity {
  /// What the territory is, in one line.
  func line(_ language: MessageLanguage) -> String {
    var parts = [kind.label[language]]
    if let population {
      let count = ValueFormat(language).number(population)
      let source = populationSource.map { " (" + $0[language] + ")" } ?? ""
      parts.append(language.say("\(count) habitants", "\(count) inhabitants") + source)
    } else {
      parts.append(language.say("population inconnue", "population not known"))
    }
    if let declared {
      parts.append(
        language.say("diagnostic déclaré le ", "diagnosis declared on ")
          + ValueFormat(language).date(declared))
    }
    return parts.joined(separator: ", ")
  }
}

extension DiagnosisAnswer {
  /// What holds for every output: the taxonomy is provisional, and there is no total.
  func remarks() -> [String] {
    var remarks: [String] = []
    if isProvisional { remarks.append(taxonomyNote[language]) }
    remarks.append(Self.caution[language])
    if hidesDemonstration {
      remarks.append(
        language.say(
          "Des données de démonstration parlent de cette collectivité ; elles ne comptent pas (--demonstration pour les voir).",
          "Demonstration data speak of this authority; they do not count (--demonstration to see them)."))
    }
    if hasDemonstration {
      remarks.append(
        language.say(
          "Contient des données de démonstration, inventées : elles ne disent rien des collectivités nommées.",
          "Holds demonstration data, invented: they say nothing of the authorities named."))
    }
    if !strangers.isEmpty {
      let names = strangers.joined(separator: ", ")
      remarks.append(
        language.say(
          "Réponses déclarées pour des services que la taxonomie n’a pas : \(names).",
          "Answers declared for services that the taxonomy does not have: \(names)."))
    }
    return remarks
  }

  /// Whether demonstration data stand in the answer.
  var hasDemonstration: Bool {
    cells.contains { row in
      row.contains { cell in (cell.evidence + cell.hints).contains(where: \.source.isDemonstration) }
    } || gaps.contains { $0.examples.contains(where: \.evidence.source.isDemonstration) }
  }

  /// The territories of the columns: the city, then the peers.
  var cities: [DiagnosisCity] { [city] + peers.map(\.city) }

  /// The stakes with the places of their services.
  var stakes: [(label: LocalizedText, services: Range<Int>)] {
    var result: [(label: LocalizedText, services: Range<Int>)] = []
    var start = 0
    for index in services.indices
    where index + 1 == services.count || services[index + 1].stake != services[index].stake {
      result.append((services[start].stakeLabel, start..<index + 1))
      start = index + 1
    }
    return result
  }

  /// Who has the service of a gap, in words.
  func havers(_ gap: DiagnosisGap) -> String {
    func names(_ places: [Int]) -> String { places.map { peers[$0].city.label }.joined(separator: ", ") }
    var parts: [String] = []
    if !gap.peers.isEmpty { parts.append(language.say("oui : ", "yes: ") + names(gap.peers)) }
    if !gap.hintedPeers.isEmpty { parts.append(language.say("indice : ", "hint: ") + names(gap.hintedPeers)) }
    return parts.joined(separator: language.say(" ; ", "; "))
  }

  /// What is known of the city in a gap, in words.
  func state(_ gap: DiagnosisGap) -> String {
    gap.state.label[language] + (gap.hasHint ? language.say(" (indice)", " (hint)") : "")
  }

  /// An example of a gap in one line.
  func line(_ example: DiagnosisGap.Example) -> String {
    let place = example.city.isEmpty ? "" : example.city + language.say(", ", ", ")
    let other = example.peer == nil ? language.say("hors pairs, ", "not a peer, ") : ""
    return other + place + example.evidence.line(language)
  }

  /// What is said where no example is known.
  var noExample: String {
    language.say(
      "aucune fiche, aucun projet ni marché connu", "no sheet, project or award known")
  }
}
