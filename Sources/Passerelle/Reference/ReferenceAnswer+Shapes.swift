public import PasserelleCore
import PasserelleGraph

extension ReferenceImportAnswer {
  /// The machine-readable report, `passerelle-reference-import/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-reference-import/1"), "run": .int(Int(run)),
      "status": .string(status.rawValue),
      "files": .object([
        "read": .int(files.read), "passedOver": .int(files.passed), "failed": .int(files.failed),
      ]),
      "rows": .object([
        "in": .int(rows.in), "stored": .int(rows.stored), "refused": .int(rows.refused),
        "balanced": .bool(rows.in == rows.stored + rows.refused),
      ]),
      "lists": .array(
        lists.map {
          .object(["list": .string($0.id), "codes": .int($0.codes), "outcome": .string($0.outcome)])
        }),
      "uncheckedNotices": uncheckedNotices.map { .int($0) }, "milliseconds": .int(Int(milliseconds)),
      "diagnostics": .object(
        diagnostics.sorted { $0.key < $1.key }.map { StructuredValue.Member($0.key, .int($0.value)) }),
      "quarantine": .optional(quarantinePath),
    ])
  }

  /// The lists in rows.
  public var table: Table {
    Table(
      columns: [
        .init("list", LocalizedText(fr: "liste", en: "list")),
        .init("codes", LocalizedText(fr: "codes", en: "codes"), .right),
        .init("outcome", LocalizedText(fr: "état", en: "outcome")),
      ],
      rows: lists.map { [.text($0.id), .int($0.codes), .text($0.outcome)] })
  }

  /// The report for people: the balance, the lists, then the diagnostics by code.
  public func text(_ language: MessageLanguage) -> [String] {
    let seconds = DecimalNumber(digits: Int128(milliseconds), scale: 3)
    func count(_ outcome: String) -> Int { lists.count { $0.outcome == outcome } }
    var lines = [
      language.say(
        "Exécution \(run) : \(fr: rows.in, "ligne lue", "lignes lues") = \(fr: rows.stored, "retenue") + \(fr: rows.refused, "refusée")",
        "Run \(run): \(en: rows.in, "row") in = \(rows.stored) stored + \(rows.refused) refused"),
      language.say(
        "\(fr: lists.count, "liste") : \(fr: count("added"), "ajoutée"), \(fr: count("changed"), "remplacée"), \(fr: count("unchanged"), "inchangée") ; \(fr: files.read, "fichier lu", "fichiers lus"), \(fr: files.passed, "passé"), \(files.failed) en échec ; \(seconds) s",
        "\(en: lists.count, "list"): \(count("added")) added, \(count("changed")) replaced, \(count("unchanged")) unchanged; \(en: files.read, "file") read, \(files.passed) passed over, \(files.failed) failed; \(seconds) s"
      ),
    ]
    if isInterrupted {
      lines.append(
        language.say("Interrompu : aucune liste n’a changé.", "Interrupted: no list has changed."))
    }
    let shown = lists.filter { $0.outcome != "unchanged" }.sorted { ($1.codes, $0.id) < ($0.codes, $1.id) }
    lines += shown.prefix(12).map { "  \($0.id)  \($0.codes)" }
    if shown.count > 12 { lines.append("  …") }
    if let notices = uncheckedNotices, notices > 0 {
      lines.append(
        language.say(
          "\(fr: notices, "avis eForms stocké n’a pas été vérifié", "avis eForms stockés n’ont pas été vérifiés") selon ces règles, et le texte des avis n’est pas gardé : relisez leurs fichiers avec « passerelle validate DOSSIER ».",
          "\(en: notices, "stored eForms notice was", "stored eForms notices were") not held against these rules, and the text of notices is not kept: read their files again with 'passerelle validate FOLDER'."
        ))
    }
    if !diagnostics.isEmpty {
      lines.append(
        language.say(
          "Diagnostics (« passerelle runs \(run) --code CODE ») :",
          "Diagnostics ('passerelle runs \(run) --code CODE'):"))
      lines += diagnostics.sorted { $0.key < $1.key }.map { "  \($0.key)  \($0.value)" }
    }
    if let quarantinePath {
      lines.append(language.say("Quarantaine : ", "Quarantine: ") + quarantinePath)
    }
    return lines
  }
}

extension ReferenceSummary {
  /// Lists in rows, `passerelle-reference/1`.
  public static func table(_ lists: [ReferenceSummary], _ language: MessageLanguage) -> Table {
    Table(
      columns: [
        .init("list", LocalizedText(fr: "liste", en: "list")),
        .init("label", LocalizedText(fr: "libellé", en: "label")),
        .init("codes", LocalizedText(fr: "codes", en: "codes"), .right),
        .init("source", LocalizedText(fr: "source", en: "source")),
        .init("edition", LocalizedText(fr: "édition", en: "edition")),
        .init("imported", LocalizedText(fr: "importée", en: "imported")),
        .init("licence", LocalizedText(fr: "licence", en: "licence")),
        .init("bytes", LocalizedText(fr: "octets", en: "bytes"), .right),
        .init("state", LocalizedText(fr: "état", en: "state")),
        .init("hash", LocalizedText(fr: "empreinte", en: "hash")),
      ],
      rows: lists.map { one in
        [
          .text(one.id), .text(one.label[language]), .int(one.codes), .text(one.source), .text(one.edition),
          .date(one.imported.date), .text(one.licence), .int(one.bytes), .text(one.isSound ? "ok" : "!"),
          .text(one.hash),
        ]
      })
  }
}
