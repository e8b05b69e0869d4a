internal import PasserelleCore
internal import PasserelleJSON

/// An organisation of a release, as its reference and its description in `parties` give it together.
struct OCDSOrganisation {
  /// Where it is referred to, such as `awards[0].suppliers[0]`.
  var path: String
  /// The identifier that references use, known within the release only.
  var reference: String?
  var name: AwardRecord.Field?
  var names: [AwardRecord.Field] = []
  /// The official numbers, the main one first.
  var numbers: [(scheme: String?, value: String)] = []
  /// The ISO 3166-1 alpha-2 or alpha-3 code of its country, as written.
  var country: String?
  var mailbox: String?
  /// Whether it has contact details that belong to persons.
  var hasPersonalContact = false
  /// Whether the publisher says that it is a natural person.
  var isNaturalPerson = false
}

/// The organisations of a release, by the identifiers that references use.
struct OCDSParties: Sendable {
  private var places: [String: Int] = [:]
  private var parties: [(value: JSONValue, path: String)] = []

  init(_ release: JSONValue, _ reader: inout OCDSFieldReader) {
    parties = reader.list(release, "parties", "")
    for (index, party) in parties.enumerated() {
      if let id = Self.reference(party.value), places[id] == nil { places[id] = index }
    }
  }

  /// Every organisation that is described.
  var all: [(value: JSONValue, path: String)] { parties }

  /// The organisations with a role.
  func references(role: String) -> [(value: JSONValue, path: String)] {
    parties.filter { ($0.value["roles"]?.arrayValue ?? []).contains(.string(role)) }
  }

  /// An organisation by what refers to it.
  func organisation(
    _ reference: JSONValue, at path: String, _ reader: inout OCDSFieldReader
  ) -> OCDSOrganisation? {
    var organisation = OCDSOrganisation(path: path)
    organisation.reference = Self.reference(reference)
    let party = organisation.reference.flatMap { places[$0] }.map { parties[$0] }
    if party == nil, organisation.reference != nil, !parties.isEmpty { reader.report(.ocdsNoParty, path) }
    for (value, path) in [(reference, path)] + (party.map { [$0] } ?? []) {
      let identifier = reader.object(value, "identifier", path)
      if organisation.name == nil {
        readNames(value, identifier, path, &organisation, &reader)
      } else {
        readFurtherNames(value, path, &organisation, &reader)
      }
      let others = reader.list(value, "additionalIdentifiers", path)
      let all = (identifier.map { [($0, path + ".identifier")] } ?? []) + others.map { ($0.value, $0.path) }
      for (one, path) in all {
        guard let number = reader.field(one, "id", path) else { continue }
        organisation.numbers.append((reader.field(one, "scheme", path)?.value.trimmed, number.value.trimmed))
      }
      if let address = reader.object(value, "address", path), organisation.country == nil {
        organisation.country =
          (reader.field(address, "country", path + ".address")
          ?? reader.field(address, "countryName", path + ".address"))?.value.trimmed
      }
      readContact(reader.object(value, "contactPoint", path), &organisation)
      if value["details"]?["scale"]?.stringValue == "selfEmployed" { organisation.isNaturalPerson = true }
    }
    readOrgID(&organisation)
    if organisation.numbers.contains(where: {
      OCDSCodes.isPersonal(scheme: $0.scheme ?? "") || PersonalNumbers.isPersonal($0.value, scheme: $0.scheme)
    }) {
      organisation.isNaturalPerson = true
    }
    guard organisation.name != nil || !organisation.numbers.isEmpty else { return nil }
    return organisation
  }

  /// The name, with what it is called in further languages; of names that all say their language the French one
  /// is taken, else the English one.
  private func readNames(
    _ value: JSONValue, _ identifier: JSONValue?, _ path: String, _ organisation: inout OCDSOrganisation,
    _ reader: inout OCDSFieldReader
  ) {
    for (holder, key, path) in [
      (value, "name", path), (identifier ?? .null, "legalName", path + ".identifier"),
    ] {
      organisation.name = reader.field(holder, key, path)
      var names = reader.translations(holder, key, path)
      if organisation.name == nil, !names.isEmpty {
        let place =
          ["fr", "en"].lazy.compactMap { tag in names.firstIndex { $0.language == tag } }.first ?? 0
        organisation.name = names.remove(at: place)
      }
      organisation.names = names
      if organisation.name != nil { return }
    }
  }

  /// The names in further languages that only the description of the organisation has.
  private func readFurtherNames(
    _ value: JSONValue, _ path: String, _ organisation: inout OCDSOrganisation,
    _ reader: inout OCDSFieldReader
  ) {
    for name in reader.translations(value, "name", path)
    where !organisation.names.contains(where: { $0.language == name.language }) {
      organisation.names.append(name)
    }
  }

  /// The mailbox of a service stays; what else a contact point holds belongs to persons.
  private func readContact(_ contact: JSONValue?, _ organisation: inout OCDSOrganisation) {
    guard let contact else { return }
    let address = contact["email"]?.stringValue?.trimmed.lowercased() ?? ""
    let isRole = ContactDetails.isRoleMailbox(address)
    if isRole { organisation.mailbox = organisation.mailbox ?? address }
    let isDropped =
      (!address.isEmpty && !isRole)
      || ["name", "telephone", "faxNumber"].contains { contact[$0].map { !$0.isVoid } ?? false }
    if isDropped { organisation.hasPersonalContact = true }
  }

  /// Takes an identifier such as `GB-COH-01234567`, of the form that org-id.guide gives, for a number where there
  /// is no other.
  private func readOrgID(_ organisation: inout OCDSOrganisation) {
    guard organisation.numbers.isEmpty, let id = organisation.reference else { return }
    let parts = id.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[2].isEmpty, parts[0].utf8.count == 2,
      (2...8).contains(parts[1].utf8.count), !id.contains(where: \.isWhitespace),
      parts[0].utf8.allSatisfy({ (65...90).contains($0) }),
      parts[1].utf8.allSatisfy({ (65...90).contains($0) || (48...57).contains($0) })
    else { return }
    organisation.numbers = [(parts[0] + "-" + parts[1], String(parts[2]))]
  }

  private static func reference(_ value: JSONValue) -> String? {
    // A mail address that stands for an identifier may be a person's.
    guard let id = value["id"]?.scalarText?.trimmed, !id.isEmpty, !ContactDetails.isAddress(id) else {
      return nil
    }
    return id
  }
}
