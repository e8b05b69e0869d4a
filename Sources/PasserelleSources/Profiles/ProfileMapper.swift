internal import PasserelleCore
internal import PasserelleText

/// Turns a declared profile into statements about the vendor and about the profile that hangs under it.
struct ProfileMapper {
  private let fields: DeclarationFields
  private var mapper: AwardMapper

  /// Makes the statements.
  static func map(_ record: DeclarationRecord, in iris: IRISpace) -> MappedRecord {
    let vendor = record.fields.number("identifier")?.iri(role: .winner, in: iris) ?? ""
    let parts = iris.identifierParts(of: vendor) ?? (.local, "")
    var mapper = ProfileMapper(
      fields: record.fields,
      mapper: AwardMapper(record, scheme: parts.scheme, key: parts.value + "/profile", in: iris))
    return mapper.run(vendor)
  }

  private mutating func run(_ vendor: String) -> MappedRecord {
    let profile = mapper.contract
    for finding in fields.findings() { mapper.report(finding.code, finding.field) }
    _ = mapper.stateOrganisation(
      fields.party(""), type: Vocabulary.company, isEstablishment: false, otherwise: vendor)
    mapper.statements.add(vendor, Vocabulary.hasProfile, .iri(profile))
    mapper.state(Vocabulary.type, .iri(Vocabulary.vendorProfile))
    mapper.state(Vocabulary.label, .string("profil déclaré", language: "fr"))
    mapper.state(Vocabulary.label, .string("declared profile", language: "en"))
    mapper.stateOrigin(fields)
    let codes = stateCodes()
    statePlaces()
    let text = mapper.text(fields["text"])
    if let text { mapper.state(Vocabulary.description, .string(text)) }
    for field in fields.list("labels") {
      if let label = mapper.text(field) { mapper.state(Vocabulary.declaresLabel, .string(label)) }
    }
    stateCodes(fields["size"].map { [$0] } ?? [], DeclarationCodes.sizes, Vocabulary.sizeClass)
    stateCodes(fields.list("sovereignty"), DeclarationCodes.sovereignty, Vocabulary.sovereignty)
    let references = stateReferences()
    stateSeat()
    let declared = mapper.date(fields["declared"])
    if let declared { mapper.state(Vocabulary.date, .date(declared)) }
    if codes == 0, references == 0, text == nil { mapper.report(.profileNoOffer, "cpv") }
    return MappedRecord(
      subject: vendor, kind: .vendor, published: declared, isDemonstration: fields.isDemonstration,
      statements: mapper.statements, diagnostics: mapper.diagnostics)
  }

  /// States the CPV codes.
  ///
  /// - Returns: How many there are.
  private mutating func stateCodes() -> Int {
    var seen: Set<String> = []
    for field in fields.list("cpv") {
      guard let code = mapper.cpv(field), seen.insert(code.digits).inserted else { continue }
      mapper.state(Vocabulary.offersCategory, .iri(code.iri))
    }
    return seen.count
  }

  private mutating func statePlaces() {
    for field in fields.list("places") {
      if let place = mapper.place(field) { mapper.state(Vocabulary.operatesIn, .iri(place)) }
    }
  }

  private mutating func stateCodes(
    _ written: [AwardRecord.Field], _ codes: [String: String], _ relation: String
  ) {
    for field in written {
      if let code = codes[TextFolding.fold(field.value)] {
        mapper.state(relation, .string(code))
      } else {
        mapper.amend(.declarationValue, field)
      }
    }
  }

  /// States the references.
  ///
  /// - Returns: How many there are.
  private mutating func stateReferences() -> Int {
    var number = 0
    for (path, value) in fields.objects("references") {
      func field(_ key: String) -> AwardRecord.Field? {
        DeclarationFields.field(value, key, name: path + "." + key)
      }
      guard let title = mapper.text(field("title")) else {
        mapper.report(.declarationValue, path + ".title")
        continue
      }
      number += 1
      let iri = mapper.contract + "/reference/\(number)"
      mapper.state(Vocabulary.hasReference, .iri(iri))
      mapper.statements.add(iri, Vocabulary.type, .iri(Vocabulary.vendorReference))
      mapper.statements.add(iri, Vocabulary.order, .integer(number))
      mapper.statements.add(iri, Vocabulary.title, .string(title))
      if let buyer = mapper.bodyName(field("buyer")) {
        mapper.statements.add(iri, Vocabulary.referenceBuyer, .string(buyer))
      }
      if let year = mapper.date(field("year")), let plain = PartialDate(year: year.year) {
        mapper.statements.add(iri, Vocabulary.referenceYear, .date(plain))
      }
      if let money = mapper.money(field("amount")) {
        mapper.statements.add(iri, Vocabulary.amount, .decimal(money.amount))
        mapper.statements.add(iri, Vocabulary.currency, .string(money.currency))
      }
      if let page = mapper.webPage(field("url")) {
        mapper.statements.add(iri, Vocabulary.webPage, .string(page))
      }
    }
    return number
  }

  /// States foundation, country, mailbox and site.
  private mutating func stateSeat() {
    if let field = fields["founded"] {
      if let date = PartialDate(iso: field.value) ?? DateText.read(field.value),
        (1600...2100).contains(date.year)
      {
        mapper.state(Vocabulary.founded, .date(date))
      } else {
        mapper.amend(.dateInvalid, field)
      }
    }
    if let field = fields["country"] {
      let code = TextFolding.fold(field.value) == "france" ? "FR" : field.value.uppercased()
      if code.utf8.count == 2, code.utf8.allSatisfy({ (65...90).contains($0) }) {
        mapper.state(Vocabulary.country, .string(code))
      } else {
        mapper.amend(.declarationValue, field)
      }
    }
    if let field = fields["mailbox"] {
      let parts = field.value.split(separator: "@", omittingEmptySubsequences: false)
      if parts.count == 2, ContactDetails.isRole(parts[0].lowercased()), parts[1].contains("."),
        !field.value.contains(where: \.isWhitespace)
      {
        mapper.state(Vocabulary.mailbox, .string(field.value.lowercased()))
      } else {
        mapper.report(.privacyContact, field.name)
      }
    }
    if let page = mapper.webPage(fields["webPage"]) { mapper.state(Vocabulary.webPage, .string(page)) }
  }
}
