internal import PasserelleCore

extension TEDMapper {
  /// Reads what became of the lots.
  mutating func readResults(_ awards: [TEDAward]) {
    guard outline.form?.isOfResults == true else { return }
    if awards.isEmpty { base.report(.eformsNoResult, "AWARD_CONTRACT") }
    for award in awards {
      var read = NoticeLotResult()
      read.status = award.isAwarded ? "selec-w" : "clos-nw"
      read.offersReceived = award.offersReceived
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
