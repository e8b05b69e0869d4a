public import PasserelleCore

/// The rows of the operator's lists.
public enum RunTables {
  /// The ledger's runs.
  public static func runs(_ runs: [RunSummary]) -> Table {
    Table(
      columns: [
        .init("run", LocalizedText(fr: "exécution", en: "run"), .right),
        .init("verb", LocalizedText(fr: "verbe", en: "verb")),
        .init("status", LocalizedText(fr: "état", en: "status")),
        .init("started", LocalizedText(fr: "début", en: "started")),
        .init("finished", LocalizedText(fr: "fin", en: "finished")),
      ],
      rows: runs.map {
        [
          .int(Int($0.id)), .text($0.verb), .text($0.status), .text($0.started.description),
          .text($0.finished?.description ?? ""),
        ]
      })
  }

  /// The diagnostics of a run, with reason and remedy.
  public static func diagnostics(_ diagnostics: [RunDiagnostic], _ language: MessageLanguage) -> Table {
    Table(
      columns: [
        .init("code", LocalizedText(verbatim: "code")),
        .init("severity", LocalizedText(fr: "gravité", en: "severity")),
        .init("location", LocalizedText(fr: "où", en: "where")),
        .init("field", LocalizedText(fr: "champ", en: "field")),
        .init("value", LocalizedText(fr: "valeur", en: "value")),
        .init("replacement", LocalizedText(fr: "remplacée par", en: "replaced by")),
        .init("reason", LocalizedText(fr: "raison", en: "reason")),
        .init("remedy", LocalizedText(fr: "remède", en: "remedy")),
      ],
      rows: diagnostics.map { one in
        [
          .text(one.code), .text(one.severity.rawValue), .text(one.location.description),
          .text(one.field ?? ""), .text(one.value ?? ""), .text(one.replacement ?? ""),
          .text(one.reason?[language] ?? ""), .text(one.remedy?[language] ?? ""),
        ]
      })
  }

  /// What the doctor found.
  public static func doctor(_ findings: [DoctorFinding], _ language: MessageLanguage) -> Table {
    Table(
      columns: [
        .init("key", LocalizedText(fr: "clé", en: "key")),
        .init("check", LocalizedText(fr: "vérification", en: "check")),
        .init("state", LocalizedText(fr: "état", en: "state")),
        .init("detail", LocalizedText(fr: "détail", en: "detail")),
      ],
      rows: findings.map { one in
        [
          .text(one.key), .text(one.check[language]), .text(one.isSound ? "ok" : "!"),
          .text(one.detail[language]),
        ]
      })
  }
}

extension IngestionAnswer {
  /// The counters in one row.
  public var table: Table {
    Table(
      columns: [
        .init("run", LocalizedText(fr: "exécution", en: "run"), .right),
        .init("in", LocalizedText(fr: "lus", en: "in"), .right),
        .init("added", LocalizedText(fr: "ajoutés", en: "added"), .right),
        .init("changed", LocalizedText(fr: "modifiés", en: "changed"), .right),
        .init("unchanged", LocalizedText(fr: "inchangés", en: "unchanged"), .right),
        .init("refused", LocalizedText(fr: "refusés", en: "refused"), .right),
        .init("statements", LocalizedText(fr: "énoncés", en: "statements"), .right),
        .init("documents", LocalizedText(fr: "documents", en: "documents"), .right),
      ],
      rows: [
        [
          .int(Int(run)), .int(report.recordsIn), .int(report.added), .int(report.changed),
          .int(report.unchanged), .int(report.refused), .int(report.statements), .int(documentsIndexed),
        ]
      ])
  }

  /// The report for people: the balance, then the diagnostics by code.
  public func text(_ language: MessageLanguage) -> [String] {
    let seconds = DecimalNumber(digits: Int128(milliseconds), scale: 3)
    var lines = [
      language.say(
        "Exécution \(run) : \(fr: report.recordsIn, "enregistrement lu", "enregistrements lus") = \(fr: report.stored, "stocké") (\(fr: report.added, "nouveau", "nouveaux"), \(fr: report.changed, "modifié")) + \(fr: report.unchanged, "inchangé") + \(fr: report.refused, "refusé")",
        "Run \(run): \(en: report.recordsIn, "record") in = \(report.stored) stored (\(report.added) new, \(report.changed) changed) + \(report.unchanged) unchanged + \(report.refused) refused"
      ),
      language.say(
        "\(fr: report.filesRead, "fichier"), \(fr: report.statements, "énoncé"), \(fr: documentsIndexed, "document indexé", "documents indexés"), \(seconds) s",
        "\(en: report.filesRead, "file"), \(en: report.statements, "statement"), \(en: documentsIndexed, "document") indexed, \(seconds) s"
      ),
    ]
    if report.closed > 0 {
      lines.append(
        language.say(
          "\(fr: report.closed, "graphe clos, que son fichier ne contient", "graphes clos, que leur fichier ne contient") plus",
          "\(en: report.closed, "graph") closed, no longer in \(report.closed == 1 ? "its file" : "their files")"
        ))
    }
    if report.isInterrupted {
      lines.append(
        language.say(
          "Interrompu : ce qui est compté est stocké ; relancez la même commande pour la suite.",
          "Interrupted: what is counted is stored; run the same command again for the rest."))
    }
    let catalogue = DiagnosticCatalogue.byName
    let counts = report.diagnostics.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if !counts.isEmpty { lines += ["", language.say("Diagnostics", "Diagnostics")] }
    for (name, count) in counts {
      let reason = catalogue[name]?.reason[language] ?? ""
      let width = String(count).count
      lines.append("  " + String(repeating: " ", count: max(0, 6 - width)) + "\(count)  \(name)  \(reason)")
    }
    if !counts.isEmpty {
      lines.append(
        language.say(
          "Détail : passerelle runs \(run) [--code CODE] ; rapport : \(reportPath)",
          "Detail: passerelle runs \(run) [--code CODE]; report: \(reportPath)"))
    }
    if let quarantinePath { lines.append(language.say("Quarantaine : ", "Quarantine: ") + quarantinePath) }
    return lines
  }
}
