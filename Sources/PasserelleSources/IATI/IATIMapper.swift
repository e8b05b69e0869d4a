internal import PasserelleCore
internal import PasserelleXML

/// Turns an activity or organisation of IATI into statements.
struct IATIMapper {
  let root: XMLElement
  let record: IATIRecord
  let iris: IRISpace
  let subject: String
  /// The language of texts that do not say theirs.
  let language: String?
  /// The currency of amounts that do not say theirs.
  let currency: String?
  /// The organisation that reports, as written.
  let reporter: String
  var statements = StatementBuffer()
  var diagnostics: [Diagnostic]
  /// Whether a local authority takes part.
  var hasLocalAuthority = false
  /// The IRIs of what was stated already.
  var stated: Set<String> = []
  /// How many shares were stated.
  var shares = 0

  init(_ record: IATIRecord, iris: IRISpace) {
    self.record = record
    self.iris = iris
    root = record.xml.tree.root
    diagnostics = record.notes
    subject = Self.activity(record.identifier, in: iris)
    language = Self.languageTag(root.attribute("lang"))
    currency = Self.currencyCode(root.attribute("default-currency"))
    reporter = root.first("reporting-org")?.attribute("ref")?.trimmed ?? ""
  }

  /// The IRI of an activity, by its identifier.
  static func activity(_ identifier: String, in iris: IRISpace) -> String {
    iris.identifier(.local, "iati:" + identifier)
  }

  // The activity

  mutating func runActivity() -> MappedRecord {
    state(Vocabulary.identifier, .string(record.identifier))
    for other in root.all("other-identifier") {
      // 2.0x gives it in an attribute, 1.0x as text.
      let text = (other.attribute("ref") ?? other.text).trimmed
      if IATIRecord.isReference(text), !ContactDetails.isAddress(text) {
        state(Vocabulary.identifier, .string(text))
      }
    }
    let titles = texts(root, "title")
    for title in titles {
      state(Vocabulary.label, title)
      state(Vocabulary.title, title)
    }
    if titles.isEmpty { report(.iatiNoTitle, "title") }
    for text in texts(root, "description") { state(Vocabulary.description, text) }
    stateStatus()
    stateDates()
    stateParticipants()
    stateRecipients()
    stateSectors()
    stateMarkers()
    stateLocations()
    stateMoney()
    stateResults()
    stateDocuments(of: subject)
    stateRelatedActivities()
    stateContacts()
    if let level = root.attribute("hierarchy").flatMap({ Int($0.trimmed) }), (1...9).contains(level) {
      state(Vocabulary.hierarchyLevel, .integer(level))
    }
    if let page = root.first("activity-website")?.text.trimmed, IATIRecord.isReference(page) {
      state(Vocabulary.webPage, .string(page))
    }
    state(Vocabulary.type, .iri(Vocabulary.project))
    if hasLocalAuthority { state(Vocabulary.type, .iri(Vocabulary.cooperationProject)) }
    return mapped(subject)
  }

  /// The result, of all that was stated.
  func mapped(_ subject: String) -> MappedRecord {
    let updated = root.attribute("last-updated-datetime").flatMap { PartialDate(iso: $0.trimmed.prefix(10)) }
    return MappedRecord(
      subject: subject, kind: .thing, published: updated, isDemonstration: false, statements: statements,
      diagnostics: diagnostics)
  }

  private mutating func stateStatus() {
    guard let status = root.first("activity-status"), let code = status.attribute("code")?.trimmed else {
      return
    }
    guard let known = IATICodes.statuses[code] else { return report(.iatiCode, "activity-status", code) }
    state(Vocabulary.hasStatus, .string(known))
  }

  private mutating func stateDates() {
    var dates: [String: PartialDate] = [:]
    for element in root.all("activity-date") {
      let written = element.attribute("type")?.trimmed ?? ""
      guard let type = IATICodes.dateTypes[written.lowercased()] else {
        report(.iatiCode, "activity-date/@type", written)
        continue
      }
      guard let date = date(of: element, "activity-date") else { continue }
      if dates[type] == nil { dates[type] = date }
    }
    if let date = dates["start-planned"] { state(Vocabulary.plannedStart, .date(date)) }
    if let date = dates["end-planned"] { state(Vocabulary.plannedEnd, .date(date)) }
    let since = dates["start-actual"] ?? dates["start-planned"]
    let until = dates["end-actual"] ?? dates["end-planned"]
    if let since { state(Vocabulary.since, .date(since)) }
    if let until { state(Vocabulary.until, .date(until)) }
    if let since, let until, until < since {
      report(.iatiDateOrder, "activity-date", "\(since) – \(until)")
    }
  }

  private mutating func stateRelatedActivities() {
    for element in root.all("related-activity") {
      let ref = (element.attribute("ref") ?? "").trimmed
      guard IATIRecord.isReference(ref), ref != record.identifier else { continue }
      let other = Self.activity(ref, in: iris)
      switch element.attribute("type")?.trimmed {
      case "1": state(Vocabulary.partOf, .iri(other))
      case "2": statements.add(other, Vocabulary.partOf, .iri(subject))
      case "3", "4", "5": state(Vocabulary.relatedTo, .iri(other))
      case let type:
        report(.iatiCode, "related-activity/@type", type)
        state(Vocabulary.relatedTo, .iri(other))
      }
    }
  }

  /// The documents of an activity or organisation.
  mutating func stateDocuments(of owner: String) {
    for (place, element) in root.all("document-link").enumerated() {
      let address = element.attribute("url")?.trimmed ?? ""
      guard IATIRecord.isReference(address) else { continue }
      let document = owner + "/document/\(place + 1)"
      statements.add(document, Vocabulary.type, .iri(Vocabulary.document))
      statements.add(document, Vocabulary.concerns, .iri(owner))
      statements.add(document, Vocabulary.webPage, .string(address))
      for title in texts(element, "title") {
        statements.add(document, Vocabulary.label, title)
        statements.add(document, Vocabulary.title, title)
      }
      for text in texts(element, "description") { statements.add(document, Vocabulary.description, text) }
      for language in element.all("language").compactMap({ Self.languageTag($0.attribute("code")) }) {
        statements.add(document, Vocabulary.language, .string(language))
      }
      if let day = element.first("document-date").flatMap({ date(of: $0, "document-date") }) {
        statements.add(document, Vocabulary.date, .date(day))
      }
    }
  }

  // Saying and telling

  /// States something of the activity.
  mutating func state(_ relation: String, _ object: Term) { statements.add(subject, relation, object) }

  /// Tells of a value.
  mutating func report(_ code: DiagnosticCode, _ field: String, _ value: String? = nil) {
    diagnostics.append(Diagnostic(code, at: record.location, field: field, value: value))
  }

  /// Tells of a value that was repaired or dropped, and keeps the original with the activity.
  mutating func amend(
    _ code: DiagnosticCode, _ field: String, _ value: String, replacement: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(code, at: record.location, field: field, value: value, replacement: replacement))
    state(Vocabulary.sourceValue, .string("\(field)=\(value)"))
  }
}
