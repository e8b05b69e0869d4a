internal import PasserelleCore
internal import PasserelleJSON

/// Reads the fields of an award out of its JSON, as written.
struct DECPFields {
  private let value: JSONValue
  private let location: SourceLocation
  private var diagnostics: [Diagnostic] = []

  init(_ value: JSONValue, at location: SourceLocation) {
    self.value = value
    self.location = location
  }

  // Identity

  var platform: String {
    let name = value["source"]?.stringValue?.trimmed ?? ""
    return name.isEmpty ? DECPReader.source : name
  }

  var identifier: String? { Self.filled(value["id"]) }

  var buyerNumber: String? { Self.filled(buyer["id"]) }

  /// The name of the field that holds the buyer: in a concession, the authority that grants it.
  var buyerField: String {
    value["acheteur"] == nil && value["autoriteConcedante"] != nil ? "autoriteConcedante" : "acheteur"
  }

  /// The buyer; some publishers flatten it to `acheteur.id`.
  private var buyer: JSONValue {
    if let buyer = value[buyerField], !buyer.isVoid { return buyer }
    let members = ["id", "nom"].compactMap { key in value["acheteur." + key].map { JSONMember(key, $0) } }
    return members.isEmpty ? .null : .object(members)
  }

  private static func filled(_ value: JSONValue?) -> String? {
    guard let text = value?.scalarText?.trimmed, !text.isEmpty else { return nil }
    return text
  }

  // Fields

  /// The fields of the layout; what else a record holds is told of once.
  private static let known: Set<String> = DECPDetails.fields.union([
    "id", "uid", "uuid", "source", "_type", "acheteur", "acheteur.id", "acheteur.nom", "autoriteConcedante",
    "nature", "objet", "codeCPV", "procedure", "lieuExecution", "dureeMois", "dateNotification",
    "dateSignature",
    "datePublicationDonnees", "montant", "valeurGlobale", "formePrix", "titulaires", "concessionnaires",
    "modifications",
  ])

  func award() -> AwardRecord {
    var fields = self
    return fields.read()
  }

  private mutating func read() -> AwardRecord {
    var award = AwardRecord(
      platform: platform, scheme: .decp, identifier: identifier ?? "",
      buyer: party(buyer, at: buyerField))
    award.uniqueIdentifier = Self.filled(value["uid"]) ?? Self.filled(value["uuid"])
    award.title = field("objet", of: value)
    award.nature = field("nature", of: value)
    award.procedure = field("procedure", of: value)
    award.priceForm = field("formePrix", of: value)
    award.cpv = field("codeCPV", of: value)
    award.amount = field("montant", of: value) ?? field("valeurGlobale", of: value)
    award.notified = field("dateNotification", of: value) ?? field("dateSignature", of: value)
    award.published = field("datePublicationDonnees", of: value)
    award.durationMonths = field("dureeMois", of: value)
    award.place = place()
    award.winners =
      parties(value["titulaires"], at: "titulaires")
      + parties(value["concessionnaires"], at: "concessionnaires", wrapper: "concessionnaire")
    award.modifications = modifications()
    award.isDemonstration = platform == "demonstration"
    for key in value.duplicateKeys { report(.recordDuplicateKey, key) }
    let unread = (value.objectValue ?? []).filter { !Self.known.contains($0.key) && !$0.value.isVoid }
    if !unread.isEmpty { report(.decpFieldIgnored, unread.map(\.key).joined(separator: ", ")) }
    award.diagnostics = diagnostics
    return award
  }

  private mutating func place() -> AwardRecord.Place {
    var place = AwardRecord.Place()
    guard let value = value["lieuExecution"], !value.isVoid else { return place }
    guard value.objectValue != nil else {
      report(.valueType, "lieuExecution")
      return place
    }
    place.code = field("code", of: value, at: "lieuExecution")
    place.codeType = value["typeCode"]?.stringValue
    place.name = field("nom", of: value, at: "lieuExecution")
    return place
  }

  /// A text or number; nil when it is missing or void, told of when it is of another type.
  private mutating func field(_ key: String, of object: JSONValue, at path: String? = nil) -> AwardRecord
    .Field?
  {
    guard let value = object[key], !value.isVoid else { return nil }
    let name = path.map { $0 + "." + key } ?? key
    guard let text = value.scalarText else {
      report(.valueType, name)
      return nil
    }
    return AwardRecord.Field(name: name, value: text)
  }

  private mutating func party(_ value: JSONValue, at path: String) -> AwardRecord.Party {
    var party = AwardRecord.Party(path: path)
    party.number = field("id", of: value, at: path)
    party.numberType = value["typeIdentifiant"]?.stringValue
    party.name = field("denominationSociale", of: value, at: path) ?? field("nom", of: value, at: path)
    return party
  }

  /// The elements of a list; in the layout of 2022 each is wrapped in an object with one key.
  private mutating func elements(_ value: JSONValue?, at path: String, wrapper: String) -> [JSONValue] {
    var refused: [String] = []
    let found = DECPList.elements(value, wrapper: wrapper) { refused.append(path + $0) }
    for name in refused { report(.valueType, name) }
    return found
  }

  private mutating func parties(
    _ value: JSONValue?, at path: String, wrapper: String = "titulaire"
  ) -> [AwardRecord.Party] {
    let list = elements(value, at: path, wrapper: wrapper)
    return list.enumerated().map { party($1, at: "\(path)[\($0)]") }.filter { !$0.isVoid }
  }

  private mutating func modifications() -> [AwardRecord.Modification] {
    let list = elements(value["modifications"], at: "modifications", wrapper: "modification")
    // Their own numbers, where each has one of its own.
    let numbers = list.compactMap { $0["id"]?.scalarText.flatMap { Int($0.trimmed) } }.filter {
      (1..<100_000).contains($0)
    }
    let isNumbered = numbers.count == list.count && Set(numbers).count == list.count
    return list.enumerated().map { offset, value in
      let path = "modifications[\(offset)]"
      var modification = AwardRecord.Modification()
      modification.number = isNumbered ? numbers[offset] : nil
      modification.description = field("objetModification", of: value, at: path)
      modification.notified =
        field("dateNotificationModification", of: value, at: path)
        ?? field("dateSignatureModification", of: value, at: path)
      modification.published = field("datePublicationDonneesModification", of: value, at: path)
      modification.durationMonths = field("dureeMois", of: value, at: path)
      modification.amount =
        field("montant", of: value, at: path) ?? field("valeurGlobale", of: value, at: path)
      modification.winners = parties(value["titulaires"], at: path + ".titulaires")
      return modification
    }
  }

  private mutating func report(_ code: DiagnosticCode, _ field: String) {
    diagnostics.append(Diagnostic(code, at: location, field: field))
  }
}
