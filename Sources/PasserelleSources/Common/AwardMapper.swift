internal import PasserelleCore

/// Turns the fields of an award into statements, each checked; what is repaired or dropped is told.
///
/// One mapper makes the statements of one record. DECP and mapped CSV files share it, so that the same flaw gives
/// the same diagnostic whatever the format.
struct AwardMapper {
  /// The version of the mapping; a change makes every record be mapped again.
  static let version = 2

  let record: AwardRecord
  let location: SourceLocation
  let iris: IRISpace
  /// The IRI of the contract.
  let contract: String
  var statements = StatementBuffer()
  var diagnostics: [Diagnostic]

  init(_ record: AwardRecord, key: String, location: SourceLocation, iris: IRISpace) {
    self.record = record
    self.location = location
    self.iris = iris
    contract = iris.identifier(record.scheme, key)
    diagnostics = record.diagnostics
  }

  /// Makes the statements.
  ///
  /// - Parameters:
  ///   - record: The fields as written.
  ///   - key: The key that the contract's IRI is made of.
  ///   - location: Where the record stands.
  ///   - iris: The IRI space of the workspace.
  ///   - complete: States what the format knows beside these fields.
  /// - Returns: The statements, and what was repaired or dropped.
  static func map(
    _ record: AwardRecord, key: String, location: SourceLocation, in iris: IRISpace,
    completing complete: (inout AwardMapper) -> Void = { _ in }
  ) -> MappedRecord {
    var mapper = AwardMapper(record, key: key, location: location, iris: iris)
    return mapper.run(complete)
  }

  private mutating func run(_ complete: (inout AwardMapper) -> Void) -> MappedRecord {
    state(Vocabulary.type, .iri(Vocabulary.contract))
    state(Vocabulary.source, .string(record.platform))
    state(Vocabulary.identifier, .string(record.identifier))
    if let unique = record.uniqueIdentifier { state(Vocabulary.uniqueIdentifier, .string(unique)) }
    if record.isDemonstration { state(Vocabulary.isDemonstration, .boolean(true)) }

    if let title = text(record.title) {
      state(Vocabulary.title, Self.literal(title, record.title))
    } else {
      report(.awardNoTitle, "objet")
    }
    if let description = text(record.description) {
      state(Vocabulary.description, Self.literal(description, record.description))
    }
    stateListValues()
    if let code = cpv(record.cpv) { state(Vocabulary.hasMainClassification, .iri(code.iri)) }

    let buyer = stateParty(record.buyer, role: .buyer, rank: 1)
    if let buyer { state(Vocabulary.hasBuyer, .iri(buyer)) }
    if record.winners.isEmpty { report(.awardNoWinner, "titulaires") }
    for (offset, winner) in record.winners.enumerated() {
      guard let iri = stateParty(winner, role: .winner, rank: offset + 1) else { continue }
      state(Vocabulary.hasWinner, .iri(iri))
    }

    let notified = date(record.notified)
    let published = date(record.published)
    if let notified { state(Vocabulary.notified, .date(notified)) }
    if let published { state(Vocabulary.published, .date(published)) }
    if let notified, let published, notified.firstDay > published.firstDay, let field = record.notified {
      report(.dateOrder, field.name, field.value)
    }
    if let months = duration(record.durationMonths) { state(Vocabulary.durationMonths, .integer(months)) }
    if let money = money(record.amount) {
      state(Vocabulary.amount, .decimal(money.amount))
      state(Vocabulary.currency, .string(money.currency))
    }
    statePlace(record.place)
    for (offset, modification) in record.modifications.enumerated() {
      stateModification(modification, number: modification.number ?? offset + 1)
    }
    complete(&self)
    return MappedRecord(
      subject: contract, kind: .award, published: published, isDemonstration: record.isDemonstration,
      statements: statements, diagnostics: diagnostics)
  }

  private mutating func stateModification(_ modification: AwardRecord.Modification, number: Int) {
    let iri = contract + "/modification/\(number)"
    state(Vocabulary.hasModification, .iri(iri))
    statements.add(iri, Vocabulary.type, .iri(Vocabulary.modification))
    statements.add(iri, Vocabulary.order, .integer(number))
    if let words = text(modification.description) {
      statements.add(iri, Vocabulary.description, .string(words))
    }
    if let day = date(modification.notified) { statements.add(iri, Vocabulary.notified, .date(day)) }
    if let day = date(modification.published) { statements.add(iri, Vocabulary.published, .date(day)) }
    if let months = duration(modification.durationMonths) {
      statements.add(iri, Vocabulary.durationMonths, .integer(months))
    }
    // A change may take money off, so only its size is checked.
    if let money = money(modification.amount, mayBeNegative: true) {
      statements.add(iri, Vocabulary.amount, .decimal(money.amount))
      statements.add(iri, Vocabulary.currency, .string(money.currency))
    }
    for (offset, winner) in modification.winners.enumerated() {
      guard let party = stateParty(winner, role: .winner, rank: offset + 1, within: iri) else { continue }
      statements.add(iri, Vocabulary.hasWinner, .iri(party))
    }
  }

  /// A clean text in the language of its field.
  private static func literal(_ text: String, _ field: AwardRecord.Field?) -> Term {
    guard let language = field?.language else { return .string(text) }
    return .string(text, language: language)
  }

  // Saying and telling

  /// States something of the contract.
  mutating func state(_ relation: String, _ object: Term) { statements.add(contract, relation, object) }

  /// Tells of a value that was kept or dropped.
  mutating func report(
    _ code: DiagnosticCode, _ field: String, _ value: String? = nil, replacement: String? = nil
  ) {
    diagnostics.append(Diagnostic(code, at: location, field: field, value: value, replacement: replacement))
  }

  /// Tells of a value that was repaired or dropped, and keeps the original with the contract.
  mutating func amend(_ code: DiagnosticCode, _ field: AwardRecord.Field, replacement: String? = nil) {
    report(code, field.name, field.value, replacement: replacement)
    state(Vocabulary.sourceValue, .string("\(field.name)=\(field.value)"))
  }
}
