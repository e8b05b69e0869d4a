internal import PasserelleCore
internal import PasserelleJSON

/// Writes an award as a contract or concession of the French essential procurement data in their layout of 2019.
///
/// As with that of 2022 nothing is invented: an award without a field that the official schema of that layout requires, or whose
/// value it does not take, is left out, and its fields are named.
struct DECP2019Writer {
  private let award: StatedThing
  private let iris: IRISpace
  private var object = JSONObjectBuilder()
  private var emptyLists: [JSONMember] = []
  /// The fields that the schema requires and that are missing, or that it does not take, each once.
  private(set) var missing: [String] = []
  /// Whether it is a concession.
  let isConcession: Bool

  init(_ award: StatedThing, of draft: ProcedureDraft) {
    self.award = award
    iris = draft.iris
    isConcession = award.value(Vocabulary.hasNature).map(DECPValues.concessionNatures.contains) ?? false
    isConcession ? writeConcession() : writeContract()
  }

  /// The contract; nil where something is missing.
  var value: JSONValue? { missing.isEmpty ? .object(object.members + emptyLists) : nil }

  private mutating func writeContract() {
    require("id", identifier)
    object.add("_type", "Marché")
    require("acheteur", buyer)
    listed("nature", Vocabulary.hasNature, DECPValues.naturesTaken2019)
    require("objet", title)
    require("codeCPV", award.mainCode.map { .string($0) })
    procedure()
    require("lieuExecution", place)
    require("dureeMois", months(of: award))
    require("dateNotification", day(award, Vocabulary.notified))
    require("datePublicationDonnees", day(award, Vocabulary.published))
    require("montant", amount(of: award))
    priceForm()
    require("titulaires", parties(of: award))
    writeModifications(amount: "montant")
  }

  private mutating func writeConcession() {
    require("id", identifier)
    object.add("_type", "Contrat de concession")
    require("autoriteConcedante", buyer)
    listed("nature", Vocabulary.hasNature, DECPValues.concessionNatures)
    require("objet", title)
    listed("procedure", Vocabulary.hasProcedure, DECPValues.concessionProcedures)
    require("lieuExecution", place)
    require("dureeMois", months(of: award))
    require("dateSignature", day(award, Vocabulary.notified))
    require("datePublicationDonnees", day(award, Vocabulary.published))
    require("dateDebutExecution", day(award, Vocabulary.executionStart))
    require("valeurGlobale", amount(of: award))
    require(
      "montantSubventionPublique", award.decimal(Vocabulary.publicSubsidy).map { .number($0.description) })
    writeExecution()
    require("concessionnaires", parties(of: award))
    writeModifications(amount: "valeurGlobale")
  }

  private mutating func writeExecution() {
    var written: [JSONValue] = []
    for year in award.parts(Vocabulary.hasExecutionYear) {
      var data = JSONObjectBuilder()
      let path = "donneesExecution."
      require(path + "datePublicationDonneesExecution", day(year, Vocabulary.published), in: &data)
      require(
        path + "depensesInvestissement", year.decimal(Vocabulary.investment).map { .number($0.description) },
        in: &data)
      var tariffs: [JSONValue] = []
      for tariff in year.iris(Vocabulary.hasTariff).map({ StatedThing(iri: $0, record: year.record) }) {
        guard let label = tariff.value(Vocabulary.label), let price = tariff.decimal(Vocabulary.amount) else {
          continue
        }
        tariffs.append(
          .object([
            JSONMember("intituleTarif", .string(label)), JSONMember("tarif", .number(price.description)),
          ]))
      }
      require(path + "tarifs", tariffs.isEmpty ? nil : .array(tariffs), in: &data)
      written.append(data.value)
    }
    list("donneesExecution", written)
  }

  private mutating func writeModifications(amount key: String) {
    var written: [JSONValue] = []
    for modification in award.parts(Vocabulary.hasModification) {
      var one = JSONObjectBuilder()
      let path = "modifications."
      let subject = modification.texts(Vocabulary.description, preferring: "fr").first?.text
      let fitting = subject.flatMap { $0.unicodeScalars.count <= 256 ? JSONValue.string($0) : nil }
      require(path + "objetModification", fitting, in: &one)
      if let signed = day(modification, Vocabulary.notified) { one.add("dateSignatureModification", signed) }
      require(path + "datePublicationDonneesModification", day(modification, Vocabulary.published), in: &one)
      if let months = months(of: modification) { one.add("dureeMois", months) }
      if let amount = amount(of: modification) { one.add(key, amount) }
      if !isConcession, !modification.iris(Vocabulary.hasWinner).isEmpty {
        require(path + "titulaires", parties(of: modification), in: &one)
      }
      // A change that is told twice is one.
      if !written.contains(one.value) { written.append(one.value) }
    }
    list("modifications", written)
  }

  // Fields

  /// A list that must be there, even empty.
  private mutating func list(_ field: String, _ elements: [JSONValue]) {
    if elements.isEmpty { emptyLists.append(JSONMember(field, .array([]))) }
    object.add(field, JSONValue.array(elements))
  }

  private mutating func require(_ field: String, _ value: JSONValue?, as key: String? = nil) {
    var written = object
    require(field, value, in: &written, as: key ?? field)
    object = written
  }

  private mutating func require(
    _ field: String, _ value: JSONValue?, in object: inout JSONObjectBuilder, as key: String? = nil
  ) {
    guard let value else {
      if !missing.contains(field) { missing.append(field) }
      return
    }
    object.add(key ?? field.split(separator: ".").last.map(String.init) ?? field, value)
  }

  private mutating func listed(_ field: String, _ relation: String, _ known: Set<String>) {
    require(field, award.values(relation).first(where: known.contains).map { .string($0) })
  }

  /// The procedure under its name of 2019; a name of 2022 that stands for two of them says neither.
  private mutating func procedure() {
    let values = award.values(Vocabulary.hasProcedure)
    let name =
      values.first(where: DECPValues.proceduresTaken2019.contains)
      ?? values.lazy.compactMap { DECPValues.proceduresIn2019[$0] }.first
    require("procedure", name.map { .string($0) })
  }

  private mutating func priceForm() {
    let name =
      award.values(Vocabulary.hasPriceForm).first(where: { DECPValues.priceTypesOf2019[$0] != nil })
      ?? award.values(Vocabulary.priceType).lazy.compactMap { type in
        DECPValues.priceTypesOf2019.filter { $0.value == type }.keys.min()
      }.first
    require("formePrix", name.map { .string($0) })
  }

  private var identifier: JSONValue? {
    guard let id = award.value(Vocabulary.identifier), (7...16).contains(id.unicodeScalars.count) else {
      return nil
    }
    return .string(id)
  }

  private var title: JSONValue? {
    guard let title = award.texts(Vocabulary.title, preferring: "fr").first?.text,
      title.unicodeScalars.count <= 256
    else { return nil }
    return .string(title)
  }

  /// The buyer by its establishment number and its name.
  private var buyer: JSONValue? {
    for iri in award.iris(Vocabulary.hasBuyer) {
      let party = StatedThing(iri: iri, record: award.record)
      guard let (kind, number) = DECPValues.number(of: party, in: iris), kind == "SIRET",
        number.utf8.count == 14, number.utf8.allSatisfy({ (48...57).contains($0) }),
        let name = party.value(Vocabulary.name)
      else { continue }
      return .object([JSONMember("id", .string(number)), JSONMember("nom", .string(name))])
    }
    return nil
  }

  private func months(of thing: StatedThing) -> JSONValue? {
    thing.integer(Vocabulary.durationMonths).flatMap { $0 > 0 ? .number(String($0)) : nil }
  }

  private func day(_ thing: StatedThing, _ relation: String) -> JSONValue? {
    thing.date(relation).flatMap { $0.precision == .day ? .string($0.description) : nil }
  }

  private func amount(of thing: StatedThing) -> JSONValue? {
    guard let money = thing.money(Vocabulary.amount), money.currency == "EUR", !money.amount.isNegative else {
      return nil
    }
    return .number(money.amount.description)
  }

  /// The companies with their names; nil where there is none, or one of them lacks a number or a name, as persons do.
  private func parties(of thing: StatedThing) -> JSONValue? {
    let all = thing.iris(Vocabulary.hasWinner)
    let written = all.compactMap { iri -> JSONValue? in
      let party = StatedThing(iri: iri, record: thing.record)
      guard let (kind, number) = DECPValues.number(of: party, in: iris),
        let name = party.value(Vocabulary.name)
      else { return nil }
      return .object([
        JSONMember("typeIdentifiant", .string(kind)), JSONMember("id", .string(number)),
        JSONMember("denominationSociale", .string(name)),
      ])
    }
    return all.isEmpty || written.count < all.count ? nil : .array(written)
  }

  private var place: JSONValue? {
    let places = StatedPlaces(award, in: iris)
    guard let (code, kind) = DECPValues.place(places), let name = places.names.first,
      !isConcession || code.utf8.count <= 6
    else { return nil }
    return .object([
      JSONMember("code", .string(code)), JSONMember("typeCode", .string(kind)),
      JSONMember("nom", .string(name)),
    ])
  }
}
