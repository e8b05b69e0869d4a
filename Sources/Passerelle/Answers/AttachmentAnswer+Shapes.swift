public import PasserelleCore
import PasserelleMatching
import PasserelleRendering

extension AttachmentAnswer {
  /// The machine-readable answer, `passerelle-attach/1`.
  public var structured: StructuredValue {
    var members: [StructuredValue.Member] = [.init("format", .string("passerelle-attach/1"))]
    switch question {
    case .vendor(let iri, let name, let identifier):
      members.append(
        .init(
          "vendor",
          .object(["vendor": .string(iri), "name": .string(name), "identifier": .string(identifier)])))
    case .typology(let typology): members.append(.init("typology", .object(typology.members)))
    case .list: break
    }
    members += [
      .init("evidence", .int(evidenceCount)), .init("silentEvidence", .int(silentCount)),
      .init("demonstration", .bool(hasDemonstration)),
    ]
    switch question {
    case .vendor:
      members.append(.init("total", .int(total)))
      members.append(
        .init("typologies", .array(attachments.map { Self.structured($0, $0.typology.members) })))
    case .typology:
      members.append(.init("total", .int(total)))
      members.append(
        .init(
          "vendors",
          .array(
            attachments.map {
              Self.structured(
                $0,
                [
                  .init("vendor", .string($0.vendor)), .init("name", .string($0.name)),
                  .init("identifier", .string($0.identifier)),
                ])
            })))
    case .list:
      members.append(.init("typologies", .array(counts.map(Self.structured))))
    }
    return .object(members)
  }

  /// The key of the list that NDJSON gives line by line.
  public var rows: String {
    if case .typology = question { return "vendors" }
    return "typologies"
  }

  private static func structured(_ one: Attachment, _ head: [StructuredValue.Member]) -> StructuredValue {
    .object(
      head + [
        .init("band", .string(one.band.rawValue)), .init("score", .number(one.score, digits: 4)),
        .init("pieces", .int(one.reasonCount)), .init("ofPieces", .int(one.pieceCount)),
        .init("reasons", .array(one.reasons.map(structured))),
      ])
  }

  private static func structured(_ reason: AttachmentReason) -> StructuredValue {
    .object([
      "origin": .string(reason.origin.rawValue), "title": reason.title.isEmpty ? nil : .string(reason.title),
      "strength": .number(reason.strength, digits: 2), "words": .array(reason.words.map { .string($0) }),
      "cpv": .array(reason.codes.map { .string($0) }), "source": reason.source.structured,
    ])
  }

  private static func structured(_ count: Count) -> StructuredValue {
    .object(
      count.typology.members + [
        .init(
          "vendors",
          .object(["strong": .int(count.strong), "some": .int(count.some), "weak": .int(count.weak)]))
      ])
  }

  /// The attachments, or the list of typologies, in rows.
  public var table: Table {
    if case .list = question { return countTable }
    return Table(
      columns: [
        .init("band", LocalizedText(fr: "indices", en: "evidence")),
        .init("vendor", LocalizedText(fr: "fournisseur", en: "vendor")),
        .init("identifier", LocalizedText(fr: "identifiant", en: "identifier")),
        .init("scheme", LocalizedText(fr: "classement", en: "scheme")),
        .init("typology", LocalizedText(fr: "typologie", en: "typology")),
        .init("label", LocalizedText(fr: "libellé", en: "label")),
        .init("score", LocalizedText(fr: "score", en: "score"), .right),
        .init("pieces", LocalizedText(fr: "indices trouvés", en: "pieces"), .right),
        .init("reason", LocalizedText(fr: "première raison", en: "first reason")),
        .init("source", LocalizedText(fr: "source", en: "source")),
      ],
      rows: attachments.map { one in
        [
          .text(one.band.rawValue), .text(one.name), .text(one.identifier),
          .text(one.typology.scheme.rawValue),
          .text(one.typology.key), .text(one.typology.label[language]), .number(one.score, digits: 2),
          .int(one.reasonCount), .text(one.reasons.first.map(sentence) ?? ""),
          .text(one.reasons.first?.source.record ?? ""),
        ]
      })
  }

  private var countTable: Table {
    Table(
      columns: [
        .init("scheme", LocalizedText(fr: "classement", en: "scheme")),
        .init("typology", LocalizedText(fr: "typologie", en: "typology")),
        .init("label", LocalizedText(fr: "libellé", en: "label")),
        .init("strong", LocalizedText(fr: "indices forts", en: "strong"), .right),
        .init("some", LocalizedText(fr: "quelques indices", en: "some"), .right),
        .init("weak", LocalizedText(fr: "indices faibles", en: "weak"), .right),
      ],
      rows: counts.map { one in
        [
          .text(one.typology.scheme.rawValue), .text(one.typology.key), .text(one.typology.label[language]),
          .int(one.strong), .int(one.some), .int(one.weak),
        ]
      })
  }

  /// A reason in words.
  func sentence(_ reason: AttachmentReason) -> String {
    var parts: [String] = []
    if !reason.words.isEmpty {
      parts.append(reason.words.map { language.say("« \($0) »", "\"\($0)\"") }.joined(separator: ", "))
    }
    if !reason.codes.isEmpty { parts.append("CPV " + reason.codes.joined(separator: ", ")) }
    let head = reason.origin.label[language] + (reason.title.isEmpty ? "" : " : " + reason.title)
    return head + (parts.isEmpty ? "" : " (" + parts.joined(separator: " ; ") + ")")
      + (reason.source.isDemonstration ? language.say(" [démonstration]", " [demonstration]") : "")
  }
}

extension Typology {
  /// The typology in JSON.
  var members: [StructuredValue.Member] {
    [
      .init("scheme", .string(scheme.rawValue)), .init("key", .string(key)), .init("typology", .string(iri)),
      .init("label", .object(["fr": .string(label.french), "en": .string(label.english)])),
      .init("restricted", .bool(isRestricted)), .init("provisional", .bool(isProvisional)),
    ]
  }
}
