public import PasserelleCore
import PasserelleRendering

extension StatsAnswer {
  /// The machine-readable answer, `passerelle-network-stats/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-network-stats/1"), "table": .optional(table), "title": .string(title),
      "asOf": .optional(asOf?.description),
      "limits": .array(
        limits.map {
          .object(["name": .string($0.name), "value": .string($0.value), "label": .string($0.label)])
        }),
      "rowLabel": .string(rowLabel[language]), "columnLabel": .optional(columnLabel?[language]),
      "columns": .array(
        zip(columns, columnCounts).map {
          .object(["key": .string($0.key), "label": .string($0.label), "held": .int($1)])
        }),
      "rows": .array(rows.map(structured)), "held": held.map { .int($0) },
      "further": .array(further.map { structured($0, nil) }), "addition": addition.map(structured),
      "conflicts": .array(conflicts.map { .array($0.map { .string($0.claim) }) }), "undated": .int(undated),
      "overlaps": .int(overlaps), "narrower": .int(narrower),
      "remarks": .array(remarks.map { .string($0[language]) }),
    ])
  }

  private func structured(_ row: Row) -> StructuredValue {
    .object([
      "key": .string(row.heading.key), "label": .string(row.heading.label),
      "published": .array(row.count.published.map { structured($0, row.count) }),
      "held": row.count.held.map { .int($0) },
      "heldShare": share(of: row).map { .number($0, digits: 4) },
      "cells": row.cells.isEmpty
        ? nil
        : .array(
          zip(columns, row.cells).map { column, cell in
            .object([
              "column": .string(column.key), "held": cell.held.map { .int($0) },
              "published": cell.published.isEmpty
                ? nil : .array(cell.published.map { structured($0, cell) }),
            ])
          }),
    ])
  }

  /// A published value, with the part of it that is held.
  func structured(_ figure: StatsFigure, _ count: Count?) -> StructuredValue {
    StatsWords(self).structured(figure, coverage: count?.coverage(figure))
  }

  private func structured(_ addition: Addition) -> StructuredValue {
    .object([
      "rows": .int(addition.rows), "sum": .int(addition.sum), "total": structured(addition.total, nil),
      "difference": addition.difference.map { .int($0) }, "remark": .optional(addition.remark?[language]),
    ])
  }

  /// The rows for programs that read tables: one for each row, column and published value.
  public var dataTable: Table {
    Table(
      columns: [
        .init("row", rowLabel), .init("rowLabel", LocalizedText(fr: "nom", en: "name")),
        .init("column", LocalizedText(fr: "colonne", en: "column")),
        .init("published", LocalizedText(fr: "publié", en: "published"), .right),
        .init("comparator", LocalizedText(fr: "comparateur", en: "comparator")),
        .init("unit", LocalizedText(fr: "unité", en: "unit")),
        .init("date", LocalizedText(fr: "date", en: "date")),
        .init("scope", LocalizedText(fr: "portée", en: "scope")),
        .init("denominator", LocalizedText(fr: "dénominateur", en: "denominator")),
        .init("document", LocalizedText(fr: "document", en: "document")),
        .init("lines", LocalizedText(fr: "lignes", en: "lines")),
        .init("held", LocalizedText(fr: "détenus", en: "held"), .right),
        .init("heldTotal", LocalizedText(fr: "total détenu", en: "total held"), .right),
        .init("coverage", LocalizedText(fr: "couverture", en: "coverage"), .right),
      ],
      rows: rows.flatMap { row in
        data(row.heading, nil, row.count)
          + zip(columns, row.cells).flatMap { data(row.heading, $0, $1) }
      })
  }

  private func data(_ row: Heading, _ column: Heading?, _ count: Count) -> [[Table.Cell]] {
    let published: [StatsFigure?] = count.published.isEmpty ? [nil] : count.published
    return published.map { figure in
      let total = column.flatMap { one in columns.firstIndex(of: one).map { columnCounts[$0] } } ?? held
      return [
        .text(row.key), .text(row.label), column.map { .text($0.label) } ?? .empty,
        figure.map { .decimal($0.value) } ?? .empty, .text(figure?.comparator ?? ""),
        .text(figure?.unit ?? (figure?.kind == .rank ? "rank" : "")),
        figure?.date.map { .date($0) } ?? .empty, .text(figure?.scope?[language] ?? ""),
        .text(figure?.denominator?[language] ?? ""), .text(figure?.document ?? ""),
        .text(figure?.lines ?? ""), count.held.map { .int($0) } ?? .empty, total.map { .int($0) } ?? .empty,
        figure.flatMap { count.coverage($0) }.map { .number($0, digits: 4) } ?? .empty,
      ]
    }
  }
}
