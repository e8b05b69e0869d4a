internal import PasserelleCore
internal import PasserelleXML

/// The names of things that the product's own statements are about too: the same, so that a store that holds both
/// counts them once.
extension EPOMapper {
  /// Names lots, groups of lots, buyers and contracts.
  mutating func nameThings() {
    lotIRIs = name(notice.lots, at: "lot", without: "LOT")
    groupIRIs = name(notice.lotGroups, at: "group", without: "LOT")
    nameBuyers()
    for award in NoticeResult(notice)?.awards ?? [] where award.contract != nil {
      contracts[award.identifier] = iris.identifier(.local, EFormsReader.source + ":" + award.key)
    }
  }

  /// Names things by their identifiers, those of one identifier apart.
  private mutating func name(_ elements: [XMLElement], at segment: String, without prefix: String) -> [String]
  {
    var named: [String: Int] = [:]
    return elements.enumerated().map { offset, element in
      let identifier = element.first("ID")?.content ?? "\(prefix)-\(offset + 1)"
      named[identifier, default: 0] += 1
      let repeats = named[identifier] ?? 1
      let iri = call + "/\(segment)/" + NoticeKey.part(identifier) + (repeats > 1 ? "~\(repeats)" : "")
      if lots[identifier] == nil { lots[identifier] = iri }
      return iri
    }
  }

  private mutating func nameBuyers() {
    var count = 0
    for identifier in notice.buyerIdentifiers {
      guard let organisation = notice.organisations[identifier], let iri = self.organisation(identifier),
        buyers[iri] == nil
      else { continue }
      let hasName = organisation.company.first(path: ["PartyName", "Name"])?.content != nil
      let number = identity(organisation, .buyer)
      guard number != nil || (hasName && !isPerson(organisation)) else { continue }
      count += 1
      buyers[iri] = number ?? call + "/buyer/\(count)"
    }
  }

  /// The IRI of an organisation by its number; nil where it has none that names it.
  func identity(_ organisation: NoticeOrganisations.Organisation, _ role: AwardMapper.Role) -> String? {
    guard let country = organisation.country, let written = organisation.number,
      !Self.isWithheld(written), country != "FRA" || !PartyNumber.isTelephone(written),
      let number = PartyNumber.read(written, type: nil, country: country),
      number.siren != nil || !isPerson(organisation)
    else { return nil }
    return number.iri(role: role, in: iris)
  }

  /// Whether an organisation is, or may be, a natural person; public bodies bear names of persons.
  func isPerson(_ organisation: NoticeOrganisations.Organisation) -> Bool {
    if organisation.isNaturalPerson { return true }
    let number = organisation.number.flatMap {
      PartyNumber.read($0, type: nil, country: organisation.country)
    }
    let key = organisation.company.first(path: ["PartyIdentification", "ID"])?.content
    let isBuyerAbroad =
      organisation.country != "FRA" && key.map { notice.buyerIdentifiers.contains($0) } ?? false
    let isPublicBody = isBuyerAbroad || number?.siren.map { $0.hasPrefix("1") || $0.hasPrefix("2") } ?? false
    return organisation.company.all(path: ["PartyName", "Name"]).contains {
      PersonNames.isPerson($0.text, isPublicBody: isPublicBody)
    }
  }

  func contract(_ key: String) -> String { contracts[key] ?? call + "/contract/" + NoticeKey.part(key) }
}
