import PasserelleCore

/// What the whole of a vendor's known activity says about a need.
struct VendorActivity {
  var awards: Float = 0
  /// The greatest number of CPV digits shared: 0, 2, 3, 4, 5 or 8.
  var digits = 0
  /// Awards that share the division, and the group of three digits.
  var inDivision: Float = 0
  var inGroup: Float = 0
  /// The sum of the likeness of codes, each 0 to 1.
  var code: Float = 0
  /// The sum and the greatest of the parts of guessed code groups.
  var guessed: Float = 0
  var guessedBest: Float = 0
  /// The greatest similarity of a vendor it has won with.
  var partner: Float = 0
  /// Nearness: the greatest and the sum.
  var near: Float = 0
  var nearSum: Float = 0
  /// Awards with a known place, those in the place of the need, and of these those in its code group.
  var located: Float = 0
  var local: Float = 0
  var localInGroup: Float = 0
  var isInOnePlace = true
  /// Awards by the need's buyer.
  var forBuyer: Float = 0
  /// Likeness of the other buyers' names: the sum, and with the likeness of codes the sum and the greatest.
  var likeBuyer: Float = 0
  var likeBuyerCode: Float = 0
  var likeBuyerCodeBest: Float = 0
}

extension Matcher.Search {
  /// The most awards of a vendor that are looked at.
  private static let activityLimit = 2000
  /// The most pairs of partners that are looked at.
  private static let partnerLimit = 400

  /// Goes through the awards and declarations of a vendor.
  ///
  /// - Parameters:
  ///   - vendor: The vendor.
  ///   - channels: What the channels gave.
  ///   - similarity: The similarity of a vendor of this answer, for partners; 0 for any other.
  /// - Returns: The sums.
  func activity(
    of vendor: Int32, _ channels: VendorChannels, similarity: (Int32) -> Float
  ) -> VendorActivity {
    let catalogue = matcher.catalogue
    var activity = VendorActivity()
    var partners = 0
    var firstPlace: Int32 = -1
    for award in catalogue.vendorAwards[vendor].suffix(Self.activityLimit) where !isExcluded(award) {
      activity.awards += 1
      let likeness = addCode(catalogue.awardCodes[Int(award)], channels, to: &activity)
      if !options.neutral {
        addPlace(catalogue.awardPlaces[Int(award)], likeness.digits, &firstPlace, to: &activity)
        addBuyer(catalogue.awardBuyers[Int(award)], likeness.value, channels, to: &activity)
      }
      let winners = catalogue.awardVendors[award]
      guard winners.count > 1, partners < Self.partnerLimit else { continue }
      for other in winners where other != vendor {
        partners += 1
        activity.partner = max(activity.partner, similarity(other))
      }
    }
    if let profile = catalogue.profile(ofVendor: vendor) { add(profile, to: &activity) }
    return activity
  }

  @inline(__always)
  private func addCode(
    _ code: UInt32, _ channels: VendorChannels, to activity: inout VendorActivity
  ) -> (digits: Int, value: Float) {
    guard code > 0 else { return (0, 0) }
    for (group, part) in channels.guessedGroups where group == code / 1000 {
      activity.guessed += part
      activity.guessedBest = max(activity.guessedBest, part)
    }
    let digits = codes.sharedDigits(code: code)
    guard digits > 0 else { return (0, 0) }
    let value = pool.maximum.codes > 1e-6 ? min(1, Float(codes.score(code: code)) / pool.maximum.codes) : 0
    activity.digits = max(activity.digits, digits)
    activity.inDivision += 1
    if digits >= 3 { activity.inGroup += 1 }
    activity.code += value
    return (digits, value)
  }

  @inline(__always)
  private func addPlace(
    _ place: Int32, _ digits: Int, _ first: inout Int32, to activity: inout VendorActivity
  ) {
    guard place >= 0, !nearness.isEmpty else { return }
    let value = Float(nearness[Int(place)])
    activity.located += 1
    activity.near = max(activity.near, value)
    activity.nearSum += value
    if isLocal[Int(place)] {
      activity.local += 1
      if digits >= 3 { activity.localInGroup += 1 }
    }
    if first < 0 {
      first = place
    } else if first != place,
      matcher.catalogue.places[Int(first)].coarse != matcher.catalogue.places[Int(place)].coarse
    {
      activity.isInOnePlace = false
    }
  }

  @inline(__always)
  private func addBuyer(
    _ other: Int32, _ code: Float, _ channels: VendorChannels, to activity: inout VendorActivity
  ) {
    guard other >= 0 else { return }
    if other == buyer {
      activity.forBuyer += 1
    } else if !channels.likenessOfBuyer.isEmpty {
      let likeness = channels.likenessOfBuyer[Int(other)]
      activity.likeBuyer += likeness
      activity.likeBuyerCode += likeness * code
      activity.likeBuyerCodeBest = max(activity.likeBuyerCodeBest, likeness * code)
    }
  }

  private func add(_ profile: VendorProfile, to activity: inout VendorActivity) {
    for code in profile.codes {
      activity.digits = max(activity.digits, codes.sharedDigits(code: CodeSimilarity.number(code)))
    }
    guard !options.neutral, let place = need.place else { return }
    for declared in profile.places {
      activity.near = max(activity.near, Float(matcher.proximity.value(declared, place)))
    }
    if !profile.places.isEmpty { activity.isInOnePlace = false }
  }
}
