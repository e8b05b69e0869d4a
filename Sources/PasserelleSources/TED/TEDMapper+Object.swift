internal import PasserelleCore

extension TEDMapper {
  /// Reads the object and its lots (R2.0.9); a planning notice may have several objects.
  mutating func readObjects() {
    let objects = body.all(.objectContract)
    guard let object = objects.first else { return }
    let prefix = "OBJECT_CONTRACT/"
    outline.title = text(object.first(.title), prefix + "TITLE")
    outline.description = text(object.first(.shortDescr), prefix + "SHORT_DESCR")
    outline.additionalInformation = text(
      body.first(path: .complementaryInfo, .infoAdd), "COMPLEMENTARY_INFO/INFO_ADD")
    outline.categories = Self.category(object.first(.typeContract)?.attribute("CTYPE"))
    for one in objects {
      for code in codes(of: one, prefix) where !outline.codes.contains(code) { outline.codes.append(code) }
    }
    outline.amount = money(object.first(.valEstimatedTotal), prefix)
    if outline.form?.isOfResults == true { outline.totalAmount = money(object.first(.valTotal), prefix) }
    let shared = SharedTerms(self, &base)
    for object in objects {
      let rank = outline.lots.count
      for element in object.all(.objectDescr) {
        var lot = lot(element)
        if objects.count > 1 {
          lot.title = lot.title ?? text(object.first(.title), prefix + "TITLE")
          lot.categories = Self.category(object.first(.typeContract)?.attribute("CTYPE"))
        }
        shared.apply(to: &lot)
        outline.lots.append(lot)
      }
      // What an object of several says of itself alone, its only lot says.
      if objects.count > 1, outline.lots.count == rank + 1, outline.lots[rank].amount == nil {
        outline.lots[rank].amount = money(object.first(.valEstimatedTotal), prefix)
      }
    }
    if outline.lots.count == 1 {
      for code in outline.lots[0].codes where !outline.codes.contains(code) { outline.codes.append(code) }
      outline.description = outline.description ?? outline.lots[0].description
    }
    if outline.lots.isEmpty, form.kind?.form == .competition {
      // A qualification system or contest may describe no part.
      var lot = NoticeLot(identifier: "1")
      shared.apply(to: &lot)
      if lot != NoticeLot(identifier: "1") { outline.lots.append(lot) }
    }
  }

  /// Reads a lot.
  private mutating func lot(_ element: TEDElement) -> NoticeLot {
    var lot = lotSubject(element, rank: outline.lots.count + 1)
    let prefix = lot.identifier + "/"
    lot.additionalInformation = text(
      joining: [.optionsDescr, .renewalDescr, .euProgrRelated, .infoAdd].map { element.first($0) },
      prefix + "INFO_ADD")
    lot.amount = money(element.first(.valObject), prefix)
    lot.criteria = awardCriteria(element, prefix)
    return lot
  }

  /// Reads what a lot is about: texts, codes, places, duration.
  mutating func lotSubject(_ element: TEDElement, rank: Int) -> NoticeLot {
    var lot = NoticeLot(identifier: element.first(.lotNo)?.content ?? String(rank))
    let prefix = lot.identifier + "/"
    lot.number = element.first(.lotNo)?.content
    lot.title = text(element.first(.title), prefix + "TITLE")
    lot.description = text(element.first(.shortDescr), prefix + "SHORT_DESCR")
    lot.codes = codes(of: element, prefix)
    lot.places = places(element.all(.nuts), site: element.first(.mainSite), prefix)
    lot.durationMonths = duration(
      element.first(.duration), start: element.first(.dateStart), end: element.first(.dateEnd), prefix)
    return lot
  }

  /// What the notice says once for all of its lots.
  struct SharedTerms {
    var isFramework: Bool?
    var documents: [String] = []
    var languages: [String] = []
    var deadline: PartialDate?
    var deadlineTime: Instant?
    var participationDeadline: PartialDate?
    var criteria: [NoticeCriterion] = []

    init(_ mapper: TEDMapper, _ base: inout AwardMapper) {
      var mapper = mapper
      mapper.base = base
      let procedure = mapper.body.first(.procedure)
      isFramework = mapper.isFramework
      if let address = mapper.body.first(path: .contractingBody, .urlDocument) {
        documents = mapper.address(address, "CONTRACTING_BODY/URL_DOCUMENT")
      }
      languages = mapper.languages(procedure?.first(.languages)?.all(.language) ?? [])
      mapper.readDeadline(
        procedure?.first(.dateReceiptTenders), time: procedure?.first(.timeReceiptTenders)?.content,
        into: &self)
      criteria = mapper.selectionCriteria()
      if let words = mapper.text(procedure?.first(.criteriaEvaluation), "PROCEDURE/CRITERIA_EVALUATION") {
        var criterion = NoticeCriterion(kind: .award)
        criterion.description = words
        criteria.insert(criterion, at: 0)
      }
      base = mapper.base
    }

    init() {}

    func apply(to lot: inout NoticeLot) {
      lot.isFramework = isFramework
      lot.documents = documents
      lot.tenderLanguages = languages
      lot.deadline = deadline
      lot.deadlineTime = deadlineTime
      lot.participationDeadline = participationDeadline
      lot.criteria += criteria
    }
  }

  /// Whether a framework agreement is concluded; nil where the form does not ask (R2.0.9).
  var isFramework: Bool? {
    guard let procedure = body.first(.procedure), Self.mayBeFrameworks.contains(form.number) else {
      return nil
    }
    return procedure.first(.framework) != nil
  }

  /// The forms that ask whether a framework agreement is concluded.
  private static let mayBeFrameworks: Set<String> = [
    "F01", "F02", "F03", "F04", "F05", "F06", "F15", "F21", "F22",
  ]

  /// The address of a page; one that is none, or holds somebody's mailbox, is told of.
  mutating func address(_ element: TEDElement, _ field: String) -> [String] {
    guard var address = element.content else { return [] }
    if address.contains("@") {
      base.report(.privacyContact, field)
      return []
    }
    if address.hasPrefix("www.") { address = "http://" + address }
    if NoticeMapper.isAddress(address) { return [address] }
    base.amend(.eformsAddress, AwardRecord.Field(name: field, value: address))
    return []
  }

  /// The languages in which offers may be written, each once.
  mutating func languages(_ elements: [TEDElement]) -> [String] {
    var found: [String] = []
    for code in elements.compactMap({ $0.attribute("VALUE") }) {
      let tag = LanguageTag.tag(code)
      if !found.contains(tag), tag != LanguageTag.undetermined { found.append(tag) }
    }
    return found
  }

  /// Reads the last day: for offers, or for requests to take part where only those who are chosen may offer.
  mutating func readDeadline(_ element: TEDElement?, time: String?, into terms: inout SharedTerms) {
    let day = date(element)
    guard let day else { return }
    let isOpen = TEDCodes.isOpen(coded?.first(path: .codifData, .prProc)?.attribute("CODE"))
    guard isOpen else {
      terms.participationDeadline = day
      return
    }
    terms.deadline = day
    guard let time, let country = coded?.first(path: .noticeData, .isoCountry)?.attribute("VALUE") else {
      return
    }
    let territory = body.descend(to: [.nuts], over: [.objectContract])?.attribute("CODE")
    terms.deadlineTime = TEDZone(country: country, territory: territory)?.instant(day, time: time)
  }
}
