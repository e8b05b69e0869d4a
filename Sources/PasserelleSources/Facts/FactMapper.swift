internal import PasserelleCore
internal import PasserelleJSON

/// Turns one line of the facts into statements.
struct FactMapper {
  /// The modalities of a claim; only the first makes it a plain statement as well.
  static let modalities: Set<String> = [
    "asserted", "planned", "proposed", "forecast", "stopped", "conditional", "negated", "abandoned",
    "attempted",
  ]
  /// The attributes whose values are things, and the one whose values are claims.
  private static let thingAttributes: Set<String> = ["territory", "agreement", "grade", "criteria"]
  private static let claimAttribute = "conflictsWith"

  private let record: FactRecord
  private let value: JSONValue
  private let iris: IRISpace
  private let subject: String
  private var statements = StatementBuffer()
  private var diagnostics: [Diagnostic] = []

  init(_ record: FactRecord, iris: IRISpace) {
    self.record = record
    self.iris = iris
    value = record.json.value
    switch record.kind {
    case .thing: subject = Self.thing(record.identifier, in: iris)
    case .claim: subject = Self.claim(record.identifier, in: iris)
    case .document: subject = Self.document(record.identifier, in: iris)
    }
  }

  static func thing(_ id: String, in iris: IRISpace) -> String { iris.identifier(.local, id) }
  static func claim(_ id: String, in iris: IRISpace) -> String { iris.identifier(.local, "claim:" + id) }
  static func document(_ id: String, in iris: IRISpace) -> String {
    iris.identifier(.local, "document:" + id)
  }

  mutating func run() -> MappedRecord {
    var published: PartialDate?
    var kind = DocumentKind.thing
    state(Vocabulary.identifier, .string(record.identifier))
    if value["demonstration"] == .bool(true) { state(Vocabulary.isDemonstration, .boolean(true)) }
    switch record.kind {
    case .document:
      kind = .document
      published = stateDocument()
    case .thing:
      stateThing()
    case .claim:
      kind = .claim
      stateClaim()
    }
    return MappedRecord(
      subject: subject, kind: kind, published: published,
      isDemonstration: value["demonstration"] == .bool(true),
      statements: statements, diagnostics: diagnostics)
  }

  private mutating func stateDocument() -> PartialDate? {
    state(Vocabulary.type, .iri(Vocabulary.document))
    stateTexts(Vocabulary.title, value["title"], "title")
    stateTexts(Vocabulary.label, value["title"], "title")
    stateTexts(Vocabulary.publisher, value["publisher"], "publisher")
    if let code = value["code"]?.scalarText { state(Vocabulary.identifier, .string(code)) }
    stateTexts(FactTerms.relation("webPage"), value["address"], "address")
    guard let date = date("date") else { return nil }
    state(Vocabulary.date, .date(date))
    return date
  }

  private mutating func stateThing() {
    state(Vocabulary.type, .iri(FactTerms.type(value["kind"]?.stringValue?.trimmed ?? "")))
    stateTexts(Vocabulary.label, value["name"], "name")
    for alias in value["alias"]?.arrayValue ?? [] { stateTexts(Vocabulary.alternativeLabel, alias, "alias") }
    if let country = value["country"]?.stringValue { state(Vocabulary.country, .string(country)) }
    for member in value["identifiers"]?.objectValue ?? [] {
      guard let code = member.value.scalarText?.trimmed, !code.isEmpty else {
        report("identifiers." + member.key)
        continue
      }
      stateIdentifier(member.key, code)
    }
    stateOrigin()
  }

  private mutating func stateIdentifier(_ scheme: String, _ code: String) {
    switch scheme {
    case "insee" where PlaceCode.isCommune(code):
      state(Vocabulary.sameAs, .iri(iris.identifier(.insee, code)))
    case "insee" where value["kind"] == .string("Departement") && PlaceCode.isDepartment(code):
      state(Vocabulary.sameAs, .iri(iris.identifier(.departement, code)))
    case "insee" where value["kind"] == .string("Region") && RegionCode.all.contains(code):
      state(Vocabulary.identifier, .string("insee:" + code))
    case "departement" where PlaceCode.isDepartment(code):
      state(Vocabulary.sameAs, .iri(iris.identifier(.departement, code)))
    case "siren" where CompanyNumber.flaw(inSiren: code) == nil:
      state(Vocabulary.sameAs, .iri(iris.identifier(.siren, code)))
      state(Vocabulary.siren, .string(code))
    case "siret" where CompanyNumber.flaw(inSiret: code) == nil:
      state(Vocabulary.sameAs, .iri(iris.identifier(.siret, code)))
      state(Vocabulary.siret, .string(code))
    case "insee", "departement", "siren", "siret":
      report("identifiers." + scheme, code)
    default:
      state(Vocabulary.identifier, .string(scheme + ":" + code))
    }
  }

  private mutating func stateClaim() {
    let about = Self.thing(value["subject"]?.stringValue?.trimmed ?? "", in: iris)
    let relation = FactTerms.relation(value["relation"]?.stringValue?.trimmed ?? "")
    state(Vocabulary.type, .iri(Vocabulary.claim))
    state(Vocabulary.claimSubject, .iri(about))
    state(Vocabulary.claimPredicate, .iri(relation))
    var objects: [Term] = []
    if let object = value["object"]?.stringValue?.trimmed, !object.isEmpty {
      objects.append(.iri(Self.thing(object, in: iris)))
    }
    if let quantity = value["value"], quantity.objectValue != nil {
      stateQuantity(quantity, as: subject + "/value", "value")
      objects.append(.iri(subject + "/value"))
    }
    if let code = value["code"]?.stringValue?.trimmed, !code.isEmpty { objects.append(.string(code)) }
    objects += texts(value["text"], "text")
    for object in objects { state(Vocabulary.claimObject, object) }

    let modality = value["modality"]?.stringValue?.trimmed ?? ""
    state(Vocabulary.modality, .string(modality))
    if !Self.modalities.contains(modality) { report("modality", modality) }
    if modality == "asserted" {
      for object in objects { statements.add(about, relation, object) }
    }
    if let certainty = value["certainty"]?.stringValue { state(Vocabulary.certainty, .string(certainty)) }
    stateTexts(Vocabulary.speaker, value["speaker"], "speaker")
    if let since = date("since") { state(Vocabulary.since, .date(since)) }
    if let until = date("until") { state(Vocabulary.until, .date(until)) }
    stateOrigin()
    for member in value["attributes"]?.objectValue ?? [] { stateAttribute(member) }
  }

  private mutating func stateAttribute(_ member: JSONMember) {
    guard FactRecord.isTermName(member.key) else {
      report("attributes." + member.key)
      return
    }
    let relation = FactTerms.relation(member.key)
    for element in member.value.arrayValue ?? [member.value] {
      if let id = element.stringValue, Self.thingAttributes.contains(member.key), FactRecord.isIdentifier(id)
      {
        state(relation, .iri(Self.thing(id, in: iris)))
      } else if let id = element.stringValue, member.key == Self.claimAttribute, FactRecord.isIdentifier(id) {
        state(relation, .iri(Self.claim(id, in: iris)))
      } else if element["value"] != nil || element["number"] != nil {
        let iri = subject + "/attribute/" + member.key
        state(relation, .iri(iri))
        stateQuantity(element, as: iri, "attributes." + member.key)
      } else {
        stateTexts(relation, element, "attributes." + member.key)
      }
    }
  }

  /// States a number or amount with its unit or currency, its date and scope.
  private mutating func stateQuantity(_ quantity: JSONValue, as iri: String, _ path: String) {
    statements.add(iri, Vocabulary.type, .iri(Vocabulary.quantity))
    if let text = (quantity["number"] ?? quantity["value"])?.scalarText {
      if let number = DecimalNumber(text) {
        statements.add(iri, Vocabulary.numericValue, .decimal(number))
      } else {
        report(path + ".number", text)
      }
    }
    if let unit = quantity["unit"]?.stringValue { statements.add(iri, Vocabulary.unit, .string(unit)) }
    if let code = quantity["currency"]?.stringValue {
      statements.add(iri, Vocabulary.currency, .string(code))
    }
    if let text = quantity["date"]?.scalarText {
      if let date = PartialDate(iso: text) {
        statements.add(iri, Vocabulary.valueDate, .date(date))
      } else {
        report(path + ".date", text)
      }
    }
    for term in texts(quantity["scope"], path + ".scope") { statements.add(iri, Vocabulary.scope, term) }
  }

  /// States which lines of which document the line of facts rests on.
  private mutating func stateOrigin() {
    if let document = value["document"]?.stringValue?.trimmed, !document.isEmpty {
      state(Vocabulary.source, .iri(Self.document(document, in: iris)))
    }
    if let lines = value["lines"]?.stringValue { state(Vocabulary.lines, .string(lines)) }
  }

  // Values

  private mutating func date(_ field: String) -> PartialDate? {
    guard let text = value[field]?.scalarText else { return nil }
    guard let date = PartialDate(iso: text) else {
      report(field, text)
      return nil
    }
    return date
  }

  private mutating func stateTexts(_ relation: String, _ value: JSONValue?, _ field: String) {
    for term in texts(value, field) { state(relation, term) }
  }

  /// The texts of a value: a plain one, or one for each language.
  private mutating func texts(_ value: JSONValue?, _ field: String) -> [Term] {
    switch value {
    case nil, .null: return []
    case .string(let text), .number(let text): return text.trimmed.isEmpty ? [] : [.string(text)]
    case .bool(let flag): return [.boolean(flag)]
    case .object(let members):
      return members.compactMap { member in
        let tag = member.key.lowercased()
        guard let text = member.value.stringValue, !text.trimmed.isEmpty, (2...3).contains(tag.utf8.count)
        else {
          report(field + "." + member.key)
          return nil
        }
        return .string(text, language: tag)
      }
    case .array:
      report(field)
      return []
    }
  }

  private mutating func state(_ relation: String, _ object: Term) {
    statements.add(subject, relation, object)
  }

  private mutating func report(_ field: String, _ value: String? = nil) {
    diagnostics.append(Diagnostic(.factsValue, at: record.location, field: field, value: value))
  }
}
