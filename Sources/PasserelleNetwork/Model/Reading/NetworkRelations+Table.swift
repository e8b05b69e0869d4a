import PasserelleCore

/// What the relations of the ontology say in the network.
enum NetworkRelations {
  /// A relation, and the edges that it makes.
  struct Rule: Sendable {
    /// The relation's IRI.
    let iri: String
    /// The edge between a subject and an object of two kinds, and whether it leaves the object; nil for none.
    let edge: @Sendable (NodeKind, NodeKind) -> (kind: EdgeKind, isTurned: Bool)?
  }

  /// The relations in which edges are stated.
  static let table: [Rule] = [
    rule("twinnedWith") { _, _ in (.twinning, false) },
    rule("cooperatesWith") { _, _ in (.cooperation, false) },
    rule("partnerOf") { _, object in
      object.isActor || object == .other
        ? (.partnership, false) : object == .theme ? nil : (.participation, false)
    },
    rule("hasParty") { subject, _ in subject == .agreement ? (.party, true) : nil },
    rule("signs") { _, object in object == .agreement ? (.party, false) : nil },
    rule("carriesProject", undertaking(.carries)), rule("leads", undertaking(.carries)),
    rule("coordinates", undertaking(.carries)),
    rule("participatesIn") { _, object in
      object == .network
        ? (.membership, false) : object == .agreement ? (.party, false) : (.participation, false)
    },
    rule("contributesTo") { _, object in object == .other ? nil : (.support, false) },
    rule("memberOf") { _, object in object.isOrganisation || object == .other ? (.membership, false) : nil },
    rule("sitsOn") { _, object in object.isOrganisation || object == .other ? (.membership, false) : nil },
    rule("hasLabel") { _, object in object == .label || object == .other ? (.recognition, false) : nil },
    rule("suppliesTo") { _, _ in (.supply, false) },
    rule("awardedTo") { subject, _ in
      switch subject {
      case .label: (.recognition, true)
      case .call, .programme, .project: (.participation, true)
      default: nil
      }
    },
    rule("funds") { _, _ in (.funding, false) },
    rule("supports") { _, _ in (.support, false) },
    rule("partOf", whole), rule("subsidiaryOf", whole), rule("underAgreement", whole),
    rule("locatedIn") { _, object in object.isTerritory || object == .other ? (.location, false) : nil },
    rule("hosts") { subject, _ in subject.isTerritory ? (.location, true) : nil },
    rule("organises") { _, object in
      object == .event || object == .call
        ? (.organisation, false) : object == .programme ? (.carries, false) : nil
    },
    rule("issuesCall") { _, object in object == .call || object == .other ? (.organisation, false) : nil },
    rule("hasTheme") { _, object in object == .theme || object == .other ? (.theme, false) : nil },
    rule("researchOn") { _, object in object == .theme ? (.theme, false) : nil },
    Rule(iri: Vocabulary.skos + "broader") { subject, object in
      subject == .theme && object == .theme ? (.theme, false) : nil
    },
  ]

  private static func rule(
    _ name: String, _ edge: @escaping @Sendable (NodeKind, NodeKind) -> (EdgeKind, Bool)?
  ) -> Rule {
    Rule(iri: Vocabulary.pas + name) { edge($0, $1).map { (kind: $0.0, isTurned: $0.1) } }
  }

  /// What an actor does with a project, programme, network or call, not with a text or a label.
  private static func undertaking(
    _ kind: EdgeKind
  ) -> @Sendable (NodeKind, NodeKind) -> (EdgeKind, Bool)? {
    { _, object in object.isShared || object == .organisation ? (kind, false) : nil }
  }

  /// A part of a whole: of two territories, two organisations, or of undertakings; a sub-theme of its theme.
  private static let whole: @Sendable (NodeKind, NodeKind) -> (EdgeKind, Bool)? = { subject, object in
    if subject == .theme, object == .theme { return (.theme, false) }
    if subject == .theme || object == .theme || (subject == .other && object == .other) { return nil }
    return (.partOf, false)
  }
}
