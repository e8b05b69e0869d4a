import PasserelleCore

extension Matcher.Search {
  /// The channels that know buyers: the need's own, its neighbours through shared vendors, and like names.
  ///
  /// A buyer's awards count only as far as they are near the need, so that no relation is a reason alone.
  func addBuyers(_ finds: Finds, to channels: inout VendorChannels) throws {
    let catalogue = matcher.catalogue
    let slots = channels.slots
    if let buyer {
      let weights = neighbourWeights(of: buyer)
      for place in pool.awards.indices {
        let award = pool.awards[place]
        let other = catalogue.awardBuyers[Int(award)]
        guard other >= 0 else { continue }
        let square = pool.mix[place] * pool.mix[place]
        if other == buyer {
          add(pool.mix[place], power: square, of: award, to: &channels.sameBuyer, slots)
        } else if weights[Int(other)] > 0 {
          add(pool.mix[place], power: square * weights[Int(other)], of: award, to: &channels.walk, slots)
        }
      }
      for award in finds.client {
        let value = 0.3 + Float(codes.score(award)) / pool.maximum.codes
        add(value, power: value * value, of: award, to: &channels.client, slots)
      }
    }
    try addLikeBuyers(to: &channels)
  }

  /// How near each buyer is to one by the vendors they share: a walk of two steps, each divided by the root of
  /// the degree, the buyer itself left out.
  private func neighbourWeights(of buyer: Int32) -> [Float] {
    let catalogue = matcher.catalogue
    var weights = [Float](repeating: 0, count: catalogue.buyerCount)
    for award in catalogue.buyerAwards[buyer].suffix(500) where !isExcluded(award) {
      for vendor in catalogue.awardVendors[award] {
        let others = catalogue.vendorAwards[vendor]
        let share = 1 / Float(max(1, others.count)).squareRoot()
        for other in others.prefix(100) {
          let second = catalogue.awardBuyers[Int(other)]
          if second >= 0, second != buyer { weights[Int(second)] += share }
        }
      }
    }
    for place in weights.indices where weights[place] > 0 {
      weights[place] /= Float(max(1, catalogue.buyerAwards[Int32(place)].count)).squareRoot()
    }
    return weights
  }

  private func addLikeBuyers(to channels: inout VendorChannels) throws {
    let catalogue = matcher.catalogue
    let words = Array(matcher.analysis(need.language).names(need.buyerName).prefix(16))
    let hits = try Self.top([.buyers], words, .award, 2 * options.channelDepth, matcher.text)
    guard let greatest = hits.first?.score, greatest > 0 else { return }
    var likeness = [Float](repeating: 0, count: catalogue.buyerCount)
    for hit in hits {
      guard let award = catalogue.award(ofDocument: hit.document) else { continue }
      let buyer = catalogue.awardBuyers[Int(award)]
      if buyer >= 0 { likeness[Int(buyer)] = max(likeness[Int(buyer)], Float(hit.score / greatest)) }
    }
    for place in pool.awards.indices {
      let buyer = catalogue.awardBuyers[Int(pool.awards[place])]
      guard buyer >= 0, likeness[Int(buyer)] > 0 else { continue }
      let value = pool.mix[place] * likeness[Int(buyer)]
      add(value, power: value * value, of: pool.awards[place], to: &channels.likeBuyer, channels.slots)
    }
    channels.likenessOfBuyer = likeness
  }
}
