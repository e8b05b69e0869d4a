internal import PasserelleCore

extension EntityMapper {
  /// States a tie between organisations.
  mutating func stateLink() {
    switch entity.schema {
    case "Ownership": stateOwnership()
    case "Directorship": stateMembership("director", role: nil)
    case "Membership": stateMembership("member", role: "member")
    case "ProjectParticipant": stateParticipation()
    case "Succession":
      for later in references("successor") {
        for earlier in references("predecessor") {
          statements.add(later, Vocabulary.pas + "replaces", .iri(earlier))
        }
      }
      stateClaim("successor", Vocabulary.pas + "replaces", "predecessor")
    case "Payment": statePayment()
    case "Representation": stateClaim("agent", Vocabulary.relatedTo, "client", isPlain: true)
    default: stateClaim("subject", Vocabulary.relatedTo, "object", isPlain: true)
    }
  }

  private mutating func stateRoles(_ node: String) {
    for property in ["role", "status", "ownershipType", "sharesType"] {
      for raw in entity[property] {
        if let text = clean(raw, property) { statements.add(node, Vocabulary.role, .string(text)) }
      }
    }
  }

  /// An owner takes part in what it owns; above a half it is the parent.
  private mutating func stateOwnership() {
    state(Vocabulary.type, .iri(Vocabulary.participation))
    state(Vocabulary.participationRole, .string("shareholder"))
    stateRoles(subject)
    stateDates(subject)
    let written = entity["percentage"]
    for share in written { state(Vocabulary.share, .string(share)) }
    let plain = written.first.map { $0.filter { $0 != "%" && !$0.isWhitespace } }
    let least = plain.flatMap { DecimalNumber($0) ?? DecimalNumber($0.prefix { $0 != "-" }) }
    // A share that has ended makes no parent.
    let isMajority = least.map { DecimalNumber(50) < $0 } ?? false
    for owner in references("owner") {
      state(Vocabulary.participant, .iri(owner))
      for asset in references("asset") {
        statements.add(asset, Vocabulary.hasParticipation, .iri(subject))
        if isMajority, entity["endDate"].isEmpty {
          statements.add(asset, Vocabulary.pas + "subsidiaryOf", .iri(owner))
        }
      }
    }
  }

  private mutating func stateMembership(_ member: String, role: String?) {
    state(Vocabulary.type, .iri(Vocabulary.org + "Membership"))
    if let role { state(Vocabulary.participationRole, .string(role)) }
    stateRoles(subject)
    stateDates(subject)
    for one in references(member) {
      state(Vocabulary.org + "member", .iri(one))
      for body in references("organization") where role != nil {
        statements.add(one, Vocabulary.pas + "memberOf", .iri(body))
      }
    }
    for body in references("organization") { state(Vocabulary.org + "organization", .iri(body)) }
  }

  private mutating func stateParticipation() {
    state(Vocabulary.type, .iri(Vocabulary.participation))
    stateRoles(subject)
    stateDates(subject)
    for one in references("participant") {
      state(Vocabulary.participant, .iri(one))
      for project in references("project") {
        statements.add(one, Vocabulary.participatesIn, .iri(project))
      }
    }
    for project in references("project") {
      statements.add(project, Vocabulary.hasParticipation, .iri(subject))
    }
  }

  private mutating func statePayment() {
    state(Vocabulary.type, .iri(Vocabulary.funding))
    state(Vocabulary.fundingKind, .string("disbursement"))
    for payer in references("payer") { state(Vocabulary.funder, .iri(payer)) }
    for receiver in references("beneficiary") { state(Vocabulary.funds, .iri(receiver)) }
    stateAmount(Vocabulary.hasAmount, subject + "/amount")
    stateDates(subject)
    stateTexts(Vocabulary.description, ["purpose", "programme", "summary"])
  }

  /// States a tie of which nothing more is known as a claim with its role, and plainly.
  private mutating func stateClaim(_ from: String, _ relation: String, _ to: String, isPlain: Bool = false) {
    state(Vocabulary.type, .iri(Vocabulary.claim))
    state(Vocabulary.claimPredicate, .iri(relation))
    state(Vocabulary.modality, .string("asserted"))
    stateRoles(subject)
    stateDates(subject)
    for one in references(from) {
      state(Vocabulary.claimSubject, .iri(one))
      for other in references(to) where isPlain { statements.add(one, relation, .iri(other)) }
    }
    for other in references(to) { state(Vocabulary.claimObject, .iri(other)) }
  }
}
