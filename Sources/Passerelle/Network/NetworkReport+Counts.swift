public import PasserelleCore
import PasserelleRendering

extension NetworkReport {
  /// The tables of kinds of nodes, kinds of links and countries.
  var countBlocks: [Report.Block] {
    guard let graph, !graph.nodes.isEmpty else { return [] }
    var blocks: [Report.Block] = [
      .heading(level: 1, [.plain(language.say("Composition", "Composition"))])
    ]
    let placed = Self.counts(graph.nodes.filter { $0.point != nil }.map(\.kindLabel))
    let onMap = Dictionary(placed.map { ($0.name, $0.count) }) { first, _ in first }
    blocks.append(
      countTable(
        language.say("Nœuds par nature", "Nodes by kind"), language.say("Nature", "Kind"),
        Self.counts(graph.nodes.map(\.kindLabel)), total: graph.nodes.count,
        beside: (language.say("Situés", "Placed"), { onMap[$0] ?? 0 })))
    if !graph.edges.isEmpty {
      blocks.append(
        countTable(
          language.say("Liens par nature", "Links by kind"), language.say("Nature", "Kind"),
          Self.counts(graph.edges.map(\.kindLabel)), total: graph.edges.count, beside: nil))
    }
    let countries = Self.counts(graph.nodes.compactMap(\.country))
    if countries.count > 1 {
      var shown = countries.prefix(20).map { (name: countryNames[$0.name] ?? $0.name, count: $0.count) }
      let rest = countries.dropFirst(20)
      if !rest.isEmpty {
        let words = language.say(
          "\(fr: rest.count, "autre pays", "autres pays")",
          "\(en: rest.count, "other country", "other countries")")
        shown.append((words, rest.reduce(0) { $0 + $1.count }))
      }
      let unknown = graph.nodes.count { $0.country == nil }
      if unknown > 0 { shown.append((language.say("pays non renseigné", "country not stated"), unknown)) }
      blocks.append(
        countTable(
          language.say("Nœuds par pays", "Nodes by country"), language.say("Pays", "Country"), shown,
          total: graph.nodes.count, beside: nil))
    }
    return blocks
  }

  /// A table of the product as a table of a document.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - caption: What it shows; its own title where it has one and nil is given.
  ///   - language: The language of headings and numbers.
  ///   - parts: The widths of the columns in parts of the whole; nil for the same for each.
  ///   - limit: How many rows are shown; nil for all.
  /// - Returns: The table, whose first column names the row.
  public static func table(
    _ table: Table, caption: String? = nil, language: MessageLanguage, parts: [Int]? = nil, limit: Int? = nil
  ) -> Report.Block {
    let format = ValueFormat(language)
    let rows = limit.map { table.rows.prefix($0) } ?? table.rows[...]
    var caption = caption ?? table.title?[language] ?? ""
    if rows.count < table.rows.count {
      caption += language.say(
        " (\(format.count(rows.count, "ligne")) sur \(format.number(table.rows.count)))",
        " (\(format.count(rows.count, "row")) of \(format.number(table.rows.count)))")
    }
    return .table(
      Report.Table(
        caption: caption,
        columns: table.columns.enumerated().map { index, column in
          Report.Table.Column(
            column.heading[language], column.alignment == .left ? .start : .end,
            parts: parts.flatMap { index < $0.count ? $0[index] : nil } ?? 1)
        },
        rows: rows.map { row in row.map { [.plain(format.cell($0))] } }, hasRowHeadings: true))
  }

  /// How often each name occurs: the most frequent first, then by name.
  static func counts(_ names: some Sequence<String>) -> [(name: String, count: Int)] {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    return counts.map { (name: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  private func countTable(
    _ caption: String, _ heading: String, _ counts: [(name: String, count: Int)], total: Int,
    beside: (heading: String, count: (String) -> Int)?
  ) -> Report.Block {
    let format = ValueFormat(language)
    var columns: [Report.Table.Column] = [
      .init(heading, parts: 6), .init(language.say("Nombre", "Number"), .end, parts: 2),
      .init(language.say("Part", "Share"), .end, parts: 2),
    ]
    if let beside { columns.append(.init(beside.heading, .end, parts: 2)) }
    func row(_ name: String, _ count: Int, _ other: Int?) -> [Report.Text] {
      let share = total > 0 ? format.percent(Double(count) / Double(total), digits: 1) : ""
      return [[.plain(name)], [.plain(format.number(count))], [.plain(share)]]
        + (other.map { [[.plain(format.number($0))]] } ?? [])
    }
    let others = counts.map { beside?.count($0.name) }
    var rows = zip(counts, others).map { row($0.name, $0.count, $1) }
    if counts.count > 1 {
      rows.append(
        row(
          language.say("Ensemble", "All"), total, beside == nil ? nil : others.compactMap { $0 }.reduce(0, +))
      )
    }
    return .table(Report.Table(caption: caption, columns: columns, rows: rows, hasRowHeadings: true))
  }
}
