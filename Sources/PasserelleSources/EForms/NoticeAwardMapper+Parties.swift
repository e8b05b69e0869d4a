internal import PasserelleCore
internal import PasserelleXML

extension NoticeAwardMapper {
  /// A winner as the notice describes it.
  struct Winner {
    /// Its fields; nil for a natural person, who is known by nothing.
    var party: AwardRecord.Party?
    /// Its names in other languages.
    var otherNames: [NoticeText.Translation] = []
    var country: String?
    var territory: String?
    /// The eForms code of its size.
    var size: String?
    /// A mailbox of a service, never a person's.
    var mailbox: String?
    /// Whether it leads a group.
    var isLeader = false

    var isAnonymous: Bool { party == nil }
  }

  /// Reads the members of the tendering parties, and those who work for them.
  mutating func readParties() {
    var seen: Set<Int> = []
    var seenBelow: Set<Int> = []
    for party in award.parties {
      let members = party.all("Tenderer")
      for member in members {
        guard let organisation = organisation(member, "TenderingParty/Tenderer") else { continue }
        let isLeader = member.first("GroupLeadIndicator")?.content == "true" && members.count > 1
        guard seen.insert(organisation.rank).inserted else { continue }
        winners.append(winner(organisation, path: "Tenderer[\(winners.count)]", isLeader: isLeader))
      }
      for member in party.all("SubContractor") {
        guard let organisation = organisation(member, "TenderingParty/SubContractor"),
          seenBelow.insert(organisation.rank).inserted
        else { continue }
        let below = winner(organisation, path: "SubContractor[\(subcontractors.count)]", isLeader: false)
        if let fields = below.party { subcontractors.append(fields) }
      }
    }
  }

  private mutating func organisation(
    _ member: XMLElement, _ field: String
  ) -> NoticeOrganisations.Organisation? {
    guard let identifier = member.first("ID")?.content else { return nil }
    if let organisation = notice.organisations[identifier] { return organisation }
    reader.base.report(.eformsMissingReference, field, identifier)
    return nil
  }

  private mutating func winner(
    _ organisation: NoticeOrganisations.Organisation, path: String, isLeader: Bool
  ) -> Winner {
    var winner = Winner()
    winner.country = organisation.country
    winner.territory = organisation.territory
    winner.size = organisation.company.first("CompanySizeCode")?.content
    winner.isLeader = isLeader
    winner.mailbox = reader.mailbox(
      organisation.touchPoint?.first("Contact"), organisation.company.first("Contact"), path)

    var party = AwardRecord.Party(path: path)
    party.country = winner.country
    let number = organisation.number.flatMap { number in
      reader.isWithheld(number, path + "/CompanyID")
        ? nil : AwardRecord.Field(name: path + "/CompanyID", value: number)
    }
    if organisation.isNaturalPerson {
      // A French company number is public whoever bears it; numbers abroad may be those of persons.
      reader.base.report(.privacyPersonName, path + "/Name")
      let read = number.flatMap { PartyNumber.read($0.value, type: nil, country: winner.country) }
      if read?.siren != nil {
        party.number = number
        winner.party = party
      }
      (winner.country, winner.territory, winner.mailbox) = (nil, nil, nil)
      return winner
    }
    // Where the country is not known, neither is the register of the number.
    if winner.country != nil { party.number = number }
    let name = reader.text(organisation.company.all(path: ["PartyName", "Name"]), path + "/Name")
    party.name = name.map { AwardRecord.Field(name: path + "/Name", value: $0.text) }
    winner.otherNames = name?.translations ?? []
    if party.isVoid {
      reader.base.report(.companyNoNumber, path)
    } else {
      winner.party = party
    }
    return winner
  }

  /// States what the notice says of the winners beyond their names and numbers.
  mutating func stateWinners(_ mapper: AwardMapper) {
    let stated = mapper.statements.statements.filter {
      $0.subject.iriValue == contract && $0.predicate.iriValue == Vocabulary.hasWinner
    }.compactMap(\.object.iriValue)
    let named = winners.filter { !$0.isAnonymous }
    // A party of which nothing could be kept has no IRI; then the order tells nothing.
    if stated.count == named.count {
      for (iri, winner) in zip(stated, named) {
        let isNamed = mapper.statements.statements.contains {
          $0.subject.iriValue == iri && $0.predicate.iriValue == Vocabulary.name
        }
        if isNamed {
          for other in winner.otherNames {
            reader.base.statements.add(
              iri, Vocabulary.alternativeLabel, NoticeMapper.term(other.text, other.language))
          }
          reader.stateAddress(iri, territory: winner.territory, country: winner.country)
          reader.state(iri, Vocabulary.mailbox, winner.mailbox)
        }
        reader.state(iri, NoticeVocabulary.companySize, winner.size)
        if winner.isLeader { reader.base.state(NoticeVocabulary.groupLeader, .iri(iri)) }
      }
    }
    for (rank, winner) in winners.enumerated() where winner.isAnonymous && !reader.outline.isCancelled {
      let iri = contract + "/winner/\(rank + 1)"
      reader.base.state(Vocabulary.hasWinner, .iri(iri))
      reader.base.statements.add(iri, Vocabulary.type, .iri(Vocabulary.winner))
    }
    let names = award.parties.compactMap { reader.text($0.all("Name"), "TenderingParty/Name") }
    for name in names where named.count > 1 && !PersonNames.isPerson(name.text) {
      reader.state(contract, NoticeVocabulary.consortiumName, name)
    }
  }

  /// States the companies that carry out a part, and whether the tenders say that there are some.
  mutating func stateSubcontractors(_ mapper: inout AwardMapper) {
    for (offset, party) in subcontractors.enumerated() {
      guard let iri = mapper.stateParty(party, role: .subcontractor, rank: offset + 1) else { continue }
      mapper.state(Vocabulary.hasSubcontractor, .iri(iri))
    }
    let answers = award.tenders.flatMap { $0.all(path: ["SubcontractingTerm", "TermCode"]) }.compactMap(
      \.content)
    if answers.contains("yes") || !subcontractors.isEmpty {
      mapper.state(NoticeVocabulary.isSubcontractingDeclared, .boolean(true))
    } else if !answers.isEmpty, answers.allSatisfy({ $0 == "no" }) {
      mapper.state(NoticeVocabulary.isSubcontractingDeclared, .boolean(false))
    }
  }
}
