public import PasserelleCore
import PasserelleNetwork
import PasserelleRendering

extension CountryAnswer {
  /// A part of the page as people read it: a heading, then rows, or that nothing is known.
  public struct PageSection: Sendable, Hashable {
    /// The heading.
    public let title: String
    /// The rows; nil where nothing is known.
    public let table: Table?
    /// What stands in place of rows, or under them.
    public let note: String?
  }

  /// "None known", which does not say that there is none.
  public static func noneKnown(_ language: MessageLanguage) -> String {
    language.say("Aucun connu dans les sources ingérées.", "None known in the sources ingested.")
  }

  /// The title of the page.
  public var title: String {
    let place = regions.isEmpty ? "" : " — " + regions.joined(separator: ", ")
    return label + " (" + code + ")" + place
  }

  /// The page in sections, all of them.
  ///
  /// - Parameter limit: The most rows of a section.
  /// - Returns: The published numbers, each section, then what is announced.
  public func page(limit: Int = 100) -> [PageSection] {
    [publishedSection] + parts.map { section($0, limit) } + [announcedSection]
  }

  /// The sources cited, numbered as the rows cite them.
  public var sourceLines: [String] { sources.enumerated().map { "[\($0 + 1)] \($1.label)" } }

  private func references(_ places: [Int]) -> String {
    let shown = places.prefix(3).map { "[\($0 + 1)]" }.joined(separator: " ")
    return places.count > 3 ? shown + " …" : shown
  }

  private var publishedSection: PageSection {
    let words = StatsWords(language: language, units: units, comparators: comparators)
    let table = Table(
      columns: [
        .init("published", LocalizedText(fr: "Publié", en: "Published"), .right),
        .init("what", LocalizedText(fr: "De quoi", en: "Of what")),
        .init("scope", LocalizedText(fr: "Portée", en: "Scope")),
        .init("date", LocalizedText(fr: "Date", en: "Date")),
        .init("source", LocalizedText(fr: "Source", en: "Source")),
      ],
      rows: published.map {
        [
          .text(words.value($0)), .text($0.subjectLabel), .text(words.scope($0)), .text(words.date($0)),
          .text($0.source),
        ]
      })
    return PageSection(
      title: language.say("Nombres publiés", "Published numbers"), table: published.isEmpty ? nil : table,
      note: published.isEmpty
        ? Self.noneKnown(language)
        : language.say(
          "Chaque nombre ne vaut que pour sa portée ; aucun n’est celui de toute la coopération avec ce pays, sauf s’il le dit.",
          "Each number holds for its scope only; none is that of all the cooperation with this country unless it says so."
        ))
  }

  private var announcedSection: PageSection {
    let table = Table(
      columns: [
        .init("modality", LocalizedText(fr: "Modalité", en: "Modality")),
        .init("sentence", LocalizedText(fr: "Énoncé", en: "Statement")),
        .init("source", LocalizedText(fr: "Source", en: "Source")),
      ],
      rows: announcements.map {
        [
          .text(modalities[$0.modality]?[language] ?? $0.modality), .text($0.sentence),
          .text(references($0.sources)),
        ]
      })
    return PageSection(
      title: language.say("Annoncé, proposé ou arrêté", "Announced, proposed or stopped"),
      table: announcements.isEmpty ? nil : table,
      note: announcements.isEmpty ? Self.noneKnown(language) : nil)
  }

  private func section(_ part: Part, _ limit: Int) -> PageSection {
    let title = Self.title(part.section)[language]
    guard !part.rows.isEmpty else {
      return PageSection(title: title, table: nil, note: Self.noneKnown(language))
    }
    let shown = part.rows.prefix(limit)
    let columns = Column.all.filter { column in
      shown.contains { !cell($0, column, part.section).isEmpty }
    }
    let rest = part.rows.count - shown.count
    return PageSection(
      title: title,
      table: Table(
        columns: columns.map { .init($0.rawValue, heading($0, part.section)) },
        rows: shown.map { row in columns.map { .text(cell(row, $0, part.section)) } }),
      note: rest > 0
        ? language.say(
          "… et \(fr: rest, "autre ligne", "autres lignes") : --format csv les donne toutes.",
          "… and \(rest) further rows: --format csv gives all of them.") : nil)
  }

  private enum Column: String, CaseIterable {
    case thing, home, abroad, others, kind, themes, period, mode, detail, source

    static let all = allCases
  }

  private func heading(_ column: Column, _ section: CountryTie.Section) -> LocalizedText {
    switch column {
    case .thing: LocalizedText(fr: "Objet", en: "Thing")
    case .home: LocalizedText(fr: "Collectivités françaises", en: "French authorities")
    case .abroad: LocalizedText(fr: "Sur place", en: "In the country")
    case .others: LocalizedText(fr: "Autres", en: "Others")
    case .kind: LocalizedText(fr: "Lien", en: "Tie")
    case .themes: LocalizedText(fr: "Thèmes", en: "Themes")
    case .period: LocalizedText(fr: "Période", en: "Period")
    case .mode: LocalizedText(fr: "Mode", en: "Mode")
    case .detail: LocalizedText(fr: "Précision", en: "Detail")
    case .source: LocalizedText(fr: "Source", en: "Source")
    }
  }

  private func cell(_ row: Row, _ column: Column, _ section: CountryTie.Section) -> String {
    switch column {
    case .thing: row.thing?.label ?? ""
    case .home: Self.names(row.home, limit: 5)
    case .abroad: section == .research ? "" : Self.names(row.abroad, limit: 5)
    case .others: Self.names(row.others, limit: 5)
    case .kind: row.kind.map { edgeKinds[$0.rawValue]?[language] ?? $0.rawValue } ?? ""
    case .themes: Self.names(row.themes, limit: 5)
    case .period: period(row)
    case .mode: row.mode ?? ""
    case .detail: row.detail ?? ""
    case .source: references(row.sources)
    }
  }

  private func period(_ row: Row) -> String {
    let format = ValueFormat(language)
    return switch (row.since, row.until) {
    case (nil, nil): ""
    case (let since?, nil): language.say("depuis ", "since ") + format.date(since)
    case (nil, let until?): language.say("jusqu’à ", "until ") + format.date(until)
    case (let since?, let until?):
      since == until ? format.date(since) : format.date(since) + " – " + format.date(until)
    }
  }
}
