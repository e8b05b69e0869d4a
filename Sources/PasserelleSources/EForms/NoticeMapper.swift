internal import PasserelleCore
internal import PasserelleXML

/// Reads the fields of a notice into its outline, each checked, and states the outline.
///
/// Cleaning and checks are those of awards, so that the same flaw gives the same diagnostic whatever the format.
struct NoticeMapper: NoticeStating {
  let notice: EFormsNotice
  /// The mapper whose checks are used; its contract is the call.
  var base: AwardMapper
  var outline: NoticeOutline
  /// The BCP 47 language of the notice; `und` where it has none that is known.
  let noticeLanguage: String
  /// The numbers of the buyers, in the order of the outline's buyers.
  var buyerNumbers: [PartyNumber?] = []
  /// The currency in which the amounts of each thing are told.
  var currencies: [String: String] = [:]
  var source: String { EFormsReader.source }
  var announcedForm: String? { notice.form }

  init(_ notice: EFormsNotice, key: String, location: SourceLocation, iris: IRISpace) {
    self.notice = notice
    noticeLanguage = notice.language.map(LanguageTag.tag) ?? LanguageTag.undetermined
    outline = NoticeOutline(identifier: notice.identifier ?? key, language: noticeLanguage)
    base = AwardMapper(
      AwardRecord(
        platform: EFormsReader.source, scheme: .local, identifier: outline.identifier,
        buyer: AwardRecord.Party(path: "ContractingParty")),
      key: EFormsReader.source + ":" + key, location: location, iris: iris)
  }

  /// Reads every field into the outline.
  ///
  /// - Parameter result: The result section, of a notice of results.
  mutating func read(_ result: NoticeResult?) {
    readHead()
    readSubject()
    readBuyers()
    for element in notice.lots { outline.lots.append(lot(element, rank: outline.lots.count + 1)) }
    readLotGroups()
    if let result {
      readResult(result)
    } else if outline.form?.isOfResults == true {
      base.report(.eformsNoResult, "NoticeResult")
    }
    completeFromLots()
  }

  /// Reads what identifies the notice.
  mutating func readHead() {
    outline.version = notice.version
    outline.procedureIdentifier = notice.procedureIdentifier
    outline.form = notice.announcement
    outline.type = notice.type
    outline.subtype = notice.subtype
    outline.isDemonstration = notice.profile == "demonstration"
    outline.published = date(notice.published)
    outline.changedNotice = notice.changedNotice
    outline.isCancelled = notice.changeReasons.contains("cancel")
  }

  /// Reads what the whole is about.
  private mutating func readSubject() {
    let project = notice.project
    outline.title = text(project?.all("Name") ?? [], "Name")
    outline.description = text(project?.all("Description") ?? [], "Description")
    outline.additionalInformation = text(project?.all("Note") ?? [], "Note")
    outline.codes = codes(of: project, "")
    outline.categories = Self.categories(of: project)
    outline.procedure = procedure()
    outline.amount = money(project?.first(path: Self.estimatedValue), "")
    outline.places = places(of: project, "")
  }

  static let estimatedValue = ["RequestedTenderTotal", "EstimatedOverallContractAmount"]

  /// Fills in what only the lots say, and checks the deadlines.
  private mutating func completeFromLots() {
    if outline.title == nil {
      base.report(.awardNoTitle, "ProcurementProject/Name")
      outline.title = outline.lots.lazy.compactMap(\.title).first
    }
    if outline.codes.isEmpty {
      for code in outline.lots.flatMap({ $0.codes.prefix(1) }) where !outline.codes.contains(code) {
        outline.codes.append(code)
      }
    }
    if outline.categories.isEmpty {
      outline.categories = Array(outline.lots.lazy.flatMap(\.categories).prefix(1))
    }
    if outline.places.isEmpty {
      for place in outline.lots.flatMap(\.places) where !outline.places.contains(place) {
        outline.places.append(place)
      }
    }
    if let text = outline.title ?? outline.description { outline.language = text.language }
    // To a call that is cancelled, or has its result, there is nothing left to answer.
    if outline.form?.isOfResults == true {
      for index in outline.lots.indices {
        outline.lots[index].deadline = nil
        outline.lots[index].deadlineTime = nil
        outline.lots[index].participationDeadline = nil
      }
    } else if !outline.isCancelled {
      outline.deadline = outline.lots.compactMap { $0.deadline ?? $0.participationDeadline }.max()
    }
    if outline.deadline == nil, outline.form == .competition, notice.document == .contract,
      !outline.isCancelled
    {
      base.report(.eformsNoDeadline, "TenderSubmissionDeadlinePeriod")
    }
    if let published = outline.published, let deadline = outline.deadline,
      deadline.firstDay < published.firstDay
    {
      base.report(.eformsDeadlineOrder, "EndDate", deadline.description)
    }
    if outline.buyers.isEmpty { base.report(.eformsNoBuyer, "ContractingParty") }
  }

  /// The procedure in the words of French award data.
  mutating func procedure() -> String? {
    guard let code = notice.process?.first("ProcedureCode")?.content else { return nil }
    if let words = ProcedureType.french[code] { return words }
    base.report(.listUnknown, "ProcedureCode", code)
    return code
  }

  // Values

  /// The texts of elements that say the same in several languages.
  mutating func text(_ elements: [XMLElement], _ field: String) -> NoticeText? {
    var versions: [NoticeText.Translation] = []
    for element in elements {
      let field = AwardRecord.Field(name: field, value: element.text)
      let content = field.value.trimmed
      guard !content.isEmpty, !isWithheld(content, field.name), let clean = base.text(field)
      else { continue }
      let language = element.attribute("languageID").map(LanguageTag.tag) ?? noticeLanguage
      versions.append(NoticeText.Translation(language: language, text: clean, line: max(1, element.line)))
    }
    return NoticeText(versions, noticeLanguage: noticeLanguage)
  }

  /// The CPV codes of a project, the main ones first.
  mutating func codes(of project: XMLElement?, _ prefix: String) -> [CPVCode] {
    var codes: [CPVCode] = []
    for kind in ["MainCommodityClassification", "AdditionalCommodityClassification"] {
      for element in project?.all(path: [kind, "ItemClassificationCode"]) ?? [] {
        guard (element.attribute("listName") ?? "cpv") == "cpv" else { continue }
        let field = AwardRecord.Field(name: prefix + kind, value: element.text)
        if let code = base.cpv(field), !codes.contains(code) { codes.append(code) }
      }
    }
    return codes
  }

  /// Works, supplies, services.
  static func categories(of project: XMLElement?) -> [String] {
    let all =
      (project?.all("ProcurementTypeCode") ?? [])
      + (project?.all(path: ["ProcurementAdditionalType", "ProcurementTypeCode"]) ?? [])
    var codes: [String] = []
    for element in all {
      guard (element.attribute("listName") ?? "contract-nature") == "contract-nature",
        let code = element.content, ContractCategory.french[code] != nil, !codes.contains(code)
      else { continue }
      codes.append(code)
    }
    return codes
  }

  /// An amount with its own currency.
  mutating func money(_ element: XMLElement?, _ prefix: String) -> Money? {
    guard let element, let content = element.content, !isWithheld(content, prefix + element.name) else {
      return nil
    }
    let name = prefix + element.name
    let currency = element.attribute("currencyID").map {
      AwardRecord.Field(name: name + "/currencyID", value: $0)
    }
    return base.money(AwardRecord.Field(name: name, value: element.text), in: currency)
  }

  /// A day; the zone is left out.
  mutating func date(_ element: XMLElement?, _ prefix: String = "") -> PartialDate? {
    guard let element, !isWithheld(element.content ?? "", prefix + element.name) else { return nil }
    return base.date(AwardRecord.Field(name: prefix + element.name, value: element.text))
  }

  private static let withheld = "unpublished"

  /// Whether a value stands in the place of one that is withheld from publication; told as such.
  mutating func isWithheld(_ content: String, _ field: String) -> Bool {
    let isMask =
      content == "-1" || content.hasPrefix("-1.0") || content.hasPrefix("1970-01-01")
      || (content.utf8.count == Self.withheld.utf8.count && content.lowercased() == Self.withheld)
    if isMask { base.report(.eformsWithheld, field) }
    return isMask
  }
}
