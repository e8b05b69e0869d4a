internal import PasserelleCore

/// Makes the statements of an award of a TED notice: its fields go through the mapper of all awards, what only notices
/// tell is stated beside them.
struct TEDAwardMapper {
  let award: TEDAward
  let key: String
  private let isFirst: Bool
  private let count: Int
  /// Reads and states with the checks of the notice's call; its contract is the award.
  var reader: TEDMapper
  /// The lots that the award is for, as far as the notice describes them.
  var lots: [NoticeLot] = []
  /// The winners in their order.
  var winners: [Winner] = []
  private var title: NoticeText?

  /// A winner as the notice describes it.
  struct Winner {
    var party: AwardRecord.Party
    var otherNames: [NoticeText.Translation] = []
    var country: String?
    var territory: String?
    var mailbox: String?
    var isSmall: Bool?
  }

  /// The IRI of the contract.
  var contract: String { reader.base.contract }
  /// Whether the notice tells of no other award.
  var isOnly: Bool { count == 1 }
  /// Whether the notice is about a contract that an earlier one announced.
  var isAfterAward: Bool { reader.form.kind?.form?.isAfterAward ?? false }

  init(_ record: TEDAwardRecord, key: String, iris: IRISpace) {
    award = record.award
    isFirst = record.isFirst
    count = record.count
    self.key = key
    reader = TEDMapper(
      record.notice, form: record.form, body: record.body, key: key, location: record.location, iris: iris)
  }

  /// Makes the statements.
  mutating func run() -> MappedRecord {
    reader.readHead()
    reader.readBuyers()
    if reader.outline.buyers.isEmpty { reader.base.report(.eformsNoBuyer, "CONTRACTING_BODY") }
    lots = reader.lots(of: award)
    var parties = award.winners
    if parties.isEmpty, isAfterAward {
      // Some modifications name the company in the contract as changed alone.
      let changed = reader.body.first(path: .modificationsContract, .descriptionProcurement)
      parties = changed.map(TEDAward.winners) ?? []
    }
    for (party, isSmall) in parties { readWinner(party, isSmall: isSmall) }
    let record = record()
    reader.stateBuyers()
    if isFirst { reader.tellUnread() }
    let published = reader.outline.published
    let (location, iris) = (reader.base.location, reader.base.iris)
    var mapped = AwardMapper.map(record, key: TEDReader.source + ":" + key, location: location, in: iris) {
      mapper in
      complete(&mapper, title: title)
    }
    mapped.published = published
    if isAfterAward { mapped.additiveRelations = [Vocabulary.hasModification] }
    return mapped
  }

  private mutating func readWinner(_ element: TEDElement, isSmall: Bool?) {
    let path = "CONTRACTOR[\(winners.count)]"
    let read = TEDParty(element)
    if read.holdsContacts { reader.base.report(.privacyContact, path + "/CONTACT") }
    var party = AwardRecord.Party(path: path)
    party.country = read.country
    // Where the country is not known, neither is the register of the number.
    if read.country != nil, let number = read.number {
      party.number = AwardRecord.Field(name: path + "/NATIONALID", value: number)
    }
    let name = reader.text(read.name, path + "/OFFICIALNAME")
    party.name = name.map { AwardRecord.Field(name: path + "/OFFICIALNAME", value: $0.text) }
    guard !party.isVoid else {
      reader.base.report(.companyNoNumber, path)
      return
    }
    winners.append(
      Winner(
        party: party, otherNames: name?.translations ?? [], country: read.country, territory: read.territory,
        mailbox: read.mailbox, isSmall: isSmall))
  }

  /// The fields that every award has, as the notice writes them.
  private mutating func record() -> AwardRecord {
    var record = AwardRecord(
      platform: TEDReader.source, scheme: .local, identifier: award.reference ?? key,
      buyer: AwardRecord.Party(path: "CONTRACTING_BODY"))
    if !isAfterAward {
      record.uniqueIdentifier = reader.outline.identifier + "/\(award.rank)"
      record.published = reader.outline.published.map {
        AwardRecord.Field(name: "DATE_PUB", value: $0.description)
      }
    }
    title = readTitle()
    record.title = title.map {
      AwardRecord.Field(
        name: "TITLE", value: $0.text, language: $0.language == LanguageTag.undetermined ? nil : $0.language)
    }
    record.cpv = codes().first.map { AwardRecord.Field(name: "CPV_CODE", value: $0.digits) }
    record.notified = TEDMapper.dateField(
      award.result.first(of: [.dateConclusionContract, .contractAwardDate]), "AWARD_CONTRACT/")
    let durations = Set(lots.map(\.durationMonths))
    if durations.count == 1, let months = lots.first?.durationMonths {
      record.durationMonths = AwardRecord.Field(name: "DURATION", value: String(months))
    }
    if let amount = amount() {
      record.amount = AwardRecord.Field(name: "VAL_TOTAL", value: amount.amount.description)
      record.currency = AwardRecord.Field(name: "VAL_TOTAL/CURRENCY", value: amount.currency)
    }
    record.winners = winners.map(\.party)
    return record
  }

  /// The value of the award; that of the notice where it tells of no other award.
  private mutating func amount() -> Money? {
    let values = award.values
    if award.section.tag == .awardOfContract {
      if let money = reader.formerMoney(values, "AWARD_OF_CONTRACT/") { return money }
    } else if let money = reader.money(
      values?.first(of: [.valTotal, .valPrize, .valBargainPurchase]), "AWARD_CONTRACT/")
    {
      return money
    }
    guard count == 1, !isAfterAward, values?.first(.valRangeTotal) == nil else { return nil }
    return reader.money(reader.body.first(path: .objectContract, .valTotal), "OBJECT_CONTRACT/")
  }

  /// The title of the whole, and that of the lot or of the contract where it says more.
  private mutating func readTitle() -> NoticeText? {
    let object = reader.body.first(.objectContract)
    let whole =
      reader.form.layout == .former ? reader.outline.title : reader.text(object?.first(.title), "TITLE")
    let own = reader.text(award.section.first(of: [.title, .contractTitle]), "AWARD_CONTRACT/TITLE")
    let part = (lots.count == 1 ? lots[0].title : nil) ?? own
    return NoticeAwardMapper.title(whole, part, noticeLanguage: reader.notice.language)
  }

  /// The CPV codes of the lots with that of the whole; the main one of a lot first.
  mutating func codes() -> [CPVCode] {
    var codes: [CPVCode] = []
    let whole =
      reader.form.layout == .former
      ? reader.outline.codes : reader.codes(of: reader.body.first(.objectContract), "OBJECT_CONTRACT/")
    for code in lots.compactMap(\.codes.first) + whole + lots.flatMap(\.codes) where !codes.contains(code) {
      codes.append(code)
    }
    return codes
  }
}
