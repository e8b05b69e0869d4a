public import PasserelleCore

extension AwardCatalogue {
  /// What filters ask about an award.
  public struct Award: Sendable, Hashable {
    /// The CPV code; nil for none.
    public let code: CPVCode?
    /// Where it is performed; nil when unknown.
    public let place: MatchPlace?
    /// When it was awarded; nil when unknown.
    public let date: PartialDate?
  }

  /// The awards of a vendor, in the order they were added.
  public func awards(ofVendor vendor: Int) -> [Award] {
    vendorAwards[Int32(vendor)].map { award in
      let place = awardPlaces[Int(award)]
      let code = awardCodes[Int(award)]
      return Award(
        code: code > 0 ? CPVCode(digits: CodeGroups.digits(code)) : nil,
        place: place >= 0 ? places[Int(place)] : nil, date: date(ofDocument: awardDocuments[Int(award)]))
    }
  }

  /// The vendor whose profile document has a number; nil for any other document.
  public func vendor(ofProfile document: Int64) -> Int? { vendor(ofDocument: document).map(Int.init) }
}
