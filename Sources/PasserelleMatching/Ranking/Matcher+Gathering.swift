import PasserelleCore

extension Matcher.Search {
  /// What is found before vendors are numbered.
  struct Finds {
    var profiles: [TextHit] = []
    var names: [TextHit] = []
    var kinNames: [TextHit] = []
    /// Awards of the need's divisions by code and nearness.
    var field: [(award: Int32, value: Float)] = []
    /// The awards of the need's buyer that share a division with the need.
    var client: [Int32] = []
  }

  /// Gathers the channels: every vendor that any of them gives, with its values.
  ///
  /// A neutral search asks nothing about places, buyers and names.
  func channels() throws -> VendorChannels {
    let finds = try found()
    var slots = VendorSlots(vendorCount: matcher.catalogue.vendorCount)
    number(finds, in: &slots)
    var channels = VendorChannels(slots: slots)
    addAwards(to: &channels)
    try addExpansion(to: &channels)
    try addVotes(to: &channels)
    fill(&channels.profile, finds.profiles, channels.slots)
    guessGroups(in: &channels)
    guard !options.neutral else { return channels }
    fill(&channels.name, finds.names, channels.slots)
    fill(&channels.kinName, finds.kinNames, channels.slots)
    addPlaces(finds, to: &channels)
    try addBuyers(finds, to: &channels)
    return channels
  }

  private func found() throws -> Finds {
    let catalogue = matcher.catalogue
    var finds = Finds()
    finds.profiles = try Self.top([.profile], terms.words, .vendor, options.profileLimit, matcher.text)
    guard !options.neutral else { return finds }
    finds.names = try Self.top([.vendors], terms.names, .vendor, 100, matcher.text)
    finds.kinNames = try Self.top([.vendors], try kinNames(), .vendor, options.profileLimit, matcher.text)
    finds.field = codes.nearest(limit: options.profileLimit, nearness: nearness) { isExcluded($0) }
    if let buyer {
      for award in catalogue.buyerAwards[buyer].suffix(options.profileLimit) where !isExcluded(award) {
        if codes.isEmpty || codes.sharedDigits(award) >= 2 { finds.client.append(award) }
      }
    }
    return finds
  }

  private func number(_ finds: Finds, in slots: inout VendorSlots) {
    let catalogue = matcher.catalogue
    for award in pool.awards { for vendor in catalogue.awardVendors[award] { slots.insert(vendor) } }
    for (award, _) in finds.field { for vendor in catalogue.awardVendors[award] { slots.insert(vendor) } }
    for award in finds.client { for vendor in catalogue.awardVendors[award] { slots.insert(vendor) } }
    for hits in [finds.profiles, finds.names, finds.kinNames] {
      for hit in hits { if let vendor = catalogue.vendor(ofDocument: hit.document) { slots.insert(vendor) } }
    }
    // A declared code with at least three digits in common makes a candidate without any award.
    guard !codes.isEmpty else { return }
    for vendor in catalogue.declaredVendors where declaredDigits(vendor) >= 3 { slots.insert(vendor) }
  }

  /// The longest CPV prefix that a declared code of a vendor shares with the need.
  func declaredDigits(_ vendor: Int32) -> Int {
    let declared = matcher.catalogue.profile(ofVendor: vendor)?.codes ?? []
    return declared.lazy.map { codes.sharedDigits(code: CodeSimilarity.number($0)) }.max() ?? 0
  }

  private func fill(_ channel: inout VendorChannel, _ hits: [TextHit], _ slots: VendorSlots) {
    for hit in hits {
      guard let vendor = matcher.catalogue.vendor(ofDocument: hit.document), let slot = slots.find(vendor)
      else { continue }
      channel.add(Float(hit.score), power: Float(hit.score), to: slot)
    }
  }

  /// The words of the names of the vendors of the nearest awards, as far as they are shared by several vendors.
  private func kinNames() throws -> [String] {
    let catalogue = matcher.catalogue
    var places: [String: Int] = [:]
    var words: [(word: String, weight: Float)] = []
    for place in 0..<min(40, pool.awards.count) {
      for vendor in catalogue.awardVendors[pool.awards[place]].prefix(8) {
        var seen: [String] = []
        for word in matcher.analysis(need.language).names(catalogue.vendorNames[Int(vendor)])
        where word.utf8.count > 3 && !seen.contains(word) {
          seen.append(word)
          if let known = places[word] {
            words[known].weight += pool.mix[place]
          } else {
            places[word] = words.count
            words.append((word, pool.mix[place]))
          }
        }
      }
    }
    // Sorting is stable: equal weights stay in the order of the awards.
    let heaviest = words.sorted { $0.weight > $1.weight }.prefix(60).map(\.word)
    let counts = try matcher.text.documentFrequencies(of: heaviest, fields: [.vendors])
    return Array(zip(heaviest, counts).lazy.filter { $0.1 > 2 }.map(\.0).prefix(24))
  }
}
