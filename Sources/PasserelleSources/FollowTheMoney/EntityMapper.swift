internal import PasserelleCore

/// Turns an entity into statements.
struct EntityMapper {
  let record: EntityRecord
  let entity: Entity
  let iris: IRISpace
  let subject: String
  var statements = StatementBuffer()
  var diagnostics: [Diagnostic]

  init(_ record: EntityRecord, iris: IRISpace) {
    self.record = record
    self.iris = iris
    entity = record.entity
    diagnostics = record.notes
    subject = Self.iri(record.entity.identifier, source: record.source, in: iris)
  }

  /// The IRI of an entity, by its identifier alone.
  static func iri(_ identifier: String, source: String, in iris: IRISpace) -> String {
    iris.identifier(.local, source + ":" + identifier)
  }

  mutating func run() -> MappedRecord {
    var kind = DocumentKind.thing
    switch entity.schema {
    case "Company": stateOrganisation(Vocabulary.company)
    case "PublicBody": stateOrganisation(Vocabulary.publicBody)
    case "Organization", "LegalEntity": stateOrganisation(Vocabulary.organisation)
    case "Address": stateAddress()
    case "Project": stateProject()
    case "Contract":
      kind = .award
      stateContract()
    case "CallForTenders":
      kind = .call
      stateCall()
    case "ContractAward": stateAward()
    default: stateLink()
    }
    stateProvenance()
    let changed = date("modifiedAt", isTold: false)
    return MappedRecord(
      subject: subject, kind: kind, published: changed, isDemonstration: false, statements: statements,
      diagnostics: diagnostics)
  }

  private mutating func stateProvenance() {
    for address in entity["sourceUrl"] + entity["publisherUrl"] {
      state(Vocabulary.source, .string(address))
    }
    for name in entity["publisher"] {
      if let text = clean(name, "publisher") { state(Vocabulary.publisher, .string(text)) }
    }
  }

  // Values

  /// The things that a property refers to.
  func references(_ property: String) -> [String] {
    entity[property].map { Self.iri($0, source: record.source, in: iris) }
  }

  /// A date, whole or in part; what else stands there is told.
  mutating func date(_ property: String, isTold: Bool = true) -> PartialDate? {
    guard let written = entity.first(property) else { return nil }
    if let date = PartialDate(iso: written) ?? PartialDate(iso: written.prefix(10)) { return date }
    if isTold { report(.dateInvalid, property, written) }
    return nil
  }

  mutating func stateDates(_ node: String) {
    if let day = date("startDate") ?? date("date") { statements.add(node, Vocabulary.since, .date(day)) }
    if let day = date("endDate") { statements.add(node, Vocabulary.until, .date(day)) }
  }

  /// Cleans a text and tells what was done.
  mutating func clean(_ raw: String, _ field: String) -> String? {
    guard let result = TextCleaner.clean(raw) else { return nil }
    for told in result.tellings { report(told.code, field, told.value) }
    return result.text.isEmpty ? nil : result.text
  }

  mutating func stateTexts(_ relation: String, _ properties: [String]) {
    for property in properties {
      for raw in entity[property] {
        if let text = clean(raw, property) { state(relation, .string(text)) }
      }
    }
  }

  /// States the amount of an entity as a node with its currency.
  mutating func stateAmount(_ relation: String, _ node: String) {
    guard let written = entity.first("amount") ?? entity.first("amountEur") else { return }
    guard let number = DecimalNumber(written) ?? NumberText.read(written) else {
      return report(.amountInvalid, "amount", written)
    }
    let currency = entity.first("amount") == nil ? "EUR" : entity.first("currency")
    state(relation, .iri(node))
    statements.add(node, Vocabulary.type, .iri(Vocabulary.quantity))
    statements.add(node, Vocabulary.numericValue, .decimal(number))
    if let code = IATIMapper.currencyCode(currency) {
      statements.add(node, Vocabulary.currency, .string(code))
    } else if let currency {
      report(.currencyInvalid, "currency", currency)
    }
  }

  // Saying and telling

  mutating func state(_ relation: String, _ object: Term) { statements.add(subject, relation, object) }

  mutating func report(_ code: DiagnosticCode, _ field: String, _ value: String? = nil) {
    diagnostics.append(Diagnostic(code, at: record.location, field: field, value: value))
  }
}
