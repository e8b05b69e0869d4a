public import PasserelleCore
public import PasserelleMatching

/// How much groups of vendors are seen in rankings, against their part among the candidates.
public struct BiasAnswer: Sendable {
  /// How many needs were ranked.
  public let needs: Int
  /// How many of them had no candidate.
  public let empty: Int
  /// How many candidates there were over all needs.
  public let candidates: Int
  /// The groups.
  public let rows: [ExposureRow]
  /// What the needs are: `files` or `recorded`.
  public let source: String
  /// The day by which ages are counted.
  public let day: PartialDate
  /// The needs that could not be read, each with its reason.
  public let failures: [PasserelleError]

  /// What a reader must know.
  public static let caution = LocalizedText(
    fr:
      "Un écart entre la part d’un groupe parmi les candidats et sa part d’exposition est une question à examiner, non une preuve : ce que le groupe propose peut être plus ou moins proche des besoins. Taille, ancienneté et lieu du siège sont déclarés ; aucun n’entre dans le classement. Les lignes marquées d’un astérisque reposent sur trop peu de cas.",
    en:
      "A gap between a group's part among the candidates and its part in exposure is a question to look into, no proof: what the group offers may be nearer to the needs or farther. Size, age and seat are declared; none of them enters the ranking. Lines marked with an asterisk rest on too few cases."
  )
}

extension BiasAnswer {
  /// The machine-readable answer, `passerelle-audit/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string(AuditFormat.name), "audit": .string("bias"), "source": .string(source),
      "needs": .int(needs), "needsWithoutCandidates": .int(empty), "needsFailed": .int(failures.count),
      "candidates": .int(candidates), "agesOn": .string(day.description), "depth": .int(ExposureAudit.depth),
      "slots": .int(ExposureAudit.slotCount), "caution": AuditFormat.texts(Self.caution),
      "rows": .array(rows.map(Self.structured)),
    ])
  }

  private static func structured(_ row: ExposureRow) -> StructuredValue {
    func exposure(_ one: GroupExposure) -> StructuredValue {
      .object([
        "exposureShare": .number(one.exposureShare, digits: 4),
        "ratio": .number(one.exposureShare / row.candidateShare, digits: 3), "slots": .int(one.slots),
        "slotShare": .number(one.slotShare, digits: 4),
      ])
    }
    return .object([
      "dimension": .string(row.dimension.rawValue), "group": .string(row.group.key),
      "label": AuditFormat.texts(row.group.label), "candidates": .int(row.candidates),
      "candidateShare": .number(row.candidateShare, digits: 4), "neutral": exposure(row.neutral),
      "full": exposure(row.full), "small": .bool(row.isSmall),
    ])
  }

  /// The groups in rows.
  ///
  /// - Parameter language: The language of the groups' names.
  /// - Returns: The table.
  public func table(_ language: MessageLanguage) -> Table {
    Table(
      columns: [
        .init("dimension", LocalizedText(fr: "attribut", en: "attribute")),
        .init("group", LocalizedText(fr: "groupe", en: "group")),
        .init("candidates", LocalizedText(fr: "candidats", en: "candidates"), .right),
        .init("candidateShare", LocalizedText(fr: "part", en: "share"), .right),
        .init("neutralExposure", LocalizedText(fr: "exposition neutre", en: "neutral exposure"), .right),
        .init("neutralSlots", LocalizedText(fr: "10 premiers", en: "top 10"), .right),
        .init("fullExposure", LocalizedText(fr: "exposition complète", en: "full exposure"), .right),
        .init("fullSlots", LocalizedText(fr: "10 premiers", en: "top 10"), .right),
        .init("small", LocalizedText(fr: "peu de cas", en: "few cases")),
      ],
      rows: rows.map { row in
        [
          .text(row.dimension.label[language]), .text(row.group.label[language]), .int(row.candidates),
          .number(row.candidateShare, digits: 3), .number(row.neutral.exposureShare, digits: 3),
          .number(row.neutral.slotShare, digits: 3), .number(row.full.exposureShare, digits: 3),
          .number(row.full.slotShare, digits: 3), .text(row.isSmall ? "*" : ""),
        ]
      })
  }

  /// The figures in one line, for people.
  ///
  /// - Parameter language: The language.
  /// - Returns: The line.
  public func summary(_ language: MessageLanguage) -> String {
    language.say(
      "\(fr: needs, "besoin"), \(fr: candidates, "candidature") avec des indices, \(fr: empty, "besoin") sans candidat, \(fr: failures.count, "illisible")",
      "\(en: needs, "need"), \(en: candidates, "candidate") with evidence, \(en: empty, "need") without any, \(failures.count) unreadable"
    )
  }
}

/// What the audits' documents share.
enum AuditFormat {
  /// The format's name.
  static let name = "passerelle-audit/1"

  /// A text in both languages.
  static func texts(_ text: LocalizedText) -> StructuredValue {
    .object(["fr": .string(text.french), "en": .string(text.english)])
  }
}
