internal import PasserelleCore

extension TEDMapper {
  /// What the offers for a lot are judged by.
  mutating func awardCriteria(_ element: TEDElement, _ prefix: String) -> [NoticeCriterion] {
    var criteria: [NoticeCriterion] = []
    readCriteria(element, prefix, into: &criteria)
    Self.setUnits(&criteria)
    return criteria
  }

  private mutating func readCriteria(
    _ element: TEDElement, _ prefix: String, into criteria: inout [NoticeCriterion]
  ) {
    for child in element.children {
      switch child.tag {
      case .ac, .directive2009Defence, .directive2014Concessions, .directive2014Classic,
        .directive2014Utilities:
        readCriteria(child, prefix, into: &criteria)
      case .acPrice, .acCost, .acQuality, .acCriteria, .lowestPrice, .criteriaDefinition:
        var criterion = NoticeCriterion(kind: .award)
        switch child.tag {
        case .acPrice, .lowestPrice: criterion.code = "price"
        case .acCost: criterion.code = "cost"
        case .acQuality: criterion.code = "quality"
        default: break
        }
        criterion.name = text(child.first(of: [.acCriterion, .criteria]), prefix + "AC_CRITERION")
        readWeight(child.first(of: [.acWeighting, .weighting]), prefix, &criterion)
        finish(&criterion, child, into: &criteria)
      case .acCriterion:
        var criterion = NoticeCriterion(kind: .award)
        criterion.name = text(child, prefix + "AC_CRITERION")
        finish(&criterion, child, into: &criteria)
      default: break
      }
    }
  }

  private mutating func finish(
    _ criterion: inout NoticeCriterion, _ element: TEDElement, into criteria: inout [NoticeCriterion]
  ) {
    guard criterion != NoticeCriterion(kind: .award) else { return }
    if criterion.name == nil, let label = criterion.code.flatMap({ CriterionLabel.award[$0] }) {
      criterion.name = NoticeText(label.french, language: "fr", line: element.line)
    }
    criteria.append(criterion)
  }

  /// Reads a weight: a number, with or without a percent sign.
  private mutating func readWeight(
    _ element: TEDElement?, _ prefix: String, _ criterion: inout NoticeCriterion
  ) {
    guard let element, let written = element.content else { return }
    let isPercent = written.contains("%")
    let plain = String(written.filter { $0 != "%" && !$0.isWhitespace }).replacing(",", with: ".")
    guard let weight = DecimalNumber(plain), !weight.isNegative else {
      base.amend(.eformsWeight, AwardRecord.Field(name: prefix + element.name, value: written))
      return
    }
    criterion.weight = weight
    criterion.unit = isPercent ? .percent : .points
  }

  /// Weights that make up a hundred are percents; others are points.
  private static func setUnits(_ criteria: inout [NoticeCriterion]) {
    let weights = criteria.compactMap { $0.weight?.approximateDouble }
    let sum = weights.reduce(0, +)
    for index in criteria.indices {
      guard let weight = criteria[index].weight?.approximateDouble else { continue }
      if abs(sum - 100) < 0.01 { criteria[index].unit = .percent }
      let percent = criteria[index].unit == .percent ? weight : sum > 0 ? weight * 100 / sum : 0
      if percent <= 100 { criteria[index].percent = Int(percent.rounded()) }
    }
  }

  /// What candidates are admitted by: the conditions of the notice, by their groups.
  mutating func selectionCriteria() -> [NoticeCriterion] {
    let wanted = Set(TEDCodes.selection.flatMap(\.tags))
    let conditions: TEDElement? = form.layout == .current ? body.first(.lefti) : body
    guard let found = conditions?.descendants(wanted, over: [.objectContract, .awardOfContract]),
      !found.isEmpty
    else { return [] }
    var criteria: [NoticeCriterion] = []
    for group in TEDCodes.selection {
      let elements = found.filter { element in element.tag.map(group.tags.contains) ?? false }
      guard let words = text(joining: elements, "LEFTI/" + (elements.first?.name ?? "")) else { continue }
      var criterion = NoticeCriterion(kind: .selection)
      criterion.code = group.code.isEmpty ? nil : group.code
      criterion.name = NoticeText(group.name.french, language: "fr", line: words.line)
      criterion.description = words
      criteria.append(criterion)
    }
    return criteria
  }
}
