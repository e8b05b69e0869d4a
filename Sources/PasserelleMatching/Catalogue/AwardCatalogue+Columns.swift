import PasserelleCore

/// What ranking loops over: numbers where they lie, without an object for each.
extension AwardCatalogue {
  /// The document of each award.
  var awardDocuments: CatalogueColumn<Int64> { columns.awardDocuments }
  /// The main CPV code of each award as a number; 0 for none.
  var awardCodes: CatalogueColumn<UInt32> { columns.awardCodes }
  /// The place of each award in ``places``; -1 for none.
  var awardPlaces: CatalogueColumn<Int32> { columns.awardPlaces }
  /// The buyer of each award; -1 for none.
  var awardBuyers: CatalogueColumn<Int32> { columns.awardBuyers }
  /// The date of each award as ``PackedDate`` packs it; 0 for none.
  var packedDates: CatalogueColumn<UInt32> { columns.awardDates }
  /// The IRI of each vendor.
  var vendorIRIs: CatalogueTexts { columns.vendorIRIs }
  /// The name of each vendor.
  var vendorNames: CatalogueTexts { columns.vendorNames }
  /// The places that occur.
  var places: [MatchPlace] { columns.places }
  /// The coarse places that occur.
  var departments: [String] { columns.departments }
  /// The coarse place of each place, in ``departments``.
  var placeDepartments: CatalogueColumn<Int32> { columns.placeDepartments }
  /// The declared profile of each vendor; -1 for none.
  var vendorProfiles: CatalogueColumn<Int32> { columns.vendorProfiles }
  /// The vendors that declare a profile, ascending; their places here are the numbers of the profiles.
  var declaredVendors: CatalogueColumn<Int32> { columns.profileVendors }
  /// The CPV codes of each profile as numbers.
  var profileCodes: CatalogueLists<UInt32> { columns.profileCodes }
  /// The places of each profile, in ``places``.
  var profilePlaces: CatalogueLists<Int32> { columns.profilePlaces }

  /// The awards with a code, by code then award.
  var codeOrder: AwardList { AwardList(columns.codeOrder, skipping: mask?.codePlace) }

  /// The winners of an award, and the awards of a vendor or buyer in the order of the catalogue.
  struct Lists: Sendable {
    let lists: CatalogueLists<Int32>
    /// The lists that hold the award left out, and where; few.
    let skipped: [(list: Int32, place: Int)]

    subscript(index: Int32) -> AwardList {
      AwardList(
        lists[Int(index)],
        skipping: skipped.isEmpty ? nil : skipped.first { $0.list == index }?.place)
    }
  }

  /// The winners of each award.
  var awardVendors: Lists { Lists(lists: columns.awardVendors, skipped: []) }
  /// The awards of each vendor.
  var vendorAwards: Lists { Lists(lists: columns.vendorAwards, skipped: mask?.vendorPlaces ?? []) }
  /// The awards of each buyer.
  var buyerAwards: Lists { Lists(lists: columns.buyerAwards, skipped: mask?.buyerPlaces ?? []) }

  /// The award of a document; nil for one that is no award, or is left out.
  func award(ofDocument document: Int64) -> Int32? {
    columns.awardTable[document].flatMap { $0 == maskedAward ? nil : $0 }
  }

  /// The vendor of a profile document.
  func vendor(ofDocument document: Int64) -> Int32? { columns.vendorTable[document] }

  /// The buyer of an identifier, compared as written.
  func buyer(_ identifier: String) -> Int32? { columns.buyers.find(identifier) }

  /// What a vendor declares.
  func profile(ofVendor vendor: Int32) -> VendorProfile? {
    let profile = Int(vendorProfiles[Int(vendor)])
    guard profile >= 0 else { return nil }
    let texts = (Int(columns.profileTextLists[profile])..<Int(columns.profileTextLists[profile + 1]))
      .map { columns.profileTexts[$0] }
    // The texts after size and country tell by their first letter what they are.
    func marked(_ mark: String) -> [String] {
      texts.dropFirst(2).filter { $0.hasPrefix(mark) }.map { String($0.dropFirst()) }
    }
    return VendorProfile(
      codes: profileCodes[profile].compactMap { Self.code($0) },
      places: profilePlaces[profile].map { places[Int($0)] }, labels: marked("l"),
      size: VendorProfile.Size(rawValue: texts[0]),
      sovereignty: marked("s").compactMap { VendorProfile.Sovereignty(rawValue: $0) },
      founded: PackedDate.unpack(columns.profileFounded[profile]),
      country: texts[1].isEmpty ? nil : texts[1])
  }

  /// The CPV code of a number.
  private static func code(_ number: UInt32) -> CPVCode? {
    let digits = String(number)
    return CPVCode(digits: String(repeating: "0", count: max(0, 8 - digits.count)) + digits)
  }
}
