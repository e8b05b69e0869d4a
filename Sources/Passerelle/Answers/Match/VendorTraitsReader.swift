import PasserelleCore
import PasserelleMatching

/// Reads off the catalogue what filters ask about a vendor.
struct VendorTraitsReader {
  private let catalogue: AwardCatalogue

  init(_ catalogue: AwardCatalogue) { self.catalogue = catalogue }

  /// What awards and declaration say of a vendor.
  func traits(ofVendor vendor: Int) -> VendorFilter.Traits {
    var traits = VendorFilter.Traits()
    for award in catalogue.awards(ofVendor: vendor) {
      if let place = award.place { traits.places.insert(place.coarse) }
      if let code = award.code { traits.codes.insert(code.digits) }
      guard let date = award.date else { continue }
      traits.latestAward = traits.latestAward.map { $0.lastDay >= date.lastDay ? $0 : date } ?? date
    }
    guard let profile = catalogue.profile(ofVendor: vendor) else { return traits }
    traits.places.formUnion(profile.places.map(\.coarse))
    traits.codes.formUnion(profile.codes.map(\.digits))
    traits.size = profile.size
    traits.sovereignty = profile.sovereignty
    return traits
  }
}
