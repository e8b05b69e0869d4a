public import PasserelleCore
import PasserellePipeline
import PasserelleResolution

/// What a name may mean, the likeliest first.
public struct NameAnswer: Sendable {
  /// A thing that the name may mean.
  public struct Candidate: Sendable {
    /// The canonical IRI.
    public let iri: String
    /// The member whose name is the likeliest.
    public let member: String
    /// Its names, the main one first.
    public let names: [String]
    /// Its former names.
    public let formerNames: [String]
    /// Its identifiers, `scheme:value`.
    public let identifiers: [String]
    /// The sort of thing.
    public let kind: String
    /// The sort in words.
    public let kindLabel: LocalizedText
    /// How likely the name is to be the thing's, 0…1.
    public let probability: Double
    /// Why: what each feature adds to the log odds, the greatest first.
    public let reasons: [Reason]

    init(_ found: NameCandidate, _ view: CanonicalView) {
      let mention = found.mention.mention
      iri = view.canonical(of: mention.id)
      member = mention.id
      names = mention.names
      formerNames = mention.formerNames
      identifiers = mention.identifiers.map { $0.scheme.rawValue + ":" + $0.value }
      kind = mention.kind.name
      kindLabel = mention.kind.label
      probability = Double(found.probability)
      reasons = found.contributions.map(Reason.init)
    }
  }

  /// What one feature adds to the log odds of two mentions being one.
  public struct Reason: Sendable, Hashable {
    /// The feature's name in the model.
    public let feature: String
    /// What it says.
    public let text: LocalizedText
    /// What it adds.
    public let contribution: Double

    init(_ contribution: FeatureContribution) {
      feature = contribution.feature
      text = contribution.text
      self.contribution = contribution.contribution
    }

    /// The reason as a machine-readable value.
    var structured: StructuredValue {
      .object([
        "feature": .string(feature), "text": .string(text.english),
        "contribution": .number(contribution, digits: 3),
      ])
    }

    /// The reason with its sign and weight.
    func text(in language: MessageLanguage) -> String {
      let hundredths = Int((contribution * 100).rounded())
      let digits = String(abs(hundredths) % 100)
      let number = "\(abs(hundredths) / 100).\(digits.count < 2 ? "0" : "")\(digits)"
      return (hundredths < 0 ? "−" : "+") + number + " " + text[language]
    }
  }

  /// The name.
  public let name: String
  /// The candidates.
  public let candidates: [Candidate]

  /// The machine-readable answer, `passerelle-name-candidates/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-name-candidates/1"), "name": .string(name),
      "candidates": .array(
        candidates.map { one in
          .object([
            "id": .string(one.iri), "member": one.member == one.iri ? nil : .string(one.member),
            "names": .array(one.names.map { .string($0) }),
            "formerNames": one.formerNames.isEmpty ? nil : .array(one.formerNames.map { .string($0) }),
            "identifiers": .array(one.identifiers.map { .string($0) }), "kind": .string(one.kind),
            "probability": .number(one.probability, digits: 4),
            "reasons": .array(one.reasons.map(\.structured)),
          ])
        }),
    ])
  }

  /// The candidates in rows.
  public func table(in language: MessageLanguage) -> Table {
    Table(
      columns: [
        .init("probability", LocalizedText(fr: "probabilité", en: "probability"), .right),
        .init("name", LocalizedText(fr: "nom", en: "name")),
        .init("kind", LocalizedText(fr: "sorte", en: "kind")),
        .init("id", LocalizedText(fr: "identifiant", en: "identifier")),
        .init("reasons", LocalizedText(fr: "raisons", en: "reasons")),
      ],
      rows: candidates.map { one in
        [
          .number(one.probability, digits: 3), .text(one.names.first ?? ""), .text(one.kindLabel[language]),
          .text(one.iri), .text(one.reasons.prefix(3).map { $0.text(in: language) }.joined(separator: " ; ")),
        ]
      })
  }
}
