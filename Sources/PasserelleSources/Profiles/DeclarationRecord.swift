internal import PasserelleCore
internal import PasserelleJSON

/// One profile, evaluation or action sheet.
struct DeclarationRecord: SourceRecord {
  /// The version of the mapping; a change makes every record be mapped again.
  static let version = 2

  let kind: DeclarationKind
  let key: String
  let fields: DeclarationFields
  let bytes: [UInt8]
  let location: SourceLocation

  var source: String { kind.rawValue }
  var mappingVersion: Int { Self.version }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    switch kind {
    case .profile: ProfileMapper.map(self, in: iris)
    case .evaluation: EvaluationMapper.map(self, key: key, in: iris)
    case .sheet: ActionSheetMapper.map(self, key: key, in: iris)
    }
  }

  /// The record, or its refusal.
  static func item(
    _ kind: DeclarationKind, _ value: JSONValue, bytes: [UInt8], at location: SourceLocation
  ) -> SourceItem {
    let fields = DeclarationFields(kind: kind, value: value)
    do throws(Refusal) {
      guard value.objectValue != nil else { throw Refusal(.recordNotObject, nil) }
      if let format = fields["format"], format.value != kind.format {
        throw Refusal(.declarationFormat, "format", format.value)
      }
      let key =
        switch kind {
        case .profile: try profileKey(fields)
        case .evaluation: try evaluationKey(fields)
        case .sheet: try sheetKey(fields)
        }
      return .record(
        DeclarationRecord(kind: kind, key: key, fields: fields, bytes: bytes, location: location))
    } catch {
      return .refused(
        RefusedRecord(
          bytes: bytes,
          diagnostics: [Diagnostic(error.code, at: location, field: error.field, value: error.value)]))
    }
  }

  private struct Refusal: Error {
    let code: DiagnosticCode
    let field: String?
    let value: String?

    init(_ code: DiagnosticCode, _ field: String?, _ value: String? = nil) {
      self.code = code
      self.field = field
      self.value = value
    }
  }

  private static func profileKey(_ fields: DeclarationFields) throws(Refusal) -> String {
    guard let number = fields.number("identifier") else { throw Refusal(.profileNoIdentifier, "identifier") }
    guard let name = fields["name"]?.value else { throw Refusal(.profileNoName, "name") }
    if number.mayHoldName, PersonNames.isPerson(name) { throw Refusal(.profileNoIdentifier, "identifier") }
    return number.key
  }

  private static func evaluationKey(_ fields: DeclarationFields) throws(Refusal) -> String {
    guard let vendor = fields.number("vendor.identifier") else {
      throw Refusal(.evaluationNoVendor, "vendor.identifier")
    }
    guard let project = fields["project.title"] ?? fields["project.award"] else {
      throw Refusal(.evaluationNoProject, "project.title")
    }
    if vendor.mayHoldName, PersonNames.isPerson(fields["vendor.name"]?.value ?? "") {
      throw Refusal(.evaluationNoVendor, "vendor.identifier")
    }
    let author = fields.number("author.identifier")
    guard let body = author?.key ?? fields["author.name"].map({ Self.slug($0.value) }) else {
      throw Refusal(.evaluationNoAuthor, "author")
    }
    if let own = author?.siren, own == vendor.siren { throw Refusal(.evaluationSelf, "author.identifier") }
    let hasMark = DeclarationCodes.criteria.contains { fields["criteria.\($0).mark"] != nil }
    guard hasMark || fields["text"] != nil else { throw Refusal(.evaluationEmpty, "criteria") }
    let rest =
      fields["id"]?.value
      ?? [vendor.key, fields.date?.description ?? "", Self.slug(project.value)].joined(separator: "/")
    return body + "/" + rest
  }

  private static func sheetKey(_ fields: DeclarationFields) throws(Refusal) -> String {
    guard let title = fields["title"] else { throw Refusal(.sheetNoTitle, "title") }
    let city = (fields["city.insee"]?.value).map(Self.slug) ?? fields["city.name"].map { Self.slug($0.value) }
    return (city ?? "-") + "/" + (fields["id"]?.value ?? Self.slug(title.value))
  }

  /// A short form of a name; none of a person's, since keys are shown everywhere.
  private static func slug(_ name: String) -> String {
    PersonNames.isPerson(name) ? "x" : Slug.make(name)
  }
}
