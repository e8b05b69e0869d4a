public import PasserelleCore

/// The tables of statistics that can be asked for by name.
public struct StatsTables: Sendable, Hashable {
  /// Makes the list.
  public init() {}

  /// The names, in the order of the list.
  public static var names: [String] { StatsPreset.all.map(\.id) }

  /// The machine-readable list, `passerelle-network-tables/1`.
  public func structured(_ language: MessageLanguage) -> StructuredValue {
    .object([
      "format": .string("passerelle-network-tables/1"),
      "tables": .array(
        StatsPreset.all.map {
          .object(["table": .string($0.id), "title": .string($0.title[language])])
        }),
    ])
  }

  /// The list as rows.
  public var table: Table {
    Table(
      columns: [
        .init("table", LocalizedText(fr: "Tableau", en: "Table")),
        .init("title", LocalizedText(fr: "Contenu", en: "Content")),
      ], rows: StatsPreset.all.map { [.text($0.id), .text($0.title.french)] })
  }

  /// The list as rows, in one language.
  public func page(_ language: MessageLanguage) -> Table {
    Table(
      columns: table.columns, rows: StatsPreset.all.map { [.text($0.id), .text($0.title[language])] })
  }
}
