internal import PasserelleCore
internal import PasserelleText

/// What one territory declares of its services.
struct DiagnosisRecord: SourceRecord {
  /// The version of the mapping; a change makes every record be mapped again.
  static let version = 1

  let draft: DiagnosisDraft
  let city: City
  let key: String

  var source: String { DiagnosisReader.source }
  var mappingVersion: Int { Self.version }
  var bytes: [UInt8] { draft.bytes }
  var location: SourceLocation { draft.location }

  /// The territory, once its identifier is read.
  enum City: Sendable, Hashable {
    /// A French commune, by its INSEE code.
    case commune(String)
    /// A thing of the workspace's own identifiers.
    case identified(IdentifierScheme, String)
    /// A thing by its IRI.
    case iri(String)

    /// The IRI in a space.
    func iri(in iris: IRISpace) -> String {
      switch self {
      case .commune(let code): iris.identifier(.insee, code)
      case .identified(let scheme, let value): iris.identifier(scheme, value)
      case .iri(let iri): iri
      }
    }

    /// The key of the record.
    var key: String {
      switch self {
      case .commune(let code): "insee:" + code
      case .identified(let scheme, let value): scheme.rawValue + ":" + value
      case .iri(let iri): iri
      }
    }
  }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    DiagnosisMapper.map(self, key: key, in: iris)
  }

  /// The record, or its refusal.
  static func item(_ draft: DiagnosisDraft) -> SourceItem {
    func refused(_ code: DiagnosticCode, _ field: DiagnosisField, _ value: String? = nil) -> SourceItem {
      .refused(
        RefusedRecord(
          bytes: draft.bytes,
          diagnostics: [Diagnostic(code, at: draft.location, field: field.rawValue, value: value)]))
    }
    guard let city = city(of: draft) else {
      return refused(.diagnosisNoCity, .insee, (draft.fields[.insee] ?? draft.fields[.identifier])?.value)
    }
    guard draft.declared != nil else {
      return refused(.diagnosisNoDate, .declared, draft.fields[.declared]?.value)
    }
    guard draft.answers.contains(where: { $0.reading.value != nil }) else {
      return refused(.diagnosisEmpty, .answer)
    }
    return .record(DiagnosisRecord(draft: draft, city: city, key: city.key))
  }

  private static func city(of draft: DiagnosisDraft) -> City? {
    if let code = draft.fields[.insee]?.value.uppercased() {
      let whole = code.utf8.count == 4 ? "0" + code : code
      return PlaceCode.isCommune(whole) ? .commune(whole) : nil
    }
    guard let name = draft.fields[.identifier]?.value else { return nil }
    if name.hasPrefix("https://") || name.hasPrefix("http://") {
      return name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !Array("<>\"{}|^`\\".utf8).contains($0) }
        ? .iri(name) : nil
    }
    guard let colon = name.firstIndex(of: ":"),
      let scheme = IdentifierScheme(rawValue: name[..<colon].lowercased())
    else { return nil }
    let value = name[name.index(after: colon)...].trimmed
    if scheme == .insee { return PlaceCode.isCommune(value) ? .commune(value) : nil }
    return value.isEmpty ? nil : .identified(scheme, value)
  }
}

/// Turns a diagnosis into statements.
struct DiagnosisMapper {
  private let record: DiagnosisRecord
  private let city: String
  private var mapper: AwardMapper

  /// Makes the statements.
  static func map(_ record: DiagnosisRecord, key: String, in iris: IRISpace) -> MappedRecord {
    var mapper = DiagnosisMapper(
      record: record, city: record.city.iri(in: iris),
      mapper: AwardMapper(
        AwardRecord(
          platform: DiagnosisReader.source, scheme: .local, identifier: key,
          buyer: AwardRecord.Party(path: "")),
        key: "diagnosis:" + key, location: record.location, iris: iris))
    return mapper.run()
  }

  private mutating func run() -> MappedRecord {
    let draft = record.draft
    for name in draft.unknown { mapper.report(Self.code(ofUnknown: name), name) }
    mapper.state(Vocabulary.type, .iri(DiagnosisTerms.diagnosis))
    if draft.isDemonstration { mapper.state(Vocabulary.isDemonstration, .boolean(true)) }
    mapper.state(DiagnosisTerms.concerns, .iri(city))
    if let language = draft.fields[.language]?.value.lowercased(), language.utf8.count == 2 {
      mapper.state(Vocabulary.language, .string(language))
    }
    let name = mapper.bodyName(draft.fields[.city])
    if let name { mapper.state(Vocabulary.placeName, .string(name)) }
    stateTitle(name)
    let date = mapper.date(draft.fields[.declared])
    if let date { mapper.state(Vocabulary.date, .date(date)) }
    statePopulation()
    stateAnswers()
    return MappedRecord(
      subject: mapper.contract, kind: .document, published: date, isDemonstration: draft.isDemonstration,
      statements: mapper.statements, diagnostics: mapper.diagnostics)
  }

  /// States what the diagnosis is called, with the name of the territory, else its key.
  private mutating func stateTitle(_ name: String?) {
    let whose = name ?? record.city.key
    mapper.state(Vocabulary.title, .string("Diagnostic déclaré, " + whose, language: "fr"))
    mapper.state(Vocabulary.title, .string("Declared diagnosis, " + whose, language: "en"))
  }

  private mutating func statePopulation() {
    guard let field = record.draft.fields[.population] else { return }
    let digits = field.value.filter { !$0.isWhitespace }
    guard let number = Int(digits), number > 0 else {
      mapper.amend(.declarationValue, field)
      return
    }
    mapper.statements.add(city, DiagnosisTerms.population, .integer(number))
  }

  /// States each answer; of a service that is answered both ways nothing.
  private mutating func stateAnswers() {
    var answers: [String: Set<Bool>] = [:]
    var order: [(service: String, path: String)] = []
    for answer in record.draft.answers {
      let (isKnown, value) = answer.reading
      guard isKnown else {
        // What stands in the cell may be a person's name: it is told of, not kept.
        mapper.report(.diagnosisAnswer, answer.path)
        continue
      }
      guard let value else { continue }
      guard Self.isCode(answer.service) else {
        mapper.report(.diagnosisService, answer.path)
        continue
      }
      if answers[answer.service] == nil { order.append((answer.service, answer.path)) }
      answers[answer.service, default: []].insert(value)
    }
    for (service, path) in order {
      let values = answers[service] ?? []
      guard values.count == 1, let value = values.first else {
        mapper.report(.diagnosisContradiction, path)
        continue
      }
      mapper.statements.add(
        city, value ? DiagnosisTerms.hasService : DiagnosisTerms.lacksService,
        .iri(DiagnosisTerms.service(service)))
    }
  }

  /// Whether a text can be the code of a service: small letters, digits and dashes.
  private static func isCode(_ text: String) -> Bool {
    (1...80).contains(text.utf8.count)
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  /// What to tell of a column or key that the format does not have: most often a person's name or number.
  private static func code(ofUnknown key: String) -> DiagnosticCode {
    let words = Set(TextFolding.fold(key).split(separator: " ").map(String.init))
    if !words.isDisjoint(with: DeclarationCodes.telephoneWords) { return .privacyContact }
    return words.isDisjoint(with: DeclarationCodes.personalWords) ? .declarationField : .privacyPersonName
  }
}
