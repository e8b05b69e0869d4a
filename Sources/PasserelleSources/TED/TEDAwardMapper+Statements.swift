internal import PasserelleCore

extension TEDAwardMapper {
  /// States what only notices tell, and hands over what was repaired while they were read.
  mutating func complete(_ mapper: inout AwardMapper, title: NoticeText?) {
    for other in title?.translations ?? [] {
      mapper.state(Vocabulary.title, TEDMapper.term(other.text, other.language))
    }
    if let currency = mapper.statements.statements.last(where: {
      $0.subject.iriValue == contract && $0.predicate.iriValue == Vocabulary.currency
    })?.object.lexicalForm {
      reader.currencies[contract] = currency
    }
    stateDescriptions()
    stateNotice(title?.language)
    stateKind()
    for code in codes().dropFirst() {
      reader.base.state(Vocabulary.hasAdditionalClassification, .iri(code.iri))
    }
    var places: [NoticePlace] = []
    for place in lots.flatMap(\.places) where !places.contains(place) { places.append(place) }
    if places.isEmpty { places = reader.outline.places }
    reader.statePlaces(contract, places)
    stateDecision()
    stateWinners(mapper)
    if isAfterAward { stateModifications() }
    for statement in reader.base.statements.statements {
      mapper.statements.add(statement.subject, statement.predicate, statement.object)
    }
    mapper.diagnostics += reader.base.diagnostics
  }

  /// States the descriptions of the lots, then of the whole, in every language, each text once.
  private mutating func stateDescriptions() {
    let whole =
      reader.form.layout == .former
      ? reader.outline.description
      : reader.text(reader.body.first(path: .objectContract, .shortDescr), "OBJECT_CONTRACT/SHORT_DESCR")
    var seen: Set<String> = []
    for text in (lots.map(\.description) + [whole]).compactMap({ $0 }) {
      for version in NoticeAwardMapper.versions(text) where seen.insert(version.text).inserted {
        reader.base.statements.add(
          contract, Vocabulary.description, TEDMapper.term(version.text, version.language))
      }
    }
    // The title of the contract itself, where it is not that of the lot.
    let own = reader.text(award.section.first(of: [.title, .contractTitle]), "AWARD_CONTRACT/TITLE")
    if let own, lots.count == 1, let lot = lots[0].title, lot.text != own.text {
      reader.state(contract, Vocabulary.alternativeLabel, own)
    }
  }

  /// States the notices and the call that the award belongs to.
  private mutating func stateNotice(_ language: String?) {
    for lot in lots.isEmpty ? award.lots : lots.map(\.identifier) {
      reader.state(contract, Vocabulary.lotIdentifier, lot)
    }
    if !isAfterAward {
      reader.state(contract, Vocabulary.procedureIdentifier, reader.outline.procedureIdentifier)
      reader.state(contract, Vocabulary.noticeForm, reader.announcedForm)
      reader.state(contract, Vocabulary.noticeSubtype, reader.form.kind?.subtype)
      for call in reader.notice.references + [reader.outline.identifier] {
        let iri = reader.base.iris.identifier(.local, TEDReader.source + ":" + call)
        reader.base.state(Vocabulary.hasCall, .iri(iri))
      }
    }
    let language = language ?? reader.notice.language
    if language != LanguageTag.undetermined { reader.state(contract, Vocabulary.language, language) }
  }

  /// States the procedure and the nature of the contract, in the words of French award data.
  private mutating func stateKind() {
    if !isAfterAward { reader.state(contract, Vocabulary.hasProcedure, reader.procedure()) }
    let type = reader.body.first(path: .objectContract, .typeContract)?.attribute("CTYPE")
    let categories = reader.form.layout == .former ? reader.outline.categories : TEDMapper.category(type)
    reader.stateCategories(contract, categories)
    let isFramework = reader.form.layout == .former ? lots.first?.isFramework : reader.isFramework
    let nature: String? =
      if reader.basis == "32014L0023" {
        categories.first == "works" ? "Concession de travaux" : "Concession de service"
      } else {
        isFramework.map { $0 ? "Accord-cadre" : "Marché" }
      }
    reader.state(contract, Vocabulary.hasNature, nature)
  }

  /// States how the award came about.
  private mutating func stateDecision() {
    if let day = reader.date(award.result.first(.dateDecisionJury), "AWARDED_PRIZE/") {
      reader.base.state(NoticeVocabulary.decisionDate, .date(day))
    }
    if let count = award.offersReceived { reader.base.state(Vocabulary.offersReceived, .integer(count)) }
    var offers = reader.offers(of: award)
    if offers == (nil, nil), isOnly, !isAfterAward { offers = reader.offersOfAll() }
    reader.state(contract, NoticeVocabulary.lowestOffer, offers.lowest)
    reader.state(contract, NoticeVocabulary.highestOffer, offers.highest)
    let subcontracting = award.result.first(.moreInformationToSubContracted)
    if award.result.first(.likelySubcontracted) != nil
      || subcontracting?.first(.contractLikelySubContracted) != nil
    {
      reader.base.state(NoticeVocabulary.isSubcontractingDeclared, .boolean(true))
    } else if subcontracting?.first(.noContractLikelySubContracted) != nil {
      reader.base.state(NoticeVocabulary.isSubcontractingDeclared, .boolean(false))
    }
  }

  /// States what the notice says of the winners beyond their names and numbers.
  private mutating func stateWinners(_ mapper: AwardMapper) {
    let stated = mapper.statements.statements.filter {
      $0.subject.iriValue == contract && $0.predicate.iriValue == Vocabulary.hasWinner
    }.compactMap(\.object.iriValue)
    // A party of which nothing could be kept has no IRI; then the order tells nothing.
    guard stated.count == winners.count else { return }
    let named = Set(
      mapper.statements.statements.filter { $0.predicate.iriValue == Vocabulary.name }.compactMap(
        \.subject.iriValue))
    for (iri, winner) in zip(stated, winners) {
      if named.contains(iri) {
        for other in winner.otherNames where other.text != winner.party.name?.value {
          reader.base.statements.add(
            iri, Vocabulary.alternativeLabel, TEDMapper.term(other.text, other.language))
        }
        reader.stateAddress(iri, territory: winner.territory, country: winner.country)
        reader.state(iri, Vocabulary.mailbox, winner.mailbox)
      }
      if winner.isSmall == true { reader.state(iri, NoticeVocabulary.companySize, "sme") }
    }
  }

  /// States the changes of a notice of modification to the contract, named by the notice.
  private mutating func stateModifications() {
    for (offset, element) in reader.body.all(.modificationsContract).enumerated() {
      let iri =
        contract + "/modification/" + NoticeKey.part(reader.outline.identifier)
        + (offset > 0 ? "/\(offset + 1)" : "")
      reader.base.state(Vocabulary.hasModification, .iri(iri))
      reader.base.statements.add(iri, Vocabulary.type, .iri(Vocabulary.modification))
      let info = element.first(.infoModifications)
      let prefix = "INFO_MODIFICATIONS/"
      reader.state(iri, Vocabulary.description, reader.text(info?.first(.shortDescr), prefix + "SHORT_DESCR"))
      for (tag, reason) in [(TEDTag.additionalNeed, "add-wss"), (.unforeseenCircumstance, "mod-cir")] {
        guard let words = info?.first(tag) else { continue }
        reader.state(iri, NoticeVocabulary.modificationReason, reason)
        reader.state(iri, Vocabulary.additionalInformation, reader.text(words, prefix + tag.rawValue))
      }
      if let day = reader.outline.published {
        reader.base.statements.add(iri, Vocabulary.published, .date(day))
      }
      let values = info?.first(.values) ?? info
      reader.state(iri, Vocabulary.amount, reader.money(values?.first(.valTotalAfter), prefix))
      let whole = element.first(.descriptionProcurement)
      let known = codes()
      for code in reader.codes(of: whole, "DESCRIPTION_PROCUREMENT/") where !known.contains(code) {
        reader.base.state(Vocabulary.hasAdditionalClassification, .iri(code.iri))
      }
      let months = reader.duration(
        whole?.first(.duration), start: whole?.first(.dateStart), end: whole?.first(.dateEnd),
        "DESCRIPTION_PROCUREMENT/")
      if let months { reader.base.statements.add(iri, Vocabulary.durationMonths, .integer(months)) }
    }
  }
}
