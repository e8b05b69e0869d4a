public import PasserelleCore

/// All past awards and their vendors, in columns: what the matcher ranks over besides the text.
///
/// Immutable and cheap to share. Texts stay in the text index; the catalogue knows for each award its
/// document there, its winners, buyer, CPV code, place and date. Make one with ``Builder``.
public struct AwardCatalogue: Sendable {
  let awardDocuments: [Int64]
  /// The main CPV code as a number; 0 for none.
  let awardCodes: [UInt32]
  /// Index into ``places``; -1 for none.
  let awardPlaces: [Int32]
  /// Index into the buyers; -1 for none.
  let awardBuyers: [Int32]
  let awardDates: [PartialDate?]
  let awardVendors: Lists
  let vendorIRIs: [String]
  let vendorNames: [String]
  let vendorAwards: Lists
  let profiles: [Int32: VendorProfile]
  let places: [MatchPlace]
  let buyers: [String: Int32]
  /// Awards with a code, by code then award.
  let codeOrder: [Int32]
  let awardOfDocument: [Int64: Int32]
  let vendorOfDocument: [Int64: Int32]
  let vendorOfIRI: [String: Int32]

  /// The number of awards.
  public var awardCount: Int { awardDocuments.count }

  /// The number of vendors.
  public var vendorCount: Int { vendorIRIs.count }

  /// The index of a vendor; nil for an IRI that the catalogue does not hold.
  public func vendor(iri: String) -> Int? { vendorOfIRI[iri].map(Int.init) }

  /// The IRI of a vendor.
  public func iri(ofVendor vendor: Int) -> String { vendorIRIs[vendor] }

  /// The name of a vendor.
  public func name(ofVendor vendor: Int) -> String { vendorNames[vendor] }

  /// The documents of a vendor's awards, in the order they were added.
  public func documents(ofVendor vendor: Int) -> [Int64] {
    vendorAwards[Int32(vendor)].map { awardDocuments[Int($0)] }
  }

  /// When the award with a document number was made; nil when unknown or for a document that is no award.
  public func date(ofDocument document: Int64) -> PartialDate? {
    awardOfDocument[document].flatMap { awardDates[Int($0)] }
  }

  /// The winners of the award with a document number; empty for a document that is no award.
  public func vendors(ofDocument document: Int64) -> [Int] {
    awardOfDocument[document].map { awardVendors[$0].map(Int.init) } ?? []
  }

  /// Lists of small numbers in one array.
  struct Lists: Sendable {
    let starts: [Int32]
    let values: [Int32]

    init(_ lists: [[Int32]]) {
      var starts: [Int32] = [0]
      var values: [Int32] = []
      starts.reserveCapacity(lists.count + 1)
      for list in lists {
        values += list
        starts.append(Int32(values.count))
      }
      self.starts = starts
      self.values = values
    }

    subscript(index: Int32) -> ArraySlice<Int32> {
      values[Int(starts[Int(index)])..<Int(starts[Int(index) + 1])]
    }
  }
}

extension AwardCatalogue {
  /// Collects vendors and awards, then makes a catalogue.
  public struct Builder {
    private var awardDocuments: [Int64] = []
    private var awardCodes: [UInt32] = []
    private var awardPlaces: [Int32] = []
    private var awardBuyers: [Int32] = []
    private var awardDates: [PartialDate?] = []
    private var awardVendors: [[Int32]] = []
    private var vendorIRIs: [String] = []
    private var vendorNames: [String] = []
    private var vendorAwards: [[Int32]] = []
    private var profiles: [Int32: VendorProfile] = [:]
    private var places: [MatchPlace] = []
    private var placeIndex: [MatchPlace: Int32] = [:]
    private var buyers: [String: Int32] = [:]
    private var vendorOfIRI: [String: Int32] = [:]
    private var awardOfDocument: [Int64: Int32] = [:]
    private var vendorOfDocument: [Int64: Int32] = [:]

    /// Makes an empty builder.
    public init() {}

    /// Adds a vendor, or completes one that was added before.
    ///
    /// - Parameters:
    ///   - iri: The vendor's IRI.
    ///   - name: Its name; an empty name does not replace an earlier one.
    ///   - document: The number of its profile document in the text index, if it has one.
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
        vendorAwards.append([])
      }
      if let document { vendorOfDocument[document] = index }
      if let profile { profiles[index] = profile }
      return Int(index)
    }

    /// Adds an award.
    ///
    /// - Parameters:
    ///   - document: Its number in the text index, which must be new.
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
      let award = Int32(awardDocuments.count)
      guard awardOfDocument[document] == nil else { return false }
      awardOfDocument[document] = award
      awardDocuments.append(document)
      awardCodes.append(cpv.map(CodeSimilarity.number) ?? 0)
      awardDates.append(date)
      awardPlaces.append(place.map { index(of: $0) } ?? -1)
      if let buyer, !buyer.isEmpty {
        let index = buyers[buyer] ?? Int32(buyers.count)
        buyers[buyer] = index
        awardBuyers.append(index)
      } else {
        awardBuyers.append(-1)
      }
      var winners: [Int32] = []
      for vendor in vendors where !winners.contains(Int32(vendor)) {
        precondition(vendorIRIs.indices.contains(vendor), "AwardCatalogue: unknown vendor index")
        winners.append(Int32(vendor))
        vendorAwards[vendor].append(award)
      }
      awardVendors.append(winners)
      return true
    }

    /// Makes the catalogue.
    ///
    /// - Returns: The catalogue of everything added.
    /// - Complexity: O(*n* log *n*) for *n* awards.
    public func build() -> AwardCatalogue {
      let order = awardCodes.indices.filter { awardCodes[$0] > 0 }
        .sorted { (awardCodes[$0], $0) < (awardCodes[$1], $1) }
        .map(Int32.init)
      return AwardCatalogue(
        awardDocuments: awardDocuments, awardCodes: awardCodes, awardPlaces: awardPlaces,
        awardBuyers: awardBuyers, awardDates: awardDates, awardVendors: Lists(awardVendors),
        vendorIRIs: vendorIRIs, vendorNames: vendorNames, vendorAwards: Lists(vendorAwards),
        profiles: profiles, places: places, buyers: buyers, codeOrder: order,
        awardOfDocument: awardOfDocument, vendorOfDocument: vendorOfDocument, vendorOfIRI: vendorOfIRI)
    }

    private mutating func index(of place: MatchPlace) -> Int32 {
      if let known = placeIndex[place] { return known }
      let index = Int32(places.count)
      places.append(place)
      placeIndex[place] = index
      return index
    }
  }
}
