import Foundation
import PasserelleCore
import Testing

@testable import PasserelleMatching

@Suite struct CodeSimilarityTests {
  private func catalogue(_ codes: [String?]) -> AwardCatalogue {
    var builder = AwardCatalogue.Builder()
    let vendor = builder.addVendor(iri: "v", name: "v")
    for (place, code) in codes.enumerated() {
      builder.addAward(
        document: Int64(place + 1), vendors: [vendor, vendor], cpv: code.flatMap { CPVCode(digits: $0) })
    }
    return builder.build()
  }

  @Test func equalsBM25OverPrefixTokens() throws {
    let codes = ["45260000", "45261000", "45214200", "45214210", "90911200", nil, "90911300", "30197630"]
    let catalogue = catalogue(codes)
    let wanted = ["45214200", "90911200"].compactMap { CPVCode(digits: $0) }
    let similarity = CodeSimilarity(catalogue, codes: wanted)
    let known = codes.compactMap { $0 }
    let tokens = Set(wanted.flatMap { code in CodeSimilarity.levels.map { String(code.digits.prefix($0)) } })
    for (award, code) in codes.enumerated() {
      var expected = 0.0
      for token in tokens where code?.hasPrefix(token) == true {
        let count = Double(known.filter { $0.hasPrefix(token) }.count)
        expected += max(1e-6, log((Double(known.count) - count + 0.5) / (count + 0.5)))
      }
      #expect(abs(similarity.score(Int32(award)) - expected) < 1e-12)
    }
    #expect((0..<8).map { similarity.sharedDigits(Int32($0)) } == [3, 3, 8, 5, 8, 0, 5, 0])
  }

  @Test func nearestTakesTheLongestPrefixesFirst() throws {
    let catalogue = catalogue(["45260000", "45261000", "45214200", "45214210", "90911200"])
    let similarity = CodeSimilarity(catalogue, codes: [CPVCode(digits: "45214200")].compactMap { $0 })
    #expect(similarity.nearest(limit: 1) == [2])
    #expect(similarity.nearest(limit: 3) == [2, 3])
    #expect(Set(similarity.nearest(limit: 4)) == [0, 1, 2, 3])
    #expect(CodeSimilarity(catalogue, codes: []).nearest(limit: 4).isEmpty)
    let crowd = CodeSimilarity(
      self.catalogue(Array(repeating: "45000000", count: 9)),
      codes: [CPVCode(digits: "45000000")].compactMap { $0 })
    #expect(crowd.nearest(limit: 4) == [0, 1, 2, 3])
  }

  @Test func theCatalogueKeepsEachWinnerOnce() {
    let catalogue = catalogue(["45260000", nil])
    #expect(catalogue.documents(ofVendor: 0) == [1, 2])
    #expect(catalogue.vendors(ofDocument: 1) == [0])
    #expect(catalogue.vendors(ofDocument: 9).isEmpty)
    #expect(catalogue.vendor(iri: "v") == 0)
    var builder = AwardCatalogue.Builder()
    let first = builder.addAward(document: 1, vendors: [], date: PartialDate(iso: "2019-02"))
    let again = builder.addAward(document: 1, vendors: [])
    #expect(first && !again)
    #expect(builder.build().awardCount == 1)
    #expect(builder.build().date(ofDocument: 1) == PartialDate(iso: "2019-02"))
    #expect(builder.build().date(ofDocument: 2) == nil)
  }
}
