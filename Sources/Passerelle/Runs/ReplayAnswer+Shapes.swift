public import PasserelleCore

extension ReplayAnswer {
  /// The machine-readable answer, `passerelle-audit/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string(AuditFormat.name), "audit": .string("replay"), "run": .string(run),
      "instant": .string(instant.description), "sequence": .int(Int(sequence)), "model": .string(model),
      "program": .object(["recorded": .string(recordedProgram), "present": .string(program)]),
      "identical": .bool(isIdentical),
      "hash": .object(["recorded": .string(recordedHash), "recomputed": .string(recomputedHash)]),
      "difference": difference.map {
        .object([
          "path": .string($0.path), "recorded": .string($0.recorded), "recomputed": .string($0.recomputed),
        ])
      },
      "missingLists": missingLists.isEmpty ? nil : .array(missingLists.map { .string($0) }),
    ])
  }

  /// The answer in one row.
  public var table: Table {
    Table(
      columns: [
        .init("run", LocalizedText(fr: "exécution", en: "run")),
        .init("identical", LocalizedText(fr: "identique", en: "identical")),
        .init("path", LocalizedText(fr: "première différence", en: "first difference")),
        .init("recorded", LocalizedText(fr: "enregistré", en: "recorded")),
        .init("recomputed", LocalizedText(fr: "recalculé", en: "recomputed")),
      ],
      rows: [
        [
          .text(run), .text(String(isIdentical)), .text(difference?.path ?? ""),
          .text(difference?.recorded ?? ""), .text(difference?.recomputed ?? ""),
        ]
      ])
  }

  /// The answer for people.
  ///
  /// - Parameter language: The language.
  /// - Returns: The lines.
  public func text(_ language: MessageLanguage) -> [String] {
    let head = language.say(
      "\(run), du \(instant), corpus \(sequence), modèle \(model), programme \(recordedProgram) : ",
      "\(run), of \(instant), corpus \(sequence), model \(model), program \(recordedProgram): ")
    guard let difference else {
      return [
        head + language.say("réponse identique, octet pour octet.", "the same answer, byte for byte."),
        "SHA-256 " + recordedHash,
      ]
    }
    return [
      head + language.say("la réponse diffère.", "the answer differs."),
      language.say("Première différence : ", "First difference: ") + difference.path,
      language.say("  enregistré : ", "  recorded:   ") + difference.recorded,
      language.say("  recalculé :  ", "  recomputed: ") + difference.recomputed,
      !missingLists.isEmpty
        ? language.say(
          "Les listes officielles d’alors ne sont plus là : \(missingLists.joined(separator: ", ")).",
          "The official lists of that time are gone: \(missingLists.joined(separator: ", ")).")
        : recordedProgram == program
          ? language.say(
            "L’ontologie ou le programme ont changé depuis l’enregistrement.",
            "The ontology or the program has changed since the record was made.")
          : language.say(
            "L’enregistrement vient du programme \(recordedProgram), celui-ci est le \(program).",
            "The record was made by program \(recordedProgram); this is \(program)."),
    ]
  }
}
