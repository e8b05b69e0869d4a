internal import PasserelleCore
internal import PasserelleXML

extension NoticeMapper {
  /// Reads the buyers; names of natural persons and their contact details are dropped.
  mutating func readBuyers() {
    for (rank, company) in notice.buyers.enumerated() {
      let path = "ContractingParty[\(rank)]"
      var buyer = NoticeBuyer()
      buyer.country = company.first(path: ["PostalAddress", "Country", "IdentificationCode"])?.content
        .flatMap { CountryCode.alpha3($0.uppercased()) ?? Self.alpha3($0) }
      buyer.number = company.first(path: ["PartyLegalEntity", "CompanyID"])?.content
      var number = buyer.number.flatMap { buyerNumber($0, country: buyer.country) }
      let isPublicBody =
        buyer.country != "FRA" || (number?.siren.map { $0.hasPrefix("1") || $0.hasPrefix("2") } ?? false)
      buyer.name = text(company.all(path: ["PartyName", "Name"]), path + "/Name")
      if let name = buyer.name, PersonNames.isPerson(name.text, isPublicBody: isPublicBody) {
        base.report(.privacyPersonName, path + "/Name")
        buyer.name = nil
        if number?.mayHoldName == true { (number, buyer.number) = (nil, nil) }
      }
      buyer.mailbox = mailbox(company.first("Contact"), path)
      if number == nil {
        buyer.number = nil
        base.report(.companyNoNumber, path)
      }
      if let number, let written = buyer.number {
        for (code, replacement) in number.findings {
          base.amend(
            code, AwardRecord.Field(name: path + "/CompanyID", value: written), replacement: replacement)
        }
      }
      guard buyer.name != nil || number != nil else { continue }
      outline.buyers.append(buyer)
      buyerNumbers.append(number)
    }
  }

  /// The mailbox of a service; what else a contact point holds belongs to persons.
  private mutating func mailbox(_ contact: XMLElement?, _ path: String) -> String? {
    guard let contact else { return nil }
    let address = contact.first("ElectronicMail")?.content?.lowercased()
    let parts = address?.split(separator: "@", omittingEmptySubsequences: false).map(String.init) ?? []
    let isRole = parts.count == 2 && parts[1].contains(".") && ContactDetails.isRole(parts[0])
    let isDropped =
      (address != nil && !isRole)
      || ["Name", "Telephone", "Telefax"].contains { contact.first($0)?.content != nil }
    if isDropped { base.report(.privacyContact, path + "/Contact") }
    return isRole ? address : nil
  }

  /// Reads the number of a buyer: a SIRET in France, elsewhere a VAT number or one that its country knows.
  private func buyerNumber(_ written: String, country: String?) -> PartyNumber? {
    if PartyNumber.isTelephone(written), country == "FRA" { return nil }
    if country == "FRA" { return PartyNumber.read(written, type: nil) }
    let compact = String(
      String.UnicodeScalarView(written.uppercased().unicodeScalars.filter { $0.isLetter || $0.isDigit }))
    let saysNothing = ["", "NA", "NONE", "UNKNOWN", "NOTAVAILABLE", "NOTAPPLICABLE"].contains(compact)
    guard !saysNothing, compact.contains(where: { $0 != "0" && $0 != "X" }), let country else { return nil }
    if let read = PartyNumber.read(written, type: "VAT"), read.vat != nil, read.siren == nil { return read }
    return PartyNumber(other: (country.lowercased(), compact))
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
