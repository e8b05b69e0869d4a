internal import PasserelleCore

extension TEDMapper {
  /// Reads what became of the lots.
  mutating func readResults(_ awards: [TEDAward]) {
    guard outline.form?.isOfResults == true else { return }
    (outline.lowestOffer, outline.highestOffer) = offersOfAll()
    if awards.isEmpty { base.report(.eformsNoResult, "AWARD_CONTRACT") }
    for award in awards {
      var read = NoticeLotResult()
      read.status = award.isAwarded ? "selec-w" : "clos-nw"
      read.offersReceived = award.offersReceived
      let range = offers(of: award)
      (read.lowestOffer, read.highestOffer) = (range.lowest, range.highest)
      if award.withoutWinner == .procurementDiscontinued { read.reason = "other" }
      let named = lotIndices(of: award)
      if !award.isAwarded {
        let lots = named.map { outline.lots[$0].identifier }
        base.report(
          .eformsLotWithoutWinner, "NO_AWARDED_CONTRACT",
          (lots + [award.withoutWinner?.rawValue].compactMap { $0 }).joined(separator: " "))
      }
      let estimate = award.values?.first(of: [.valEstimatedTotal, .initialEstimatedTotalValueContract])
      for index in named {
        if outline.lots[index].result == nil {
          outline.lots[index].result = read
        } else if award.isAwarded {
          outline.lots[index].result?.status = "selec-w"
        }
        // The value that was estimated before the call, of a lot that makes one contract.
        if named.count == 1, outline.lots[index].amount == nil {
          let prefix = outline.lots[index].identifier + "/"
          outline.lots[index].amount =
            form.layout == .former ? formerMoney(estimate, prefix) : money(estimate, prefix)
        }
      }
    }
  }

  /// The lowest and the highest offer that an award tells of, tax excluded.
  mutating func offers(of award: TEDAward) -> (lowest: Money?, highest: Money?) {
    let prefix = "AWARD_CONTRACT/"
    guard let values = award.values else { return (nil, nil) }
    if award.section.tag != .awardOfContract {
      return offers(values.first(.valRangeTotal), prefix)
    }
    let costs = values.first(of: [.costsRangeAndCurrencyWithVatRate, .costsRangeAndCurrency]) ?? values
    guard let range = costs.first(.rangeValueCost) else { return (nil, nil) }
    if costs.first(.includingVat) != nil {
      let value = range.first(.lowValue).flatMap { $0.attribute("FMTVAL") ?? $0.content } ?? ""
      base.amend(.tedTaxIncluded, AwardRecord.Field(name: prefix + range.name, value: value))
      return (nil, nil)
    }
    let currency = costs.attribute("CURRENCY")
    return (
      money(range.first(.lowValue), currency: currency, prefix),
      money(range.first(.highValue), currency: currency, prefix)
    )
  }

  /// The lowest and the highest offer that a result tells of the whole.
  mutating func offersOfAll() -> (lowest: Money?, highest: Money?) {
    offers(body.first(path: .objectContract, .valRangeTotal), "OBJECT_CONTRACT/")
  }

  private mutating func offers(_ range: TEDElement?, _ prefix: String) -> (lowest: Money?, highest: Money?) {
    let currency = range?.attribute("CURRENCY")
    return (
      money(range?.first(.low), currency: currency, prefix),
      money(range?.first(.high), currency: currency, prefix)
    )
  }

  /// The lots of the outline that an award is for; the only one where neither says a number.
  private func lotIndices(of award: TEDAward) -> [Int] {
    if award.lots.isEmpty { return outline.lots.count == 1 ? [0] : [] }
    let found = outline.lots.indices.filter { award.lots.contains(outline.lots[$0].identifier) }
    if !found.isEmpty { return found }
    return outline.lots.count == 1 && outline.lots[0].number == nil ? [0] : []
  }

  /// Reads the lots that an award is for, as far as the notice describes them.
  mutating func lots(of award: TEDAward) -> [NoticeLot] {
    switch form.layout {
    case .former:
      readFormerObject()
      return lotIndices(of: award).map { outline.lots[$0] }
    case .current:
      let elements = body.all(.objectContract).flatMap { $0.all(.objectDescr) }
      if elements.count == 1 {
        return award.lots.isEmpty || award.lots.count == 1 ? [lotSubject(elements[0], rank: 1)] : []
      }
      return elements.enumerated().compactMap { offset, element in
        guard let number = element.first(.lotNo)?.content, award.lots.contains(number) else { return nil }
        return lotSubject(element, rank: offset + 1)
      }
    }
  }
}
