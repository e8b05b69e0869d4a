import PasserelleCore

/// The columns of a catalogue over their sections, checked so that no index in them leads outside.
final class CatalogueColumns: Sendable {
  let sections: CatalogueSections
  let counts: CatalogueCounts
  let awardDocuments: CatalogueColumn<Int64>
  let awardCodes: CatalogueColumn<UInt32>
  let awardPlaces: CatalogueColumn<Int32>
  let awardBuyers: CatalogueColumn<Int32>
  let awardDates: CatalogueColumn<UInt32>
  let awardVendors: CatalogueLists<Int32>
  let codeOrder: CatalogueColumn<Int32>
  let awardTable: DocumentTable
  let vendorDocuments: CatalogueColumn<Int64>
  let vendorTable: DocumentTable
  let vendorAwards: CatalogueLists<Int32>
  let vendorOrder: CatalogueColumn<Int32>
  let vendorProfiles: CatalogueColumn<Int32>
  let vendorIRIs: CatalogueTexts
  let vendorNames: CatalogueTexts
  let buyerAwards: CatalogueLists<Int32>
  let buyers: CatalogueTexts
  let placeDepartments: CatalogueColumn<Int32>
  let places: [MatchPlace]
  let departments: [String]
  let profileVendors: CatalogueColumn<Int32>
  let profileCodes: CatalogueLists<UInt32>
  let profilePlaces: CatalogueLists<Int32>
  let profileFounded: CatalogueColumn<UInt32>
  let profileTextLists: CatalogueColumn<UInt32>
  let profileTexts: CatalogueTexts

  /// Opens sections.
  ///
  /// - Throws: The error that the sections make of contents that do not hold.
  /// - Complexity: O(*n*): numbers that are indices are each looked at once.
  init(_ sections: CatalogueSections) throws {
    let check = CatalogueCheck(sections)
    let counts = try check.counts()
    let (awards, vendors) = (counts.awards, counts.vendors)
    self.sections = sections
    self.counts = counts
    awardDocuments = try check.column(.awardDocuments, awards)
    awardCodes = try check.column(.awardCodes, awards)
    awardPlaces = try check.indices(.awardPlaces, awards, below: counts.places, orNone: true)
    awardBuyers = try check.indices(.awardBuyers, awards, below: counts.buyers, orNone: true)
    awardDates = try check.column(.awardDates, awards)
    awardVendors = try check.indexLists(.awardVendorStarts, .awardVendors, awards, below: vendors)
    codeOrder = try check.codeOrder(awardCodes)
    awardTable = try check.table(.awardTable, awardDocuments)
    vendorDocuments = try check.column(.vendorDocuments, vendors)
    vendorTable = try check.table(.vendorTable, vendorDocuments)
    vendorAwards = try check.indexLists(.vendorAwardStarts, .vendorAwards, vendors, below: awards)
    vendorOrder = try check.indices(.vendorOrder, vendors, below: vendors)
    vendorProfiles = try check.indices(.vendorProfiles, vendors, below: counts.profiles, orNone: true)
    vendorIRIs = try check.texts(.vendorIRIStarts, .vendorIRIs, vendors)
    vendorNames = try check.texts(.vendorNameStarts, .vendorNames, vendors)
    buyerAwards = try check.indexLists(.buyerAwardStarts, .buyerAwards, counts.buyers, below: awards)
    buyers = try check.texts(.buyerStarts, .buyers, counts.buyers)
    placeDepartments = try check.indices(.placeDepartments, counts.places, below: counts.departments)
    departments = Array(try check.texts(.departmentStarts, .departments, counts.departments))
    let fine = try check.texts(.placeStarts, .places, counts.places)
    places = zip(placeDepartments, fine).map { [departments] in
      MatchPlace(coarse: departments[Int($0)], fine: $1)
    }
    profileVendors = try check.indices(.profileVendors, counts.profiles, below: vendors)
    profileCodes = try check.lists(.profileCodeStarts, .profileCodes, counts.profiles)
    profilePlaces = try check.indexLists(
      .profilePlaceStarts, .profilePlaces, counts.profiles, below: counts.places)
    profileFounded = try check.column(.profileFounded, counts.profiles)
    (profileTextLists, profileTexts) = try check.profileTexts(counts.profiles)
  }
}
