public import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleResolution

/// The pairs whose decision would tell most, the most valuable first.
public struct ReviewAnswer: Sendable {
  /// One side of a pair.
  public struct Side: Sendable, Hashable {
    /// The IRI.
    public let iri: String
    /// The names, the main one first.
    public let names: [String]
    /// Names of earlier times.
    public let formerNames: [String]
    /// Identifiers, `scheme:value`.
    public let identifiers: [String]
    /// The sort of thing, for programs.
    public let kind: String
    /// Country, department, commune: what is known.
    public let place: String
    /// In how many records it is named.
    public let records: Int

    init(_ stored: StoredMention) {
      let mention = stored.mention
      iri = mention.id
      names = mention.names
      formerNames = mention.formerNames
      identifiers = mention.identifiers.map { $0.scheme.rawValue + ":" + $0.value }
      kind = mention.kind.name
      place = [mention.country, mention.place.department, mention.place.commune, mention.place.town]
        .filter { !$0.isEmpty }.joined(separator: " ")
      records = stored.records
    }
  }

  /// A pair to be decided.
  public struct Pair: Sendable {
    /// The one side.
    public let left: Side
    /// The other side.
    public let right: Side
    /// How likely the two are to be one, 0…1.
    public let probability: Double
    /// Whether they are taken for one now.
    public let isJoined: Bool
    /// The uncertainty times the records of the smaller side.
    public let value: Double
    /// What each feature adds to the log odds, the greatest first.
    public let reasons: [NameAnswer.Reason]
  }

  /// The pairs.
  public let pairs: [Pair]

  /// The machine-readable queue, `passerelle-review/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-review/1"),
      "pairs": .array(
        pairs.map { pair in
          .object([
            "left": Self.structured(pair.left), "right": Self.structured(pair.right),
            "probability": .number(pair.probability, digits: 4), "joined": .bool(pair.isJoined),
            "value": .number(pair.value, digits: 3), "reasons": .array(pair.reasons.map(\.structured)),
          ])
        }),
    ])
  }

  private static func structured(_ side: Side) -> StructuredValue {
    .object([
      "id": .string(side.iri), "names": .array(side.names.map { .string($0) }),
      "identifiers": .array(side.identifiers.map { .string($0) }), "kind": .string(side.kind),
      "place": .string(side.place), "records": .int(side.records),
    ])
  }

  /// The queue in rows: the columns that ``Workspace/importReview(_:who:)`` reads, the last three to be filled in.
  public var table: Table {
    Table(
      columns: [
        .init("left", LocalizedText(fr: "left", en: "left")),
        .init("left_names", LocalizedText(fr: "left_names", en: "left_names")),
        .init("left_identifiers", LocalizedText(fr: "left_identifiers", en: "left_identifiers")),
        .init("left_place", LocalizedText(fr: "left_place", en: "left_place")),
        .init("right", LocalizedText(fr: "right", en: "right")),
        .init("right_names", LocalizedText(fr: "right_names", en: "right_names")),
        .init("right_identifiers", LocalizedText(fr: "right_identifiers", en: "right_identifiers")),
        .init("right_place", LocalizedText(fr: "right_place", en: "right_place")),
        .init("joined", LocalizedText(fr: "joined", en: "joined")),
        .init("probability", LocalizedText(fr: "probability", en: "probability"), .right),
        .init("value", LocalizedText(fr: "value", en: "value"), .right),
        .init("evidence", LocalizedText(fr: "evidence", en: "evidence")),
        .init("decision", LocalizedText(fr: "decision", en: "decision")),
        .init("who", LocalizedText(fr: "who", en: "who")),
        .init("reason", LocalizedText(fr: "reason", en: "reason")),
      ],
      rows: pairs.map { pair in
        [
          .text(pair.left.iri), .text(pair.left.names.joined(separator: " | ")),
          .text(pair.left.identifiers.joined(separator: " | ")), .text(pair.left.place),
          .text(pair.right.iri),
          .text(pair.right.names.joined(separator: " | ")),
          .text(pair.right.identifiers.joined(separator: " | ")),
          .text(pair.right.place), .text(pair.isJoined ? "1" : "0"), .number(pair.probability, digits: 4),
          .number(pair.value, digits: 3),
          .text(pair.reasons.prefix(5).map { $0.text(in: .english) }.joined(separator: " | ")), .text(""),
          .text(""),
          .text(""),
        ]
      })
  }
}

extension Workspace {
  /// The pairs to be looked at by a person.
  ///
  /// - Parameter limit: The most pairs given.
  /// - Returns: The queue by value; empty where nothing was resolved.
  /// - Throws: ``PasserelleError``.
  public func review(limit: Int) throws -> ReviewAnswer {
    let resolver = try entityResolver()
    let resolution = try resolver.resolution()
    let pairs = resolver.reviewQueue(resolution, limit: limit).map { one in
      let found = resolver.evidence(of: one)
      return ReviewAnswer.Pair(
        left: ReviewAnswer.Side(one.left), right: ReviewAnswer.Side(one.right),
        probability: Double(one.probability),
        isJoined: one.isJoined, value: one.value, reasons: found.map(NameAnswer.Reason.init))
    }
    return ReviewAnswer(pairs: pairs)
  }
}
