internal import PasserelleCore
internal import PasserelleXML

/// An organisation of a TED notice as its address says it.
struct TEDParty {
  var name: TEDElement?
  var number: String?
  /// The ISO 3166-1 alpha-3 code.
  var country: String?
  /// The NUTS code.
  var territory: String?
  var mailbox: String?
  /// Whether it has a contact person, a telephone or a mailbox besides that of a role.
  var holdsContacts = false

  init(_ address: TEDElement) {
    // Before R2.0.9 the name is within the organisation, earlier still its very text.
    let organisation = address.first(.organisation)
    name = address.first(.officialname) ?? organisation?.first(.officialname) ?? organisation
    number = (address.first(.nationalid) ?? organisation?.first(.nationalid))?.content
    territory = address.first(.nuts)?.attribute("CODE").flatMap { code in
      NUTSDepartment.isCode(code) ? code : nil
    }
    country =
      address.first(.country)?.attribute("VALUE").flatMap(TEDCodes.country)
      ?? territory.flatMap { TEDCodes.country(String($0.prefix(2))) }
    let mails = (address.all(.eMail) + address.all(.eMails).flatMap { $0.all(.eMail) }).compactMap(\.content)
    for mail in mails.map({ $0.lowercased() }) {
      let isRole = ContactDetails.isRoleMailbox(mail)
      if isRole, mailbox == nil { mailbox = mail } else if !isRole { holdsContacts = true }
    }
    for tag in [TEDTag.contactPoint, .attention, .phone, .fax] where address.first(tag)?.content != nil {
      holdsContacts = true
    }
  }
}

extension TEDMapper {
  /// Reads the buyers; names of natural persons and their contact details are dropped.
  mutating func readBuyers() {
    let addresses: [TEDElement] =
      switch form.layout {
      case .current:
        (body.first(.contractingBody)?.all(.addressContractingBody) ?? [])
          + (body.first(.contractingBody)?.all(.addressContractingBodyAdditional) ?? [])
      case .former:
        body.descendants([.caCeConcessionaireProfile])
          + body.descendants([.contactDataOtherBehalfContractingAutorithy])
      }
    for address in addresses {
      readBuyer(TEDParty(address), path: "CONTRACTING_BODY[\(outline.buyers.count)]")
    }
    readKind()
  }

  /// Reads what the buyer is and does; of several, forms do not say which one is meant.
  private mutating func readKind() {
    guard outline.buyers.count == 1 else { return }
    let section = form.layout == .current ? body.first(.contractingBody) : body
    func value(_ tags: Set<TEDTag>) -> (name: String, value: String)? {
      guard let element = section?.descend(to: tags), let value = element.attribute("VALUE") else {
        return nil
      }
      return (element.name, value.trimmed)
    }
    if let (name, value) = value([.caType, .typeOfContractingAuthority]), value != "OTHER" {
      outline.buyers[0].legalType = BuyerCodes.formerLegalTypes[value]
      if outline.buyers[0].legalType == nil { base.report(.listUnknown, name, value) }
    }
    let activities: Set<TEDTag> = [.caActivity, .ceActivity, .typeOfActivity, .activityOfContractingEntity]
    if let (name, value) = value(activities), value != "OTHER" {
      outline.buyers[0].activity = BuyerCodes.formerActivities[value]
      if outline.buyers[0].activity == nil { base.report(.listUnknown, name, value) }
    }
  }

  private mutating func readBuyer(_ party: TEDParty, path: String) {
    var buyer = NoticeBuyer()
    buyer.country = party.country
    buyer.territory = party.territory
    buyer.mailbox = party.mailbox
    if party.holdsContacts { base.report(.privacyContact, path + "/CONTACT_POINT") }
    buyer.number = party.number
    var number = party.number.flatMap { partyNumber($0, country: party.country) }
    let isPublicBody = Self.isPublicBody(number, country: party.country)
    buyer.name = text(party.name, path + "/OFFICIALNAME")
    if let name = buyer.name, PersonNames.isPerson(name.text, isPublicBody: isPublicBody) {
      base.report(.privacyPersonName, path + "/OFFICIALNAME")
      buyer.name = nil
      if number?.mayHoldName == true { number = nil }
    }
    settle(number, of: &buyer, path, field: "NATIONALID")
    guard buyer.name != nil || number != nil else { return }
    let isKnown = zip(outline.buyers, buyerNumbers).contains { known, its in
      known.name?.text == buyer.name?.text && its?.siret == number?.siret && its?.siren == number?.siren
    }
    if isKnown { return }
    outline.buyers.append(buyer)
    buyerNumbers.append(number)
  }

  /// Reads the number of an organisation; where the country is not known, nothing is.
  private func partyNumber(_ written: String, country: String?) -> PartyNumber? {
    guard let country, country != "FRA" || !PartyNumber.isTelephone(written) else { return nil }
    return PartyNumber.read(written, type: nil, country: country)
  }
}
