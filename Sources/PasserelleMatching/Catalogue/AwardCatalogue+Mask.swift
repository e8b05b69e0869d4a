/// Leaving one award out, such as the one that a need is made from.
extension AwardCatalogue {
  /// An award that lookups and lists pass over.
  struct Mask: Sendable {
    let award: Int32
    let codePlace: Int?
    let vendorPlaces: [(list: Int32, place: Int)]
    let buyerPlaces: [(list: Int32, place: Int)]
  }

  /// The award that is left out; -1 for none.
  var maskedAward: Int32 { mask?.award ?? -1 }

  /// The catalogue without the award of a document; the same one where the document is no award.
  ///
  /// Nothing is copied. A catalogue leaves one award out at most: the one named last.
  ///
  /// - Complexity: O(*n*) for the *n* awards of its winners and buyer, and of its code.
  public func excluding(document: Int64) -> AwardCatalogue {
    guard let award = columns.awardTable[document] else { return self }
    let vendors = columns.awardVendors[Int(award)].compactMap { vendor in
      columns.vendorAwards[Int(vendor)].firstIndex(of: award).map { (list: vendor, place: $0) }
    }
    let buyer = columns.awardBuyers[Int(award)]
    let buyers =
      buyer < 0
      ? [] : columns.buyerAwards[Int(buyer)].firstIndex(of: award).map { [(list: buyer, place: $0)] } ?? []
    return AwardCatalogue(
      columns: columns,
      mask: Mask(
        award: award, codePlace: codePlace(of: award), vendorPlaces: vendors, buyerPlaces: buyers))
  }

  private func codePlace(of award: Int32) -> Int? {
    let order = columns.codeOrder
    let code = columns.awardCodes[Int(award)]
    guard code > 0 else { return nil }
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if (columns.awardCodes[Int(order[middle])], order[middle]) < (code, award) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < order.count && order[low] == award ? low : nil
  }
}
