internal import PasserelleCore
internal import PasserelleJSON

extension OCDSWriter {
  func award(_ award: StatedThing) -> JSONValue {
    var object = JSONObjectBuilder()
    object.add("id", identifier(of: award))
    add(Vocabulary.title, of: award, as: "title", to: &object)
    add(Vocabulary.description, of: award, as: "description", to: &object)
    object.add("status", status(of: award))
    let decided = Self.moment(award.date(NoticeVocabulary.decisionDate))
    let notified = Self.moment(award.date(Vocabulary.notified))
    object.add("date", isSigned(award) ? decided : notified ?? decided)
    object.add("value", Self.value(award.money(Vocabulary.amount)))
    object.add("maximumValue", Self.value(award.money(Vocabulary.maximumAmount)))
    object.add("suppliers", suppliers(award))
    object.add("items", .array(itemsOfAward(award)))
    object.add("contractPeriod", Self.period(award))
    object.add("relatedLots", list: award.values(Vocabulary.lotIdentifier))
    object.add("documents", .array(parts(.documents, of: award, stage: "award")))
    object.add("milestones", .array(parts(.milestones, of: award, stage: "award")))
    if !isSigned(award) { object.add("amendments", amendments(of: award)) }
    return object.value
  }

  /// The identifier that the source gives, told from those of other awards of the process where they are the same.
  func identifier(of award: StatedThing) -> String { identifiers[award.iri] ?? award.record.key }

  private func status(of award: StatedThing) -> String {
    if let status = award.value(Vocabulary.awardStatus),
      ["pending", "cancelled", "unsuccessful"].contains(status)
    {
      return status
    }
    return award.flag(Vocabulary.isCancellation) == true ? "cancelled" : "active"
  }

  /// Whether what is known is a contract as well: sources other than OCDS tell of its notification and its changes.
  private func isSigned(_ award: StatedThing) -> Bool {
    award.record.source != OCDSReader.source && award.iris(Vocabulary.hasContract).isEmpty
      && (award.date(Vocabulary.notified) != nil || !award.iris(Vocabulary.hasModification).isEmpty)
  }

  private func amendments(of award: StatedThing) -> JSONValue {
    .array(award.parts(Vocabulary.hasModification).enumerated().map { amendment($0, $1, of: award) })
  }

  private func amendment(_ offset: Int, _ modification: StatedThing, of award: StatedThing) -> JSONValue {
    var object = JSONObjectBuilder()
    // Amendments of OCDS need no identifier, and get none that their source did not give.
    let isNameless = award.record.source == OCDSReader.source
    object.add("id", modification.value(Vocabulary.identifier) ?? (isNameless ? nil : String(offset + 1)))
    object.add(
      "date",
      Self.moment(modification.date(Vocabulary.notified))
        ?? Self.moment(modification.date(Vocabulary.published)))
    add(Vocabulary.description, of: modification, as: "description", to: &object)
    add(Vocabulary.additionalInformation, of: modification, as: "rationale", to: &object)
    return object.value
  }

  /// The contracts of an award: several where the source has several, else the one that was notified.
  func contracts(_ award: StatedThing) -> [JSONValue] {
    if isSigned(award) { return [contract(of: award)] }
    return award.parts(Vocabulary.hasContract).map { contract in
      var object = JSONObjectBuilder()
      object.add("id", contract.value(Vocabulary.identifier) ?? contract.iri)
      object.add("awardID", identifier(of: award))
      add(Vocabulary.title, of: contract, as: "title", to: &object)
      add(Vocabulary.description, of: contract, as: "description", to: &object)
      object.add("status", contract.value(ProcessVocabulary.contractStatus))
      object.add("period", Self.period(contract))
      object.add("value", Self.value(contract.money(Vocabulary.amount)))
      object.add("dateSigned", Self.moment(contract.date(Vocabulary.notified)))
      object.add("items", .array(parts(.items, of: contract)))
      object.add("documents", .array(parts(.documents, of: contract, stage: "contract")))
      object.add("milestones", .array(parts(.milestones, of: contract, stage: "contract")))
      object.add("implementation", implementation(of: contract))
      object.add("relatedProcesses", .array(parts(.relatedProcesses, of: contract)))
      return object.value
    }
  }

  private func contract(of award: StatedThing) -> JSONValue {
    var object = JSONObjectBuilder()
    object.add("id", identifier(of: award))
    object.add("awardID", identifier(of: award))
    object.add("status", "active")
    object.add("period", Self.period(award))
    object.add("value", Self.value(award.money(Vocabulary.amount)))
    object.add("dateSigned", Self.moment(award.date(Vocabulary.notified)))
    object.add("amendments", amendments(of: award))
    return object.value
  }

  // Items

  /// The items of an award; none where its contracts or the call have them, which the award takes them from.
  private func itemsOfAward(_ award: StatedThing) -> [JSONValue] {
    if !award.iris(ProcessVocabulary.hasItem).isEmpty { return items(of: award, related: nil) }
    let holders = award.parts(Vocabulary.hasContract) + [draft.call].compactMap { $0 }
    if holders.contains(where: { !$0.iris(ProcessVocabulary.hasItem).isEmpty }) { return [] }
    return items(of: award, related: nil)
  }

  /// One item for the codes and places, further ones for texts that the first has no room for.
  ///
  /// - Parameters:
  ///   - thing: The call, lot or award.
  ///   - lot: The lot that the items are of.
  ///   - number: What tells the items of a lot from those of others.
  /// - Returns: The items; none where nothing of the kind is stated.
  func items(of thing: StatedThing, related lot: String?, from number: Int = 0) -> [JSONValue] {
    let stated = parts(.items, of: thing)
    if !stated.isEmpty { return placed(stated, of: thing) }
    var texts = thing.texts(Vocabulary.text, preferring: draft.language)
    let prefix = number > 0 ? "\(number)." : ""
    var items: [JSONValue] = []
    func item(_ fill: (inout JSONObjectBuilder) -> Void) {
      var object = JSONObjectBuilder()
      object.add("id", prefix + String(items.count + 1))
      fill(&object)
      guard object.members.count > 1 else { return }
      object.add("relatedLot", lot)
      items.append(object.value)
    }
    var versions: [StatedText] = []
    while let text = texts.first, !versions.contains(where: { $0.language == text.language }) {
      versions.append(texts.removeFirst())
    }
    let places = StatedPlaces(thing, in: draft.iris)
    item { object in
      add(versions, as: "description", to: &object)
      addCodes(of: thing, to: &object)
      object.add("deliveryAddresses", .array(Self.addresses(places)))
      object.add("deliveryLocations", .array(Self.locations(places)))
    }
    for text in texts { item { add([text], as: "description", to: &$0) } }
    return items
  }

  /// Items with the places of what has them, which the first one bears.
  private func placed(_ items: [JSONValue], of thing: StatedThing) -> [JSONValue] {
    let places = StatedPlaces(thing, in: draft.iris)
    var object = JSONObjectBuilder()
    object.add("deliveryAddresses", .array(Self.addresses(places)))
    object.add("deliveryLocations", .array(Self.locations(places)))
    guard let first = items.first, !object.members.isEmpty else { return items }
    return [.object((first.objectValue ?? []) + object.members)] + items.dropFirst()
  }

  func addCodes(of thing: StatedThing, to object: inout JSONObjectBuilder) {
    var codes = (thing.mainCode.map { [$0] } ?? []) + thing.furtherCodes
    var classifications = codes.map { Self.classification("CPV", $0) }
    codes = []
    for code in thing.values(Vocabulary.classificationCode) {
      let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
      classifications.append(
        parts.count == 2 ? Self.classification(parts[0], parts[1]) : Self.classification(nil, code))
    }
    object.add("classification", classifications.first)
    object.add("additionalClassifications", .array(Array(classifications.dropFirst())))
  }

  private static func classification(_ scheme: String?, _ id: String) -> JSONValue {
    var object = JSONObjectBuilder()
    object.add("scheme", scheme)
    object.add("id", id)
    return object.value
  }

  // Places

  private static func addresses(_ places: StatedPlaces) -> [JSONValue] {
    let isFrench = places.countries.allSatisfy { $0 == "FRA" } && !places.postalCodes.isEmpty
    let codes = isFrench && places.countries.isEmpty ? ["FRA"] : places.countries
    let countries = codes.compactMap { CountryCode.alpha2($0) }.compactMap(OCDSCountry.code)
    let count = max(places.names.count, places.postalCodes.count, countries.count)
    return (0..<count).compactMap { index in
      var object = JSONObjectBuilder()
      if index < places.names.count { object.add("locality", places.names[index]) }
      if index < places.postalCodes.count { object.add("postalCode", places.postalCodes[index]) }
      object.add("country", index < countries.count ? countries[index] : isFrench ? "FR" : nil)
      return object.filled
    }
  }

  private static func locations(_ places: StatedPlaces) -> [JSONValue] {
    var lists: [(scheme: String, codes: [String])] = []
    func add(_ scheme: String, _ code: String) {
      if let place = lists.firstIndex(where: { $0.scheme == scheme }) {
        lists[place].codes.append(code)
      } else {
        lists.append((scheme, [code]))
      }
    }
    for code in places.nuts { add("NUTS", code) }
    for code in places.communes { add("INSEE", code) }
    // Departments that other codes tell need no code of their own.
    let told =
      places.nuts.compactMap { NUTSDepartment.department($0) }
      + places.postalCodes.compactMap { PlaceCode.department(ofPostal: $0) }
    for code in places.departments where !told.contains(code) { add("INSEE-DEP", code) }
    for code in places.codes {
      let parts = code.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if parts.count == 2 { add(parts[0].uppercased(), parts[1]) }
    }
    return lists.map { list in
      .object([
        JSONMember(
          "gazetteer",
          .object([
            JSONMember("scheme", .string(list.scheme)),
            JSONMember("identifiers", .array(list.codes.map { .string($0) })),
          ]))
      ])
    }
  }
}
