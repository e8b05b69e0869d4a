internal import PasserelleCore
internal import PasserelleXML

/// Makes the statements of an award of a notice: its fields go through the mapper of all awards, what only notices tell
/// is stated beside them.
struct NoticeAwardMapper {
  let notice: EFormsNotice
  let award: NoticeAward
  let key: String
  private let findings: [NoticeResult.Finding]
  private let isFirst: Bool
  let count: Int
  /// Reads and states with the checks of the notice's call; its contract is the award.
  var reader: NoticeMapper
  /// The lots that the award is for, as far as the notice describes them.
  var lots: [NoticeLot] = []
  /// The winners in their order, each once.
  var winners: [Winner] = []
  /// Companies that carry out a part.
  var subcontractors: [AwardRecord.Party] = []

  /// The IRI of the contract.
  var contract: String { reader.base.contract }

  init(_ record: EFormsAwardRecord, key: String, iris: IRISpace) {
    notice = record.notice
    award = record.award
    findings = record.findings
    isFirst = record.isFirst
    count = record.count
    self.key = key
    reader = NoticeMapper(record.notice, key: key, location: record.location, iris: iris)
  }

  /// Makes the statements.
  mutating func run() -> MappedRecord {
    reader.tell(findings)
    reader.readHead()
    reader.readBuyers()
    if reader.outline.buyers.isEmpty { reader.base.report(.eformsNoBuyer, "ContractingParty") }
    if notice.procedureIdentifier == nil { reader.base.report(.eformsNoProcedure, "ContractFolderID") }
    for element in notice.lots where element.first("ID")?.content.map(award.lots.contains) ?? false {
      lots.append(reader.lotSubject(element, rank: lots.count + 1))
    }
    readParties()
    let record = record()
    var reader = reader
    reader.stateBuyers()
    if isFirst { reader.tellUnread() }
    self.reader = reader
    let location = reader.base.location
    let (isAnonymous, isCancelled) = (winners.contains { $0.isAnonymous }, reader.outline.isCancelled)
    let published = reader.outline.published
    var mapped = AwardMapper.map(
      record, key: EFormsReader.source + ":" + key, location: location, in: reader.base.iris
    ) { mapper in
      if isCancelled || isAnonymous { mapper.diagnostics.removeAll { $0.code == .awardNoWinner } }
      if isCancelled { mapper.report(.eformsAwardCancelled, "ReasonCode", "cancel") }
      complete(&mapper)
    }
    mapped.published = published
    return mapped
  }

  /// Whether the notice is about a contract that an earlier one announced.
  private var isAfterAward: Bool { notice.announcement?.isAfterAward ?? false }

  /// The fields that every award has, as the notice writes them.
  private mutating func record() -> AwardRecord {
    var record = AwardRecord(
      platform: reader.outline.isDemonstration ? "demonstration" : EFormsReader.source, scheme: .local,
      identifier: award.reference ?? award.identifier, buyer: AwardRecord.Party(path: "ContractingParty"))
    if !isAfterAward {
      record.uniqueIdentifier = notice.identifier.map { $0.lowercased() + "/" + award.identifier }
      record.published = notice.published.map { AwardRecord.Field(name: $0.name, value: $0.text) }
    }
    record.isDemonstration = reader.outline.isDemonstration
    let title = title()
    record.title = title.map {
      AwardRecord.Field(name: "Title", value: $0.text, language: Self.tag($0.language))
    }
    (otherTitles, titleLanguage) = (title?.translations ?? [], title?.language)
    record.cpv = codes().first.map { AwardRecord.Field(name: "ItemClassificationCode", value: $0.digits) }
    record.notified = field(award.contract?.first("IssueDate"), "SettledContract/")
    let durations = Set(lots.map(\.durationMonths))
    if durations.count == 1, let months = lots.first?.durationMonths {
      record.durationMonths = AwardRecord.Field(name: "DurationMeasure", value: String(months))
    }
    if let amount = amount() {
      record.amount = AwardRecord.Field(name: "PayableAmount", value: amount.value)
      record.currency = amount.currency.map { AwardRecord.Field(name: "PayableAmount/currencyID", value: $0) }
    }
    if !reader.outline.isCancelled { record.winners = winners.compactMap(\.party) }
    return record
  }

  /// The title in the languages that the one stated first leaves.
  var otherTitles: [NoticeText.Translation] = []
  /// The language of the title stated first.
  var titleLanguage: String?

  private static func tag(_ language: String) -> String? {
    language == LanguageTag.undetermined ? nil : language
  }

  /// A date as written, unless something stands in its place.
  mutating func field(_ element: XMLElement?, _ prefix: String) -> AwardRecord.Field? {
    guard let element, let content = element.content, !reader.isWithheld(content, prefix + element.name)
    else {
      return nil
    }
    return AwardRecord.Field(name: prefix + element.name, value: element.text)
  }

  /// The CPV codes of the lots, those of the whole where they have none.
  mutating func codes() -> [CPVCode] {
    var codes: [CPVCode] = []
    for code in lots.compactMap(\.codes.first) + lots.flatMap(\.codes) where !codes.contains(code) {
      codes.append(code)
    }
    return codes.isEmpty ? reader.codes(of: notice.project, "") : codes
  }

  // Amount

  /// The value of the tenders (BT-720), added up where there are several of one currency; else the value of the notice
  /// (BT-161) where it tells of no other award.
  ///
  /// The amounts of later notices are what a contract comes to: they are stated with the modification, or as what was
  /// paid, and the amount of the award stays.
  private mutating func amount() -> (value: String, currency: String?)? {
    guard !isAfterAward else { return nil }
    var elements = award.tenders.compactMap { $0.first(path: ["LegalMonetaryTotal", "PayableAmount"]) }
    if elements.isEmpty, count == 1, let total = total,
      total.content.flatMap({ DecimalNumber($0) })?.isZero == false
    {
      elements = [total]
    }
    elements = elements.filter { element in
      element.content.map { !reader.isWithheld($0, "LotTender/PayableAmount") } ?? false
    }
    guard elements.count > 1 else {
      return elements.first.map { ($0.text, $0.attribute("currencyID")) }
    }
    let amounts = elements.compactMap { reader.money($0, "LotTender/") }
    guard let currency = amounts.first?.currency, amounts.count == elements.count else { return nil }
    guard amounts.allSatisfy({ $0.currency == currency }) else {
      for amount in amounts {
        reader.base.amend(
          .eformsCurrencyMixed,
          AwardRecord.Field(name: "LotTender/PayableAmount", value: "\(amount.amount) \(amount.currency)"))
      }
      return nil
    }
    var sum = amounts[0].amount
    for amount in amounts.dropFirst() {
      guard let next = sum.adding(amount.amount) else { return nil }
      sum = next
    }
    return (sum.description, currency)
  }

  private var total: XMLElement? {
    notice.extensions.lazy.compactMap { $0.first(path: ["NoticeResult", "TotalAmount"]) }.first
  }
}
