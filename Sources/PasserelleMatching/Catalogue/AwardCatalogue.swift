public import PasserelleCore

/// All past awards and their vendors, in columns: what the matcher ranks over besides the text.
///
/// Immutable and cheap to share. Texts stay in the text index; the catalogue knows for each award its
/// document there, its winners, buyer, CPV code, place and date. Make one with ``Builder``, or open the
/// one that a ``CatalogueFolder`` holds.
public struct AwardCatalogue: Sendable {
  let columns: CatalogueColumns
  let mask: Mask?

  /// Opens the sections of a catalogue.
  ///
  /// - Parameter sections: Its bytes; they stay in use.
  /// - Throws: ``PasserelleError`` with code `.indexInvalid` when they do not hold; never less than that for damage.
  /// - Complexity: O(*n*), some milliseconds for half a million awards.
  init(sections: CatalogueSections) throws {
    columns = try CatalogueColumns(sections)
    mask = nil
  }

  init(columns: CatalogueColumns, mask: Mask?) {
    self.columns = columns
    self.mask = mask
  }

  /// The bytes that the catalogue lies in; what one award leaves out of a copy is among them.
  var sections: CatalogueSections { columns.sections }

  /// The number of awards; one that is left out does not count.
  public var awardCount: Int { columns.counts.awards - (mask == nil ? 0 : 1) }

  /// The number of vendors.
  public var vendorCount: Int { columns.counts.vendors }

  /// The number of buyers.
  public var buyerCount: Int { columns.counts.buyers }

  /// The index of a vendor; nil for an IRI that the catalogue does not hold.
  ///
  /// - Complexity: O(log *n*).
  public func vendor(iri: String) -> Int? {
    columns.vendorIRIs.find(iri, order: columns.vendorOrder).map(Int.init)
  }

  /// The IRI of a vendor.
  public func iri(ofVendor vendor: Int) -> String { columns.vendorIRIs[vendor] }

  /// The name of a vendor.
  public func name(ofVendor vendor: Int) -> String { columns.vendorNames[vendor] }

  /// The documents of a vendor's awards, in the order they were added.
  public func documents(ofVendor vendor: Int) -> [Int64] {
    vendorAwards[Int32(vendor)].map { awardDocuments[Int($0)] }
  }

  /// When the award with a document number was made; nil when unknown or for a document that is no award.
  public func date(ofDocument document: Int64) -> PartialDate? {
    award(ofDocument: document).flatMap { PackedDate.unpack(columns.awardDates[Int($0)]) }
  }

  /// The winners of the award with a document number; empty for a document that is no award.
  public func vendors(ofDocument document: Int64) -> [Int] {
    award(ofDocument: document).map { awardVendors[$0].map(Int.init) } ?? []
  }

  /// What a vendor declares, without the text, which stands in the text index; nil for one that declares nothing.
  ///
  /// - Complexity: O(length of the profile).
  public func profile(ofVendor vendor: Int) -> VendorProfile? { profile(ofVendor: Int32(vendor)) }

  /// The vendors that declare a profile, ascending.
  public var vendorsWithProfile: [Int] { columns.profileVendors.map(Int.init) }
}
