import PasserelleCore

/// BM25 over the CPV prefix tokens of awards (2, 3, 4, 5 and 8 digits), from the catalogue's own codes.
///
/// Each award has exactly one token per level, so every document has the mean length, every frequency is 1,
/// and BM25 is the plain sum of the inverse document frequencies of the prefixes shared. The catalogue gives
/// it exactly for every award, where a ranked list would cut the many ties at an arbitrary place.
struct CodeSimilarity {
  /// The levels, in digits.
  static let levels = [2, 3, 4, 5, 8]

  private struct Token {
    let divisor: UInt32
    let value: UInt32
    let weight: Double
  }

  private let catalogue: AwardCatalogue
  private let codes: [UInt32]
  private var tokens: [Token] = []

  /// Prepares the codes of a need; at most 16 count.
  init(_ catalogue: AwardCatalogue, codes needCodes: [CPVCode]) {
    self.catalogue = catalogue
    var codes: [UInt32] = []
    for code in needCodes.prefix(16).map(Self.number) where !codes.contains(code) { codes.append(code) }
    self.codes = codes
    let total = Double(catalogue.codeOrder.count)
    for level in Self.levels {
      let divisor = Self.divisor(level)
      for value in Set(codes.map { $0 / divisor }).sorted() {
        let count = Double(range(of: value, divisor: divisor).count)
        tokens.append(
          Token(
            divisor: divisor, value: value,
            weight: max(1e-6, Mathematics.logarithm((total - count + 0.5) / (count + 0.5)))))
      }
    }
  }

  /// Whether the need has a code at all.
  var isEmpty: Bool { codes.isEmpty }

  /// The BM25 score of an award's code.
  func score(_ award: Int32) -> Double { score(code: catalogue.awardCodes[Int(award)]) }

  /// The BM25 score of a code.
  func score(code: UInt32) -> Double {
    guard code > 0 else { return 0 }
    var sum = 0.0
    for token in tokens where code / token.divisor == token.value { sum += token.weight }
    return sum
  }

  /// How many leading digits an award's code shares with the need, as one of the levels, or 0.
  func sharedDigits(_ award: Int32) -> Int { sharedDigits(code: catalogue.awardCodes[Int(award)]) }

  /// How many leading digits a code shares with the need, as one of the levels, or 0.
  func sharedDigits(code: UInt32) -> Int {
    guard code > 0 else { return 0 }
    for level in Self.levels.reversed() {
      let divisor = Self.divisor(level)
      if codes.contains(where: { $0 / divisor == code / divisor }) { return level }
    }
    return 0
  }

  /// The awards nearest by code: level after level from the longest prefix, while they stay within a limit.
  ///
  /// The first level that has any award is always taken, cut at the limit.
  func nearest(limit: Int) -> [Int32] {
    var found: [Int32] = []
    for level in Self.levels.reversed() {
      let divisor = Self.divisor(level)
      let ranges = Set(codes.map { $0 / divisor }).sorted().map { range(of: $0, divisor: divisor) }
      let count = ranges.reduce(0) { $0 + $1.count }
      guard count > 0 else { continue }
      if count > limit {
        if found.isEmpty { found = Array(ranges.joined().prefix(limit).map { catalogue.codeOrder[$0] }) }
        break
      }
      found = ranges.joined().map { catalogue.codeOrder[$0] }
    }
    return found
  }

  /// The awards of the need's divisions where likeness of code times nearness is greatest, with that product
  /// over the greatest likeness; at most 50,000 awards of a division are looked at.
  ///
  /// - Parameters:
  ///   - limit: The most awards wanted.
  ///   - nearness: The nearness of each place of the catalogue; a place that is not near counts a tenth.
  ///   - isExcluded: Whether an award must not count.
  /// - Returns: The awards with their values, greatest first, ties by code.
  func nearest(
    limit: Int, nearness: [Double], isExcluded: (Int32) -> Bool
  ) -> [(award: Int32, value: Float)] {
    guard !codes.isEmpty else { return [] }
    let divisor = Self.divisor(2)
    // Taken once: each is asked for every award.
    let (order, awardCodes, awardPlaces) = (catalogue.codeOrder, catalogue.awardCodes, catalogue.awardPlaces)
    var awards: [Int32] = []
    var values: [Float] = []
    var greatest = 1e-9
    for value in Set(codes.map { $0 / divisor }).sorted() {
      var last: UInt32 = 0
      var likeness = 0.0
      for place in range(of: value, divisor: divisor).prefix(50_000) {
        let award = order[place]
        guard !isExcluded(award) else { continue }
        let code = awardCodes[Int(award)]
        if code != last {
          last = code
          likeness = score(code: code)
          greatest = max(greatest, likeness)
        }
        let site = awardPlaces[Int(award)]
        let near = site < 0 || nearness.isEmpty ? 0 : nearness[Int(site)]
        awards.append(award)
        values.append(Float(likeness * (0.1 + near)))
      }
    }
    return VendorChannel.top(values, limit).map { (awards[Int($0)], values[Int($0)] / Float(greatest)) }
  }

  /// The eight digits of a code as a number.
  static func number(_ code: CPVCode) -> UInt32 { UInt32(code.digits) ?? 0 }

  private static func divisor(_ level: Int) -> UInt32 {
    switch level {
    case 2: 1_000_000
    case 3: 100_000
    case 4: 10_000
    case 5: 1000
    default: 1
    }
  }

  /// The places in ``AwardCatalogue/codeOrder`` whose code starts with a prefix.
  private func range(of value: UInt32, divisor: UInt32) -> Range<Int> {
    let low = firstPlace(notBelow: value * divisor)
    return low..<firstPlace(notBelow: (value + 1) * divisor)
  }

  private func firstPlace(notBelow code: UInt32) -> Int {
    var low = 0
    var high = catalogue.codeOrder.count
    while low < high {
      let middle = (low + high) / 2
      if catalogue.awardCodes[Int(catalogue.codeOrder[middle])] < code {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
