public import PasserelleCore
import PasserelleSources

extension ValidationAnswer {
  /// The machine-readable answer, `passerelle-validation/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-validation/1"),
      "valid": .int(count(.valid)), "invalid": .int(count(.invalid)), "unchecked": .int(count(.unchecked)),
      "failed": .int(count(.failed)), "passedOver": .int(passed), "interrupted": .bool(isInterrupted),
      "rules": .array(rules.map(Self.structured)), "files": .array(files.map(Self.structured)),
    ])
  }

  private static func structured(_ rules: Rules) -> StructuredValue {
    .object([
      "version": .string(rules.version), "count": .int(rules.count),
      "expressions": .int(rules.coverage.expressions), "evaluated": .int(rules.coverage.evaluated),
      "unread": .array(rules.coverage.unread.map { .string($0) }),
      "missingLists": .array(rules.missingLists.map { .string($0) }),
    ])
  }

  private static func structured(_ file: File) -> StructuredValue {
    .object([
      "file": .string(file.name), "source": .optional(file.format), "status": .string(file.status.rawValue),
      "reason": file.reason.map { .object(["fr": .string($0.french), "en": .string($0.english)]) },
      "subtype": .optional(file.verdict?.subtype), "version": .optional(file.verdict?.version),
      "rules": .optional(file.rules), "exact": file.rules == nil ? nil : .bool(file.isExact),
      "checked": file.verdict.map { .int($0.rules) },
      "findings": file.verdict.map { .array($0.findings.map(structured)) },
      "gaps": file.verdict.map { verdict in
        .array(
          verdict.gaps.map { gap, count in
            .object(["kind": .string(gap.key), "list": .optional(gap.list), "count": .int(count)])
          })
      },
      "records": .int(file.records), "refused": .int(file.refused),
      "diagnostics": .object(
        file.diagnostics.sorted { $0.key < $1.key }.map { .init($0.key, .int($0.value)) }),
    ])
  }

  private static func structured(_ finding: EFormsFinding) -> StructuredValue {
    .object([
      "kind": .string(finding.kind.rawValue), "field": .string(finding.field),
      "name": .string(finding.name),
      "term": finding.businessTerm.isEmpty ? nil : .string(finding.businessTerm),
      "path": .string(finding.path), "line": .int(finding.line), "value": .optional(finding.value),
      "expected": .optional(finding.expected), "condition": .optional(finding.condition),
      "message": .optional(finding.message),
    ])
  }

  /// The broken rules in rows; a file without any has one row.
  public var table: Table {
    Table(
      columns: [
        .init("file", LocalizedText(fr: "fichier", en: "file")),
        .init("status", LocalizedText(fr: "état", en: "status")),
        .init("subtype", LocalizedText(fr: "type d’avis", en: "subtype")),
        .init("kind", LocalizedText(fr: "règle", en: "rule")),
        .init("field", LocalizedText(fr: "champ", en: "field")),
        .init("line", LocalizedText(fr: "ligne", en: "line"), .right),
        .init("path", LocalizedText(fr: "chemin", en: "path")),
        .init("value", LocalizedText(fr: "valeur", en: "value")),
        .init("expected", LocalizedText(fr: "attendu", en: "expected")),
        .init("condition", LocalizedText(fr: "condition", en: "condition")),
        .init("message", LocalizedText(fr: "message", en: "message")),
      ],
      rows: files.flatMap { file -> [[Table.Cell]] in
        let head: [Table.Cell] = [
          .text(file.name), .text(file.status.rawValue), Self.cell(file.verdict?.subtype),
        ]
        guard let findings = file.verdict?.findings, !findings.isEmpty else {
          return [head + Array(repeating: .empty, count: 8)]
        }
        return findings.map { finding in
          head + [
            .text(finding.kind.rawValue), .text(finding.field), .int(finding.line), .text(finding.path),
            Self.cell(finding.value), Self.cell(finding.expected), Self.cell(finding.condition),
            Self.cell(finding.message),
          ]
        }
      })
  }

  private static func cell(_ text: String?) -> Table.Cell { text.map { .text($0) } ?? .empty }
}

extension EFormsRuleGap {
  /// The name in machine-readable answers.
  var key: String {
    switch self {
    case .expression: "expression"
    case .value: "value"
    case .notice: "notice"
    case .codeList: "codeList"
    case .pattern: "pattern"
    }
  }

  /// The code list that is missing.
  var list: String? { if case .codeList(let name) = self { name } else { nil } }
}
