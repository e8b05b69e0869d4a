public import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleRendering
import PasserelleResolution

/// Why some things are one: pairs, probabilities, contributions, judgements.
public struct WhyAnswer: Sendable {
  private let evidence: ClusterEvidence

  init(_ evidence: ClusterEvidence) { self.evidence = evidence }

  /// The IRIs of the members, the canonical one first.
  public var members: [String] { evidence.members.map(\.mention.id) }

  /// Whether the thing is alone and was never judged.
  public var isEmpty: Bool { evidence.members.count < 2 && evidence.judgements.isEmpty }

  /// The machine-readable evidence.
  public var structured: StructuredValue {
    .object([
      "members": .array(
        evidence.members.map { one in
          .object([
            "id": .string(one.mention.id), "names": .array(one.mention.names.map { .string($0) }),
            "identifiers": .array(
              one.mention.identifiers.map { .string($0.scheme.rawValue + ":" + $0.value) }),
            "kind": .string(one.mention.kind.name), "records": .int(one.records),
          ])
        }),
      "pairs": .array(
        evidence.pairs.map { pair in
          .object([
            "left": .string(pair.left), "right": .string(pair.right),
            "probability": .number(Double(pair.probability), digits: 4),
            "veto": .optional(pair.veto?.rawValue), "judgement": pair.decision.map { .int(Int($0.number)) },
            "contributions": .array(pair.contributions.map { NameAnswer.Reason($0).structured }),
          ])
        }),
      "judgements": .array(evidence.judgements.map { $0.judgement.structured(holds: $0.holds) }),
    ])
  }

  /// The evidence as lines.
  public func text(in language: MessageLanguage, width: Int) -> [String] {
    var lines = [language.say("Pourquoi une même chose", "Why one thing")]
    if evidence.members.count < 2 {
      lines.append(language.say("  Rien d’autre n’est la même chose.", "  Nothing else is the same thing."))
    } else {
      for member in evidence.members {
        let names = member.mention.names.prefix(3).map { "« \($0) »" }.joined(separator: ", ")
        let numbers = member.mention.identifiers.prefix(3).map { $0.scheme.rawValue + ":" + $0.value }
        lines += TextWrap.wrap(
          "  \(member.mention.id) — \(names)"
            + (numbers.isEmpty ? "" : " (\(numbers.joined(separator: ", ")))")
            + language.say(
              ", \(member.records) enregistrement\(member.records > 1 ? "s" : "")",
              ", \(member.records) record\(member.records > 1 ? "s" : "")"),
          width: width, indent: 4)
      }
    }
    for pair in evidence.pairs { lines += text(of: pair, language, width) }
    for (judgement, holds) in evidence.judgements {
      let state = holds ? "" : language.say(" (annulé)", " (undone)")
      let reason = judgement.reason.isEmpty ? "" : " — " + judgement.reason
      lines += TextWrap.wrap(
        "  " + language.say("Jugement n° ", "Judgement ")
          + "\(judgement.number)\(state), \(judgement.instant), "
          + "\(judgement.who) : \(judgement.sentence(in: language))\(reason)", width: width, indent: 4)
    }
    return lines
  }

  private func text(of pair: ClusterEvidence.Pair, _ language: MessageLanguage, _ width: Int) -> [String] {
    let percent = Int((Double(pair.probability) * 1000).rounded())
    var head = "  \(pair.left) = \(pair.right) : \(percent / 10).\(percent % 10) %"
    if let veto = pair.veto {
      head += language.say(", contre-indice : ", ", against it: ") + veto.text[language]
    }
    if let decision = pair.decision {
      head += language.say(", jugement n° \(decision.number)", ", judgement \(decision.number)")
    }
    let reasons = pair.contributions.prefix(5).map { NameAnswer.Reason($0).text(in: language) }
    return TextWrap.wrap(head, width: width, indent: 4)
      + (reasons.isEmpty
        ? [] : TextWrap.wrap("    " + reasons.joined(separator: " ; "), width: width, indent: 6))
  }
}

extension Workspace {
  /// Why a thing and those that are one with it are one.
  ///
  /// - Parameters:
  ///   - name: What ``dossier(of:asOf:language:)`` takes.
  ///   - asOf: Shows the state known at that moment, by the judgements up to then; nil for now.
  /// - Returns: The evidence.
  /// - Throws: ``PasserelleError`` with code `entity.notFound`.
  public func why(_ name: String, asOf: Instant? = nil) throws -> WhyAnswer {
    let current = try canonicalView()
    let resolver = try entityResolver()
    return try store.read(asOf.map { .ingested(asOf: $0) } ?? .current) { reader in
      let entity = try EntityNames(iris: store.iris).resolve(name, reader)
      let view = try canonicalView(reader, asOf: asOf, current: current)
      let mentions = try resolver.mentions(seenBy: reader)
      return WhyAnswer(
        resolver.evidence(of: view.members(of: entity.iri), in: mentions, try reader.judgements()))
    }
  }
}
