internal import PasserelleCore
internal import PasserelleJSON

/// Writes an award as a contract of the French essential procurement data, in the layout of 2022.
///
/// Source: JSON schema 2.0.3, arrêtés of 22 December 2022. What the schema requires and the award does not say is not
/// invented: its fields are told, and the award is not written. The schema has no value for “not known”: of what the layout
/// of 2019 lacks, only what follows from its own fields is written, and told as derived.
struct DECPWriter {
  let draft: ProcedureDraft
  let award: StatedThing
  var object = JSONObjectBuilder()
  /// The fields that the schema requires and that are missing, or that it does not take, each once.
  private(set) var missing: [String] = []
  /// The fields whose value follows from other fields, each once.
  var derived: [String] = []

  /// Whether it is a concession.
  let isConcession: Bool

  init(_ award: StatedThing, of draft: ProcedureDraft) {
    self.draft = draft
    self.award = award
    isConcession = award.value(Vocabulary.hasNature).map(DECPValues.concessionNatures.contains) ?? false
    isConcession ? writeConcession() : writeContract()
  }

  /// The contract; nil where something is missing.
  var value: JSONValue? { missing.isEmpty ? object.value : nil }

  /// The fields that could be written, whether or not others are missing.
  var writable: Set<String> { Set(object.members.map(\.key)) }

  // Contracts

  private mutating func writeContract() {
    require("id", identifier)
    require("acheteur.id", buyer, as: "acheteur")
    writeNature()
    require("objet", title)
    require("codeCPV", award.mainCode.map { .string($0) })
    writeTechniques()
    several(
      "modalitesExecution", "modaliteExecution", Vocabulary.executionModality, DECPList.executionModalities)
    object.add(
      "idAccordCadre", award.value(Vocabulary.frameworkIdentifier).flatMap { $0.count <= 16 ? $0 : nil })
    flag("marcheInnovant", Vocabulary.isInnovative)
    listed("ccag", Vocabulary.generalConditions, Set(DECPList.generalConditions.values))
    require(
      "offresRecues", award.integer(Vocabulary.offersReceived).flatMap { $0 > 0 ? .number(String($0)) : nil })
    writeAdvance()
    object.add("tauxAvance", number: award.decimal(Vocabulary.advanceRate))
    writeGrouping()
    flag("sousTraitanceDeclaree", Vocabulary.isSubcontractingDeclared)
    writeSubcontracts()
    writeProcedure()
    require("lieuExecution", place)
    require("dureeMois", months(of: award))
    require("dateNotification", day(award, Vocabulary.notified))
    require("datePublicationDonnees", day(award, Vocabulary.published))
    require("montant", amount(of: award, Vocabulary.amount))
    writePriceTypes()
    listed("formePrix", Vocabulary.hasPriceForm, DECPValues.priceForms)
    object.add("origineUE", number: award.decimal(Vocabulary.europeanShare))
    object.add("origineFrance", number: award.decimal(Vocabulary.frenchShare))
    require("titulaires", parties(of: award, "titulaire"))
    several(
      "considerationsSociales", "considerationSociale", Vocabulary.socialConsideration,
      DECPList.socialConsiderations, excluding: "Concession réservée")
    several(
      "considerationsEnvironnementales", "considerationEnvironnementale",
      Vocabulary.environmentalConsideration,
      DECPList.environmentalConsiderations)
    writeModifications(notified: "dateNotificationModification", amount: "montant")
  }

  // Concessions

  private mutating func writeConcession() {
    require("id", identifier)
    require("autoriteConcedante.id", buyer, as: "autoriteConcedante")
    listed("nature", Vocabulary.hasNature, DECPValues.concessionNatures)
    require("objet", title)
    listed("procedure", Vocabulary.hasProcedure, DECPValues.concessionProcedures)
    require("dureeMois", months(of: award))
    require("dateSignature", day(award, Vocabulary.notified))
    require("datePublicationDonnees", day(award, Vocabulary.published))
    require("dateDebutExecution", day(award, Vocabulary.executionStart))
    require("valeurGlobale", amount(of: award, Vocabulary.amount))
    require(
      "montantSubventionPublique", award.decimal(Vocabulary.publicSubsidy).map { .number($0.description) })
    writeExecution()
    require("concessionnaires", parties(of: award, "concessionnaire"))
    several(
      "considerationsSociales", "considerationSociale", Vocabulary.socialConsideration,
      DECPList.socialConsiderations, excluding: "Marché réservé")
    several(
      "considerationsEnvironnementales", "considerationEnvironnementale",
      Vocabulary.environmentalConsideration,
      DECPList.environmentalConsiderations)
    writeModifications(notified: "dateSignatureModification", amount: "valeurGlobale")
  }

  private mutating func writeExecution() {
    let years = award.parts(Vocabulary.hasExecutionYear).map { year -> JSONValue in
      var data = JSONObjectBuilder()
      require("donneesExecution.datePublicationDonneesExecution", day(year, Vocabulary.published), in: &data)
      require(
        "donneesExecution.depensesInvestissement",
        year.decimal(Vocabulary.investment).map { .number($0.description) }, in: &data)
      let tariffs = year.iris(Vocabulary.hasTariff).map { StatedThing(iri: $0, record: year.record) }
      var written: [JSONValue] = []
      for tariff in tariffs {
        var one = JSONObjectBuilder()
        require(
          "donneesExecution.tarifs.intituleTarif", tariff.value(Vocabulary.label).map { .string($0) },
          in: &one)
        require(
          "donneesExecution.tarifs.tarif", tariff.decimal(Vocabulary.amount).map { .number($0.description) },
          in: &one)
        written.append(.object([JSONMember("tarif", one.value)]))
      }
      require("donneesExecution.tarifs", written.isEmpty ? nil : .array(written), in: &data)
      return .object([JSONMember("donneesAnnuelles", data.value)])
    }
    object.add("donneesExecution", .array(years))
  }

  // Parts

  private mutating func writeSubcontracts() {
    var acts: [JSONValue] = []
    var changes: [JSONValue] = []
    for act in award.parts(Vocabulary.hasSubcontract) {
      let number = act.integer(Vocabulary.order) ?? Int(act.iri.split(separator: "/").last ?? "") ?? 0
      for change in act.parts(Vocabulary.hasModification) {
        var one = JSONObjectBuilder()
        let path = "modificationsActesSousTraitance."
        one.add("id", number)
        one.add("dureeMois", months(of: change))
        require(
          path + "dateNotificationModificationSousTraitance", day(change, Vocabulary.notified), in: &one)
        one.add("montant", amount(of: change, Vocabulary.amount))
        require(path + "datePublicationDonnees", day(change, Vocabulary.published), in: &one)
        changes.append(.object([JSONMember("modificationActeSousTraitance", one.value)]))
      }
      // An act that only its changes tell of has no company.
      guard act.value(Vocabulary.order) != nil else { continue }
      var one = JSONObjectBuilder()
      let path = "actesSousTraitance."
      one.add("id", number)
      let company = act.iris(Vocabulary.hasSubcontractor).first.flatMap { party($0, of: act) }
      require(path + "sousTraitant", company, in: &one)
      require(path + "dureeMois", months(of: act), in: &one)
      require(path + "dateNotification", day(act, Vocabulary.notified), in: &one)
      require(path + "datePublicationDonnees", day(act, Vocabulary.published), in: &one)
      require(path + "montant", amount(of: act, Vocabulary.amount), in: &one)
      require(path + "variationPrix", act.value(Vocabulary.priceVariation).map { .string($0) }, in: &one)
      acts.append(.object([JSONMember("acteSousTraitance", one.value)]))
    }
    object.add("actesSousTraitance", .array(acts))
    object.add("modificationsActesSousTraitance", .array(changes))
  }

  private mutating func writeModifications(notified: String, amount key: String) {
    var written: [JSONValue] = []
    for (offset, modification) in award.parts(Vocabulary.hasModification).enumerated() {
      var one = JSONObjectBuilder()
      one.add("id", modification.integer(Vocabulary.order) ?? offset + 1)
      one.add("dureeMois", months(of: modification))
      one.add(key, amount(of: modification, Vocabulary.amount))
      if !isConcession, !modification.iris(Vocabulary.hasWinner).isEmpty {
        require("modifications.titulaires", parties(of: modification, "titulaire"), in: &one)
      }
      require("modifications." + notified, day(modification, Vocabulary.notified), in: &one)
      require(
        "modifications.datePublicationDonneesModification", day(modification, Vocabulary.published), in: &one)
      written.append(.object([JSONMember("modification", one.value)]))
    }
    object.add("modifications", .array(written))
  }

  // Fields

  private mutating func lack(_ field: String) {
    if !missing.contains(field) { missing.append(field) }
  }

  private mutating func require(_ field: String, _ value: JSONValue?, as key: String? = nil) {
    guard let value else { return lack(field) }
    object.add(key ?? field, value)
  }

  private mutating func require(_ field: String, _ value: JSONValue?, in object: inout JSONObjectBuilder) {
    guard let value else { return lack(field) }
    object.add(field.split(separator: ".").last.map(String.init) ?? field, value)
  }

  /// A value of a closed list.
  mutating func listed(_ field: String, _ relation: String, _ known: Set<String>) {
    require(field, award.values(relation).first(where: known.contains).map { .string($0) })
  }

  /// Values of a closed list, in an object of one key.
  mutating func several(
    _ field: String, _ key: String, _ relation: String, _ known: [String: String],
    excluding excluded: String? = nil
  ) {
    let allowed = Set(known.values).subtracting([excluded].compactMap { $0 })
    let values = award.values(relation).filter(allowed.contains)
    require(
      field,
      values.isEmpty ? nil : .object([JSONMember(key, .array(values.map { .string($0) }))]))
  }

  mutating func flag(_ field: String, _ relation: String) {
    require(field, award.flag(relation).map { .bool($0) })
  }

  private var identifier: JSONValue? {
    guard let id = award.value(Vocabulary.identifier), (1...16).contains(id.unicodeScalars.count) else {
      return nil
    }
    return .string(id)
  }

  private var title: JSONValue? {
    guard let title = award.texts(Vocabulary.title, preferring: "fr").first?.text,
      title.unicodeScalars.count <= 1000
    else { return nil }
    return .string(title)
  }

  /// The buyer by its establishment number, also one whose check digit is wrong: it is what the source gives.
  private var buyer: JSONValue? {
    func isWhole(_ number: String) -> Bool {
      number.utf8.count == 14 && number.utf8.allSatisfy { (48...57).contains($0) }
    }
    let stated = award.iris(Vocabulary.hasBuyer).lazy.compactMap { iri -> String? in
      let number = DECPValues.number(of: StatedThing(iri: iri, record: award.record), in: draft.iris)
      return number.flatMap { $0.kind == "SIRET" && isWhole($0.number) ? $0.number : nil }
    }.first
    // Of a number of which the company's part alone is right, the whole stands with the contract.
    let written = award.values(Vocabulary.sourceValue).lazy.compactMap { value -> String? in
      let prefix = isConcession ? "autoriteConcedante.id=" : "acheteur.id="
      guard value.hasPrefix(prefix) else { return nil }
      let number = String(value.dropFirst(prefix.count))
      return isWhole(number) ? number : nil
    }
    return (stated ?? written.first).map { .object([JSONMember("id", .string($0))]) }
  }

  private func months(of thing: StatedThing) -> JSONValue? {
    thing.integer(Vocabulary.durationMonths).flatMap { $0 > 0 ? .number(String($0)) : nil }
  }

  private func day(_ thing: StatedThing, _ relation: String) -> JSONValue? {
    thing.date(relation).flatMap { $0.precision == .day ? .string($0.description) : nil }
  }

  /// An amount in euros, of one at least.
  private func amount(of thing: StatedThing, _ relation: String) -> JSONValue? {
    guard let money = thing.money(relation), money.currency == "EUR", money.amount >= DecimalNumber(1) else {
      return nil
    }
    return .number(money.amount.description)
  }

  /// The companies; nil where there is none, or one of them has no number that the schema takes.
  private func parties(of thing: StatedThing, _ key: String) -> JSONValue? {
    let iris = thing.iris(Vocabulary.hasWinner)
    let written = iris.compactMap { party($0, of: thing) }
    guard !iris.isEmpty, written.count == iris.count else { return nil }
    return .array(written.map { .object([JSONMember(key, $0)]) })
  }

  private func party(_ iri: String, of thing: StatedThing) -> JSONValue? {
    guard
      let (kind, number) = DECPValues.number(of: StatedThing(iri: iri, record: thing.record), in: draft.iris)
    else { return nil }
    return .object([JSONMember("typeIdentifiant", .string(kind)), JSONMember("id", .string(number))])
  }

  private var place: JSONValue? {
    guard let (code, kind) = DECPValues.place(StatedPlaces(award, in: draft.iris)) else { return nil }
    return .object([JSONMember("code", .string(code)), JSONMember("typeCode", .string(kind))])
  }
}
