import Foundation
import PasserelleCore
import Testing

@testable import PasserelleMatching

@Suite struct BoostedTreesTests {
  private func options(_ rounds: Int, leaves: Int = 4) -> BoostedTrees.Options {
    var options = BoostedTrees.Options()
    options.rounds = rounds
    options.leaves = leaves
    options.minimumRows = 5
    options.featureFraction = 1
    return options
  }

  private func model(_ data: RankingData, _ trees: BoostedTrees) throws -> RankingModel {
    try RankingModel(header: SyntheticRanking.header, data: data, linear: nil, trees: trees)
  }

  @Test func findsAKnownSplit() throws {
    var data = RankingData(featureNames: ["noise", "signal"])
    for query in 0..<20 {
      data.beginGroup()
      for place in 0..<10 {
        data.append(values: [Float((query * 7 + place * 3) % 5), Float(place)], isRelevant: place >= 8)
      }
    }
    var options = options(1, leaves: 2)
    options.rowFraction = 1
    let tree = try #require(try BoostedTrees(fitting: data, options: options).trees.first)
    #expect(tree.nodes.count == 3)
    #expect(tree.nodes[0].feature == 1 && tree.nodes[0].threshold >= 7 && tree.nodes[0].threshold < 8)
    #expect(tree.nodes.map { $0.rows } == [200, 160, 40])
    #expect(tree.nodes[1].value < 0 && tree.nodes[2].value > 0)
    let mean = (Double(tree.nodes[1].value) * 160 + Double(tree.nodes[2].value) * 40) / 200
    #expect(abs(Double(tree.nodes[0].value) - mean) <= 500)
  }

  /// The amounts of the two leaves follow from the gradients of all rows, added up without histograms.
  @Test func leafAmountsAreThoseOfTheGradients() throws {
    let data = SyntheticRanking.data(queries: 30, features: 2) { Double($0[0]) }
    var options = options(1, leaves: 2)
    options.rowFraction = 1
    let tree = try #require(try BoostedTrees(fitting: data, options: options).trees.first)
    let lambdas = LambdaGradients(data, groups: data.instructiveGroups, options: options)
    lambdas.update(scores: [Int64](repeating: 0, count: data.rowCount))
    var sums = [SIMD2<Double>](repeating: .zero, count: 2)
    for row in 0..<data.rowCount {
      let value = data.values[row * 2 + tree.nodes[0].feature]
      sums[value <= tree.nodes[0].threshold ? 0 : 1] += SIMD2(
        Double(lambdas.pairs[row].x), Double(lambdas.pairs[row].y))
    }
    for leaf in 0..<2 {
      let amount = -0.15 * sums[leaf].x / (sums[leaf].y + 5)
      #expect(abs(Double(tree.nodes[leaf + 1].value) / 1e9 - amount) < 1e-6)
    }
  }

  @Test func gradientsAreThoseOfAllPairs() {
    let data = SyntheticRanking.data(queries: 4, candidates: 30, features: 1) { _ in 0 }
    var options = options(1)
    options.truncation = 5
    var generator = SplitMix64(seed: 2)
    for normalises in [true, false] {
      options.normalises = normalises
      let scores = (0..<data.rowCount).map { _ in Int64(generator.below(40)) * 100_000_000 }
      let lambdas = LambdaGradients(data, groups: data.instructiveGroups, options: options)
      lambdas.update(scores: scores)
      let expected = naive(data, scores.map { Double($0) / 1e9 }, options)
      let distance = zip(lambdas.pairs, expected).map {
        max(abs(Double($0.x) - $1.x), abs(Double($0.y) - $1.y))
      }
      #expect(distance.allSatisfy { $0 < 1e-6 })
      #expect(expected.contains { $0.x < -0.01 })
    }
  }

  /// The loop over all pairs as the published method states it.
  private func naive(_ data: RankingData, _ scores: [Double], _ options: BoostedTrees.Options) -> [SIMD2<
    Double
  >] {
    var result = [SIMD2<Double>](repeating: .zero, count: scores.count)
    for group in 0..<data.groupCount {
      let rows = Array(data.rows(ofGroup: group))
      let order = rows.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
      var total = 0.0
      for i in 0..<min(options.truncation, order.count - 1) {
        for j in (i + 1)..<order.count where data.labels[order[i]] != data.labels[order[j]] {
          let (high, low) =
            data.labels[order[i]] > data.labels[order[j]] ? (order[i], order[j]) : (order[j], order[i])
          let difference = scores[high] - scores[low]
          var gain = abs(1 / log2(Double(i + 2)) - 1 / log2(Double(j + 2)))
          if options.normalises, scores[order[0]] != scores[order[order.count - 1]] {
            gain /= 0.01 + abs(difference)
          }
          let chance = 1 / (1 + exp(difference))
          result[high] += SIMD2(-gain * chance, gain * chance * (1 - chance))
          result[low] += SIMD2(gain * chance, gain * chance * (1 - chance))
          total += 2 * gain * chance
        }
      }
      if options.normalises, total > 0 { for row in rows { result[row] *= log2(1 + total) / total } }
    }
    return result
  }

  @Test func rankingImprovesWithTreesAndBeatsTheSum() throws {
    let data = SyntheticRanking.exclusive(queries: 250)
    let unseen = SyntheticRanking.exclusive(queries: 250, seed: 6)
    let few = try BoostedTrees(fitting: data, options: options(2, leaves: 7))
    let many = try BoostedTrees(fitting: data, options: options(25, leaves: 7))
    #expect(Array(many.trees.prefix(2)) == few.trees)
    let start = data.meanNDCG(at: 10, scores: [Double](repeating: 0, count: data.rowCount))
    let early = data.meanNDCG(at: 10, scores: try model(data, few).scores(of: data))
    let late = data.meanNDCG(at: 10, scores: try model(data, many).scores(of: data))
    #expect(start < early && early < late)
    let sum = try RankingModel(
      header: SyntheticRanking.header, data: data, linear: ConditionalLogit(fitting: data), trees: nil)
    let treesUnseen = unseen.meanNDCG(at: 10, scores: try model(data, many).scores(of: unseen))
    let sumUnseen = unseen.meanNDCG(at: 10, scores: sum.scores(of: unseen))
    #expect(treesUnseen > sumUnseen + 0.1)
  }

  @Test func treesCorrectASum() throws {
    let data = SyntheticRanking.data(queries: 120, features: 3) {
      2 * Double($0[0]) + ($0[1] > 0.5 ? 0.5 : 0)
    }
    let sum = ConditionalLogit(fitting: data)
    let base = try RankingModel(header: SyntheticRanking.header, data: data, linear: sum, trees: nil)
    let trees = try BoostedTrees(fitting: data, above: base.scores(of: data), options: options(10))
    let both = try RankingModel(header: SyntheticRanking.header, data: data, linear: sum, trees: trees)
    #expect(both.kind == .linearAndTrees && base.kind == .linear)
    let before = data.meanNDCG(at: 3, scores: base.scores(of: data))
    #expect(data.meanNDCG(at: 3, scores: both.scores(of: data)) > before)
  }

  @Test func sameSeedSameFile() throws {
    let data = SyntheticRanking.exclusive(queries: 60)
    var options = options(6)
    options.featureFraction = 0.6
    let texts = try (0..<2).map { _ in try model(data, BoostedTrees(fitting: data, options: options)).text }
    #expect(texts[0] == texts[1])
    options.seed = 2
    #expect(try model(data, BoostedTrees(fitting: data, options: options)).text != texts[0])
  }

  @Test func monotoneFeaturesOnlyRise() throws {
    let data = SyntheticRanking.data(queries: 120, features: 2) {
      Double(abs($0[0] - 0.4)) + Double($0[1]) / 3
    }
    var options = options(12, leaves: 7)
    func score(_ model: RankingModel, _ first: Int, _ second: Int) -> Double {
      model.score([Float(first) / 20, Float(second) / 20])
    }
    func falls(_ model: RankingModel) -> Int {
      (0...20).reduce(0) { total, second in
        total + (0..<20).filter { score(model, $0, second) > score(model, $0 + 1, second) }.count
      }
    }
    #expect(try falls(model(data, BoostedTrees(fitting: data, options: options))) > 0)
    options.monotone = [1, 0]
    let rising = try model(data, BoostedTrees(fitting: data, options: options))
    #expect(falls(rising) == 0 && rising.features[0].importance > 0)
    options.monotone = [-1, 0]
    let falling = try model(data, BoostedTrees(fitting: data, options: options))
    let rises = (0..<20).filter { score(falling, $0, 10) < score(falling, $0 + 1, 10) }
    #expect(rises.isEmpty)
  }

  @Test func nothingToLearn() throws {
    var data = RankingData(featureNames: ["a"])
    data.beginGroup()
    data.append(values: [1], isRelevant: false)
    #expect(try BoostedTrees(fitting: data).trees.isEmpty)
    data.beginGroup()
    for label in [true, false] { data.append(values: [1], isRelevant: label) }
    let trees = try BoostedTrees(fitting: data, options: options(2))
    #expect(trees.queryCount == 1)
    #expect(trees.trees.allSatisfy { $0.nodes.count == 1 })
    let scores = try model(data, trees).scores(of: data)
    #expect(Set(scores).count == 1)
  }

  @Test func stopsWhenAsked() throws {
    let data = SyntheticRanking.exclusive(queries: 20)
    #expect(try BoostedTrees(fitting: data, options: options(9)) { $0 < 3 }.trees.count == 3)
  }

  @Test func refusesOptionsOutOfRange() throws {
    let data = SyntheticRanking.exclusive(queries: 2)
    let changes: [(inout BoostedTrees.Options) -> Void] = [
      { $0.leaves = 1 }, { $0.bins = 256 }, { $0.learningRate = .nan }, { $0.rowFraction = 0 },
      { $0.featureFraction = 1.1 }, { $0.monotone = [1] }, { $0.monotone = [2, 0, 0] }, { $0.rounds = -1 },
      { $0.minimumRows = 0 }, { $0.penalty = .infinity }, { $0.truncation = 0 },
    ]
    for change in changes {
      var options = BoostedTrees.Options()
      change(&options)
      #expect(throws: PasserelleError.self) { try BoostedTrees(fitting: data, options: options) }
    }
  }

  @Test func binsHoldEquallyManyAndSpareFrequentValues() {
    #expect(FeatureBins.bounds(ofSorted: [], limit: 255) == [])
    #expect(FeatureBins.bounds(ofSorted: [2, 2, 2], limit: 255) == [])
    #expect(
      FeatureBins.bounds(ofSorted: [1, 2, 2, 4], limit: 255).map { $0 >= 1 && $0 < 4 } == [true, true])
    let zeros = [Float](repeating: 0, count: 900)
    let spread = (1...1000).map { Float($0) }
    let bounds = FeatureBins.bounds(ofSorted: zeros + spread, limit: 11)
    #expect(bounds.count == 10 && bounds[0] >= 0 && bounds[0] < 1)
    let counts = zip(bounds.dropFirst(), bounds).map { $0 - $1 }
    #expect(counts.allSatisfy { $0 >= 90 && $0 <= 110 })
    #expect(zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func manyRowsAreSampledAcrossAllQueries() throws {
    var data = RankingData(featureNames: ["a"])
    data.reserve(rows: 210_000)
    for query in 0..<210 {
      data.beginGroup()
      for place in 0..<1000 { data.append(values: [Float(query)], isRelevant: place == 0) }
    }
    let bins = try FeatureBins(data, groups: data.instructiveGroups, limit: 255, seed: 1)
    #expect(bins.bounds[0].count == 209)
    let ends = (0..<210).map { Int(bins.columns[$0 * 1000 + 999]) }
    #expect(ends == Array(0..<210))
  }
}
