public import PasserelleCore
public import PasserelleGraph

/// A judgement that was made, and what it did.
public struct JudgementAnswer: Sendable {
  /// The judgement.
  public let judgement: Judgement
  /// Whether the two are one thing now.
  public let isSame: Bool
  /// The members of the cluster or clusters of the two before, each with the canonical one first.
  public let before: [[String]]
  /// The same after.
  public let after: [[String]]
  /// How many clusters were looked at again.
  public let touched: Int

  /// The judgement's number in the log.
  public var number: Int64 { judgement.number }

  /// Whether a decision did not come about, as when another judgement stands against it.
  public var isThwarted: Bool {
    switch judgement.kind {
    case .same: !isSame
    case .different: isSame
    case .undo: false
    }
  }

  /// The machine-readable answer, `passerelle-judgement/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-judgement/1"), "judgement": judgement.structured(holds: true),
      "same": .bool(isSame), "before": Self.groups(before), "after": Self.groups(after),
      "touched": .int(touched),
    ])
  }

  private static func groups(_ groups: [[String]]) -> StructuredValue {
    .array(groups.map { .array($0.map { .string($0) }) })
  }

  /// The clusters in rows.
  public var table: Table {
    Table(
      columns: [
        .init("when", LocalizedText(fr: "moment", en: "when")),
        .init("canonical", LocalizedText(fr: "chose", en: "thing")),
        .init("member", LocalizedText(fr: "membre", en: "member")),
      ],
      rows: [("before", before), ("after", after)].flatMap { when, groups in
        groups.flatMap { group in group.map { [.text(when), .text(group[0]), .text($0)] } }
      })
  }

  /// The answer as lines.
  public func text(in language: MessageLanguage) -> [String] {
    var lines = [language.say("Jugement n° \(judgement.number)", "Judgement \(judgement.number)")]
    for group in after {
      lines.append("  " + group[0])
      for member in group.dropFirst() { lines.append("    = " + member) }
    }
    if isThwarted {
      lines.append(
        language.say(
          "Ce jugement est noté, mais un autre jugement s’y oppose : voyez « passerelle judgements ».",
          "This judgement is noted, but another one stands against it: see 'passerelle judgements'."))
    }
    return lines
  }
}

extension Judgement {
  /// The judgement as a machine-readable value.
  func structured(holds: Bool) -> StructuredValue {
    .object([
      "number": .int(Int(number)), "kind": .string(kind.rawValue), "left": .string(left),
      "right": .string(right),
      "target": target.map { .int(Int($0)) }, "instant": .string(instant.description), "who": .string(who),
      "score": score.map { .number(Double($0) / 10_000, digits: 4) }, "reason": .string(reason),
      "holds": .bool(holds),
    ])
  }

  /// What was decided, in words.
  func sentence(in language: MessageLanguage) -> String {
    switch kind {
    case .same: language.say("\(left) et \(right) sont une même chose", "\(left) and \(right) are one thing")
    case .different:
      language.say("\(left) et \(right) sont deux choses", "\(left) and \(right) are two things")
    case .undo:
      language.say("le jugement n° \(target ?? 0) est annulé", "judgement \(target ?? 0) is undone")
    }
  }
}

/// The log of judgements at one moment, for those who audit it.
public struct JudgementsAnswer: Sendable {
  /// The log.
  public let log: JudgementLog

  /// How many judgements there are, whether they hold or not.
  public var count: Int { log.judgements.count }

  /// The machine-readable log, `passerelle-judgements/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-judgements/1"), "total": .int(count),
      "judgements": .array(zip(log.judgements, log.holds).map { $0.structured(holds: $1) }),
    ])
  }

  /// The log in rows.
  public var table: Table {
    Table(
      columns: [
        .init("number", LocalizedText(fr: "n°", en: "no."), .right),
        .init("instant", LocalizedText(fr: "instant", en: "instant")),
        .init("who", LocalizedText(fr: "qui", en: "who")),
        .init("kind", LocalizedText(fr: "décision", en: "decision")),
        .init("left", LocalizedText(fr: "chose", en: "thing")),
        .init("right", LocalizedText(fr: "autre chose", en: "other thing")),
        .init("target", LocalizedText(fr: "annule le n°", en: "undoes no."), .right),
        .init("score", LocalizedText(fr: "probabilité", en: "probability"), .right),
        .init("reason", LocalizedText(fr: "raison", en: "reason")),
        .init("holds", LocalizedText(fr: "vaut", en: "holds")),
      ],
      rows: zip(log.judgements, log.holds).map { one, holds in
        [
          .int(Int(one.number)), .text(one.instant.description), .text(one.who), .text(one.kind.rawValue),
          .text(one.left), .text(one.right), one.target.map { .int(Int($0)) } ?? .empty,
          one.score.map { .number(Double($0) / 10_000, digits: 4) } ?? .empty, .text(one.reason),
          .text(holds ? "1" : "0"),
        ]
      })
  }
}
