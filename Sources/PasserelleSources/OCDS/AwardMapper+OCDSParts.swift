internal import PasserelleCore
internal import PasserelleJSON

extension AwardMapper {
  /// What parts are stated of.
  struct PartOwner {
    /// The call, award or contract.
    let subject: String
    /// The value of its IRI, under which its parts stand.
    let key: String
    /// The stage of the process that the parts are of; nil where the owner tells it.
    var stage: String?
  }

  /// States the things of a list of a release, such as its documents, each with its fields.
  ///
  /// - Parameters:
  ///   - form: How the list is read.
  ///   - holder: The object that has the list.
  ///   - path: Where the object stands.
  ///   - owner: What the things are stated of.
  ///   - release: The release.
  /// - Returns: What the nulls of a release that completes others take back.
  mutating func stateParts(
    _ form: OCDSPartForm, of holder: JSONValue?, _ path: String, for owner: PartOwner, of release: OCDSRelease
  ) -> [StatementRemoval] {
    var removals: [StatementRemoval] = []
    let elements = reading(release) { reader -> [(value: JSONValue, path: String)] in
      guard form.isSingle else { return reader.list(holder, form.key, path) }
      let inner = OCDSFieldReader.joined(path, form.key)
      return reader.object(holder, form.key, path).map { [($0, inner)] } ?? []
    }
    var taken: Set<String> = []
    let start = owner.key + "/" + form.name + (owner.stage.map { "/" + $0 } ?? "")
    for (rank, element) in elements.enumerated() {
      let identifier = text(reading(release) { $0.field(element.value, "id", element.path) })
      let name = form.isSingle ? "" : "/" + (identifier ?? "n\(rank + 1)")
      var iri = iris.identifier(.ocid, start + name)
      if !taken.insert(iri).inserted {
        iri = iris.identifier(.ocid, start + name + "~\(rank + 1)")
        taken.insert(iri)
      }
      if !release.isWhole { removals += Self.removals(form, element.value, of: iri) }
      let before = statements.triples.count
      for field in form.fields { statePart(field, of: element, iri, owner, release) }
      if form.relation == ProcessVocabulary.hasItem {
        stateItems(iri, items([(classified(element.value), element.path)], of: release))
      }
      guard statements.triples.count > before || identifier != nil else { continue }
      statements.add(owner.subject, form.relation, .iri(iri))
      statements.add(iri, Vocabulary.type, .iri(form.type))
      if let identifier { statements.add(iri, Vocabulary.identifier, .string(identifier)) }
      // The place in a release that completes others says nothing of the place in the whole.
      if !form.isSingle, release.isWhole || identifier == nil {
        statements.add(iri, Vocabulary.order, .integer(rank + 1))
      }
      if let mark = form.mark { statements.add(iri, mark.relation, .string(mark.value)) }
      if let stage = owner.stage { statements.add(iri, ProcessVocabulary.stage, .string(stage)) }
    }
    return removals
  }

  /// What the nulls of an element take back.
  private static func removals(
    _ form: OCDSPartForm, _ element: JSONValue, of iri: String
  ) -> [StatementRemoval] {
    var relations: [String] = []
    for field in form.fields {
      var value: JSONValue? = element
      for key in field.path where value != .null { value = value?[key] }
      guard value == .null else { continue }
      relations.append(field.relation)
      if case .money = field.kind { relations.append(Vocabulary.currency) }
    }
    if form.relation == ProcessVocabulary.hasItem,
      element["classification"] == .null || element["classification"]?["id"] == .null
    {
      relations += [Vocabulary.hasMainClassification, Vocabulary.classificationCode]
    }
    return relations.map { StatementRemoval(subject: iri, predicate: $0) }
  }

  /// The classifications of an item alone: its texts are stated as what they are.
  private func classified(_ item: JSONValue) -> JSONValue {
    let kept = ["classification", "additionalClassifications"]
    return .object(
      (item.objectValue ?? []).filter { kept.contains($0.key) }.map { member in
        guard let members = member.value.objectValue else { return member }
        return JSONMember(member.key, .object(members.filter { $0.key == "scheme" || $0.key == "id" }))
      })
  }

  private mutating func statePart(
    _ field: OCDSPartForm.Field, of element: (value: JSONValue, path: String), _ iri: String,
    _ owner: PartOwner, _ release: OCDSRelease
  ) {
    var holder: JSONValue? = element.value
    var path = element.path
    for key in field.path.dropLast() {
      holder = reading(release) { $0.object(holder, key, path) }
      path = OCDSFieldReader.joined(path, key)
    }
    guard let key = field.path.last, let value = holder?[key], !value.isVoid else { return }
    switch field.kind {
    case .text: stateTexts(iri, field.relation, holder, key, path, of: release)
    case .code:
      if let code = text(reading(release) { $0.field(holder, key, path) }) {
        statements.add(iri, field.relation, .string(code))
      }
    case .codes:
      let name = OCDSFieldReader.joined(path, key)
      for code in reading(release, { $0.texts(holder, key, path) }) {
        guard let code = text(AwardRecord.Field(name: name, value: code)) else { continue }
        statements.add(iri, field.relation, .string(code))
      }
    case .moment: stateMoment(iri, field.relation, reading(release) { $0.field(holder, key, path) })
    case .number:
      guard let found = reading(release, { $0.field(holder, key, path) }) else { return }
      guard let number = DecimalNumber(found.value.trimmed) else {
        report(.valueType, found.name, found.value)
        return
      }
      statements.add(iri, field.relation, .decimal(number))
    case .address:
      guard let found = reading(release, { $0.field(holder, key, path) }) else { return }
      let written = found.value.trimmed
      let isPlain = !written.contains(where: \.isWhitespace) && !ContactDetails.isAddress(written)
      guard let address = isPlain ? written : text(found), !address.isEmpty else { return }
      statements.add(iri, field.relation, .string(address))
    case .money: statePlainMoney(iri, field.relation, value, OCDSFieldReader.joined(path, key), release)
    case .parties(let isList):
      let references = reading(release) { reader -> [(value: JSONValue, path: String)] in
        if isList { return reader.list(holder, key, path) }
        return reader.object(holder, key, path).map { [($0, OCDSFieldReader.joined(path, key))] } ?? []
      }
      stateReferences(iri, field.relation, references, of: release)
    }
  }

  /// States a day, or a moment where the source gives its hour and zone.
  mutating func stateMoment(_ subject: String, _ relation: String, _ field: AwardRecord.Field?) {
    guard let field else { return }
    let written = field.value.trimmed
    let clock = written.split(separator: "T", maxSplits: 1).dropFirst().first ?? ""
    let hasZone = clock.hasSuffix("Z") || clock.contains { $0 == "+" || $0 == "-" }
    if hasZone, let moment = Instant(iso: written), moment.milliseconds % 86_400_000 != 0 {
      statements.add(subject, relation, .literal(Literal(moment.description, .dateTime)))
    } else if let day = date(field) {
      statements.add(subject, relation, .date(day))
    }
  }

  /// States an amount as written, with its currency where it has one: prices of units may be small.
  private mutating func statePlainMoney(
    _ subject: String, _ relation: String, _ value: JSONValue, _ path: String, _ release: OCDSRelease
  ) {
    guard value.objectValue != nil else {
      report(.valueType, path)
      return
    }
    let (amount, currency) = reading(release) { reader in
      (reader.field(value, "amount", path), reader.field(value, "currency", path))
    }
    guard let amount else { return }
    guard let number = DecimalNumber(amount.value.trimmed) else {
      report(.valueType, amount.name, amount.value)
      return
    }
    statements.add(subject, relation, .decimal(number))
    if let code = text(currency) {
      statements.add(subject, Vocabulary.currency, .string(code.uppercased()))
    } else {
      report(.ocdsNoCurrency, amount.name, amount.value)
    }
  }

  /// States organisations that a relation leads to.
  mutating func stateReferences(
    _ subject: String, _ relation: String, _ references: [(value: JSONValue, path: String)],
    of release: OCDSRelease
  ) {
    guard !references.isEmpty else { return }
    let found = reading(release) { reader -> [OCDSOrganisation] in
      references.compactMap { release.parties.organisation($0.value, at: $0.path, &reader) }
    }
    let end = relation.split { $0 == "#" || $0 == "/" }.last.map(String.init) ?? "party"
    for (rank, organisation) in found.enumerated() {
      if let iri = stateOrganisation(
        organisation, role: relation == ProcessVocabulary.hasProcuringEntity ? .buyer : .winner,
        rank: rank + 1, of: release, as: ProcessVocabulary.organisation,
        under: subject + "/" + end)
      {
        statements.add(subject, relation, .iri(iri))
      }
    }
  }
}
