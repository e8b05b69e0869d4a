import PasserelleCore

extension Matcher.Search {
  /// Sums over the awards of each vendor.
  private struct Sums {
    private var places: [Int32: Int] = [:]
    var candidates: [Matcher.Candidate] = []

    mutating func place(_ vendor: Int32) -> Int {
      if let known = places[vendor] { return known }
      places[vendor] = candidates.count
      candidates.append(Matcher.Candidate(vendor: vendor))
      return candidates.count - 1
    }

    mutating func add(_ value: Double, to feature: MatchFeature, of vendor: Int32) {
      candidates[place(vendor)].values[feature] += value
    }

    /// Divides a feature by its greatest value, then takes a root.
    mutating func normalise(_ feature: MatchFeature, root: (Double) -> Double = { $0 }) {
      guard let greatest = candidates.lazy.map({ $0.values[feature] }).max(), greatest > 0 else { return }
      for index in candidates.indices {
        candidates[index].values[feature] = root(candidates[index].values[feature] / greatest)
      }
    }
  }

  /// Every vendor with any evidence, and the values of its features.
  ///
  /// Features that a neutral match leaves out stay 0 in one.
  func candidates() throws -> [Matcher.Candidate] {
    var sums = Sums()
    for award in neighbours.awards {
      for vendor in matcher.catalogue.awardVendors[award.award] { _ = sums.place(vendor) }
    }
    addSimilarity(to: &sums)
    try addVendorTexts(to: &sums)
    addDeclarations(to: &sums)
    for index in sums.candidates.indices { describe(&sums.candidates[index]) }
    return sums.candidates
  }

  private func addSimilarity(to sums: inout Sums) {
    let catalogue = matcher.catalogue
    let count = Matcher.neighbourCount
    for award in neighbours.awards.prefix(count) {
      for vendor in catalogue.awardVendors[award.award] {
        sums.add(fourthPower(award.mix), to: .similarAwards, of: vendor)
      }
    }
    sums.normalise(.similarAwards) { $0.squareRoot().squareRoot() }
    // Words and code in one measure: the plain sum of both BM25 scores, as if they stood in one field.
    for (award, value) in nearest({ $0.words + $0.codes }, count) {
      for vendor in catalogue.awardVendors[award.award] {
        sums.add(value * value, to: .wordsAndCode, of: vendor)
      }
    }
    sums.normalise(.wordsAndCode) { $0.squareRoot() }
    guard !options.neutral, !nearness.isEmpty else { return }
    for (award, value) in nearest({ $0.mix * (0.3 + (nearness(of: $0.award) ?? 0)) }, count) {
      for vendor in catalogue.awardVendors[award.award] {
        sums.add(fourthPower(value), to: .similarNearby, of: vendor)
      }
    }
    sums.normalise(.similarNearby) { $0.squareRoot().squareRoot() }
  }

  private func addVendorTexts(to sums: inout Sums) throws {
    let catalogue = matcher.catalogue
    for hit in try Self.top([.profile], terms.words, .vendor, 300, matcher.text) {
      guard let vendor = catalogue.vendorOfDocument[hit.document] else { continue }
      sums.add(hit.score, to: .profile, of: vendor)
    }
    sums.normalise(.profile)
    guard !options.neutral else { return }
    for hit in try Self.top([.vendors], terms.names, .vendor, 100, matcher.text) {
      guard let vendor = catalogue.vendorOfDocument[hit.document] else { continue }
      sums.add(hit.score, to: .vendorName, of: vendor)
    }
    sums.normalise(.vendorName)
  }

  /// Vendors that declare a code with at least three digits in common are candidates without any award.
  private func addDeclarations(to sums: inout Sums) {
    guard !codes.isEmpty else { return }
    for (vendor, profile) in matcher.catalogue.profiles.sorted(by: { $0.key < $1.key })
    where profile.codes.contains(where: { codes.sharedDigits(code: CodeSimilarity.number($0)) >= 3 }) {
      _ = sums.place(vendor)
    }
  }

  /// The features that come from everything a vendor is known for.
  private func describe(_ candidate: inout Matcher.Candidate) {
    let catalogue = matcher.catalogue
    let awards = catalogue.vendorAwards[candidate.vendor]
    let profile = catalogue.profiles[candidate.vendor]
    var digits = awards.lazy.map { codes.sharedDigits($0) }.max() ?? 0
    for code in profile?.codes ?? [] {
      digits = max(digits, codes.sharedDigits(code: CodeSimilarity.number(code)))
    }
    candidate.values[.codeDepth] = Self.depth(digits)
    guard !options.neutral else { return }
    let similarity = candidate.values[.similarAwards]
    candidate.values[.experience] = similarity * Self.damped(awards.count, full: 50)
    if let buyer {
      let count = awards.lazy.filter { catalogue.awardBuyers[Int($0)] == buyer }.count
      candidate.values[.buyerHistory] = similarity * Self.damped(count, full: 10)
    }
    describePlaces(&candidate, awards: awards, declared: profile?.places ?? [])
  }

  private func describePlaces(
    _ candidate: inout Matcher.Candidate, awards: ArraySlice<Int32>, declared: [MatchPlace]
  ) {
    guard let needPlace = need.place else { return }
    let catalogue = matcher.catalogue
    var nearest = declared.lazy.map { matcher.proximity.value($0, needPlace) }.max() ?? 0
    var local = 0
    var known = 0
    var first: String?
    var isInOnePlace = declared.isEmpty
    for award in awards {
      let place = catalogue.awardPlaces[Int(award)]
      guard place >= 0 else { continue }
      known += 1
      nearest = max(nearest, nearness[Int(place)])
      let coarse = catalogue.places[Int(place)].coarse
      if coarse == needPlace.coarse { local += 1 }
      if let first, first != coarse { isInOnePlace = false }
      first = first ?? coarse
    }
    candidate.values[.nearness] = nearest
    guard known > 0 else { return }
    candidate.values[.localShare] = Double(local) / Double(known)
    candidate.values[.elsewhereOnly] = nearest < 0.05 && isInOnePlace ? 1 : 0
  }

  /// The awards with the greatest values of a measure, without those of value 0; ties by document.
  private func nearest(
    _ measure: (Neighbours.Award) -> Double, _ count: Int
  ) -> ArraySlice<(award: Neighbours.Award, value: Double)> {
    let documents = matcher.catalogue.awardDocuments
    var valued = neighbours.awards.map { (award: $0, value: measure($0)) }.filter { $0.value > 0 }
    valued.sort {
      ($1.value, documents[Int($0.award.award)]) < ($0.value, documents[Int($1.award.award)])
    }
    return valued.prefix(count)
  }

  private func fourthPower(_ value: Double) -> Double { value * value * value * value }

  /// How precise a shared CPV prefix is, 0 to 1.
  static func depth(_ digits: Int) -> Double {
    switch digits {
    case 8: 1
    case 5: 0.8
    case 4: 0.6
    case 3: 0.4
    case 2: 0.2
    default: 0
    }
  }

  /// A count on a logarithmic scale, 1 from `full` on.
  static func damped(_ count: Int, full: Int) -> Double {
    min(1, Mathematics.logarithm(Double(1 + count)) / Mathematics.logarithm(Double(1 + full)))
  }
}
