import PasserelleCore

extension Matcher.Search {
  /// The features of near awards and texts.
  func describe(
    _ slot: Int, _ channels: VendorChannels, _ views: ChannelViews, in row: inout FeatureRows.Row
  ) {
    func root(_ channel: VendorChannel, _ view: VendorChannel.View) -> Float {
      (channel.sums[slot] * view.scale).squareRoot()
    }
    row[.mixRank] = views.mix.reciprocalRanks[slot]
    row[.mixBest] = channels.mix.bests[slot] * views.mixBest.scale
    row[.mixBestRank] = views.mixBest.reciprocalRanks[slot]
    row[.wordSum] = root(channels.words, views.words)
    row[.wordRank] = views.words.reciprocalRanks[slot]
    row[.gramSum] = root(channels.grams, views.grams)
    row[.gramRank] = views.grams.reciprocalRanks[slot]
    row[.gramBest] = channels.grams.bests[slot] * views.gramBest.scale
    row[.expandedSum] = root(channels.expanded, views.expanded)
    row[.expandedRank] = views.expanded.reciprocalRanks[slot]
    row[.voteSum] = root(channels.votes, views.votes)
    row[.voteRank] = views.votes.reciprocalRanks[slot]
    row[.voteBest] = channels.votes.bests[slot]
    row[.bagSum] = root(channels.bag, views.bag)
    row[.bagRank] = views.bag.reciprocalRanks[slot]
    row[.codeSum] = fourthRoot(channels.codes.sums[slot] * views.codes.scale)
    row[.codeRank] = views.codes.reciprocalRanks[slot]
    row[.profile] = channels.profile.sums[slot] * views.profile.scale
    row[.profileRank] = views.profile.reciprocalRanks[slot]
  }

  /// The features of the whole activity that a neutral ranking keeps.
  func describe(_ activity: VendorActivity, in row: inout FeatureRows.Row) {
    let number = max(1, activity.awards)
    row[.codeDepth] = Self.depth(activity.digits)
    row[.divisionShare] = activity.inDivision / number
    row[.groupShare] = activity.inGroup / number
    row[.codeMean] = activity.code / number
    row[.guessedCode] = activity.guessed / number
    row[.guessedCodeBest] = activity.guessedBest
    row[.partners] = activity.partner
  }

  /// The features of places, buyers and names over near awards.
  func describeNearby(
    _ slot: Int, _ channels: VendorChannels, _ views: ChannelViews, in row: inout FeatureRows.Row
  ) {
    func root(_ channel: VendorChannel, _ view: VendorChannel.View) -> Float {
      (channel.sums[slot] * view.scale).squareRoot()
    }
    row[.geoSum] = fourthRoot(channels.geo.sums[slot] * views.geo.scale)
    row[.geoRank] = views.geo.reciprocalRanks[slot]
    row[.fieldSum] = root(channels.field, views.field)
    row[.fieldRank] = views.field.reciprocalRanks[slot]
    row[.fieldBest] = channels.field.bests[slot] * views.fieldBest.scale
    row[.name] = channels.name.sums[slot] * views.name.scale
    row[.kinName] = channels.kinName.sums[slot] * views.kinName.scale
    row[.walkSum] = root(channels.walk, views.walk)
    row[.walkRank] = views.walk.reciprocalRanks[slot]
    row[.buyerNameSum] = root(channels.likeBuyer, views.likeBuyer)
    row[.buyerNameRank] = views.likeBuyer.reciprocalRanks[slot]
    row[.buyerSum] = root(channels.sameBuyer, views.sameBuyer)
    row[.clientSum] = root(channels.client, views.client)
    row[.clientRank] = views.client.reciprocalRanks[slot]
  }

  /// The features of places, buyers and experience over the whole activity.
  ///
  /// Numbers of awards are on a logarithmic scale and multiplied by similarity: alone they are no reason.
  func describeRelations(_ activity: VendorActivity, similarity: Float, in row: inout FeatureRows.Row) {
    let number = max(1, activity.awards)
    row[.near] = activity.near
    row[.nearMean] = activity.nearSum / number
    if activity.located > 0 {
      row[.localShare] = activity.local / activity.located
      row[.elsewhereOnly] = activity.near < 0.05 && activity.isInOnePlace ? 1 : 0
    }
    row[.localCount] = similarity * damped(activity.local)
    row[.localCodeCount] = damped(activity.localInGroup)
    row[.buyerKind] = activity.likeBuyer / number
    row[.fieldKind] = activity.likeBuyerCodeBest
    row[.fieldKindMean] = activity.likeBuyerCode / number
    row[.buyerHistory] = similarity * damped(activity.forBuyer)
    row[.experience] = similarity * damped(activity.awards)
  }

  private func damped(_ count: Float) -> Float { Float(Mathematics.logarithm(Double(1 + count))) }
}
