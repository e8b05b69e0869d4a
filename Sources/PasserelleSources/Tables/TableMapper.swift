import PasserelleCore

/// Turns a record of a table into statements.
struct TableMapper {
  let record: TableRecord
  let mapping: TableMapping
  let rule: TableRecordRule
  let iris: IRISpace
  var statements = StatementBuffer()
  var diagnostics: [Diagnostic] = []
  /// The values among which one is chosen at the end.
  private var candidates: [Candidate] = []
  private var stated: Set<String> = []

  /// Values of which one is taken.
  private struct Candidate {
    let subject: String
    let relation: String
    let choice: TableStatement.Choice
    let field: String
    var terms: [Term]
  }

  init(_ record: TableRecord, iris: IRISpace) {
    self.record = record
    mapping = record.mapping
    rule = mapping.records[record.rule]
    self.iris = iris
  }

  mutating func run(key: String) -> MappedRecord {
    var subject = iris.identifier(.local, "claim:" + key)
    var kind = DocumentKind.claim
    if let about = rule.subject, let row = record.rows.first {
      kind = .thing
      if let iri = iri(of: about, row) {
        subject = iri
      } else {
        report(.rowNoIdentity, mapping.things[about].name)
      }
    }
    for row in record.rows {
      for thing in rule.things { state(mapping.things[thing], row) }
      for (place, tie) in rule.ties.enumerated() {
        let claim = rule.subject == nil ? subject : iris.identifier(.local, "claim:\(key)/\(place + 1)")
        state(tie, row, claim: claim)
      }
    }
    for candidate in candidates { choose(candidate) }
    if mapping.isDemonstration {
      statements.add(subject, Vocabulary.isDemonstration, .boolean(true))
    }
    return MappedRecord(
      subject: subject, kind: kind, published: nil, isDemonstration: mapping.isDemonstration,
      statements: statements, diagnostics: record.notes + diagnostics)
  }

  // Things

  private mutating func state(_ thing: TableThing, _ row: MappedCells) {
    guard let each = thing.each else { return stateOne(thing, row) }
    let lengths = each.columns.compactMap { column in row[column].map { $0.count { $0 == each.separator } } }
    if Set(lengths).count > 1 {
      report(.rowListLength, each.columns.map { mapping.columns[$0] }.joined(separator: ", "))
    }
    for place in row.places(each) { stateOne(thing, place) }
  }

  private mutating func stateOne(_ thing: TableThing, _ row: MappedCells) {
    guard row.satisfy(thing.conditions), let subject = iri(of: thing, row) else { return }
    for type in classes(of: thing, row) { statements.add(subject, Vocabulary.type, .iri(type)) }
    let isPerson = thing.isPerson(row)
    if isPerson { report(.rowPerson, thing.personColumns.first.map { mapping.columns[$0] }) }
    if let point = thing.point { state(point, subject, row) }
    for statement in thing.statements where !(isPerson && statement.isName) {
      state(statement, subject, row)
    }
  }

  private func classes(of thing: TableThing, _ row: MappedCells) -> [String] {
    for table in thing.classTables {
      if let code = row[table.column], let type = table.classes[code] { return [type] }
    }
    return thing.classes
  }

  private mutating func state(_ point: TablePoint, _ subject: String, _ row: MappedCells) {
    let texts: (latitude: String, longitude: String)
    let field: String
    switch point {
    case .wellKnownText(let column):
      guard let text = row[column] else { return }
      field = mapping.columns[column]
      guard let found = Self.coordinates(ofWellKnownText: text) else { return report(.rowPoint, field, text) }
      texts = found
    case .columns(let latitude, let longitude):
      guard let north = row[latitude], let east = row[longitude] else { return }
      field = mapping.columns[latitude]
      texts = (north, east)
    }
    guard let north = number(texts.latitude), let east = number(texts.longitude),
      DecimalNumber(-90) <= north, north <= DecimalNumber(90), DecimalNumber(-180) <= east,
      east <= DecimalNumber(180)
    else { return report(.rowPoint, field, texts.latitude + " " + texts.longitude) }
    let choice: TableStatement.Choice = rule.isGathered ? .first : .all
    take(.decimal(north), subject, Vocabulary.latitude, choice, field)
    take(.decimal(east), subject, Vocabulary.longitude, choice, field)
  }

  /// The coordinates of `Point(longitude latitude)`.
  static func coordinates(ofWellKnownText text: String) -> (latitude: String, longitude: String)? {
    let plain = text.trimmed
    guard plain.lowercased().hasPrefix("point"), plain.hasSuffix(")"), let open = plain.firstIndex(of: "(")
    else { return nil }
    let parts = plain[plain.index(after: open)...].dropLast().split(separator: " ").map(String.init)
    return parts.count == 2 ? (parts[1], parts[0]) : nil
  }

  // Values

  /// States a value, or keeps it among those of which one is taken.
  mutating func take(
    _ term: Term, _ subject: String, _ relation: String, _ choice: TableStatement.Choice, _ field: String
  ) {
    guard choice != .all, record.rows.count > 1 else { return statements.add(subject, relation, term) }
    let place = candidates.firstIndex { $0.subject == subject && $0.relation == relation }
    if let place {
      if !candidates[place].terms.contains(term) { candidates[place].terms.append(term) }
    } else {
      candidates.append(
        Candidate(subject: subject, relation: relation, choice: choice, field: field, terms: [term]))
    }
  }

  private mutating func choose(_ candidate: Candidate) {
    var best = candidate.terms[0]
    if candidate.choice == .greatest {
      for term in candidate.terms.dropFirst() {
        let value = DecimalNumber(term.lexicalForm ?? "") ?? DecimalNumber(0)
        if DecimalNumber(best.lexicalForm ?? "") ?? DecimalNumber(0) < value { best = term }
      }
    }
    statements.add(candidate.subject, candidate.relation, best)
    if candidate.terms.count > 1, stated.insert(candidate.field).inserted {
      let values = candidate.terms.compactMap(\.lexicalForm).joined(separator: ", ")
      diagnostics.append(
        Diagnostic(
          .rowSeveralValues, at: record.location, field: candidate.field, value: values,
          replacement: best.lexicalForm))
    }
  }

  /// A number in the writing of the file.
  func number(_ text: String) -> DecimalNumber? {
    if mapping.decimal == ".", let number = DecimalNumber(text) { return number }
    let plain =
      mapping.decimal == ","
      ? text.filter { $0 != "." && !$0.isWhitespace }.replacing(",", with: ".")
      : text.filter { !$0.isWhitespace }
    return DecimalNumber(plain)
  }

  mutating func report(_ code: DiagnosticCode, _ field: String? = nil, _ value: String? = nil) {
    let mark = code.name + "\u{1F}" + (field ?? "") + "\u{1F}" + (value ?? "")
    guard stated.insert(mark).inserted else { return }
    diagnostics.append(Diagnostic(code, at: record.location, field: field, value: value))
  }
}
