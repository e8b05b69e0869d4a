public import PasserelleCore
import PasserelleRendering

extension StatsAnswer {
  /// The rows for people: what is published, from when and with which scope, beside what is held.
  public var page: Table {
    let words = StatsWords(self)
    if !columns.isEmpty { return grid }
    let hasHeld = rows.contains { $0.count.held != nil }
    var headings: [Table.Column] = [
      .init("row", rowLabel), .init("published", LocalizedText(fr: "Publié", en: "Published"), .right),
      .init("date", LocalizedText(fr: "Date", en: "Date")),
      .init("scope", LocalizedText(fr: "Portée", en: "Scope")),
      .init("source", LocalizedText(fr: "Source", en: "Source")),
    ]
    if hasHeld {
      headings += [
        .init("held", LocalizedText(fr: "Détenus", en: "Held"), .right),
        .init("coverage", LocalizedText(fr: "Couverture", en: "Coverage"), .right),
      ]
    }
    if held != nil { headings.append(.init("share", LocalizedText(fr: "Part", en: "Share"), .right)) }
    let lines = rows.flatMap { row -> [[Table.Cell]] in
      let published: [StatsFigure?] = row.count.published.isEmpty ? [nil] : row.count.published
      return published.enumerated().map { place, figure in
        var cells: [Table.Cell] = [
          .text(place == 0 ? row.heading.label : ""),
          figure.map { .text(words.value($0)) } ?? .text(language.say("non publié", "not published")),
          figure.map { .text(words.date($0)) } ?? .empty, figure.map { .text(words.scope($0)) } ?? .empty,
          figure.map { .text(reference($0)) } ?? .empty,
        ]
        guard hasHeld else { return cells }
        // A share of nothing known would read as a share of nothing.
        let isKnown = (row.count.held ?? 0) > 0
        let coverage = isKnown ? figure.flatMap { row.count.coverage($0) } : nil
        cells.append(place == 0 ? held(row.count.held) : .empty)
        cells.append(coverage.map { .text(words.percent($0)) } ?? .empty)
        if held != nil {
          let share = isKnown && place == 0 ? share(of: row) : nil
          cells.append(share.map { .text(words.percent($0)) } ?? .empty)
        }
        return cells
      }
    }
    return Table(title: LocalizedText(verbatim: title), columns: headings, rows: lines)
  }

  /// Counts of records by row and column.
  private var grid: Table {
    Table(
      title: LocalizedText(verbatim: title),
      columns: [.init("row", rowLabel)]
        + columns.map { .init($0.key, LocalizedText(verbatim: $0.label), .right) }
        + [.init("held", LocalizedText(fr: "Détenus", en: "Held"), .right)],
      rows: rows.map { row in
        [.text(row.heading.label)] + row.cells.map { held($0.held) } + [held(row.count.held)]
      })
  }

  /// "Aucun connu", since what is not held may exist.
  private func held(_ count: Int?) -> Table.Cell {
    switch count {
    case nil: .text(language.say("non recomptable", "not countable"))
    case 0: .text(language.say("aucun connu", "none known"))
    case let count?: .int(count)
    }
  }

  // MARK: Sources

  /// The sources cited, each once.
  private var sources: [String] {
    (rows.flatMap { $0.count.published + $0.cells.flatMap(\.published) } + further
      + [addition?.total].compactMap { $0 }).map(\.source).uniqued
  }

  private func reference(_ figure: StatsFigure) -> String {
    sources.firstIndex(of: figure.source).map { "[\($0 + 1)]" } ?? ""
  }

  // MARK: Paragraphs

  /// What stands under the rows: sums, denominators, what disagrees, what was left out, and the sources.
  public var paragraphs: [String] {
    let words = StatsWords(self)
    var lines: [String] = []
    for row in rows {
      for (column, cell) in zip(columns, row.cells) {
        for figure in cell.published {
          lines.append(
            language.say("Publié, ", "Published, ") + row.heading.label + " × " + column.label + colon
              + told(figure, words))
        }
      }
    }
    if !columns.isEmpty {
      for row in rows {
        for figure in row.count.published {
          lines.append(
            language.say("Publié, ", "Published, ") + row.heading.label + colon + told(figure, words))
        }
      }
    }
    if let addition { lines.append(sum(addition, words)) }
    lines += further.map { language.say("Publié aussi : ", "Also published: ") + told($0, words) }
    lines += conflicts.map { group in
      language.say("Valeurs qui ne s’accordent pas : ", "Values that disagree: ")
        + group.map { told($0, words) }.joined(separator: language.say(" ; ", "; ")) + "."
    }
    lines += remarks.map { $0[language] }
    lines += denominators
    lines += sources.enumerated().map { "[\($0 + 1)] \($1)" }
    return lines
  }

  private var colon: String { language.say(" : ", ": ") }

  private func told(_ figure: StatsFigure, _ words: StatsWords) -> String {
    let scope = words.scope(figure)
    let about = scope.isEmpty ? figure.subjectLabel : scope
    let note = figure.note.map { " — " + $0[language] } ?? ""
    return words.value(figure) + " (" + about + ", " + words.date(figure) + ") " + reference(figure) + note
  }

  private func sum(_ addition: Addition, _ words: StatsWords) -> String {
    let format = ValueFormat(language)
    let (sum, rows) = (format.number(addition.sum), addition.rows)
    var text = language.say(
      "Somme des \(rows) lignes publiées : \(sum). Total publié : ",
      "Sum of the \(rows) published rows: \(sum). Published total: ")
    text += words.value(addition.total) + " " + reference(addition.total)
    guard let difference = addition.difference else { return text + "." }
    if difference == 0 { return text + language.say(" : elles s’accordent.", ": they agree.") }
    text += language.say(", différence : ", ", difference: ") + format.number(difference) + "."
    return text + (addition.remark.map { " " + $0[language] } ?? "")
  }

  /// What shares are shares of, and what was left out of them.
  private var denominators: [String] {
    var lines: [String] = []
    if let held {
      let limits = limits.map { $0.name + colon + $0.label }.joined(separator: ", ")
      let scope = limits.isEmpty ? "" : " (" + limits + ")"
      lines.append(
        language.say(
          "Détenu : \(cooperations(held)) de collectivités françaises avec un territoire étranger\(scope) ; chacune compte une fois, et c’est le dénominateur des parts. La couverture est le nombre détenu sur le nombre publié de même portée. « Aucun connu » ne dit pas qu’il n’y en a aucun.",
          "Held: \(cooperations(held)) of French authorities with a territory abroad\(scope); each counts once, and this is the denominator of the shares. Coverage is the number held out of the number published for the same scope. 'None known' does not say that there is none."
        ))
    }
    if overlaps > 0 {
      lines.append(
        language.say(
          "Dans plusieurs lignes à la fois : \(cooperations(overlaps)) ; les lignes ne s’additionnent pas.",
          "In several rows at once: \(cooperations(overlaps)); rows do not add up."))
    }
    if undated > 0 {
      lines.append(
        language.say(
          "Sans date de début connue, donc hors du compte : \(cooperations(undated)).",
          "Without a known first date, hence not counted: \(cooperations(undated))."))
    }
    if narrower > 0 {
      lines.append(
        language.say(
          "Valeurs publiées d’un seul thème, qui ne sont pas montrées ici : \(narrower). Ajoutez --theme (par exemple « développement durable »).",
          "Published values of one theme only, which are not shown here: \(narrower). Add --theme (such as 'sustainable development')."
        ))
    }
    return lines
  }

  /// A number of cooperations in words; French counts none as one.
  private func cooperations(_ count: Int) -> String {
    let number = ValueFormat(language).number(count)
    let isOne = count == 1 || (count == 0 && language == .french)
    return number + " "
      + language.say(isOne ? "coopération" : "coopérations", isOne ? "cooperation" : "cooperations")
  }
}
