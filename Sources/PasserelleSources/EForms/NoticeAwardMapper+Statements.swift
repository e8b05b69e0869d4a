internal import PasserelleCore
internal import PasserelleXML

extension NoticeAwardMapper {
  /// States what only notices tell, and hands over what was repaired while they were read.
  mutating func complete(_ mapper: inout AwardMapper) {
    for other in otherTitles {
      mapper.state(Vocabulary.title, NoticeMapper.term(other.text, other.language))
    }
    if let currency = mapper.statements.statements.last(where: {
      $0.subject.iriValue == contract && $0.predicate.iriValue == Vocabulary.currency
    })?.object.lexicalForm {
      reader.currencies[contract] = currency
    }
    stateDescriptions()
    stateNotice()
    stateKind()
    for code in codes().dropFirst() {
      reader.base.state(Vocabulary.hasAdditionalClassification, .iri(code.iri))
    }
    statePlaces()
    stateDecision()
    stateWinners(mapper)
    stateSubcontractors(&mapper)
    if notice.announcement == .modification { stateModifications() }
    for statement in reader.base.statements.statements {
      mapper.statements.add(statement.subject, statement.predicate, statement.object)
    }
    mapper.diagnostics += reader.base.diagnostics
  }

  /// States the notices and the call that the award belongs to.
  ///
  /// Notices after the award leave what the result told of itself as it is.
  private mutating func stateNotice() {
    reader.state(contract, Vocabulary.procedureIdentifier, notice.procedureIdentifier)
    for lot in award.lots { reader.state(contract, Vocabulary.lotIdentifier, lot) }
    if notice.announcement?.isAfterAward != true {
      reader.state(contract, Vocabulary.noticeForm, notice.form)
      reader.state(contract, Vocabulary.noticeSubtype, notice.subtype)
      for call in notice.previousNotices + [notice.identifier?.lowercased()].compactMap({ $0 }) {
        let iri = reader.base.iris.identifier(.local, EFormsReader.source + ":" + call)
        reader.base.state(Vocabulary.hasCall, .iri(iri))
      }
    }
    if reader.outline.isCancelled { reader.base.state(Vocabulary.isCancellation, .boolean(true)) }
    if let language = titleLanguage ?? notice.language.map(LanguageTag.tag),
      language != LanguageTag.undetermined
    {
      reader.state(contract, Vocabulary.language, language)
    }
  }

  /// States the procedure and the nature of the contract, in the words of French award data.
  private mutating func stateKind() {
    reader.state(contract, Vocabulary.hasProcedure, reader.procedure())
    var categories: [String] = []
    for category in lots.flatMap(\.categories) where !categories.contains(category) {
      categories.append(category)
    }
    if categories.isEmpty { categories = NoticeMapper.categories(of: notice.project) }
    reader.stateCategories(contract, categories)
    let isWithinFramework = award.contract?.first("ContractFrameworkIndicator")?.content == "true"
    let nature: String? =
      if notice.legalBasis?.hasSuffix("L0023") == true {
        categories.first == "works" ? "Concession de travaux" : "Concession de service"
      } else if lots.contains(where: { $0.isFramework == true }) {
        "Accord-cadre"
      } else if isWithinFramework {
        "Marché subséquent"
      } else {
        lots.contains { $0.isFramework == false } ? "Marché" : nil
      }
    reader.state(contract, Vocabulary.hasNature, nature)
  }

  private mutating func statePlaces() {
    var places: [NoticePlace] = []
    for place in lots.flatMap(\.places) where !places.contains(place) { places.append(place) }
    if places.isEmpty { places = reader.places(of: notice.project, "") }
    reader.statePlaces(contract, places)
  }

  /// States how the award came about, and the greatest value of a framework agreement.
  private mutating func stateDecision() {
    if let day = reader.date(award.contract?.first("AwardDate"), "SettledContract/") {
      reader.base.state(NoticeVocabulary.decisionDate, .date(day))
    }
    let offers = award.results.compactMap { NoticeMapper.offersReceived($0) }
    if award.lots.count <= 1, let count = offers.first {
      reader.base.state(Vocabulary.offersReceived, .integer(count))
    }
    if award.lots.count <= 1, award.results.count == 1 {
      let result = award.results[0].element
      for (name, relation) in [
        ("LowerTenderAmount", NoticeVocabulary.lowestOffer),
        ("HigherTenderAmount", NoticeVocabulary.highestOffer),
      ] {
        reader.state(contract, relation, reader.money(result.first(name), "LotResult/"))
      }
    }
    if let address = award.contract?.first("URI")?.content, NoticeMapper.isAddress(address) {
      reader.state(contract, NoticeVocabulary.contractAddress, address)
    }
    if award.results.count == 1, let values = award.results[0].element.first("FrameworkAgreementValues") {
      let prefix = "LotResult/"
      reader.state(
        contract, Vocabulary.maximumAmount, reader.money(values.first("MaximumValueAmount"), prefix))
      reader.state(
        contract, NoticeVocabulary.reestimatedAmount,
        reader.money(values.first("ReestimatedValueAmount"), prefix))
    }
    if award.tenders.count == 1 {
      let paid = award.tenders[0].first(path: ["AggregatedAmounts", "PaidAmount"])
      reader.state(contract, NoticeVocabulary.paidAmount, reader.money(paid, "LotTender/"))
    }
  }

  // Modifications

  /// States the changes of a notice of modification to this contract.
  ///
  /// Each is named by its notice, so that those of several notices stand side by side.
  private mutating func stateModifications() {
    let elements = notice.extensions.flatMap { $0.all("ContractModification") }
    let identifier = NoticeKey.part((notice.identifier ?? "").lowercased())
    var rank = 0
    for element in elements where concernsThis(element, among: elements.count) {
      rank += 1
      let iri = contract + "/modification/" + identifier + (rank > 1 ? "/\(rank)" : "")
      reader.base.state(Vocabulary.hasModification, .iri(iri))
      reader.base.statements.add(iri, Vocabulary.type, .iri(Vocabulary.modification))
      let texts = element.all("Change").flatMap { $0.all("ChangeDescription") }
      reader.state(iri, Vocabulary.description, reader.text(texts, "ContractModification/ChangeDescription"))
      for reason in element.all("ChangeReason") {
        reader.state(iri, NoticeVocabulary.modificationReason, reason.first("ReasonCode")?.content)
        reader.state(
          iri, Vocabulary.additionalInformation,
          reader.text(reason.all("ReasonDescription"), "ContractModification/ReasonDescription"))
      }
      if let day = reader.outline.published {
        reader.base.statements.add(iri, Vocabulary.published, .date(day))
      }
      let amounts = award.tenders.compactMap { $0.first(path: ["LegalMonetaryTotal", "PayableAmount"]) }
      if amounts.count == 1 {
        reader.state(iri, Vocabulary.amount, reader.money(amounts[0], "LotTender/"))
      }
    }
  }

  /// Whether a change is one to this contract: it names it by its technical identifier or its number; one that names
  /// none concerns all.
  private func concernsThis(_ element: XMLElement, among changes: Int) -> Bool {
    let named = element.all("ModifiedContractIdentifier").compactMap(\.content)
    if named.isEmpty || (changes == 1 && count == 1) { return true }
    return named.contains(award.identifier) || award.reference.map(named.contains) ?? false
  }
}
