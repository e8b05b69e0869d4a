public import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleResolution

/// What a resolution found.
public struct ResolveAnswer: Sendable {
  /// An official identifier with names that are not alike.
  public struct Conflict: Sendable, Hashable {
    /// The identifier, `scheme:value`; empty where the thing's IRI alone joins the names.
    public let identifier: String
    /// The things of the two names, which may be the same.
    public let things: [String]
    /// The two names.
    public let names: [String]
    /// How likely the names alone are to be of one thing, 0…1.
    public let probability: Double
  }

  /// Mentions that are there, by sort.
  public let mentions: [(kind: String, label: LocalizedText, count: Int)]
  /// Pairs that were compared this time.
  public let pairs: Int
  /// Clusters of two mentions or more.
  public let clusters: Int
  /// Mentions that are in such a cluster.
  public let gathered: Int
  /// Clusters that were looked at again.
  public let touched: Int
  /// Mentions whose cluster is another than before.
  public let changed: Int
  /// Judgements that hold and concern known things.
  public let judgements: Int
  /// Identifiers with unrelated names.
  public let conflicts: [Conflict]
  /// Whether everything was compared anew.
  public let isAnew: Bool
  /// Whether nothing was stored.
  public let isDry: Bool
  /// How long it took, in milliseconds.
  public let milliseconds: Int64

  init(
    _ resolution: Resolution, _ conflicts: [NameConflict], kind: Mention.Kind?, isDry: Bool,
    milliseconds: Int64
  ) {
    let state = resolution.state
    func isWanted(_ slot: Int) -> Bool {
      state.isAlive[slot] && (kind.map { $0 == resolution.mentions[slot].mention.kind } ?? true)
    }
    var counts: [Mention.Kind: Int] = [:]
    for slot in resolution.mentions.indices where isWanted(slot) {
      counts[resolution.mentions[slot].mention.kind, default: 0] += 1
    }
    mentions = counts.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      ($0.key.name, $0.key.label, $0.value)
    }
    let groups = state.allClusters().filter { $0.contains { isWanted(Int($0)) } }
    pairs = resolution.update.compared
    clusters = groups.count
    gathered = groups.reduce(0) { $0 + $1.count }
    touched = resolution.isAnew ? groups.count : resolution.update.touchedClusters
    changed = resolution.isAnew ? gathered : resolution.update.changedSlots.count
    judgements = resolution.decisions.count
    let wanted = kind.map { kind in
      Set(resolution.mentions.filter { $0.mention.kind == kind }.map(\.mention.id))
    }
    self.conflicts = conflicts.filter { wanted?.contains($0.left) ?? true }.map { one in
      Conflict(
        identifier: one.identifier.map { $0.scheme.rawValue + ":" + $0.value } ?? "",
        things: [one.left, one.right],
        names: [one.leftName, one.rightName], probability: Double(one.probability))
    }
    isAnew = resolution.isAnew
    self.isDry = isDry
    self.milliseconds = milliseconds
  }

  /// The machine-readable report, `passerelle-resolve/1`.
  public var structured: StructuredValue {
    let counts = mentions.map { StructuredValue.Member($0.kind, .int($0.count)) }
    return .object([
      "format": .string("passerelle-resolve/1"), "mentions": .object(counts), "pairs": .int(pairs),
      "clusters": .int(clusters), "gathered": .int(gathered), "touched": .int(touched),
      "changed": .int(changed),
      "judgements": .int(judgements), "anew": .bool(isAnew), "dryRun": .bool(isDry),
      "milliseconds": .int(Int(milliseconds)), "conflicts": .array(conflicts.map(Self.structured)),
    ])
  }

  private static func structured(_ conflict: Conflict) -> StructuredValue {
    .object([
      "identifier": .string(conflict.identifier), "things": .array(conflict.things.map { .string($0) }),
      "names": .array(conflict.names.map { .string($0) }),
      "probability": .number(conflict.probability, digits: 4),
    ])
  }

  /// The conflicts in rows.
  public var table: Table {
    Table(
      columns: [
        .init("identifier", LocalizedText(fr: "identifiant", en: "identifier")),
        .init("name", LocalizedText(fr: "nom", en: "name")),
        .init("other_name", LocalizedText(fr: "autre nom", en: "other name")),
        .init("thing", LocalizedText(fr: "chose", en: "thing")),
        .init("other_thing", LocalizedText(fr: "autre chose", en: "other thing")),
        .init("probability", LocalizedText(fr: "probabilité", en: "probability"), .right),
      ],
      rows: conflicts.map { one in
        [
          .text(one.identifier), .text(one.names[0]), .text(one.names[1]), .text(one.things[0]),
          .text(one.things[1]),
          .number(one.probability, digits: 4),
        ]
      })
  }

  /// The report as lines.
  public func text(in language: MessageLanguage) -> [String] {
    let total = mentions.reduce(0) { $0 + $1.count }
    let kinds = mentions.map { "\($0.label[language]) : \($0.count)" }.joined(separator: ", ")
    var lines = [
      language.say("\(fr: total, "mention") (\(kinds))", "\(en: total, "mention") (\(kinds))"),
      language.say(
        "\(fr: pairs, "paire comparée", "paires comparées"), \(fr: clusters, "groupe") de \(fr: gathered, "mention"), \(fr: changed, "mention changée", "mentions changées") de groupe",
        "\(en: pairs, "pair") compared, \(en: clusters, "group") of \(en: gathered, "mention"), \(en: changed, "mention") in another group"
      ),
      language.say(
        "\(fr: judgements, "jugement") en vigueur ; \(milliseconds) ms",
        "\(en: judgements, "judgement") in force; \(milliseconds) ms"),
    ]
    if isDry { lines.append(language.say("Essai : rien n’a été enregistré.", "Trial: nothing was stored.")) }
    if !conflicts.isEmpty {
      lines += [
        "",
        language.say(
          "\(conflicts.count) fois, un même identifiant porte des noms sans rapport :",
          "\(en: conflicts.count, "time"), one identifier has unrelated names:"),
      ]
      for one in conflicts.prefix(20) {
        lines.append(
          "  \(one.identifier.isEmpty ? one.things[0] : one.identifier)  « \(one.names[0]) » / « \(one.names[1]) »"
        )
      }
      if conflicts.count > 20 { lines.append("  … +\(conflicts.count - 20)") }
    }
    return lines
  }
}

extension Mention.Kind {
  /// A stable name for programs.
  var name: String {
    switch self {
    case .organisation: "organisation"
    case .publicBody: "publicBody"
    case .place: "place"
    case .laboratory: "laboratory"
    case .person: "person"
    case .work: "work"
    }
  }

  /// The sort in words.
  var label: LocalizedText {
    switch self {
    case .organisation: LocalizedText(fr: "organisation", en: "organisation")
    case .publicBody: LocalizedText(fr: "organisme public", en: "public body")
    case .place: LocalizedText(fr: "lieu", en: "place")
    case .laboratory: LocalizedText(fr: "laboratoire", en: "laboratory")
    case .person: LocalizedText(fr: "personne", en: "person")
    case .work: LocalizedText(fr: "ouvrage", en: "work")
    }
  }
}
