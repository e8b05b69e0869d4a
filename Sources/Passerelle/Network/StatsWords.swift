import PasserelleCore
import PasserelleRendering

/// Published values in words and as data.
struct StatsWords {
  let language: MessageLanguage
  let units: [String: LocalizedText]
  let comparators: [String: LocalizedText]
  private var format: ValueFormat { ValueFormat(language) }

  init(
    language: MessageLanguage, units: [String: LocalizedText], comparators: [String: LocalizedText]
  ) {
    self.language = language
    self.units = units
    self.comparators = comparators
  }

  init(_ answer: StatsAnswer) {
    self.init(language: answer.language, units: answer.units, comparators: answer.comparators)
  }

  /// A value with its comparator and unit, such as "plus de 6 000 coopérations".
  func value(_ figure: StatsFigure) -> String {
    let number = format.number(figure.value)
    if figure.kind == .rank { return language.say("rang ", "rank ") + number }
    let comparator = figure.comparator.map { comparators[$0]?[language] ?? $0 }
    let unit = figure.unit.flatMap { unit -> String? in
      if unit == "percent" { return language.say(ValueFormat.fixedSpace + "%", "%") }
      return " " + (units[unit]?[language] ?? unit)
    }
    // A source that counts none says so, unlike one that is silent.
    if figure.kind == .count, figure.comparator == nil, figure.value.isZero {
      return number + (unit ?? "") + language.say(" (aucun)", " (none)")
    }
    return [comparator, number + (unit ?? "")].compactMap { $0 }.joined(separator: " ")
      + (figure.isAsserted ? "" : " (" + figure.modality + ")")
  }

  /// What a value covers and is a part of.
  func scope(_ figure: StatsFigure) -> String {
    let denominator = figure.denominator.map { language.say("sur ", "out of ") + $0[language] }
    return [figure.scope?[language], denominator].compactMap { $0 }.joined(
      separator: language.say(" ; ", "; "))
  }

  func date(_ figure: StatsFigure) -> String {
    figure.date.map { format.date($0) } ?? language.say("sans date", "no date")
  }

  func percent(_ share: Double) -> String { format.percent(share, digits: 1) }

  /// A value as data.
  func structured(_ figure: StatsFigure, coverage: Double?) -> StructuredValue {
    .object([
      "claim": .string(figure.claim), "kind": .string(figure.kind.rawValue),
      "subject": .string(figure.subject), "subjectLabel": .string(figure.subjectLabel),
      "value": .decimal(figure.value), "unit": .optional(figure.unit),
      "comparator": .optional(figure.comparator), "date": .optional(figure.date?.description),
      "scope": .optional(figure.scope?[language]), "denominator": .optional(figure.denominator?[language]),
      "note": .optional(figure.note?[language]), "place": .optional(figure.place),
      "modality": .string(figure.modality), "certainty": .optional(figure.certainty),
      "document": .optional(figure.document), "lines": .optional(figure.lines),
      "conflictsWith": figure.conflicts.isEmpty ? nil : .array(figure.conflicts.map { .string($0) }),
      "coverage": coverage.map { .number($0, digits: 4) },
    ])
  }
}
