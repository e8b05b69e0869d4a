internal import PasserelleCore

/// Turns an evaluation into statements.
struct EvaluationMapper {
  private let fields: DeclarationFields
  private let iris: IRISpace
  private var mapper: AwardMapper

  /// Makes the statements.
  static func map(_ record: DeclarationRecord, key: String, in iris: IRISpace) -> MappedRecord {
    var mapper = EvaluationMapper(
      fields: record.fields, iris: iris,
      mapper: AwardMapper(record, scheme: .local, key: "evaluation:" + key, in: iris))
    return mapper.run()
  }

  private mutating func run() -> MappedRecord {
    let evaluation = mapper.contract
    for finding in fields.findings() { mapper.report(finding.code, finding.field) }
    mapper.state(Vocabulary.type, .iri(Vocabulary.evaluation))
    mapper.stateOrigin(fields)
    if let vendor = mapper.stateOrganisation(
      fields.party("vendor"), type: Vocabulary.company, isEstablishment: false,
      otherwise: evaluation + "/vendor")
    {
      mapper.state(Vocabulary.evaluates, .iri(vendor))
    }
    stateProject()
    if let author = mapper.stateOrganisation(
      fields.party("author"), type: Vocabulary.organisation, isEstablishment: true,
      otherwise: evaluation + "/author")
    {
      mapper.state(Vocabulary.author, .iri(author))
    }
    if let siren = fields.number("author.identifier")?.siren, !fields.isDemonstration,
      !siren.hasPrefix("1"), !siren.hasPrefix("2"), let field = fields["author.identifier"]
    {
      mapper.report(.evaluationAuthorNumber, field.name, field.value)
    }
    let date = mapper.date(fields["date"])
    if let date { mapper.state(Vocabulary.date, .date(date)) }
    stateMarks()
    if let text = mapper.text(fields["text"]) { mapper.state(Vocabulary.description, .string(text)) }
    if let reply = mapper.text(fields["reply.text"]) {
      mapper.state(Vocabulary.reply, .string(reply))
      if let day = mapper.date(fields["reply.date"]) { mapper.state(Vocabulary.replyDate, .date(day)) }
    }
    if let page = mapper.webPage(fields["webPage"]) { mapper.state(Vocabulary.webPage, .string(page)) }
    return MappedRecord(
      subject: evaluation, kind: .document, published: date, isDemonstration: fields.isDemonstration,
      statements: mapper.statements, diagnostics: mapper.diagnostics)
  }

  /// States the project by its title, and by its contract where that is named by an identifier.
  private mutating func stateProject() {
    if let title = mapper.text(fields["project.title"]) { mapper.state(Vocabulary.title, .string(title)) }
    guard let field = fields["project.award"] else { return }
    if let contract = Self.contract(field.value, iris) {
      mapper.state(Vocabulary.evaluatedContract, .iri(contract))
    } else if let text = mapper.text(field) {
      mapper.state(Vocabulary.identifier, .string(text))
    }
    if fields["project.title"] == nil, let text = mapper.text(field) {
      mapper.state(Vocabulary.title, .string(text))
    }
  }

  /// The IRI of a contract that is named as `decp:…`, `csv:…` or by its IRI.
  private static func contract(_ name: String, _ iris: IRISpace) -> String? {
    if name.hasPrefix(iris.base + "id/") { return name }
    guard let colon = name.firstIndex(of: ":") else { return nil }
    let value = name[name.index(after: colon)...]
    switch name[..<colon].lowercased() {
    case "decp": return iris.identifier(.decp, String(value))
    case "csv": return iris.identifier(.csv, String(value))
    default: return nil
    }
  }

  private mutating func stateMarks() {
    for (criterion, french, english) in DeclarationCodes.criterionLabels {
      let path = "criteria." + criterion
      let field = fields[path + ".mark"]
      let comment = mapper.text(fields[path + ".comment"])
      var mark: Int?
      if let field {
        mark = Int(field.value).flatMap { (1...5).contains($0) ? $0 : nil }
        if mark == nil { mapper.amend(.declarationValue, field) }
      }
      guard mark != nil || comment != nil else { continue }
      let iri = mapper.contract + "/" + criterion
      mapper.state(Vocabulary.hasMark, .iri(iri))
      mapper.statements.add(iri, Vocabulary.type, .iri(Vocabulary.criterionMark))
      mapper.statements.add(iri, Vocabulary.label, .string(french, language: "fr"))
      mapper.statements.add(iri, Vocabulary.label, .string(english, language: "en"))
      mapper.statements.add(iri, Vocabulary.criterion, .string(criterion))
      if let mark { mapper.statements.add(iri, Vocabulary.mark, .integer(mark)) }
      if let comment { mapper.statements.add(iri, Vocabulary.description, .string(comment)) }
    }
  }
}
