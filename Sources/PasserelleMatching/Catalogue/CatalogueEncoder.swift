import PasserelleCore

/// Lays what a builder has collected out in sections; the same content gives the same bytes.
struct CatalogueEncoder {
  private let builder: AwardCatalogue.Builder
  private var contents: [(name: CatalogueSections.Name, bytes: [UInt8])] = []

  init(_ builder: AwardCatalogue.Builder) { self.builder = builder }

  /// The sections, in memory.
  consuming func sections() -> CatalogueSections {
    var counts = CatalogueCounts()
    (counts.awards, counts.vendors) = (builder.awardDocuments.count, builder.vendorIRIs.count)
    (counts.buyers, counts.places) = (builder.buyers.count, builder.places.count)
    counts.profiles = builder.profiles.count
    encodeAwards()
    encodeVendors()
    encodeBuyers()
    counts.departments = encodePlaces()
    encodeProfiles()
    put(.counts, counts.list.map(Int64.init))
    return CatalogueSections(contents)
  }

  private mutating func encodeAwards() {
    put(.awardDocuments, builder.awardDocuments)
    put(.awardCodes, builder.awardCodes)
    put(.awardPlaces, builder.awardPlaces)
    put(.awardDates, builder.awardDates)
    put(.awardVendorStarts, builder.awardVendorStarts)
    put(.awardVendors, builder.awardVendors)
    put(.awardTable, DocumentTable.slots(for: builder.awardDocuments))
    let codes = builder.awardCodes
    put(
      .codeOrder,
      codes.indices.filter { codes[$0] > 0 }.map { UInt64(codes[$0]) << 32 | UInt64($0) }.sorted()
        .map { Int32(truncatingIfNeeded: $0) })
  }

  private mutating func encodeVendors() {
    put(.vendorDocuments, builder.vendorDocuments)
    put(.vendorTable, DocumentTable.slots(for: builder.vendorDocuments))
    put(.vendorOrder, Self.order(builder.vendorIRIs))
    put(texts: builder.vendorIRIs, .vendorIRIStarts, .vendorIRIs)
    put(texts: builder.vendorNames, .vendorNameStarts, .vendorNames)
    var pairs: [(list: Int32, award: Int32)] = []
    pairs.reserveCapacity(builder.awardVendors.count)
    for award in builder.awardDocuments.indices {
      let winners = Int(builder.awardVendorStarts[award])..<Int(builder.awardVendorStarts[award + 1])
      for place in winners { pairs.append((builder.awardVendors[place], Int32(award))) }
    }
    put(lists: pairs, builder.vendorIRIs.count, .vendorAwardStarts, .vendorAwards)
  }

  /// Buyers are numbered anew by their identifiers, which finds them without another column.
  private mutating func encodeBuyers() {
    let order = Self.order(builder.buyers)
    var ranks = [Int32](repeating: 0, count: order.count)
    for (rank, buyer) in order.enumerated() { ranks[Int(buyer)] = Int32(rank) }
    let buyers = builder.awardBuyers.map { $0 < 0 ? -1 : ranks[Int($0)] }
    put(.awardBuyers, buyers)
    put(texts: order.map { builder.buyers[Int($0)] }, .buyerStarts, .buyers)
    let pairs = buyers.enumerated().filter { $1 >= 0 }.map { (list: $1, award: Int32($0)) }
    put(lists: pairs, order.count, .buyerAwardStarts, .buyerAwards)
  }

  /// Returns the number of departments.
  private mutating func encodePlaces() -> Int {
    var departments: [String: Int32] = [:]
    var names: [String] = []
    let numbers = builder.places.map { place in
      if let known = departments[place.coarse] { return known }
      let number = Int32(names.count)
      names.append(place.coarse)
      departments[place.coarse] = number
      return number
    }
    put(.placeDepartments, numbers)
    put(texts: builder.places.map { $0.fine ?? "" }, .placeStarts, .places)
    put(texts: names, .departmentStarts, .departments)
    return names.count
  }

  private mutating func encodeProfiles() {
    let vendors = builder.profiles.keys.sorted()
    let profiles = vendors.compactMap { builder.profiles[$0] }
    var numbers = [Int32](repeating: -1, count: builder.vendorIRIs.count)
    for (number, vendor) in vendors.enumerated() { numbers[Int(vendor)] = Int32(number) }
    put(.vendorProfiles, numbers)
    put(.profileVendors, vendors)
    put(lists: profiles.map { $0.codes.map(CodeSimilarity.number) }, .profileCodeStarts, .profileCodes)
    put(
      lists: profiles.map { $0.places.compactMap { builder.knownIndex(of: $0) } }, .profilePlaceStarts,
      .profilePlaces)
    put(.profileFounded, profiles.map { PackedDate.pack($0.founded) })
    let lists = profiles.map { profile in
      [profile.size?.rawValue ?? "", profile.country ?? ""] + profile.labels.map { "l" + $0 }
        + profile.sovereignty.map { "s" + $0.rawValue }
    }
    put(.profileTextLists, Self.starts(lists.map(\.count)))
    put(texts: Array(lists.joined()), .profileTextStarts, .profileTexts)
  }

  // MARK: Parts

  private mutating func put(_ name: CatalogueSections.Name, _ numbers: [some FixedWidthInteger]) {
    let numbers = numbers.map(\.littleEndian)
    contents.append((name, numbers.withUnsafeBytes { Array($0) }))
  }

  private mutating func put(
    lists: [[some FixedWidthInteger]], _ starts: CatalogueSections.Name, _ values: CatalogueSections.Name
  ) {
    put(starts, Self.starts(lists.map(\.count)))
    put(values, Array(lists.joined()))
  }

  /// Puts pairs, whose second parts ascend, as one list for each first part.
  private mutating func put(
    lists pairs: [(list: Int32, award: Int32)], _ count: Int, _ starts: CatalogueSections.Name,
    _ values: CatalogueSections.Name
  ) {
    var counts = [Int](repeating: 0, count: count)
    for pair in pairs { counts[Int(pair.list)] += 1 }
    let first = Self.starts(counts)
    var next = first
    var awards = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      awards[Int(next[Int(pair.list)])] = pair.award
      next[Int(pair.list)] += 1
    }
    put(starts, first)
    put(values, awards)
  }

  private mutating func put(
    texts: [String], _ starts: CatalogueSections.Name, _ bytes: CatalogueSections.Name
  ) {
    put(starts, Self.starts(texts.map(\.utf8.count)))
    var all: [UInt8] = []
    all.reserveCapacity(texts.reduce(0) { $0 + $1.utf8.count })
    for text in texts { all += text.utf8 }
    contents.append((bytes, all))
  }

  private static func starts(_ counts: [Int]) -> [UInt32] {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(counts.count + 1)
    var end: UInt32 = 0
    for count in counts {
      end += UInt32(count)
      starts.append(end)
    }
    return starts
  }

  /// The order of texts bytewise.
  private static func order(_ texts: [String]) -> [Int32] {
    texts.indices.map(Int32.init).sorted {
      texts[Int($0)].utf8.lexicographicallyPrecedes(texts[Int($1)].utf8)
    }
  }
}
