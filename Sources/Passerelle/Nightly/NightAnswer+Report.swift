import PasserelleCore
import PasserelleRendering

extension NightAnswer {
  /// The night as a page to keep.
  var report: Report {
    Report(
      title: language.say("Nuit du \(name)", "Night of \(name)"), language: language,
      metadata: Report.Metadata(
        created: started, subject: language.say("Rapport d’une nuit", "Report of a night"), identifier: name),
      blocks: blocks)
  }

  private var blocks: [Report.Block] {
    func heading(_ french: String, _ english: String) -> Report.Block {
      .heading(level: 1, [.plain(language.say(french, english))])
    }
    var blocks: [Report.Block] = [
      .paragraph([.strong(status.label[language]), .plain(language.say(" : ", ": ") + balance)])
    ]
    if !warnings.isEmpty {
      blocks.append(
        .box(
          Report.Box(
            .caution, title: language.say("À voir", "To look at"), warnings.map { [.plain($0)] })))
    }
    blocks.append(.list(factLines.map { [.plain($0.trimmingPrefix("  ").description)] }))
    if !table.rows.isEmpty {
      blocks += [heading("Sources", "Sources"), .table(sourceTable)]
    }
    if case .object(let counts)? = document["diagnostics"].value, !counts.isEmpty {
      blocks += [heading("Diagnostics", "Diagnostics"), .table(diagnosticTable(counts))]
    }
    blocks += [heading("Étapes", "Steps"), .table(stageTable)]
    let deleted = document["retention"]["deleted"].strings
    if !deleted.isEmpty {
      blocks += [heading("Supprimés", "Deleted"), .list(deleted.map { [.plain($0)] })]
    }
    return blocks
  }

  private var sourceTable: Report.Table {
    let columns = [
      Report.Table.Column("source", parts: 2), .init(language.say("lus", "in"), .end),
      .init(language.say("stockés", "stored"), .end), .init(language.say("inchangés", "unchanged"), .end),
      .init(language.say("refusés", "refused"), .end),
    ]
    return Report.Table(
      caption: language.say(
        "Enregistrements par source : lus = stockés + inchangés + refusés",
        "Records by source: in = stored + unchanged + refused"), columns: columns,
      rows: document["sources"].list.map { one in
        [[.plain(one["name"].string ?? "")]]
          + ["in", "stored", "unchanged", "refused"].map { key in [.plain(String(one[key].int ?? 0))] }
      }, hasRowHeadings: true)
  }

  private func diagnosticTable(_ counts: [StructuredValue.Member]) -> Report.Table {
    let catalogue = DiagnosticCatalogue.byName
    return Report.Table(
      caption: language.say("Diagnostics par code", "Diagnostics by code"),
      columns: [
        .init("code", parts: 2), .init(language.say("fois", "times"), .end),
        .init(language.say("raison", "reason"), parts: 5),
      ],
      rows: counts.map { one in
        let reason = catalogue[one.key]?.reason[language] ?? ""
        return [
          [.plain(one.key)], [.plain(SourcingNote.Value(one.value).scalar ?? "")], [.plain(reason)],
        ]
      }, hasRowHeadings: true)
  }

  private var stageTable: Report.Table {
    Report.Table(
      caption: language.say("Durée des étapes", "Time of steps"),
      columns: [.init(language.say("étape", "step"), parts: 3), .init("ms", .end)],
      rows: document["stages"].list.map { one in
        let stage = one["stage"].string.flatMap(NightStage.init(rawValue:))
        return [[.plain(stage?.label[language] ?? "")], [.plain(String(one["milliseconds"].int ?? 0))]]
      }, hasRowHeadings: true)
  }
}
