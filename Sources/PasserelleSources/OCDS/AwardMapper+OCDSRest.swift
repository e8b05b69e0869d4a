internal import PasserelleCore
internal import PasserelleJSON

extension AwardMapper {
  /// An object of a release, with what is read of it.
  struct OCDSHolder {
    /// The object.
    let value: JSONValue
    /// The fields that are read.
    let known: OCDSKnownFields
    /// The keys that lead to it in the release.
    let keys: [String]
  }

  /// States what a release says in fields that have no relation of their own, and tells of them and of repeated keys.
  ///
  /// - Parameters:
  ///   - holders: The objects that the record is about.
  ///   - owner: The record's thing, under which the fields stand.
  ///   - release: The release.
  /// - Returns: What the nulls of a release that completes others take back.
  mutating func stateRest(
    of holders: [OCDSHolder], for owner: PartOwner, of release: OCDSRelease
  ) -> [StatementRemoval] {
    reading(release) { reader in
      reader.reportRepeated(in: holders.map { ($0.value, $0.keys.joined(separator: ".")) })
    }
    var scrub = OCDSScrub()
    var pieces: [String: JSONValue] = [:]
    var order: [OCDSRest.Piece] = []
    var left: [String] = []
    for holder in holders {
      for piece in OCDSRest.pieces(of: holder.value, known: holder.known, under: holder.keys, &scrub) {
        guard let value = piece.value else { continue }
        // Several contracts have the same fields.
        if let others = pieces[piece.path] {
          pieces[piece.path] = OCDSLayer.joined(others, value)
        } else {
          order.append(piece)
          pieces[piece.path] = value
        }
      }
    }
    let names = order.contains { OCDSLayer.holdsParties($0.path) } ? partyIRIs(of: release) : [:]
    var kept: [String] = []
    var fields: [SourceField] = []
    for one in order {
      let path = one.path
      guard let piece = pieces[path].map({ OCDSLayer.renamed($0, names) }) else { continue }
      // Later releases take the place of what they mention, and of no more.
      let parts = release.isWhole ? [([], piece)] : OCDSLayer.elements(of: piece)
      let found = parts.map { SourceField($0.1, at: one.keys, of: $0.0) }
      guard found.reduce(0, { $0 + $1.json.count }) <= OCDSRest.mostBytes else {
        left.append(path)
        continue
      }
      kept.append(path)
      fields += found
    }
    for literal in SourceFields.literals(of: fields) {
      statements.add(owner.subject, ProcessVocabulary.sourceFields, literal)
    }
    for path in scrub.contacts { report(.privacyContact, path) }
    for path in scrub.persons { report(.privacyPersonName, path) }
    if !kept.isEmpty { report(.ocdsFieldKept, kept.joined(separator: ", ")) }
    if !left.isEmpty { report(.ocdsFieldIgnored, left.joined(separator: ", ")) }
    guard !release.isWhole else { return [] }
    return holders.flatMap { OCDSRest.nulls(in: $0.value, known: $0.known, under: $0.keys) }.map { null in
      let name = SourceField.name(null.keys, null.names)
      return StatementRemoval(subject: SourceFields.subject(beneath: owner.subject) + name, predicate: nil)
    }
  }

  /// States the organisations that no other statement of the process names.
  mutating func stateInvolved(in release: OCDSRelease, for owner: PartOwner) {
    let told: Set<String> = ["buyer", "supplier", "tenderer", "payer", "payee"]
    let others = release.parties.all.filter { party in
      let roles = (party.value["roles"]?.arrayValue ?? []).compactMap(\.stringValue)
      return !roles.contains { told.contains($0) }
    }
    stateReferences(owner.subject, ProcessVocabulary.involves, others, of: release)
  }

  /// The IRIs of the organisations of a release by what refers to them.
  private func partyIRIs(of release: OCDSRelease) -> [String: String] {
    var found: [String: String] = [:]
    var reader = OCDSFieldReader(location: location, language: release.language)
    for party in release.parties.all {
      guard let reference = party.value["id"]?.scalarText?.trimmed, found[reference] == nil,
        let organisation = release.parties.organisation(party.value, at: party.path, &reader)
      else { continue }
      let roles = (party.value["roles"]?.arrayValue ?? []).compactMap(\.stringValue)
      let isBuyer = roles.contains("buyer") || roles.contains("procuringEntity")
      var scratch = AwardMapper(record, key: "", location: location, iris: iris)
      found[reference] = scratch.stateOrganisation(
        organisation, role: isBuyer ? .buyer : .winner, rank: 1, of: release)
    }
    return found
  }
}
