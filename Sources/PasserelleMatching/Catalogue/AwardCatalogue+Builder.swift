public import PasserelleCore

extension AwardCatalogue {
  /// Collects vendors and awards, then makes a catalogue.
  public struct Builder {
    var awardDocuments: [Int64] = []
    var awardCodes: [UInt32] = []
    var awardPlaces: [Int32] = []
    var awardBuyers: [Int32] = []
    var awardDates: [UInt32] = []
    var awardVendorStarts: [UInt32] = [0]
    var awardVendors: [Int32] = []
    var vendorDocuments: [Int64] = []
    var vendorIRIs: [String] = []
    var vendorNames: [String] = []
    var profiles: [Int32: VendorProfile] = [:]
    var places: [MatchPlace] = []
    var buyers: [String] = []
    private var placeIndex: [MatchPlace: Int32] = [:]
    private var buyerIndex: [String: Int32] = [:]
    private var vendorOfIRI: [String: Int32] = [:]
    private var documents: Set<Int64> = []

    /// Makes an empty builder.
    public init() {}

    /// Adds a vendor, or completes one that was added before.
    ///
    /// - Parameters:
    ///   - iri: The vendor's IRI.
    ///   - name: Its name; an empty name does not replace an earlier one.
    ///   - document: The number of its profile document in the text index, if it has one; at least 0.
    ///   - profile: What it declares; nil leaves an earlier declaration.
    /// - Returns: The vendor's index.
    @discardableResult
    public mutating func addVendor(
      iri: String, name: String, document: Int64? = nil, profile: VendorProfile? = nil
    ) -> Int {
      let index: Int32
      if let known = vendorOfIRI[iri] {
        index = known
        if !name.isEmpty, vendorNames[Int(index)].isEmpty { vendorNames[Int(index)] = name }
      } else {
        index = Int32(vendorIRIs.count)
        vendorOfIRI[iri] = index
        vendorIRIs.append(iri)
        vendorNames.append(name)
        vendorDocuments.append(-1)
      }
      if let document { vendorDocuments[Int(index)] = document }
      if let profile {
        profiles[index] = profile
        for place in profile.places { _ = self.index(of: place) }
      }
      return Int(index)
    }

    /// Adds an award.
    ///
    /// - Parameters:
    ///   - document: Its number in the text index, which must be new and at least 0.
    ///   - vendors: The indices of its winners, as ``addVendor(iri:name:document:profile:)`` gave them; a
    ///     winner named twice counts once.
    ///   - buyer: The buyer's identifier or IRI, compared as written.
    ///   - cpv: The main CPV code.
    ///   - place: Where it is performed.
    ///   - date: When it was awarded.
    /// - Returns: False when the document was added before; then nothing changes.
    @discardableResult
    public mutating func addAward(
      document: Int64, vendors: [Int], buyer: String? = nil, cpv: CPVCode? = nil, place: MatchPlace? = nil,
      date: PartialDate? = nil
    ) -> Bool {
      guard documents.insert(document).inserted else { return false }
      awardDocuments.append(document)
      awardCodes.append(cpv.map(CodeSimilarity.number) ?? 0)
      awardDates.append(PackedDate.pack(date))
      awardPlaces.append(place.map { index(of: $0) } ?? -1)
      awardBuyers.append(buyer.map { index(ofBuyer: $0) } ?? -1)
      let first = awardVendors.count
      for vendor in vendors where !awardVendors[first...].contains(Int32(vendor)) {
        precondition(vendorIRIs.indices.contains(vendor), "AwardCatalogue: unknown vendor index")
        awardVendors.append(Int32(vendor))
      }
      awardVendorStarts.append(UInt32(awardVendors.count))
      return true
    }

    /// Makes the catalogue.
    ///
    /// - Returns: The catalogue of everything added, in memory.
    /// - Complexity: O(*n* log *n*) for *n* awards and vendors.
    public func build() -> AwardCatalogue {
      do {
        return try AwardCatalogue(sections: CatalogueEncoder(self).sections())
      } catch {
        preconditionFailure("a catalogue that was just made holds: \(error)")
      }
    }

    /// The number of a place, new or known.
    mutating func index(of place: MatchPlace) -> Int32 {
      if let known = placeIndex[place] { return known }
      let index = Int32(places.count)
      places.append(place)
      placeIndex[place] = index
      return index
    }

    /// The number of a place that was added.
    func knownIndex(of place: MatchPlace) -> Int32? { placeIndex[place] }

    private mutating func index(ofBuyer buyer: String) -> Int32 {
      guard !buyer.isEmpty else { return -1 }
      if let known = buyerIndex[buyer] { return known }
      let index = Int32(buyers.count)
      buyers.append(buyer)
      buyerIndex[buyer] = index
      return index
    }
  }
}
