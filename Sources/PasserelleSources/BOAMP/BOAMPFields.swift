internal import PasserelleCore
internal import PasserelleJSON
internal import PasserelleText

/// Reads the fields of a notice out of its JSON, as written.
struct BOAMPFields {
  private let object: JSONValue
  private let location: SourceLocation
  private var diagnostics: [Diagnostic] = []

  private init(_ object: JSONValue, _ location: SourceLocation) {
    self.object = object
    self.location = location
  }

  /// The object that holds the fields: older versions of the interface wrap it in `fields` or `record.fields`.
  static func fields(of value: JSONValue) -> JSONValue {
    for path in [["fields"], ["record", "fields"]] {
      var inner: JSONValue? = value
      for key in path { inner = inner?[key] }
      if let inner, inner.objectValue != nil, inner["idweb"] != nil { return inner }
    }
    return value
  }

  /// The number of the notice; nil where it has none, or one that cannot be told from another text.
  static func number(of object: JSONValue) -> String? {
    for key in ["idweb", "id"] {
      guard var text = object[key]?.scalarText?.trimmed, !text.isEmpty else { continue }
      if text.lowercased().hasPrefix("boamp:") { text = String(text.dropFirst(6)).trimmed }
      if !text.isEmpty { return String(text.prefix(100)) }
    }
    return nil
  }

  /// Whether the notice says what it is about.
  static func hasContent(_ object: JSONValue) -> Bool {
    ["title", "objet", "text"].contains { !(object[$0]?.stringValue ?? "").trimmed.isEmpty }
  }

  /// The fields of a notice.
  static func notice(_ value: JSONValue, at location: SourceLocation) -> BOAMPNotice {
    var fields = BOAMPFields(Self.fields(of: value), location)
    return fields.read()
  }

  private mutating func read() -> BOAMPNotice {
    var notice = BOAMPNotice(number: Self.number(of: object) ?? "")
    notice.title = field("title", "objet")
    notice.buyer = field("buyer_name", "nomacheteur")
    notice.published = field("date", "dateparution")
    notice.deadline = day(field("datelimitereponse"))
    notice.kind = field("kind", "nature", "nature_categorise", "nature_libelle")
    notice.procedure = field("procedure_libelle", "type_procedure")
    notice.departments = list("departments", "code_departement")
    notice.codes = list("cpv")
    notice.categories = list("type_marche")
    notice.text = field("text")?.value
    let state = TextFolding.fold(field("etat")?.value ?? "")
    notice.isCancelled = state.contains("annul")
    notice.changedNotice = list("annonce_lie").first?.value.trimmed
    notice.isDemonstration = object["demonstration"] == .bool(true)
    readData(into: &notice)
    for key in object.duplicateKeys { report(.recordDuplicateKey, key) }
    let unread = (object.objectValue ?? []).filter { member in
      !Self.known.contains(member.key) && !Self.unneeded.contains(member.key) && !member.value.isVoid
    }
    if !unread.isEmpty { report(.boampFieldIgnored, unread.map(\.key).joined(separator: ", ")) }
    notice.diagnostics = diagnostics
    return notice
  }

  /// Reads the subject and the codes out of `donnees`, a JSON document in a text or as it is.
  ///
  /// What else it holds are contacts and the sections of forms that changed over the years; it is told of.
  private mutating func readData(into notice: inout BOAMPNotice) {
    guard let written = object["donnees"], !written.isVoid else { return }
    var data: JSONValue? = written
    if let text = written.stringValue { data = try? JSONDocument.parse(Array(text.utf8)) }
    guard let data, data.objectValue != nil else { return report(.valueType, "donnees") }
    report(.boampFieldIgnored, "donnees")
    guard let subject = data["OBJET"] else { return }
    if let text = subject["OBJET_COMPLET"]?.stringValue, !text.trimmed.isEmpty {
      notice.description = AwardRecord.Field(name: "donnees.OBJET.OBJET_COMPLET", value: text, language: "fr")
    }
    let groups = subject["CPV"]?.arrayValue ?? [subject["CPV"]].compactMap { $0 }
    for group in groups {
      guard let code = group["PRINCIPAL"]?.scalarText else { continue }
      notice.codes.append(AwardRecord.Field(name: "donnees.OBJET.CPV.PRINCIPAL", value: code))
    }
  }

  /// The fields that are read.
  static let known: Set<String> = [
    "id", "idweb", "title", "objet", "buyer_name", "nomacheteur", "date", "dateparution", "datelimitereponse",
    "kind", "nature", "nature_categorise", "nature_libelle", "procedure_libelle", "type_procedure",
    "departments", "code_departement", "cpv", "type_marche", "text", "etat", "annonce_lie", "donnees",
    "demonstration",
  ]

  /// Fields of the interface that say again what another says, or that serve its own pages only.
  private static let unneeded: Set<String> = [
    "nature_categorise_libelle", "type_marche_facette", "procedure_categorise", "famille_libelle",
    "marche_public_simplifie_label", "filename", "url_avis", "dc", "datefindiffusion", "source_schema",
    "sousnature_libelle",
  ]

  // Values

  /// The first of some fields that is filled; a value of another type is told of.
  private mutating func field(_ keys: String...) -> AwardRecord.Field? {
    for key in keys {
      guard let value = object[key], !value.isVoid else { continue }
      guard let text = value.scalarText else {
        report(.valueType, key)
        continue
      }
      return AwardRecord.Field(name: key, value: text)
    }
    return nil
  }

  /// The elements of a list, or the only value.
  private mutating func list(_ keys: String...) -> [AwardRecord.Field] {
    for key in keys {
      guard let value = object[key], !value.isVoid else { continue }
      let elements = value.arrayValue ?? [value]
      let texts = elements.filter { !$0.isVoid }.compactMap(\.scalarText)
      if texts.count < elements.count(where: { !$0.isVoid }) { report(.valueType, key) }
      return texts.map { AwardRecord.Field(name: key, value: $0) }
    }
    return []
  }

  /// The day of a moment.
  private func day(_ field: AwardRecord.Field?) -> AwardRecord.Field? {
    guard let field else { return nil }
    let day = field.value.trimmed.split(separator: "T", maxSplits: 1).first.map(String.init)
    return AwardRecord.Field(name: field.name, value: day ?? field.value)
  }

  private mutating func report(_ code: DiagnosticCode, _ field: String) {
    diagnostics.append(Diagnostic(code, at: location, field: field))
  }
}
