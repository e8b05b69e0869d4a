internal import PasserelleCore
internal import PasserelleText
internal import PasserelleXML

extension EPOMapper {
  /// The IRI of an organisation by its identifier or that of one of its contact points; nil for one not described.
  func organisation(_ identifier: String) -> String? {
    guard let organisation = notice.organisations[identifier] else { return nil }
    let own = organisation.company.first(path: ["PartyIdentification", "ID"])?.content ?? identifier
    return call + "/organisation/" + NoticeKey.part(own)
  }

  /// The IRI of the contact point that an identifier names; nil for an organisation's own identifier.
  func touchPoint(_ identifier: String) -> String? {
    guard notice.organisations[identifier]?.touchPoint != nil, let organisation = organisation(identifier)
    else { return nil }
    return organisation + "/contact-point/" + NoticeKey.part(identifier)
  }

  /// States every organisation of the notice.
  mutating func stateOrganisations() {
    for element in notice.extensions.flatMap({ $0.all(path: ["Organizations", "Organization"]) }) {
      guard let company = element.first("Company"),
        let identifier = company.first(path: ["PartyIdentification", "ID"]),
        let key = identifier.content, let iri = organisation(key),
        told.insert("organisation " + iri).inserted, let known = notice.organisations[key]
      else { continue }
      state(iri, Vocabulary.type, .iri(EPOName.iri("org:Organization")))
      _ = tell(
        .identifier(segment: "identifier"), of: identifier, nil, iri, EPOName.iri("adms:identifier"), rank: 0)
      let isBusiness = apply(EPOOrganisations.business, to: iri, at: element)
      if isBusiness || element.first("UltimateBeneficialOwner") != nil {
        state(iri, Vocabulary.type, .iri(EPOName.iri("epo:Business")))
      }
      if isPerson(known) {
        report(.privacyPersonName, company)
        stateNumber(known, iri, isPerson: true)
      } else {
        stateCompany(known, iri)
        for point in element.all("TouchPoint") { stateTouchPoint(point, of: iri, known) }
      }
      for (element, type, segment) in EPORoles.indicators.compactMap({ role in
        element.first(role.element).map { ($0, role.type, role.segment) }
      }) where isTrue(element) {
        let role = call + "/role/" + segment + "/" + NoticeKey.part(key)
        state(role, Vocabulary.type, .iri(EPOName.iri(type)))
        state(role, "epo:playedBy", iri)
        announce(role, isOfResult: false)
      }
    }
  }

  private mutating func stateCompany(_ organisation: NoticeOrganisations.Organisation, _ iri: String) {
    let company = organisation.company
    for name in company.all(path: ["PartyName", "Name"]) {
      if let text = text(name) { state(iri, EPOName.iri("epo:hasLegalName"), text) }
    }
    stateNumber(organisation, iri, isPerson: false)
    if let address = company.first("PostalAddress") {
      _ = stateAddress(address, of: iri, EPOName.iri("m8g:registeredAddress"), at: "address")
    }
    if company.first("Contact") != nil || company.first("WebsiteURI") != nil {
      let node = iri + "/contact-point"
      stateNode(node, "m8g:ContactPoint", of: iri, EPOName.iri("epo:hasPrimaryContactPoint"))
      stateContact(company, node, of: organisation)
    }
  }

  /// BT-501; of a natural person, a French company number alone, which is public.
  private mutating func stateNumber(
    _ organisation: NoticeOrganisations.Organisation, _ iri: String, isPerson: Bool
  ) {
    let elements = organisation.company.all(path: ["PartyLegalEntity", "CompanyID"])
    for (rank, element) in elements.enumerated() {
      guard let content = element.content else { continue }
      let country = organisation.country
      let number = PartyNumber.read(content, type: nil, country: country)
      if isPerson && number?.siren == nil { continue }
      if country == "FRA" && PartyNumber.isTelephone(content) { continue }
      _ = tell(
        .identifier(segment: "legal-identifier"), of: element, nil, iri,
        EPOName.iri("epo:hasLegalIdentifier"), rank: rank)
    }
  }

  private mutating func stateTouchPoint(
    _ point: XMLElement, of iri: String, _ organisation: NoticeOrganisations.Organisation
  ) {
    guard let key = point.first(path: ["PartyIdentification", "ID"])?.content else { return }
    let node = iri + "/contact-point/" + NoticeKey.part(key)
    mention(node)
    state(node, Vocabulary.type, .iri(EPOName.iri("m8g:ContactPoint")))
    var person: String?
    for name in point.all(path: ["PartyName", "Name"]) {
      if PersonNames.isPerson(name.text), !OfficeNames.isOffice(name.text) {
        report(.privacyPersonName, point)
        person = name.text
      } else if let text = text(name) {
        state(node, EPOName.iri("dct:description"), text)
      }
    }
    if let address = point.first("PostalAddress") {
      _ = stateAddress(address, of: node, EPOName.iri("locn:address"), at: "address")
    }
    stateContact(point, node, of: organisation, person: person)
  }

  /// What of a contact belongs to the organisation: its page, an office, the mailbox and the numbers of a service.
  private mutating func stateContact(
    _ party: XMLElement, _ node: String, of organisation: NoticeOrganisations.Organisation,
    person: String? = nil
  ) {
    if let page = party.first("WebsiteURI"), let person, Self.names(page.text, person) {
      report(.privacyContact, page)
    } else if let page = party.first("WebsiteURI") {
      _ = tell(.address, of: page, nil, node, EPOName.iri("epo:hasInternetAddress"), rank: 0)
    }
    guard let contact = party.first("Contact") else { return }
    let office = OfficeContact(
      name: contact.first("Name")?.content, mailbox: contact.first("ElectronicMail")?.content,
      telephone: contact.first("Telephone")?.content, fax: contact.first("Telefax")?.content,
      of: organisation.company.first(path: ["PartyName", "Name"])?.content,
      office: party.name == "TouchPoint" ? party.first(path: ["PartyName", "Name"])?.content : nil)
    for (element, kept, relation) in [
      ("Name", office.name, "epo:hasContactName"), ("ElectronicMail", office.mailbox, "m8g:email"),
      ("Telephone", office.telephone, "m8g:telephone"), ("Telefax", office.fax, "epo:hasFax"),
    ] {
      guard let element = contact.first(element), element.content != nil else { continue }
      if let kept {
        state(node, EPOName.iri(relation), .string(kept))
      } else {
        report(.privacyContact, element)
      }
    }
  }

  /// Whether the address of a page holds a word of a person's name.
  private static func names(_ address: String, _ person: String) -> Bool {
    let words = TextFolding.fold(address).split(separator: " ")
    return TextFolding.fold(person).split(separator: " ").contains { word in
      word.utf8.count > 2 && words.contains(word)
    }
  }

  // Buyers

  /// States the buyers as roles, and those who help them.
  mutating func stateBuyers() {
    for (offset, party) in notice.root.all("ContractingParty").enumerated() {
      let identifiers = party.all(path: ["Party", "PartyIdentification", "ID"])
      let player = identifiers.compactMap(\.content).compactMap(organisation).first
      // One that the notice does not describe, or that may be a person, is no buyer in our own statements either.
      guard let player, let buyer = buyers[player] else { continue }
      state(buyer, Vocabulary.type, .iri(Vocabulary.buyer))
      announce(buyer, isOfResult: false)
      apply(EPOOrganisations.buyerRole, to: buyer, at: party)
      play(buyer, identifiers)
      apply(EPOOrganisations.buyer, to: player, at: party)
      for (rank, helper) in party.all(path: ["Party", "ServiceProviderParty"]).enumerated() {
        let role = call + "/role/service-provider/\(offset + 1)-\(rank + 1)"
        state(role, Vocabulary.type, .iri(EPOName.iri("epo:ProcurementServiceProvider")))
        state(role, "epo:actsOnBehalfOf", buyer)
        announce(role, isOfResult: false)
        if let code = helper.first("ServiceTypeCode"), let text = plain(code) {
          state(role, EPOName.iri("dct:description"), .string(text))
        }
        play(role, helper.all(path: ["Party", "PartyIdentification", "ID"]))
      }
    }
  }

  /// States who plays a role.
  mutating func play(_ role: String, _ identifiers: [XMLElement]) {
    for identifier in identifiers.compactMap(\.content) {
      guard let organisation = organisation(identifier) else { continue }
      state(role, "epo:playedBy", organisation)
      if let point = touchPoint(identifier) { state(role, "epo:hasContactPointInRole", point) }
    }
  }

  /// Ties a role to the notice: one of the result is made known, another of a notice of results referred to.
  mutating func announce(_ role: String, isOfResult: Bool) {
    let isAnnounced = isOfResult || notice.document != .contractAward
    state(noticeIRI, isAnnounced ? "epo:announcesRole" : "epo:refersToRole", role)
  }

  // Roles of lots

  /// States the roles that organisations play in lots, each once with all its lots.
  mutating func stateRoles() {
    for (element, lot) in zip(notice.lots, lotIRIs) {
      for role in EPORoles.all {
        for identifier in role.path.elements(from: element, root: notice.root) {
          guard let key = identifier.content, let organisation = organisation(key) else { continue }
          let iri = call + "/role/" + role.segment + "/" + NoticeKey.part(key)
          let holder = role.isOfProcedure ? procedureIRI : lot
          stateTerm(
            of: holder, at: role.term.segment, type: role.term.type, isOfProcedure: role.isOfProcedure)
          state(holder + "/" + role.term.segment, role.definedBy, .iri(iri))
          state(iri, "epo:contextualisedBy", lot)
          guard told.insert("role " + iri).inserted else { continue }
          state(iri, Vocabulary.type, .iri(role.type))
          state(iri, "epo:playedBy", organisation)
          if let point = touchPoint(key) { state(iri, "epo:hasContactPointInRole", point) }
          announce(iri, isOfResult: false)
        }
      }
    }
  }
}
