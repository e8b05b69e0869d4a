internal import PasserelleCore

/// Turns an action sheet into statements.
struct ActionSheetMapper {
  private let fields: DeclarationFields
  private var mapper: AwardMapper

  /// Makes the statements.
  static func map(_ record: DeclarationRecord, key: String, in iris: IRISpace) -> MappedRecord {
    var mapper = ActionSheetMapper(
      fields: record.fields, mapper: AwardMapper(record, scheme: .local, key: "sheet:" + key, in: iris))
    return mapper.run()
  }

  private mutating func run() -> MappedRecord {
    for finding in fields.findings() { mapper.report(finding.code, finding.field) }
    mapper.state(Vocabulary.type, .iri(Vocabulary.actionSheet))
    mapper.stateOrigin(fields)
    if let title = mapper.text(fields["title"]) { mapper.state(Vocabulary.title, .string(title)) }
    if let text = mapper.text(fields["description"]) { mapper.state(Vocabulary.description, .string(text)) }
    if let name = mapper.bodyName(fields["city.name"]) { mapper.state(Vocabulary.placeName, .string(name)) }
    if let field = fields["city.insee"], let place = mapper.place(field) {
      mapper.state(Vocabulary.placeOfPerformance, .iri(place))
    }
    for field in fields.list("domains") {
      if let text = mapper.text(field) { mapper.state(Vocabulary.actionDomain, .string(text)) }
    }
    for field in fields.list("tools") {
      if let text = mapper.text(field) { mapper.state(Vocabulary.usesTool, .string(text)) }
    }
    stateProviders()
    let date = mapper.date(fields["date"])
    if let date { mapper.state(Vocabulary.date, .date(date)) }
    if let page = mapper.webPage(fields["webPage"]) { mapper.state(Vocabulary.webPage, .string(page)) }
    return MappedRecord(
      subject: mapper.contract, kind: .document, published: date, isDemonstration: fields.isDemonstration,
      statements: mapper.statements, diagnostics: mapper.diagnostics)
  }

  private mutating func stateProviders() {
    var isNamed = false
    for (index, (path, value)) in fields.objects("providers").enumerated() {
      let party = DeclarationFields.party(value, path: path)
      guard !party.isVoid else { continue }
      let iri = mapper.stateOrganisation(
        party, type: Vocabulary.company, isEstablishment: false,
        otherwise: mapper.contract + "/provider/\(index + 1)")
      guard let iri else { continue }
      mapper.state(Vocabulary.namesProvider, .iri(iri))
      isNamed = true
    }
    if !isNamed { mapper.report(.sheetNoProvider, "providers") }
  }
}
