internal import PasserelleCore

/// One row of a mapped CSV file.
struct CSVRecord: SourceRecord {
  let row: CSVRow
  let layout: CSVLayout
  let location: SourceLocation
  private(set) var key = ""

  var source: String { CSVReader.source }
  var mappingVersion: Int { layout.mappingVersion }
  var bytes: [UInt8] { row.bytes }

  init(row: CSVRow, layout: CSVLayout, location: SourceLocation) {
    self.row = row
    self.layout = layout
    self.location = location
  }

  /// The record with its key.
  func keyed(_ key: String) -> CSVRecord {
    var record = self
    record.key = key
    return record
  }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    AwardMapper.map(award(), key: key, location: location, in: iris)
  }

  /// The fields of the award as written.
  func award() -> AwardRecord {
    let mapping = layout.mapping
    var buyer = AwardRecord.Party(path: mapping.columns[.buyerSiret] ?? mapping.columns[.buyerName] ?? "")
    buyer.number = field(.buyerSiret)
    buyer.name = field(.buyerName)
    var award = AwardRecord(
      platform: mapping.source, scheme: .csv, identifier: field(.id)?.value.trimmed ?? "", buyer: buyer)
    award.title = field(.title)
    award.description = field(.description)
    award.nature = field(.nature)
    award.procedure = field(.procedure)
    award.priceForm = field(.priceForm)
    award.cpv = field(.cpv)
    award.amount = number(.amount)
    award.currency = field(.currency)
    award.notified = date(.notified)
    award.published = date(.published)
    award.durationMonths = number(.durationMonths)
    award.place.name = field(.placeName)
    award.place.commune = field(.inseeCode)
    award.place.postal = field(.postalCode)
    award.winners = winners()
    award.isDemonstration = mapping.isDemonstration || mapping.source == "demonstration"
    return award
  }

  private func field(_ field: CSVMapping.Field) -> AwardRecord.Field? {
    guard let index = layout.indices[field], let name = layout.mapping.columns[field] else { return nil }
    let text = String(decoding: row.fields[index], as: UTF8.self)
    return text.trimmed.isEmpty ? nil : AwardRecord.Field(name: name, value: text)
  }

  /// A number in the writing that the mapping announces, turned into the plain one.
  private func number(_ field: CSVMapping.Field) -> AwardRecord.Field? {
    guard let found = self.field(field) else { return nil }
    guard let number = NumberText.read(found.value, decimal: layout.mapping.decimal) else { return found }
    return AwardRecord.Field(name: found.name, value: number.description)
  }

  /// A date in the writing that the mapping announces, turned into the ISO one; any other is left to the checks.
  private func date(_ field: CSVMapping.Field) -> AwardRecord.Field? {
    guard let found = self.field(field) else { return nil }
    let parts = found.value.trimmed.split(separator: "/", omittingEmptySubsequences: false)
    guard layout.mapping.dates != .iso, parts.count == 3, parts[2].utf8.count == 4, let year = Int(parts[2]),
      let first = Int(parts[0]), let second = Int(parts[1])
    else { return found }
    let isDayFirst = layout.mapping.dates == .dayMonthYear
    guard
      let date = PartialDate(year: year, month: isDayFirst ? second : first, day: isDayFirst ? first : second)
    else { return found }
    return AwardRecord.Field(name: found.name, value: date.description)
  }

  /// The winners; several stand in one cell with `|` between them.
  private func winners() -> [AwardRecord.Party] {
    let numbers = list(.vendorSiret)
    let names = list(.vendorName)
    let column = layout.mapping.columns[.vendorSiret] ?? layout.mapping.columns[.vendorName] ?? ""
    return (0..<max(numbers.count, names.count)).compactMap { index in
      var party = AwardRecord.Party(path: "\(column)[\(index)]")
      if index < numbers.count { party.number = numbers[index] }
      if index < names.count { party.name = names[index] }
      return party.isVoid ? nil : party
    }
  }

  private func list(_ field: CSVMapping.Field) -> [AwardRecord.Field?] {
    guard let found = self.field(field) else { return [] }
    return found.value.split(separator: "|", omittingEmptySubsequences: false).map { part in
      part.trimmed.isEmpty ? nil : AwardRecord.Field(name: found.name, value: String(part))
    }
  }
}
