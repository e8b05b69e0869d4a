import PasserelleCore

extension Matcher.Search {
  /// The most vendors that one channel makes candidates.
  static let candidatesByChannel = 60

  /// Every candidate with its features: the union of the best vendors of each channel, in the order in which
  /// they were met.
  ///
  /// Features that a neutral ranking leaves out stay 0 in one.
  func rows() throws -> FeatureRows {
    let channels = try channels()
    let views = ChannelViews(channels, isNeutral: options.neutral)
    let similarity = channels.mix.sums.map { fourthRoot($0 * views.mix.scale) }
    let coverage = coverage(channels.slots)
    let isCandidate = candidates(channels, views)
    var rows = FeatureRows()
    for slot in 0..<channels.slots.count where isCandidate[slot] {
      let vendor = channels.slots.vendors[slot]
      let activity = activity(of: vendor, channels) { other in
        channels.slots.find(other).map { similarity[$0] } ?? 0
      }
      rows.append(vendor) { row in
        row[.mixSum] = similarity[slot]
        row[.wordCoverage] = coverage.words[slot]
        row[.gramCoverage] = coverage.grams[slot]
        describe(slot, channels, views, in: &row)
        describe(activity, in: &row)
        guard !options.neutral else { return }
        describeNearby(slot, channels, views, in: &row)
        describeRelations(activity, similarity: similarity[slot], in: &row)
      }
    }
    return rows
  }

  private func candidates(_ channels: VendorChannels, _ views: ChannelViews) -> [Bool] {
    var isCandidate = [Bool](repeating: false, count: channels.slots.count)
    for view in views.all {
      for slot in view.order.prefix(Self.candidatesByChannel) { isCandidate[Int(slot)] = true }
    }
    for slot in views.kinName.order.prefix(15) { isCandidate[Int(slot)] = true }
    for vendor in matcher.catalogue.declaredVendors {
      if let slot = channels.slots.find(vendor), declaredDigits(vendor) >= 3 { isCandidate[slot] = true }
    }
    return isCandidate
  }

  /// The greatest coverage of the need's title by one award of each vendor, 1 for every term once; at most 1.5.
  private func coverage(_ slots: VendorSlots) -> (words: [Float], grams: [Float]) {
    var words = [Float](repeating: 0, count: slots.count)
    var grams = words
    let idealWords = Float(max(1e-9, terms.idealWords))
    let idealGrams = Float(max(1e-9, terms.idealGrams))
    for place in pool.awards.indices {
      let word = min(1.5, pool.words[place] / idealWords)
      let gram = min(1.5, pool.grams[place] / idealGrams)
      for vendor in matcher.catalogue.awardVendors[pool.awards[place]] {
        guard let slot = slots.find(vendor) else { continue }
        words[slot] = max(words[slot], word)
        grams[slot] = max(grams[slot], gram)
      }
    }
    return (words, grams)
  }

  func fourthRoot(_ value: Float) -> Float { value.squareRoot().squareRoot() }

  /// How precise a shared CPV prefix is, 0 to 1.
  static func depth(_ digits: Int) -> Float {
    switch digits {
    case 8: 1
    case 5: 0.8
    case 4: 0.6
    case 3: 0.4
    case 2: 0.2
    default: 0
    }
  }
}

/// The views of the channels that features and candidates read.
struct ChannelViews {
  let mix: VendorChannel.View
  let mixBest: VendorChannel.View
  let words: VendorChannel.View
  let grams: VendorChannel.View
  let gramBest: VendorChannel.View
  let codes: VendorChannel.View
  let bag: VendorChannel.View
  let expanded: VendorChannel.View
  let votes: VendorChannel.View
  let profile: VendorChannel.View
  let geo: VendorChannel.View
  let field: VendorChannel.View
  let fieldBest: VendorChannel.View
  let walk: VendorChannel.View
  let sameBuyer: VendorChannel.View
  let client: VendorChannel.View
  let likeBuyer: VendorChannel.View
  let name: VendorChannel.View
  let kinName: VendorChannel.View
  /// Those whose best vendors are candidates.
  let all: [VendorChannel.View]

  init(_ channels: VendorChannels, isNeutral: Bool) {
    mix = VendorChannel.View(channels.mix.sums)
    mixBest = VendorChannel.View(channels.mix.bests)
    words = VendorChannel.View(channels.words.sums)
    grams = VendorChannel.View(channels.grams.sums)
    gramBest = VendorChannel.View(channels.grams.bests)
    codes = VendorChannel.View(channels.codes.sums)
    bag = VendorChannel.View(channels.bag.sums)
    expanded = VendorChannel.View(channels.expanded.sums)
    votes = VendorChannel.View(channels.votes.sums)
    profile = VendorChannel.View(channels.profile.sums)
    let empty = VendorChannel.View([])
    func view(_ values: [Float]) -> VendorChannel.View { isNeutral ? empty : VendorChannel.View(values) }
    geo = view(channels.geo.sums)
    field = view(channels.field.sums)
    fieldBest = view(channels.field.bests)
    walk = view(channels.walk.sums)
    sameBuyer = view(channels.sameBuyer.sums)
    client = view(channels.client.sums)
    likeBuyer = view(channels.likeBuyer.sums)
    name = view(channels.name.sums)
    kinName = view(channels.kinName.sums)
    all = [
      mix, mixBest, words, VendorChannel.View(channels.words.bests), grams, gramBest, codes, bag, expanded,
      votes, profile,
      geo, field, fieldBest, walk, sameBuyer, client, likeBuyer, name,
    ]
  }
}
