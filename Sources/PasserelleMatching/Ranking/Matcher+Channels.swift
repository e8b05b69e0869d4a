import PasserelleCore

extension Matcher.Search {
  /// The channels over the pool of near awards.
  func addAwards(to channels: inout VendorChannels) {
    let slots = channels.slots
    let count = Matcher.neighbourCount
    channels.mix = sum(pool.mix, count, slots) { $0 * $0 * $0 * $0 }
    channels.words = sum(pool.words, count, slots) { $0 * $0 }
    channels.grams = sum(pool.grams, count, slots) { $0 * $0 }
    channels.codes = sum(pool.codes, options.channelDepth, slots) { $0 * $0 * $0 }
    channels.bag = sum(zip(pool.words, pool.codes).map { $0 + $1 }, count, slots) { $0 * $0 }
  }

  /// The channels that know places.
  func addPlaces(_ finds: Finds, to channels: inout VendorChannels) {
    let slots = channels.slots
    if !nearness.isEmpty {
      let near = pool.awards.indices.map {
        pool.mix[$0] * (0.3 + Float(nearness(of: pool.awards[$0]) ?? 0))
      }
      channels.geo = sum(near, Matcher.neighbourCount, slots) { $0 * $0 * $0 * $0 }
    }
    for (award, value) in finds.field {
      add(value, power: value * value, of: award, to: &channels.field, slots)
    }
  }

  /// Words of the nearest awards' titles, added to those of the need: what is bought under other words.
  func addExpansion(to channels: inout VendorChannels) throws {
    let catalogue = matcher.catalogue
    let nearest = min(10, pool.awards.count)
    guard nearest > 0, !terms.words.isEmpty else { return }
    let documents = pool.awards.prefix(nearest).map { catalogue.awardDocuments[Int($0)] }
    var places: [String: Int] = [:]
    var words: [(word: String, weight: Float)] = []
    for (place, summary) in try matcher.text.summaries(of: documents).enumerated() {
      guard let title = summary?.title else { continue }
      var seen: [String] = []
      for word in matcher.analysis(need.language).tellingWords(title) where !seen.contains(word) {
        seen.append(word)
        if let known = places[word] {
          words[known].weight += pool.mix[place]
        } else {
          places[word] = words.count
          words.append((word, pool.mix[place]))
        }
      }
    }
    let own = Set(terms.words)
    let extra = words.filter { !own.contains($0.word) }.sorted { $0.weight > $1.weight }.prefix(10).map(
      \.word)
    // The need's own words weigh twice.
    let hits = try Self.top(
      Matcher.wordFields, terms.words + terms.words + extra, .award, 2 * Matcher.neighbourCount, matcher.text)
    var summed = 0
    for hit in hits where summed < Matcher.neighbourCount {
      guard let award = catalogue.award(ofDocument: hit.document), !isExcluded(award) else { continue }
      summed += 1
      let value = Float(hit.score)
      add(value, power: value * value, of: award, to: &channels.expanded, channels.slots)
    }
  }

  /// The rarest words of the need vote for the vendors of the awards that have them, each word in equal parts.
  ///
  /// A word that one vendor's awards hold alone, such as the name of a product, says more than a word shared by many.
  func addVotes(to channels: inout VendorChannels) throws {
    let slots = channels.slots
    var counts = [Float](repeating: 0, count: slots.count)
    let greatest = terms.wordWeights.map(\.weight).max() ?? 1
    for (term, weight) in terms.wordWeights.sorted(by: { $0.weight > $1.weight }).prefix(10) {
      let hits = try Self.top(Matcher.wordFields, [term], .award, Matcher.neighbourCount, matcher.text)
      var met: [Int] = []
      var total: Float = 1
      for hit in hits {
        guard let award = matcher.catalogue.award(ofDocument: hit.document), !isExcluded(award) else {
          continue
        }
        total += 1
        for vendor in matcher.catalogue.awardVendors[award] {
          guard let slot = slots.find(vendor) else { continue }
          if counts[slot] == 0 { met.append(slot) }
          counts[slot] += 1
        }
      }
      let part = Float(weight / greatest)
      for slot in met {
        let vote = part * counts[slot] / total
        channels.votes.add(vote, power: vote, to: slot)
        counts[slot] = 0
      }
    }
  }

  /// The code groups (five digits) of the awards nearest by text: what the need's code may have meant.
  func guessGroups(in channels: inout VendorChannels) {
    let measure = pool.awards.indices.map {
      pool.words[$0] / pool.maximum.words + pool.grams[$0] / pool.maximum.grams
    }
    var groups: [(group: UInt32, part: Float)] = []
    var sum: Float = 0
    for place in VendorChannel.top(measure, 40) {
      let group = matcher.catalogue.awardCodes[Int(pool.awards[Int(place)])] / 1000
      guard group > 0 else { continue }
      let value = measure[Int(place)] * measure[Int(place)]
      sum += value
      if let known = groups.firstIndex(where: { $0.group == group }) {
        groups[known].part += value
      } else {
        groups.append((group, value))
      }
    }
    channels.guessedGroups = groups.map { ($0.group, $0.part / sum) }
  }

  /// Sums powers of a measure over the awards of the pool where it is greatest, by vendor.
  private func sum(
    _ measure: [Float], _ count: Int, _ slots: VendorSlots, power: (Float) -> Float
  ) -> VendorChannel {
    var channel = VendorChannel(slots: slots.count)
    for place in VendorChannel.top(measure, count) {
      let value = measure[Int(place)]
      add(value, power: power(value), of: pool.awards[Int(place)], to: &channel, slots)
    }
    return channel
  }

  /// Adds an award's value to each of its vendors.
  func add(
    _ value: Float, power: Float, of award: Int32, to channel: inout VendorChannel, _ slots: VendorSlots
  ) {
    for vendor in matcher.catalogue.awardVendors[award] {
      if let slot = slots.find(vendor) { channel.add(value, power: power, to: slot) }
    }
  }
}
