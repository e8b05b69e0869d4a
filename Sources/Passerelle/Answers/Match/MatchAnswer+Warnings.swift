import PasserelleCore
import PasserelleMatching
import PasserelleRendering

extension SubstanceWarning {
  /// The machine-readable form of a warning.
  var structured: StructuredValue {
    .object([
      "kind": .string(kind.rawValue), "clause": .optional(clauseID), "anchor": .optional(anchor),
      "quote": .string(quote), "words": .array(words.map { .string($0) }), "message": kind.message.structured,
      "remedy": kind.remedy.structured,
      "precedents": .array(
        precedents.map {
          .object([
            "text": $0.text.structured, "document": .optional($0.document), "lines": .optional($0.lines),
            "indicative": .bool($0.isIndicative),
          ])
        }),
    ])
  }
}

extension MatchPage {
  /// The warnings of substance: the clause with its place, what was decided in like cases, what to do.
  mutating func writeWarnings() {
    guard !answer.warnings.isEmpty else { return }
    addLine("")
    addLine(say("Attention : droits des personnes", "Caution: rights of persons"))
    for warning in answer.warnings {
      let place = [warning.clauseID, warning.anchor].compactMap { $0 }.joined(separator: ", ")
      let label = warning.kind.label[answer.language]
      wrap(
        "  ! " + (place.isEmpty ? say("Titre", "Title") : place) + say(" : ", ": ") + label + say(" : ", ": ")
          + say("« \(warning.quote) »", "“\(warning.quote)”"), indent: 4)
    }
    for kind in SubstanceWarning.Kind.allCases {
      guard let one = answer.warnings.first(where: { $0.kind == kind }) else { continue }
      wrap("  " + kind.message[answer.language], indent: 4)
      for precedent in one.precedents where !precedent.isIndicative {
        let source = precedent.document.map { " (\($0), l. \(precedent.lines ?? "?"))" } ?? ""
        wrap("    - " + precedent.text[answer.language] + source, indent: 6)
      }
      let laws = one.precedents.count(where: \.isIndicative)
      if laws > 0 {
        wrap(
          say(
            "    - Textes en vigueur, à titre indicatif : \(laws), voir la note (passerelle note) ou --format json",
            "    - Law in force, as an indication: \(laws), see the note (passerelle note) or --format json"),
          indent: 6)
      }
      wrap("    → " + kind.remedy[answer.language], indent: 6)
    }
    wrap(
      say(
        "  Cet avertissement ne bloque rien et ne change aucun classement.",
        "  This warning blocks nothing and changes no ranking."), indent: 2)
    if answer.checks.isEmpty { addLine("") }
  }
}
