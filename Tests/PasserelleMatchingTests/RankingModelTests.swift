import PasserelleCore
import Testing

@testable import PasserelleMatching

@Suite struct RankingModelTests {
  private static let sample = """
    passerelle-ranker/1
    name demo
    language mul
    trained 2026-02-28
    data 00000000000000000000000000000000000000000000000000000000000000ff
    queries 10
    rows 200
    kind linear+trees
    features 2
      near mean 0.5 sd 0.25 weight 1.5 importance 0.6
      far mean 0.0 sd 1.0 weight 0.0 importance 0.4
    trees 1
    tree 0 shrinkage 0.15 nodes 5
      0 near <= 0.3125 ? 1 : 2 (value 0.05, rows 200)
        1 leaf (value -0.1, rows 100)
        2 far <= 2.0 ? 3 : 4 (value 0.2, rows 100)
          3 leaf (value 0.1, rows 50)
          4 leaf (value 0.3, rows 50)
    end

    """

  private func trained() throws -> (data: RankingData, model: RankingModel) {
    let data = SyntheticRanking.exclusive(queries: 60)
    var options = BoostedTrees.Options()
    options.rounds = 5
    options.minimumRows = 5
    let sum = ConditionalLogit(fitting: data)
    let base = try RankingModel(header: SyntheticRanking.header, data: data, linear: sum, trees: nil)
    let trees = try BoostedTrees(fitting: data, above: base.scores(of: data), options: options)
    return (data, try RankingModel(header: SyntheticRanking.header, data: data, linear: sum, trees: trees))
  }

  @Test func readsAFileByHand() throws {
    let model = try RankingModel(text: Self.sample, source: "demo.txt")
    #expect(model.text == Self.sample)
    #expect(model.kind == .linearAndTrees && model.bias == 0.05 && model.header.language == "mul")
    // 1.5 · (0.75 - 0.5) / 0.25 = 1.5; right, then right: 0.3.
    #expect(model.score([0.75, 3]) == 1.8)
    #expect(model.contributions(of: [0.75, 3]) == [1.65, 0.1])
    #expect(model.score([0.3125, 3]) == -1.225)
    #expect(model.score([.nan, .infinity]) == -3.1)
    #expect(model.score([1e30, 2]) == 9.1)
  }

  @Test func roundTripIsExact() throws {
    let (data, model) = try trained()
    let read = try RankingModel(text: model.text, source: "essai")
    #expect(read == model && read.text == model.text)
    #expect(read.scores(of: data) == model.scores(of: data))
    #expect(try RankingModel(text: model.text.replacing("\n", with: "\r\n"), source: "essai") == model)
    let importance = model.features.reduce(0) { $0 + $1.importance }
    #expect(abs(importance - 1) < 1e-3)
  }

  @Test func contributionsAddUpExactly() throws {
    let (data, model) = try trained()
    var differences: Set<Int64> = []
    for row in 0..<data.rowCount {
      let values = Array(data.values[row * 3..<row * 3 + 3])
      let parts = model.contributions(of: values).map { Int64(($0 * 1e9).rounded()) }
      differences.insert(parts.reduce(0, +) - Int64(((model.score(values) - model.bias) * 1e9).rounded()))
    }
    #expect(differences == [0])
  }

  @Test func featuresAreFoundByName() throws {
    let model = try RankingModel(text: Self.sample, inputs: ["other", "far", "near"], source: "demo.txt")
    #expect(model.score([9, 3, 0.75]) == 1.8)
    #expect(model.contributions(of: [9, 3, 0.75]) == [0, 0.1, 1.65])
    #expect(model.text == Self.sample)
    let error = #expect(throws: PasserelleError.self) {
      try RankingModel(text: Self.sample, inputs: ["near", "other"], source: "demo.txt")
    }
    #expect(error?.location == SourceLocation(file: "demo.txt", line: 11))
    #expect(error?.message.english.contains("“far”") == true)
  }

  @Test(arguments: [
    ("passerelle-ranker/1", "passerelle-ranker/2", 1), ("language mul", "language français", 3),
    ("2026-02-28", "2026-13-28", 4), ("ff\n", "FF\n", 5), ("queries 10", "queries -1", 6),
    ("kind linear+trees", "kind linear", 8), ("features 2", "features 3", 12),
    ("features 2", "features 0", 9),
    ("features 2", "features 99999999999999999999", 9), ("  far mean", "  near mean", 11),
    ("mean 0.5", "mean nan", 10), ("sd 0.25", "sd -0.25", 10), ("weight 1.5", "weight 1e400", 10),
    ("weight 1.5", "weight 0x1p3", 10), ("importance 0.4", "importance 4.0", 11),
    ("  near mean", "  Near mean", 10),
    ("trees 1", "trees 2", 19), ("trees 1", "trees 0", 13), ("tree 0 ", "tree 1 ", 13),
    ("nodes 5", "nodes 4", 16),
    ("nodes 5", "nodes 6", 18), ("0 near <=", "0 nearer <=", 14), ("0.3125", "inf", 14),
    ("? 1 : 2", "? 1 : 0", 14),
    ("? 1 : 2", "? 0 : 2", 14), ("? 1 : 2", "? 1 : 3", 15), ("? 3 : 4", "? 3 : 2", 16),
    ("? 3 : 4", "? 3 : 5", 16),
    ("value -0.1,", "value --0.1,", 15), ("value -0.1,", "value -0.1234567891,", 15),
    ("value -0.1,", "value 1000.5,", 15), ("rows 50)", "rows x)", 17), ("    1 leaf", "  1 leaf", 15),
    ("end\n", "", 19), ("end\n", "end\n\nmore", 20), ("end\n", "ende\n", 19),
  ])
  func refusesWhatIsBroken(_ found: String, _ replacement: String, _ line: Int) throws {
    let range = try #require(Self.sample.firstRange(of: found))
    var text = Self.sample
    text.replaceSubrange(range, with: replacement)
    let broken = text
    let error = #expect(throws: PasserelleError.self) { try RankingModel(text: broken, source: "demo.txt") }
    #expect(error?.code == .modelInvalid)
    #expect(error?.location?.line == line)
  }

  @Test func anyDamageIsRefusedOrHarmless() throws {
    let (data, model) = try trained()
    let original = Array(model.text.utf8)
    var generator = SplitMix64(seed: 99)
    var refused = 0
    for _ in 0..<200 {
      var bytes = original
      for _ in 0...generator.below(3) {
        let place = generator.below(bytes.count)
        switch generator.below(5) {
        case 0: bytes[place] = UInt8(generator.below(256))
        case 1: bytes[place] = Array("0123456789-.e\n ".utf8)[generator.below(15)]
        case 2: bytes.remove(at: place)
        case 3: bytes.insert(bytes[generator.below(bytes.count)], at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + generator.below(200)))
        }
      }
      do {
        let read = try RankingModel(
          text: String(decoding: bytes, as: UTF8.self), inputs: data.featureNames, source: "essai")
        let scores = read.scores(of: data)
        if !scores.allSatisfy({ $0.isFinite }) { Issue.record("a damaged model gave no number") }
        if try RankingModel(text: read.text, inputs: data.featureNames, source: "essai") != read {
          Issue.record("a model did not come back")
        }
      } catch let error as PasserelleError {
        refused += error.location?.line == nil ? 0 : 1
      }
    }
    #expect(refused > 120)
  }

  @Test func headersThatDoNotFitAreRefused() throws {
    let data = SyntheticRanking.exclusive(queries: 2)
    let changes: [(inout RankingModel.Header) -> Void] = [
      { $0.name = "two\nlines" }, { $0.name = "" }, { $0.language = "FR" }, { $0.trained = "31/01/2026" },
      { $0.dataHash = "abc" }, { $0.rows = -1 },
    ]
    for change in changes {
      var header = SyntheticRanking.header
      change(&header)
      #expect(throws: PasserelleError.self) {
        try RankingModel(header: header, data: data, linear: nil, trees: nil)
      }
    }
  }

  @Test func amountsAreWrittenShort() {
    let amounts: [Int64] = [0, 1, -1, 1_500_000_000, -12_300_000, 999_999_999_999]
    let texts = amounts.map { RankingModel.decimal($0) }
    #expect(texts == ["0.0", "0.000000001", "-0.000000001", "1.5", "-0.0123", "999.999999999"])
    let reader = RankingModelReader(text: "", source: "")
    for (amount, text) in zip(amounts, texts) { #expect((try? reader.amount(text)) == amount) }
    #expect((try? reader.amount("12")) == 12_000_000_000)
  }
}
