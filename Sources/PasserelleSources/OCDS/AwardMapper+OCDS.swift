internal import PasserelleCore
internal import PasserelleJSON

extension AwardMapper {
  /// States where a record of a release comes from.
  mutating func stateOrigin(of release: OCDSRelease) {
    state(Vocabulary.source, .string(release.isDemonstration ? "demonstration" : OCDSReader.source))
    state(Vocabulary.identifier, .string(release.ocid))
    stateFurtherOrigin(of: release)
  }

  /// States what the package says of all its releases.
  mutating func stateFurtherOrigin(of release: OCDSRelease) {
    if release.isDemonstration { state(Vocabulary.isDemonstration, .boolean(true)) }
    if let publisher = release.package.publisher, !PersonNames.isPerson(publisher, isPublicBody: true),
      let name = text(AwardRecord.Field(name: "publisher.name", value: publisher))
    {
      state(Vocabulary.publisher, .string(name))
    }
    if let license = release.package.license {
      let isAddress = license.hasPrefix("http://") || license.hasPrefix("https://")
      let isIRI =
        isAddress
        && !license.unicodeScalars.contains { $0.value <= 0x20 || "<>\"{}|\\^`".unicodeScalars.contains($0) }
      state(Vocabulary.license, isIRI ? .iri(license) : .string(license))
    }
  }

  /// The buyer of a release: its `buyer`, else the procuring entity, else who has that role.
  mutating func buyer(of release: OCDSRelease) -> OCDSOrganisation? {
    reading(release) { reader in
      let parties = OCDSParties(release.value, &reader)
      if let buyer = reader.object(release.value, "buyer", ""),
        let found = parties.organisation(buyer, at: "buyer", &reader)
      {
        return found
      }
      let tender = reader.object(release.value, "tender", "")
      if let entity = reader.object(tender, "procuringEntity", "tender"),
        let found = parties.organisation(entity, at: "tender.procuringEntity", &reader)
      {
        return found
      }
      for role in ["buyer", "procuringEntity"] {
        if let (value, path) = parties.references(role: role).first {
          return parties.organisation(value, at: path, &reader)
        }
      }
      return nil
    }
  }

  /// States the procedure: the method in French words, and what the buyer calls it.
  mutating func stateProcedure(_ object: JSONValue?, _ path: String, of release: OCDSRelease) {
    let (method, details) = reading(release) { reader in
      (
        reader.field(object, "procurementMethod", path),
        reader.text(object, "procurementMethodDetails", path)
      )
    }
    if let method, let written = text(method) {
      let words = OCDSCodes.methods[written.lowercased()]
      if words == nil { report(.listUnknown, method.name, written) }
      state(Vocabulary.hasProcedure, .string(words ?? written))
    }
    stateText(contract, Vocabulary.procedureDetails, details)
  }
}
