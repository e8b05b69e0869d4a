internal import PasserelleCore
internal import PasserelleXML

extension NoticeMapper {
  /// Reads the buyers; names of natural persons and their contact details are dropped.
  mutating func readBuyers() {
    var seen: Set<Int> = []
    for identifier in notice.buyerIdentifiers {
      guard let organisation = notice.organisations[identifier] else {
        base.report(.eformsMissingReference, "ContractingParty", identifier)
        continue
      }
      if seen.insert(organisation.rank).inserted {
        readBuyer(organisation, identifier, path: "ContractingParty[\(seen.count - 1)]")
      }
    }
  }

  private mutating func readBuyer(
    _ organisation: NoticeOrganisations.Organisation, _ identifier: String, path: String
  ) {
    let company = organisation.company
    var buyer = NoticeBuyer()
    buyer.country = organisation.country
    buyer.territory = organisation.territory
    buyer.number = organisation.number
    var number = buyer.number.flatMap { buyerNumber($0, country: buyer.country) }
    let isPublicBody = Self.isPublicBody(number, country: buyer.country)
    buyer.name = text(company.all(path: ["PartyName", "Name"]), path + "/Name")
    if let name = buyer.name,
      organisation.isNaturalPerson || PersonNames.isPerson(name.text, isPublicBody: isPublicBody)
    {
      base.report(.privacyPersonName, path + "/Name")
      buyer.name = nil
      // Numbers abroad may be those of persons.
      let isPersonal = organisation.isNaturalPerson && number?.siren == nil
      if isPersonal || number?.mayHoldName == true { (number, buyer.number) = (nil, nil) }
    }
    buyer.mailbox = mailbox(
      organisation.touchPoint?.first("Contact"), company.first("Contact"), path, of: buyer.name?.text)
    settle(number, of: &buyer, path, field: "CompanyID")
    guard buyer.name != nil || number != nil else { return }
    readKind(of: &buyer, identifier, path)
    outline.buyers.append(buyer)
    buyerNumbers.append(number)
  }

  /// Reads what a buyer is and does (BT-11, BT-10).
  private mutating func readKind(of buyer: inout NoticeBuyer, _ identifier: String, _ path: String) {
    let parties = notice.root.all("ContractingParty").filter { party in
      party.all(path: ["Party", "PartyIdentification", "ID"]).contains { $0.content == identifier }
    }
    func code(_ path: [String], _ lists: Set<String>) -> String? {
      parties.lazy.flatMap { $0.all(path: path) }.first { element in
        element.attribute("listName").map(lists.contains) ?? false
      }?.content
    }
    if let code = code(["ContractingPartyType", "PartyTypeCode"], ["buyer-legal-type"]) {
      buyer.legalType = known(code, in: BuyerCodes.legalTypes, path + "/PartyTypeCode")
    }
    let lists: Set<String> = ["authority-activity", "entity-activity"]
    if let code = code(["ContractingActivity", "ActivityTypeCode"], lists) {
      buyer.activity = known(code, in: BuyerCodes.activities, path + "/ActivityTypeCode")
    }
  }

  /// A code of a list; another is told of.
  private mutating func known(_ code: String, in list: Set<String>, _ field: String) -> String? {
    if list.contains(code) { return code }
    base.report(.listUnknown, field, code)
    return nil
  }

  /// The mailbox of a service, that of the contact point first; what else contacts hold belongs to persons.
  mutating func mailbox(
    _ point: XMLElement?, _ company: XMLElement?, _ path: String, of organisation: String? = nil
  ) -> String? {
    let contacts = [point, company].compactMap { $0 }
    var mailbox: String?
    var isDropped = false
    for contact in contacts {
      let address = contact.first("ElectronicMail")?.content?.lowercased()
      let isRole = address.map { ContactDetails.isRoleMailbox($0, of: organisation) } ?? false
      if isRole, mailbox == nil { mailbox = address }
      if address != nil && !isRole { isDropped = true }
      if ["Name", "Telephone", "Telefax"].contains(where: { contact.first($0)?.content != nil }) {
        isDropped = true
      }
    }
    if isDropped { base.report(.privacyContact, path + "/Contact") }
    return mailbox
  }

  /// Reads the number of a buyer; where the country is not known, nothing is.
  private func buyerNumber(_ written: String, country: String?) -> PartyNumber? {
    guard let country, country != "FRA" || !PartyNumber.isTelephone(written) else { return nil }
    return PartyNumber.read(written, type: nil, country: country)
  }

  /// A code of the shape of ISO 3166-1 alpha-3.
  static func alpha3(_ code: String) -> String? {
    code.utf8.count == 3 && code.utf8.allSatisfy { (65...90).contains($0) } ? code : nil
  }

  /// Reads the places of performance of a project, each once.
  mutating func places(of project: XMLElement?, _ prefix: String) -> [NoticePlace] {
    var places: [NoticePlace] = []
    for address in project?.all(path: ["RealizedLocation", "Address"]) ?? [] {
      let place = place(address, prefix + "RealizedLocation/")
      if !place.isVoid, !places.contains(place) { places.append(place) }
    }
    return places
  }

  private mutating func place(_ address: XMLElement, _ prefix: String) -> NoticePlace {
    var place = NoticePlace()
    if let code = address.first(path: ["Country", "IdentificationCode"])?.content {
      place.country = CountryCode.alpha3(code.uppercased()) ?? Self.alpha3(code)
    }
    if let code = address.first("CountrySubentityCode")?.content {
      if NUTSDepartment.isCode(code) {
        place.nuts = code
        place.department = NUTSDepartment.department(code)
      } else {
        base.amend(.placeInvalid, AwardRecord.Field(name: prefix + "CountrySubentityCode", value: code))
      }
    }
    let isFrench = place.country == "FRA" || place.nuts?.hasPrefix("FR") == true
    if isFrench, let code = address.first("PostalZone")?.content {
      let compact = CompanyNumber.compact(code)
      if PlaceCode.isPostal(compact) {
        place.postalCode = compact
        place.department = PlaceCode.department(ofPostal: compact) ?? place.department
      } else {
        base.amend(.placeInvalid, AwardRecord.Field(name: prefix + "PostalZone", value: code))
      }
    }
    if let town = address.first("CityName") {
      place.town = base.text(AwardRecord.Field(name: prefix + "CityName", value: town.text))
    }
    return place
  }
}
