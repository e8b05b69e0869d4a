public import PasserelleCore
import PasserelleGraph
import PasserellePipeline

enum ErasureFormat {
  static let name = "passerelle-erasure/1"

  static func instant(_ milliseconds: Int64) -> String { Instant(milliseconds: milliseconds).description }
}

extension ErasureAnswer {
  /// The machine-readable answer, `passerelle-erasure/1`; it quotes what was found.
  public var structured: StructuredValue {
    .object([
      "format": .string(ErasureFormat.name), "kind": .string(kind.rawValue), "state": .string(state.rawValue),
      "id": id.map { .int($0) }, "suppressed": .bool(suppresses), "resumed": .bool(hasResumed),
      "counts": Self.structured(counts),
      "records": .array(
        records.map { record in
          .object([
            "source": .string(record.source), "key": .string(record.key), "iri": .optional(record.iri),
            "versions": .int(record.versions),
          ])
        }),
      "texts": .array(
        texts.map { text in
          .object([
            "record": .string(text.record.source + "/" + text.record.key),
            "relation": .optional(text.relation), "excerpt": .string(text.excerpt),
            "replacement": .optional(text.replacement), "fate": .string(text.fate.rawValue),
          ])
        }),
      "files": .array(
        files.map { file in
          .object([
            "path": .string(file.path), "treatment": .string(file.treatment.rawValue),
            "count": .int(file.count),
          ])
        }),
      "inbox": .object([
        "files": .array(inbox.files.map { .string($0) }), "unread": .array(inbox.unread.map { .string($0) }),
      ]),
      "backups": .array(
        backups.map {
          .object(["path": .string($0.path), "made": .string(ErasureFormat.instant($0.instant))])
        }),
      "store": done.map { Self.structured($0) },
    ])
  }

  static func structured(_ counts: [String: Int]) -> StructuredValue {
    .object(counts.sorted { $0.key < $1.key }.map { StructuredValue.Member($0.key, .int($0.value)) })
  }

  private static func structured(_ counts: StoreErasureCounts) -> StructuredValue {
    .object([
      "records": .int(counts.records), "versions": .int(counts.versions),
      "statements": .int(counts.statements),
      "redactedVersions": .int(counts.redactedVersions), "terms": .int(counts.terms),
      "matchRuns": .int(counts.matchRuns), "diagnostics": .int(counts.diagnostics),
      "reports": .int(counts.reports), "judgements": .int(counts.judgements),
    ])
  }

  /// What was found in rows: where, and what becomes of it.
  public var table: Table {
    Table(
      columns: [
        .init("what", LocalizedText(fr: "quoi", en: "what")),
        .init("where", LocalizedText(fr: "où", en: "where")),
        .init("fate", LocalizedText(fr: "devient", en: "fate")),
        .init("detail", LocalizedText(fr: "détail", en: "detail")),
      ],
      rows: records.map {
        [.text("record"), .text($0.source + "/" + $0.key), .text("goes"), .int($0.versions)]
      }
        + texts.map {
          [
            .text($0.relation ?? "iri"), .text($0.record.source + "/" + $0.record.key),
            .text($0.fate.rawValue),
            .text($0.excerpt),
          ]
        }
        + files.map { [.text("file"), .text($0.path), .text($0.treatment.rawValue), .int($0.count)] }
        + inbox.files.map { [.text("inbox"), .text($0), .text("kept"), .empty] }
        + backups.map {
          [.text("backup"), .text($0.path), .text("kept"), .text(ErasureFormat.instant($0.instant))]
        })
  }
}

extension ErasureListAnswer {
  /// The machine-readable list, `passerelle-erasure/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string(ErasureFormat.name), "unfinished": unfinished.map { .int($0) } ?? .null,
      "missing": .array(missing.map { .int($0) }),
      "erasures": .array(
        entries.map { entry in
          .object([
            "id": .int(entry.id), "kind": .string(entry.kind.rawValue),
            "instant": .string(ErasureFormat.instant(entry.instant)), "reason": .optional(entry.reason),
            "suppressed": .bool(suppressed.contains(entry.id)),
            "counts": ErasureAnswer.structured(entry.counts),
          ])
        }),
    ])
  }

  /// The erasures in rows.
  public var table: Table {
    Table(
      columns: [
        .init("id", LocalizedText(fr: "numéro", en: "number"), .right),
        .init("instant", LocalizedText(fr: "quand", en: "when")),
        .init("kind", LocalizedText(fr: "quoi", en: "what")),
        .init("suppressed", LocalizedText(fr: "ne revient pas", en: "must not come back")),
        .init("reason", LocalizedText(fr: "raison", en: "reason")),
        .init("records", LocalizedText(fr: "enregistrements", en: "records"), .right),
        .init("texts", LocalizedText(fr: "textes", en: "texts"), .right),
      ],
      rows: entries.map { entry in
        [
          .int(entry.id), .text(ErasureFormat.instant(entry.instant)), .text(entry.kind.rawValue),
          .text(suppressed.contains(entry.id) ? "true" : "false"), entry.reason.map { .text($0) } ?? .empty,
          .int(entry.counts["records"] ?? 0), .int(entry.counts["texts"] ?? 0),
        ]
      })
  }
}
