internal import PasserelleCore
internal import PasserelleXML

extension NoticeMapper {
  /// Reads what a lot is about: texts, codes, places, duration, nature.
  mutating func lotSubject(_ element: XMLElement, rank: Int) -> NoticeLot {
    var lot = NoticeLot(identifier: element.first("ID")?.content ?? "LOT-\(rank)")
    let prefix = lot.identifier + "/"
    let project = element.first("ProcurementProject")
    lot.number = project?.first("ID")?.content
    lot.title = text(project?.all("Name") ?? [], prefix + "Name")
    lot.description = text(project?.all("Description") ?? [], prefix + "Description")
    lot.additionalInformation = text(project?.all("Note") ?? [], prefix + "Note")
    lot.codes = codes(of: project, prefix)
    lot.categories = Self.categories(of: project)
    lot.places = places(of: project, prefix)
    lot.durationMonths = duration(project?.first("PlannedPeriod"), prefix)
    lot.isFramework = Self.isFramework(element.first("TenderingProcess"))
    return lot
  }

  /// Reads a lot.
  mutating func lot(_ element: XMLElement, rank: Int) -> NoticeLot {
    var lot = lotSubject(element, rank: rank)
    let prefix = lot.identifier + "/"
    let project = element.first("ProcurementProject")
    let terms = element.first("TenderingTerms")
    lot.amount = money(project?.first(path: Self.estimatedValue), prefix)
    lot.maximumAmount = money(
      project?.eformsExtensions.lazy.compactMap { $0.first("FrameworkMaximumAmount") }.first
        ?? project?.first(path: ["RequestedTenderTotal"])?.eformsExtensions.lazy
        .compactMap { $0.first("FrameworkMaximumAmount") }.first, prefix)
    readDeadlines(element.first("TenderingProcess"), prefix, &lot)
    lot.isSuitableForSMEs = project?.first("SMESuitableIndicator")?.content.map { $0 == "true" || $0 == "1" }
    lot.tenderLanguages = languages(terms, prefix)
    lot.documents = documents(terms, prefix)
    lot.criteria = awardCriteria(terms, prefix) + selectionCriteria(terms, prefix)
    return lot
  }

  private mutating func readDeadlines(_ process: XMLElement?, _ prefix: String, _ lot: inout NoticeLot) {
    if let period = process?.first("TenderSubmissionDeadlinePeriod") {
      lot.deadline = date(period.first("EndDate"), prefix)
      lot.deadlineTime = Self.moment(lot.deadline, period)
    }
    lot.participationDeadline = date(
      process?.first(path: ["ParticipationRequestReceptionPeriod", "EndDate"]), prefix)
  }

  /// The moment at which a period ends: `2022-06-30+02:00` and `12:00:00+02:00`.
  private static func moment(_ day: PartialDate?, _ period: XMLElement) -> Instant? {
    guard let day, day.precision == .day, let time = period.first("EndTime")?.content else { return nil }
    if let moment = zoned(time).flatMap({ Instant(iso: "\(day)T\($0)") }) { return moment }
    // The zone may stand with the day alone.
    guard let zone = period.first("EndDate")?.content?.dropFirst(10), !zone.isEmpty else { return nil }
    return Instant(iso: "\(day)T\(time)\(zone)")
  }

  /// The time, where it has a zone.
  private static func zoned(_ time: String) -> String? {
    time.hasSuffix("Z") || time.dropFirst(5).contains { $0 == "+" || $0 == "-" } ? time : nil
  }

  private static func isFramework(_ process: XMLElement?) -> Bool? {
    let codes = process?.all(path: ["ContractingSystem", "ContractingSystemTypeCode"]) ?? []
    return codes.first { $0.attribute("listName") == "framework-agreement" }?.content.map { $0 != "none" }
  }

  /// The languages in which offers may be written, each once.
  private mutating func languages(_ terms: XMLElement?, _ prefix: String) -> [String] {
    var found: [String] = []
    for code in (terms?.all(path: ["Language", "ID"]) ?? []).compactMap(\.content) {
      let tag = LanguageTag.tag(code)
      if tag == LanguageTag.undetermined {
        base.report(.listUnknown, prefix + "Language", code)
      } else if !found.contains(tag) {
        found.append(tag)
      }
    }
    return found
  }

  /// The addresses of the documents, each once.
  private mutating func documents(_ terms: XMLElement?, _ prefix: String) -> [String] {
    let references = terms?.all(path: [
      "CallForTendersDocumentReference", "Attachment", "ExternalReference", "URI",
    ])
    var found: [String] = []
    for reference in references ?? [] {
      guard let address = reference.content, !found.contains(address) else { continue }
      let field = prefix + "CallForTendersDocumentReference/URI"
      if address.contains("@") {
        base.report(.privacyContact, field)
      } else if Self.isAddress(address) {
        found.append(address)
      } else {
        base.amend(.eformsAddress, AwardRecord.Field(name: field, value: address))
      }
    }
    return found
  }

  /// Whether a text is the address of a page, without anybody's mailbox in it.
  static func isAddress(_ text: String) -> Bool {
    (text.hasPrefix("http://") || text.hasPrefix("https://")) && !text.contains(where: \.isWhitespace)
      && !text.contains("@")
  }

  // Duration

  private mutating func duration(_ period: XMLElement?, _ prefix: String) -> Int? {
    guard let period else { return nil }
    if let measure = period.first("DurationMeasure"), let written = measure.content {
      return duration(written, unit: measure.attribute("unitCode") ?? "MONTH", prefix + measure.name)
    }
    guard let start = date(period.first("StartDate"), prefix),
      let end = date(period.first("EndDate"), prefix),
      let firstDay = start.day, let lastDay = end.day, let firstMonth = start.month,
      let lastMonth = end.month,
      end.firstDay > start.firstDay
    else { return nil }
    let months = (end.year - start.year) * 12 + lastMonth - firstMonth + (lastDay > firstDay ? 1 : 0)
    return max(1, months)
  }

  private mutating func duration(_ written: String, unit: String, _ name: String) -> Int? {
    let field = AwardRecord.Field(name: name, value: written)
    // Average days of a month, in the Gregorian calendar.
    let perMonth: (times: Int, over: Int)? =
      switch unit {
      case "MONTH": (1, 1)
      case "YEAR": (12, 1)
      case "WEEK": (7 * 4800, 146_097)
      case "DAY": (4800, 146_097)
      default: nil
      }
    guard let perMonth else {
      base.amend(.durationInvalid, AwardRecord.Field(name: name, value: written + " " + unit))
      return nil
    }
    guard unit != "MONTH" else { return base.duration(field) }
    guard let count = Int(written), count >= 0, count < 1_000_000 else {
      base.amend(.durationInvalid, field)
      return nil
    }
    let months = (count * perMonth.times + perMonth.over - 1) / perMonth.over
    return base.duration(AwardRecord.Field(name: name, value: String(months)))
  }

  // Criteria

  private mutating func awardCriteria(_ terms: XMLElement?, _ prefix: String) -> [NoticeCriterion] {
    let elements =
      terms?.all(path: ["AwardingTerms", "AwardingCriterion", "SubordinateAwardingCriterion"]) ?? []
    var criteria: [NoticeCriterion] = []
    for element in elements {
      var criterion = NoticeCriterion(kind: .award)
      criterion.code = element.first("AwardingCriterionTypeCode")?.content
      criterion.name = text(element.all("Name"), prefix + "AwardingCriterion/Name")
      criterion.description = text(element.all("Description"), prefix + "AwardingCriterion/Description")
      let parameters = element.eformsExtensions.flatMap { $0.all("AwardCriterionParameter") }
      if let weight = parameters.first(where: {
        $0.first("ParameterCode")?.attribute("listName") == "number-weight"
      }) {
        criterion.unit = weight.first("ParameterCode")?.content.flatMap(
          NoticeCriterion.WeightUnit.init(eforms:))
        let written = weight.first("ParameterNumeric")?.content
        criterion.weight = written.flatMap { DecimalNumber($0) }
        if criterion.weight?.isNegative ?? true {
          (criterion.weight, criterion.unit) = (nil, nil)
          if let written, !isWithheld(written, prefix + "ParameterNumeric") {
            base.amend(
              .eformsWeight, AwardRecord.Field(name: prefix + "ParameterNumeric", value: written))
          }
        }
      }
      guard criterion != NoticeCriterion(kind: .award) else { continue }
      if criterion.name == nil, let label = criterion.code.flatMap({ CriterionLabel.award[$0] }) {
        criterion.name = NoticeText(label.french, language: "fr", line: max(1, element.line))
      }
      criteria.append(criterion)
    }
    Self.setPercentages(&criteria)
    return criteria
  }

  /// Tells the weights in percent, where that can be done.
  private static func setPercentages(_ criteria: inout [NoticeCriterion]) {
    let points = criteria.filter { $0.unit == .points }.compactMap { $0.weight?.approximateDouble }.reduce(
      0, +)
    for index in criteria.indices {
      guard let weight = criteria[index].weight?.approximateDouble else { continue }
      let percent: Double? =
        switch criteria[index].unit {
        case .percent: weight
        case .decimal: weight * 100
        case .points: points > 0 ? weight * 100 / points : nil
        case .order, nil: nil
        }
      if let percent, percent >= 0, percent <= 100 { criteria[index].percent = Int(percent.rounded()) }
    }
  }

  private mutating func selectionCriteria(_ terms: XMLElement?, _ prefix: String) -> [NoticeCriterion] {
    let elements = (terms?.eformsExtensions ?? []).flatMap { $0.all("SelectionCriteria") }
    var criteria: [NoticeCriterion] = []
    for element in elements where element.first("CalculationExpressionCode")?.content != "not-used" {
      var criterion = NoticeCriterion(kind: .selection)
      criterion.code =
        (element.first("TendererRequirementTypeCode") ?? element.first("CriterionTypeCode"))?.content
      criterion.name = text(element.all("Name"), prefix + "SelectionCriteria/Name")
      criterion.description = text(element.all("Description"), prefix + "SelectionCriteria/Description")
      guard criterion != NoticeCriterion(kind: .selection) else { continue }
      if criterion.name == nil, let label = criterion.code.flatMap({ CriterionLabel.selection[$0] }) {
        criterion.name = NoticeText(label.french, language: "fr", line: max(1, element.line))
      }
      criteria.append(criterion)
    }
    return criteria
  }
}

extension NoticeCriterion.WeightUnit {
  /// Reads a code of the list `number-weight`.
  fileprivate init?(eforms code: String) {
    switch code.prefix(3) {
    case "per": self = .percent
    case "dec": self = .decimal
    case "poi": self = .points
    case "ord": self = .order
    default: return nil
    }
  }
}
