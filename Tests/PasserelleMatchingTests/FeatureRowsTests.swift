import PasserelleCore
import Testing

@testable import PasserelleMatching

/// Features against their definitions, computed the plain way from the sample market.
@Suite struct FeatureRowsTests {
  private let roof: Need = {
    var roof = need("Réfection de la toiture de l’école", cpv: "45260000", place: "29", buyer: "b1")
    roof.buyerName = "b1"
    return roof
  }()

  private func rows(_ need: Need, neutral: Bool = false, excluding: [Int64] = []) throws -> (
    rows: FeatureRows, place: (String) throws -> Int
  ) {
    let matcher = try Market.sample.matcher()
    var options = MatchOptions()
    options.neutral = neutral
    let rows = try matcher.candidates(need, options: options, excluding: excluding)
    let vendors = rows.vendors.map { matcher.catalogue.iri(ofVendor: Int($0)) }
    return (rows, { iri in try #require(vendors.firstIndex(of: iri), "\(iri) is no candidate") })
  }

  @Test func valuesAreWithinTheirRanges() throws {
    for neutral in [false, true] {
      let (rows, _) = try rows(roof, neutral: neutral)
      #expect(rows.count >= 4)
      for row in 0..<rows.count {
        for feature in RankingFeature.allCases {
          let value = rows[row, feature]
          #expect(value >= 0 && value <= 3, "\(feature) \(value)")
          if feature.isRank { #expect(value <= 0.2) }
          if neutral, feature.isLeftOutByNeutral { #expect(value == 0, "\(feature)") }
        }
      }
    }
  }

  @Test func theNearestVendorHasTheGreatestSums() throws {
    let (rows, place) = try rows(roof)
    let first = try place("v:toit")
    for feature: RankingFeature in [
      .mixSum, .mixBest, .wordSum, .gramSum, .bagSum, .codeDepth, .geoSum, .near,
    ] {
      #expect(abs(rows[first, feature] - 1) < 1e-6, "\(feature)")
    }
    #expect(rows[first, .mixRank] == 0.2)
    #expect(rows[first, .localShare] == 1)
    #expect(rows[first, .buyerSum] == 1)
    let other = try place("v:couv")
    #expect(rows[other, .mixSum] < 1 && rows[other, .mixSum] > 0)
    #expect(rows[other, .codeDepth] == 1)
    #expect(rows[other, .elsewhereOnly] == 1)
    #expect(rows[other, .buyerSum] == 0)
  }

  @Test func anExcludedAwardDoesNotCount() throws {
    let (rows, place) = try rows(roof, excluding: [1])
    #expect(rows[try place("v:couv"), .mixSum] == 1)
    let all = try self.rows(roof).rows
    #expect(rows.values != all.values)
  }

  @Test func experienceIsMultipliedBySimilarity() throws {
    let (rows, _) = try rows(roof)
    for row in 0..<rows.count where rows[row, .mixSum] == 0 {
      #expect(rows[row, .experience] == 0 && rows[row, .buyerHistory] == 0 && rows[row, .localCount] == 0)
    }
  }

  @Test func ranksOfEqualValuesAreEqual() {
    let view = VendorChannel.View([2, 0, 3, 2, 1])
    #expect(view.order == [2, 0, 3, 4])
    let ranks: [Float] = [6, 0, 5, 6, 8].map { $0 == 0 ? 0 : 1 / Float($0) }
    #expect(view.reciprocalRanks == ranks)
    #expect(view.scale == Float(1) / 3)
    #expect(VendorChannel.View([]).order.isEmpty)
  }
}
