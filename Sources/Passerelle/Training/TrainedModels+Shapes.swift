public import PasserelleCore

extension TrainedModels {
  /// The machine-readable report, `passerelle-training/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-training/1"), "folder": .string(folder),
      "models": .array(
        files.map { file in
          .object([
            "name": .string(file.name), "language": .string(file.language), "queries": .int(file.queries),
            "rows": .int(file.rows),
            "leading": .array(
              file.leading.map {
                .object(["feature": .string($0.feature), "importance": .number($0.importance, digits: 4)])
              }),
          ])
        }),
    ])
  }

  /// The models in rows.
  public var table: Table {
    Table(
      title: LocalizedText(fr: "Modèles écrits dans \(folder)", en: "Models written to \(folder)"),
      columns: [
        .init("name", LocalizedText(fr: "modèle", en: "model")),
        .init("language", LocalizedText(fr: "langue", en: "language")),
        .init("queries", LocalizedText(fr: "besoins", en: "needs"), .right),
        .init("rows", LocalizedText(fr: "candidats", en: "candidates"), .right),
        .init("leading", LocalizedText(fr: "critères de plus de poids", en: "features of most weight")),
      ],
      rows: files.map { file in
        [
          .text(file.name), .text(file.language), .int(file.queries), .int(file.rows),
          .text(file.leading.map(\.feature).joined(separator: ", ")),
        ]
      })
  }
}
