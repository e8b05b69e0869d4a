public import PasserelleCore
import PasserelleOntology

extension QuestionAnswer {
  /// The machine-readable answer, `passerelle-ask/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-ask/1"), "question": .string(question.id),
      "title": .string(question.title[language]), "asOf": .optional(asOf?.description),
      "parameters": .object(values.map { .init($0.name, Self.structured($0)) }),
      "columns": .array(
        question.columns.map {
          .object([
            "name": .string($0.name), "kind": .string($0.kind.name), "label": .string($0.label[language]),
          ])
        }),
      "rows": .array(
        rows.map { row in
          .object(zip(question.columns, row).map { .init($0.name, Self.structured($1)) })
        }), "count": .int(rows.count),
    ])
  }

  private static func structured(_ value: Value) -> StructuredValue {
    .object([
      "value": .string(value.given), "default": .bool(value.isDefault),
      "terms": .array(value.terms.map { .string($0) }),
    ])
  }

  private static func structured(_ cell: Cell) -> StructuredValue {
    switch cell {
    case .empty: .null
    case .text(let text): .string(text)
    case .thing(let iri, let label): .object(["id": .string(iri), "label": .string(label)])
    case .code(let code, let label): .object(["code": .string(code), "label": .string(label)])
    case .number(let number): .decimal(number)
    case .date(let date): .string(date.description)
    case .yes: .bool(true)
    }
  }

  /// The rows for programs that read tables: for a thing its name, then its identifier.
  public var table: Table {
    var columns: [Table.Column] = []
    for column in question.columns {
      columns.append(Table.Column(column.name, column.label, column.alignment))
      if column.kind == .thing {
        columns.append(
          Table.Column(
            column.name + "Id",
            LocalizedText(fr: column.label.french + " (id)", en: column.label.english + " (id)")))
      }
    }
    return Table(
      columns: columns,
      rows: rows.map { row in
        zip(question.columns, row).flatMap { column, cell in
          guard column.kind == .thing else { return [shown(cell)] }
          if case .thing(let iri, _) = cell { return [shown(cell), .text(iri)] }
          return [shown(cell), .empty]
        }
      })
  }

  /// The rows for people.
  public var page: Table {
    Table(
      title: question.title,
      columns: question.columns.map { Table.Column($0.name, $0.label, $0.alignment) },
      rows: rows.map { $0.map(shown) })
  }

  /// The line under the rows: how many there are.
  public var summary: String {
    switch rows.count {
    case 0: language.say("Aucune ligne.", "No row.")
    case 1: language.say("1 ligne", "1 row")
    default: language.say("\(fr: rows.count, "ligne")", "\(en: rows.count, "row")")
    }
  }

  private func shown(_ cell: Cell) -> Table.Cell {
    switch cell {
    case .empty: .empty
    case .text(let text), .thing(_, let text), .code(_, let text): .text(text)
    case .number(let number): .decimal(number)
    case .date(let date): .date(date)
    case .yes: .text(language.say("oui", "yes"))
    }
  }
}

extension QuestionColumn {
  /// How the cells stand.
  var alignment: Table.Alignment {
    switch kind {
    case .count, .number, .amount: .right
    default: .left
    }
  }
}
