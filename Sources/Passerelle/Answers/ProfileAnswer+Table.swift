public import PasserelleCore
import PasserelleMatching
import PasserellePipeline

extension ProfileAnswer {
  /// What is known, in rows: one a code, a place, a year, a mark, a sheet.
  public var table: Table {
    Table(
      columns: [
        .init("kind", LocalizedText(fr: "nature", en: "kind")),
        .init("item", LocalizedText(fr: "élément", en: "item")),
        .init("value", LocalizedText(fr: "valeur", en: "value")),
        .init("count", LocalizedText(fr: "nombre", en: "count"), .right),
        .init("source", LocalizedText(fr: "source", en: "source")),
      ], rows: declaredRows + observedRows + evaluationRows + sheetRows)
  }

  private var declaredRows: [[Table.Cell]] {
    guard let declared else { return [] }
    let profile = declared.profile.profile
    var items: [(String, String)] = declared.codeLabels.map { ("cpv", $0) }
    items += declared.placeLabels.map { ("place", $0) }
    items += profile.labels.map { ("label", $0) }
    items += (profile.size.map { [("size", $0.label[language])] } ?? [])
    items += profile.sovereignty.map { ("sovereignty", $0.label[language]) }
    items += declared.profile.references.map { ("reference", $0.title) }
    return items.map { Self.row("declared", $0.0, $0.1, nil, declared.source.record) }
  }

  private var observedRows: [[Table.Cell]] {
    var rows = [Self.row("observed", "awards", "", observed.awardCount, "")]
    rows += observed.divisions.map { Self.row("observed", "cpv", $0.code + " " + $0.label, $0.awards, "") }
    rows += observed.places.map { Self.row("observed", "place", $0.label, $0.awards, "") }
    rows += observed.years.map { Self.row("observed", "year", $0.label, $0.awards, "") }
    rows += observed.buyers.map { Self.row("observed", "buyer", $0.name, $0.awards, "") }
    rows += observed.coWinners.map { Self.row("observed", "coWinner", $0.name, $0.awards, "") }
    return rows
  }

  private var evaluationRows: [[Table.Cell]] {
    evaluations.flatMap { one in
      one.evaluation.marks.map {
        Self.row("evaluation", $0.criterion, one.evaluation.project, $0.mark, one.source.record)
      }
    }
  }

  private var sheetRows: [[Table.Cell]] {
    sheets.map { Self.row("sheet", $0.sheet.city ?? "", $0.sheet.title, nil, $0.source.record) }
  }

  private static func row(
    _ kind: String, _ item: String, _ value: String, _ count: Int?, _ source: String
  ) -> [Table.Cell] {
    [.text(kind), .text(item), .text(value), count.map { .int($0) } ?? .empty, .text(source)]
  }
}
