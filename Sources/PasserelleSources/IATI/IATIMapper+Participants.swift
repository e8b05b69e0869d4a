internal import PasserelleCore
internal import PasserelleXML

extension IATIMapper {
  /// States who takes part, with roles, and who reports.
  mutating func stateParticipants() {
    if let reporting = root.first("reporting-org"),
      let iri = organisation(reporting, "reporting-org", typeAttribute: "type")
    {
      state(Vocabulary.source, .iri(iri))
    }
    for (place, element) in root.all("participating-org").enumerated() {
      guard let iri = organisation(element, "participating-org", typeAttribute: "type") else { continue }
      let node = subject + "/participation/\(place + 1)"
      state(Vocabulary.hasParticipation, .iri(node))
      statements.add(node, Vocabulary.type, .iri(Vocabulary.participation))
      statements.add(node, Vocabulary.participant, .iri(iri))
      if let other = element.attribute("activity-id")?.trimmed, IATIRecord.isReference(other) {
        statements.add(node, Vocabulary.relatedTo, .iri(Self.activity(other, in: iris)))
      }
      let written = element.attribute("role")?.trimmed ?? ""
      guard let role = IATICodes.roles[written.lowercased()] else {
        report(.iatiCode, "participating-org/@role", written)
        statements.add(iri, Vocabulary.participatesIn, .iri(subject))
        continue
      }
      statements.add(node, Vocabulary.role, .string(role.name))
      statements.add(node, Vocabulary.participationRole, .string(role.code))
      statements.add(iri, role.relation, .iri(subject))
    }
  }

  /// States an organisation.
  ///
  /// - Parameters:
  ///   - element: What refers to it: its identifier in `ref`, its name as text.
  ///   - field: The name of the field, for diagnostics.
  ///   - typeAttribute: The attribute that holds its type.
  /// - Returns: Its IRI; nil where nothing tells it, or where it is a natural person.
  mutating func organisation(
    _ element: XMLElement, _ field: String, typeAttribute: String = "type"
  ) -> String? {
    let ref = element.attribute("ref")?.trimmed ?? ""
    let type = element.attribute(typeAttribute)?.trimmed ?? ""
    var names: [(text: String, language: String?)] = []
    for (text, language) in written(element) {
      guard let name = clean(text, field) else { continue }
      // Types from 10 to 24 and from 40 are of public bodies and associations, which bear names of persons.
      if PersonNames.isPerson(name, isPublicBody: IATICodes.isCollective(type: type)) {
        report(.privacyPersonName, field)
        return nil
      }
      names.append((name, language))
    }
    let found = OrganisationReference(ref)
    let iri: String
    if let found {
      iri = found.iri(in: iris)
      for (code, replacement) in found.number.findings {
        diagnostics.append(
          Diagnostic(
            code, at: record.location, field: field + "/@ref", value: ref, replacement: replacement))
      }
    } else if IATIRecord.isReference(ref), !ContactDetails.isAddress(ref) {
      if stated.insert("reference " + ref).inserted { report(.iatiOrganisation, field + "/@ref", ref) }
      iri = iris.identifier(.local, "iati-org:" + ref.lowercased())
    } else if let name = names.first {
      iri = subject + "/organisation/" + Slug.make(name.text)
    } else {
      return nil
    }
    stateKind(of: iri, type: type, found)
    guard stated.insert(iri + "\u{1F}" + names.map(\.text).joined(separator: "\u{1F}")).inserted else {
      return iri
    }
    for (place, name) in names.enumerated() {
      if place == 0 {
        statements.add(iri, Vocabulary.name, .string(name.text))
      } else {
        let term = Term.string(name.text, language: name.language ?? "und")
        statements.add(iri, Vocabulary.alternativeLabel, term)
      }
    }
    if let siren = found?.number.siren { statements.add(iri, Vocabulary.siren, .string(siren)) }
    if let siret = found?.number.siret { statements.add(iri, Vocabulary.siret, .string(siret)) }
    if let vat = found?.number.vat { statements.add(iri, Vocabulary.vatNumber, .string(vat)) }
    if !ref.isEmpty { statements.add(iri, Vocabulary.identifier, .string(ref)) }
    if let country = found?.country { statements.add(iri, Vocabulary.country, .string(country)) }
    return iri
  }

  private mutating func stateKind(of iri: String, type: String, _ found: OrganisationReference?) {
    var kind = IATICodes.organisationTypes[type]
    if !type.isEmpty, kind == nil { report(.iatiCode, "@type", type) }
    let isLocal = type == "11" || ["21", "22", "23", "24"].contains(found?.number.siren?.prefix(2) ?? "")
    if isLocal {
      hasLocalAuthority = true
      let isAbroad = found?.country.map { $0 != "FR" } ?? false
      kind = (Vocabulary.pas + (isAbroad ? "ForeignAuthority" : "Territory"), nil)
    }
    // A transaction that names its parties says nothing of their types.
    guard stated.insert(iri + "\u{1F}").inserted || !type.isEmpty,
      stated.insert(iri + "\u{1F}" + type).inserted
    else { return }
    let classIRI = found?.classIRI ?? kind?.classIRI ?? Vocabulary.organisation
    statements.add(iri, Vocabulary.type, .iri(classIRI))
    if let code = kind?.kind { statements.add(iri, Vocabulary.organisationKind, .string(code)) }
  }

  /// Keeps the mailbox of a service; tells that persons were left out.
  mutating func stateContacts() {
    var isPersonal = false
    for contact in root.all("contact-info") {
      for mail in contact.all("email") {
        let address = mail.text.trimmed.lowercased()
        let parts = address.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, parts[1].contains("."), ContactDetails.isRole(parts[0]) {
          state(Vocabulary.mailbox, .string(address))
        } else if !address.isEmpty {
          isPersonal = true
        }
      }
      for name in ["person-name", "job-title", "telephone", "mailing-address"]
      where contact.first(name) != nil {
        isPersonal = true
      }
    }
    if isPersonal { report(.privacyContact, "contact-info") }
  }
}
