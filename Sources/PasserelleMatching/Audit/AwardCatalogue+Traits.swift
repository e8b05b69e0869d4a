public import PasserelleCore

extension AwardCatalogue {
  /// What an audit knows of a vendor, seen from a need.
  ///
  /// - Parameters:
  ///   - vendor: The vendor's index.
  ///   - place: The place of the need; nil when unknown.
  ///   - day: The day by which ages are counted.
  ///   - country: Gives the country of a vendor's IRI where its number tells one; a declared country goes first.
  /// - Returns: The traits.
  /// - Complexity: O(awards of the vendor).
  public func traits(
    ofVendor vendor: Int, place: MatchPlace?, day: PartialDate, country: (String) -> String?
  ) -> VendorTraits {
    let profile = profile(ofVendor: vendor)
    let awards = vendorAwards[Int32(vendor)]
    let seat = profile?.country ?? country(iri(ofVendor: vendor))
    var origin: VendorOrigin?
    if let place {
      let home = Self.country(of: place)
      let isLocal =
        awards.contains { award in
          let known = awardPlaces[Int(award)]
          return known >= 0 && places[Int(known)].coarse == place.coarse
        } || (profile?.places.contains { $0.coarse == place.coarse } ?? false)
      if let seat, seat != home {
        origin = .abroad
      } else if isLocal {
        origin = .sameDepartment
      } else if seat != nil {
        origin = .elsewhere
      }
    }
    return VendorTraits(
      size: profile?.size, age: profile?.founded.map { VendorAge(years: Self.years(from: $0, to: day)) },
      origin: origin, awardCount: awards.count)
  }

  /// Full years between two dates; a date without a day counts from its first.
  private static func years(from start: PartialDate, to end: PartialDate) -> Int {
    let isBefore = (end.month ?? 12, end.day ?? 31) < (start.month ?? 1, start.day ?? 1)
    return end.year - start.year - (isBefore ? 1 : 0)
  }

  /// The country of a place: `Country, District` names it by its code or its name, a department code is French.
  private static func country(of place: MatchPlace) -> String {
    guard let comma = place.coarse.firstIndex(of: ",") else { return "FR" }
    let name = String(place.coarse[..<comma])
    return name == "Portugal" ? "PT" : name
  }
}
