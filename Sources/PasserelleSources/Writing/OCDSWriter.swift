internal import PasserelleCore
internal import PasserelleJSON

/// Writes a process as a compiled release of OCDS 1.1.
///
/// Source: release schema of the Open Contracting Data Standard, 1.1.5. What only newer versions name (places of items,
/// lots, greatest values) stands where they and the official extensions put it.
struct OCDSWriter {
  let draft: ProcedureDraft
  /// The day of the release.
  let date: PartialDate
  /// Whether the release stands alone, not in a record.
  let isAlone: Bool
  /// What the package says of all its releases.
  let package: ProcedureWriter.Package
  /// The identifiers of the awards by IRI; those of one identifier are told apart by their rank.
  let identifiers: [String: String]

  init(draft: ProcedureDraft, date: PartialDate, isAlone: Bool, package: ProcedureWriter.Package) {
    (self.draft, self.date, self.isAlone, self.package) = (draft, date, isAlone, package)
    var identifiers: [String: String] = [:]
    var ranks: [String: Int] = [:]
    for award in draft.awards {
      let own = award.value(Vocabulary.identifier) ?? award.record.key
      let rank = ranks[own, default: 0] + 1
      ranks[own] = rank
      identifiers[award.iri] = rank > 1 ? own + "~\(rank)" : own
    }
    self.identifiers = identifiers
  }

  /// The release, as the schema allows it.
  var release: JSONValue {
    let whole = completed(stated)
    return OCDSSchema.fitted(whole, "Release") ?? whole
  }

  /// What the statements say.
  private var stated: JSONValue {
    var object = JSONObjectBuilder()
    object.add("ocid", draft.ocid)
    object.add("id", draft.ocid + (isAlone ? "-" + date.description : "-compiled"))
    object.add("date", Self.moment(date))
    let tags =
      isAlone ? [draft.call == nil ? nil : "tender", draft.awards.isEmpty ? nil : "award"] : ["compiled"]
    object.add("tag", list: tags.compactMap { $0 })
    object.add("initiationType", "tender")
    object.add("language", draft.language)
    object.add("packageInfo", origin)
    object.add("parties", .array(draft.parties.all.map(party)))
    object.add("buyer", buyer)
    object.add("planning", planning)
    if !isPlanned { object.add("tender", tender) }
    object.add("bids", bids)
    object.add("awards", .array(draft.awards.map(award)))
    object.add("contracts", .array(draft.awards.flatMap(contracts)))
    if let call = draft.call {
      object.add("relatedProcesses", .array(parts(.relatedProcesses, of: call)))
    }
    return object.value
  }

  /// Who published the records and under which licence, where the package says otherwise.
  private var origin: JSONValue? {
    var object = JSONObjectBuilder()
    let licenses = draft.licenses
    if licenses.count == 1, licenses[0] != package.license { object.add("license", licenses[0]) }
    if let publisher = draft.publisher, publisher != package.publisher {
      object.add("publisher", .object([JSONMember("name", .string(publisher))]))
    }
    return object.filled
  }

  // Parties

  private func party(_ party: DraftParty) -> JSONValue {
    var object = JSONObjectBuilder()
    object.add("id", party.id)
    object.add("name", party.name)
    for text in party.thing.texts(Vocabulary.alternativeLabel, preferring: nil) {
      if let language = text.language { object.add("name_" + language, text.text) }
    }
    if let number = party.number {
      object.add(
        "identifier",
        .object([JSONMember("scheme", .string(party.scheme ?? "")), JSONMember("id", .string(number))]))
    }
    object.add(
      "additionalIdentifiers",
      .array(party.thing.values(ProcessVocabulary.otherIdentifier).map(Self.furtherNumber)))
    var address = JSONObjectBuilder()
    address.add("region", territory(of: party.thing))
    address.add("country", country(of: party.thing))
    object.add("address", address.filled)
    if let mailbox = party.thing.value(Vocabulary.mailbox) {
      object.add("contactPoint", .object([JSONMember("email", .string(mailbox))]))
    }
    object.add("roles", list: party.roles)
    return object.value
  }

  private static func furtherNumber(_ written: String) -> JSONValue {
    let parts = written.split(separator: ":", maxSplits: 1).map(String.init)
    var object = JSONObjectBuilder()
    object.add("scheme", parts.count == 2 ? parts[0] : nil)
    object.add("id", parts.last)
    return object.value
  }

  private func territory(of party: StatedThing) -> String? {
    StatedPlaces.codes(party.iris(NoticeVocabulary.locatedIn)).nuts
  }

  /// The ISO 3166-1 alpha-2 code of an organisation's country.
  private func country(of party: StatedThing) -> String? {
    if let code = party.value(Vocabulary.country) { return OCDSCountry.code(code) }
    let place = StatedPlaces.codes(party.iris(NoticeVocabulary.locatedIn))
    let code = place.country.flatMap { CountryCode.alpha2($0) } ?? place.nuts.map { String($0.prefix(2)) }
    return code.flatMap(OCDSCountry.code)
  }

  func reference(_ iri: String) -> JSONValue? {
    guard let party = draft.parties[iri] else { return nil }
    var object = JSONObjectBuilder()
    object.add("id", party.id)
    object.add("name", party.name)
    return object.value
  }

  private var buyer: JSONValue? {
    draft.things.lazy.compactMap { $0.iris(Vocabulary.hasBuyer).first }.first.flatMap(reference)
  }

  /// The winners of an award, each once.
  func suppliers(_ award: StatedThing) -> JSONValue {
    var references: [JSONValue] = []
    for reference in award.iris(Vocabulary.hasWinner).compactMap(reference)
    where !references.contains(reference) {
      references.append(reference)
    }
    return .array(references)
  }

  // Values

  /// A day as a moment: OCDS knows no days.
  static func moment(_ date: PartialDate?) -> String? {
    guard let date, date.precision == .day else { return nil }
    return date.description + "T00:00:00Z"
  }

  /// An amount; nil in a currency that OCDS does not know, which would make the release invalid.
  static func value(_ money: Money?) -> JSONValue? {
    guard let money, OCDSCurrency.all.contains(money.currency) else { return nil }
    return .object([
      JSONMember("amount", .number(money.amount.description)),
      JSONMember("currency", .string(money.currency)),
    ])
  }

  /// A period by its days; where only its months are known, by the days that they come to.
  static func period(_ thing: StatedThing) -> JSONValue? {
    var object = JSONObjectBuilder()
    let start = moment(thing.date(Vocabulary.since))
    let end = moment(thing.date(Vocabulary.until))
    object.add("startDate", start)
    object.add("endDate", end)
    if start == nil || end == nil, let months = thing.integer(Vocabulary.durationMonths) {
      // Average days of a month, in the Gregorian calendar.
      object.add("durationInDays", months * 146_097 / 4800)
    }
    return object.filled
  }

  /// Writes texts under a key: the one in the release's language as it is, others with their language.
  func add(_ texts: [StatedText], as key: String, to object: inout JSONObjectBuilder) {
    var own: [String] = []
    var others: [(language: String, text: [String])] = []
    for text in texts {
      guard let language = text.language, language != draft.language else {
        own.append(text.text)
        continue
      }
      if let place = others.firstIndex(where: { $0.language == language }) {
        others[place].text.append(text.text)
      } else {
        others.append((language, [text.text]))
      }
    }
    if !own.isEmpty { object.add(key, own.joined(separator: "\n")) }
    for other in others { object.add(key + "_" + other.language, other.text.joined(separator: "\n")) }
  }

  func add(_ relation: String, of thing: StatedThing, as key: String, to object: inout JSONObjectBuilder) {
    add(thing.texts(relation, preferring: draft.language), as: key, to: &object)
  }
}

extension StatedPlaces {
  /// The first NUTS code and the first country of some places.
  static func codes(_ places: [String]) -> (nuts: String?, country: String?) {
    let nuts = Vocabulary.nuts("")
    let country = Vocabulary.country(alpha3: "")
    return (
      places.first { $0.hasPrefix(nuts) }.map { String($0.dropFirst(nuts.count)) },
      places.first { $0.hasPrefix(country) }.map { String($0.dropFirst(country.count)) }
    )
  }
}
