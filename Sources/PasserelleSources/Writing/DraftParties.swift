internal import PasserelleCore

/// An organisation of a process, with the roles that it has there.
struct DraftParty: Sendable {
  let thing: StatedThing
  /// The identifier that references within the process use.
  let id: String
  /// The register of its number, as org-id.guide writes it or as the source does; nil where it has no number.
  let scheme: String?
  /// The number.
  let number: String?
  var roles: [String]

  var name: String? { thing.value(Vocabulary.name) }
}

/// The organisations of a process.
struct DraftParties: Sendable {
  private(set) var all: [DraftParty] = []
  private var places: [String: Int] = [:]

  init(call: StatedThing?, awards: [StatedThing], ocid: String, in iris: IRISpace) {
    var taken: Set<String> = []
    for thing in [call].compactMap({ $0 }) + awards {
      for (holder, relation, role) in Self.relations(thing) {
        for iri in holder.iris(relation) {
          if let place = places[iri] {
            if let role, !all[place].roles.contains(role) { all[place].roles.append(role) }
            continue
          }
          let organisation = StatedThing(iri: iri, record: thing.record)
          let number = Self.number(organisation, in: iris)
          // Each record has its own IRI for an organisation without number: its name tells that it is the same.
          if number == nil, let name = organisation.value(Vocabulary.name),
            let place = all.firstIndex(where: {
              $0.number == nil && $0.name == name && (role.map($0.roles.contains) ?? false)
            })
          {
            places[iri] = place
            continue
          }
          let wanted =
            number.map { $0.scheme + "-" + $0.value } ?? Self.reference(iri, of: thing, ocid: ocid, in: iris)
          var id = wanted
          var rank = 2
          while !taken.insert(id).inserted {
            id = wanted + "-\(rank)"
            rank += 1
          }
          places[iri] = all.count
          all.append(
            DraftParty(
              thing: organisation, id: id, scheme: number?.scheme,
              number: number?.value, roles: role.map { [$0] } ?? []))
        }
      }
    }
  }

  /// What leads from a thing and its parts to organisations, with the role that it tells; nil for none.
  private static func relations(
    _ thing: StatedThing
  ) -> [(holder: StatedThing, relation: String, role: String?)] {
    var found: [(StatedThing, String, String?)] = [
      (thing, Vocabulary.hasBuyer, "buyer"), (thing, Vocabulary.hasWinner, "supplier"),
      (thing, Vocabulary.hasSubcontractor, "subcontractor"),
      (thing, ProcessVocabulary.hasProcuringEntity, "procuringEntity"),
      (thing, ProcessVocabulary.hasTenderer, "tenderer"),
    ]
    for bid in thing.parts(ProcessVocabulary.hasBid) {
      found.append((bid, ProcessVocabulary.hasTenderer, "tenderer"))
    }
    for contract in [thing] + thing.parts(Vocabulary.hasContract) {
      for payment in contract.parts(ProcessVocabulary.hasPayment) {
        found.append((payment, ProcessVocabulary.payer, "payer"))
        found.append((payment, ProcessVocabulary.payee, "payee"))
      }
    }
    return found + [(thing, ProcessVocabulary.involves, nil)]
  }

  subscript(iri: String) -> DraftParty? { places[iri].map { all[$0] } }

  /// The number of an organisation and its register.
  private static func number(_ thing: StatedThing, in iris: IRISpace) -> (scheme: String, value: String)? {
    if let siret = thing.value(Vocabulary.siret) { return ("FR-INSEE", siret) }
    if let siren = thing.value(Vocabulary.siren) { return ("FR-INSEE", siren) }
    if let vat = thing.value(Vocabulary.vatNumber) { return (String(vat.prefix(2)) + "-VAT", vat) }
    switch iris.identifierParts(of: thing.iri) {
    case (.siret, let value)?, (.siren, let value)?: return ("FR-INSEE", value)
    case (.nif, let value)?: return ("PT-NIF", value)
    case (.vat, let value)?: return (String(value.prefix(2)) + "-VAT", value)
    case (.local, let value)?:
      guard let stated = thing.value(Vocabulary.identifier), let colon = value.firstIndex(of: ":"),
        value[value.index(after: colon)...] == stated
      else { return nil }
      return (value[..<colon].uppercased(), stated)
    default: return nil
    }
  }

  /// What stands for an organisation without number: its reference in the source, else its role and rank.
  private static func reference(
    _ iri: String, of thing: StatedThing, ocid: String, in iris: IRISpace
  ) -> String {
    if case (.ocid, let value)? = iris.identifierParts(of: iri), value.hasPrefix(ocid + "/party/") {
      return String(value.dropFirst(ocid.count + 7))
    }
    if iri.hasPrefix(thing.iri + "/") {
      return iri.dropFirst(thing.iri.count + 1).split(separator: "/").joined(separator: "-")
    }
    return "party"
  }
}
