/// The schemata of FollowTheMoney that are taken, and what their properties refer to.
enum EntitySchemas {
  /// What becomes of the entities of a schema.
  enum Treatment: Equatable {
    /// A record about a thing; the properties named refer to organisations, and may be missing.
    case thing(references: [String])
    /// A record about a tie: from some of the first properties to some of the second.
    case link(from: String, to: String)
    /// About a natural person, or tied to one by its nature.
    case person
    /// Not taken.
    case other
  }

  /// What becomes of the entities of a schema.
  static func treatment(of schema: String) -> Treatment { table[schema] ?? .other }

  private static let table: [String: Treatment] = [
    "Company": .thing(references: ["parent"]),
    "Organization": .thing(references: ["parent"]),
    "PublicBody": .thing(references: ["parent"]),
    "LegalEntity": .thing(references: ["parent"]),
    "Address": .thing(references: []),
    "Project": .thing(references: []),
    "Contract": .thing(references: ["authority"]),
    "CallForTenders": .thing(references: ["authority", "onBehalfOf"]),
    "ContractAward": .link(from: "contract", to: "supplier"),
    "Ownership": .link(from: "owner", to: "asset"),
    "Directorship": .link(from: "director", to: "organization"),
    "Membership": .link(from: "member", to: "organization"),
    "ProjectParticipant": .link(from: "participant", to: "project"),
    "Representation": .link(from: "agent", to: "client"),
    "Succession": .link(from: "predecessor", to: "successor"),
    "UnknownLink": .link(from: "subject", to: "object"),
    "Payment": .link(from: "payer", to: "beneficiary"),
    "Person": .person,
    "Associate": .person,
    "Family": .person,
    "Employment": .person,
    "Occupancy": .person,
    "Passport": .person,
    "Identification": .person,
    "UserAccount": .person,
    "CourtCaseParty": .person,
  ]
}
