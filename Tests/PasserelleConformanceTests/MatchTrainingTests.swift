import PasserelleCore
import PasserelleMatching
import PasserelleText
import Testing

@testable import PasserelleConformance

@Suite struct MatchTrainingTests {
  private static let trades = [
    ("Réfection de toiture", "45260000", "toit"), ("Nettoyage de locaux", "90911200", "net"),
    ("Transport scolaire", "60130000", "car"), ("Assurance automobile", "66514110", "assur"),
  ]

  /// Sixty dated awards: each trade has three vendors, one by department.
  private static let awards: [PastAward] = (0..<60).map { number in
    let (title, code, vendor) = trades[number % 4]
    let department = ["29", "35", "75"][number % 3]
    return PastAward(
      id: "fr:\(number)", title: "\(title) du site \(number)", code: CPVCode(digits: code),
      place: MatchPlace(coarse: department), buyer: "b\(number % 7)",
      date: PartialDate(year: 2018, month: 1 + number / 6, day: 1 + number % 6), language: .french,
      winners: [PastAward.Winner(iri: "v:\(vendor)\(department)", name: "Société \(vendor)")])
  }

  private static var options: MatchTraining.Options {
    let places = StaticPlaces(departments: [
      ("29", 48.26, -4.06), ("35", 48.15, -1.64), ("75", 48.86, 2.34),
    ])
    var options = MatchTraining.Options(
      geography: places, day: "2026-01-31", dataHash: String(repeating: "a", count: 64))
    options.trees.rounds = 6
    options.trees.minimumRows = 5
    options.growths = 2
    return options
  }

  @Test func modelsLearnAndAreTheSameForAnyThreads() throws {
    let models = try MatchTraining.train(Self.awards, options: Self.options)
    #expect(
      models.map(\.header.name) == ["match-fr", "match-fr-neutral", "match-other", "match-other-neutral"])
    #expect(models[0].header.language == "fr" && models[2].header.language == "mul")
    #expect(models[0].header.queries > 20)
    #expect(models[0].trees.count == 12)
    var parallel = Self.options
    parallel.threads = 3
    let again = try MatchTraining.train(Self.awards, options: parallel)
    #expect(again.map(\.text) == models.map(\.text))
    // A neutral model has never seen what it leaves out.
    let left = Set(RankingFeature.allCases.filter(\.isLeftOutByNeutral).map(\.name))
    #expect(left.isDisjoint(with: models[1].features.map(\.name)))
    #expect(!left.isDisjoint(with: models[0].features.map(\.name)))
    // The ranker finds the vendor of the trade and the place.
    let catalogue = BenchmarkCorpus.catalogue(of: Self.awards)
    let matcher = Matcher(
      catalogue: catalogue, text: try BenchmarkCorpus.index(of: Self.awards, catalogue: catalogue),
      geography: Self.options.geography, models: MatchModels(models))
    var need = Self.awards[0].need
    need.title = "Toiture à refaire"
    #expect(try matcher.match(need).vendors.first?.iri == "v:toit29")
  }

  @Test func blocksFollowTime() {
    let blocks = TrainingBlocks.blocks(of: Self.awards, count: 5)
    #expect(blocks == blocks.sorted())
    #expect((0..<5).allSatisfy { block in blocks.count { $0 == block } == 12 })
    var undated = Self.awards
    for place in undated.indices { undated[place].date = PartialDate(year: 2018) }
    let dealt = TrainingBlocks.blocks(of: undated, count: 5)
    #expect(Set(dealt).isSubset(of: Set(0..<5)))
    // The same buyer and division stay together.
    let groups = Dictionary(grouping: undated.indices) {
      "\(undated[$0].buyer ?? "")\(undated[$0].code?.digits.prefix(2) ?? "")"
    }
    #expect(groups.values.allSatisfy { group in Set(group.map { dealt[$0] }).count == 1 })
  }

  @Test func repeatedPurchasesAreNoHistory() throws {
    // Two identical purchases of a vendor known by nothing else teach nothing.
    var awards = Self.awards
    for place in awards.indices {
      awards[place].title = "Achat"
      awards[place].buyer = "b"
    }
    let crossFit = CrossFit(
      geography: Self.options.geography, options: MatchOptions(), blockCount: 5, queryLimit: 100, threads: 1)
    #expect(try crossFit.queries(awards) {}.isEmpty)
  }

  @Test func anAwardWithoutKnownWinnersGivesNoModel() throws {
    #expect(try MatchTraining.train(Array(Self.awards.prefix(1)), options: Self.options).isEmpty)
    #expect(try MatchTraining.train([], options: Self.options).isEmpty)
  }
}
