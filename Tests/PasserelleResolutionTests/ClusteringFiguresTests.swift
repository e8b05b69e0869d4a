import PasserelleConformance
import PasserelleResolution
import Testing

@Suite struct ClusteringFiguresTests {
  /// Pairs are counted by hand: two right of three found, of four known.
  @Test func pairsAreCounted() {
    let figures = ClusterFigures(
      clusters: [1, 1, 2, 2, 3, 1], truths: [7, 7, 8, 8, 8, 9], weights: [1, 1, 1, 1, 1, 1])
    #expect(figures.truePairs == 2)
    #expect(figures.foundPairs == 4)
    #expect(figures.knownPairs == 4)
    #expect(figures.precision == 0.5)
    #expect(figures.recall == 0.5)
    let weighted = ClusterFigures(clusters: [1, 2], truths: [7, nil], weights: [5, 9])
    #expect(weighted.truePairs == 10)
    #expect(weighted.foundPairs == 10)
  }

  /// The register is the same for a seed, has several records of a company, and another seed gives another.
  @Test func registersAreRepeatable() {
    let one = RegisterGenerator(seed: 3).records(500)
    #expect(one == RegisterGenerator(seed: 3).records(500))
    #expect(one != RegisterGenerator(seed: 4).records(500))
    let companies = Set(one.map(\.company)).count
    #expect(companies > 200 && companies < 450)
    #expect(one.allSatisfy { !$0.name.isEmpty })
  }

  /// Identifiers stay out of the mentions, and disagreements tell which pairs they contradict.
  @Test func evaluationHidesTheTruth() throws {
    let names = ["alpha bravo", "bravo alpha", "kilo lima", "kilo lima", "tango"]
    let ids = ["552081317", "552081317", "542107651", "552081317", "542107651"]
    let corpus = ResolutionCorpus(
      mentions: names.enumerated().map { place, name in
        CorpusMention(
          mention: Mention(id: "c\(place)", names: [name], source: "s"),
          truth: CorpusMention.Truth(.siren, ids[place]), occurrences: 2)
      })
    let evaluation = ClusterEvaluation(
      corpus: corpus, lexicon: NameLexicon(), scorer: StandInScoring(), options: plainOptions())
    let all = try #require(evaluation.parts.last)
    #expect(all.name == "all" && all.mentions == 5)
    #expect(all.distinct.foundPairs == 2)
    #expect(all.distinct.truePairs == 1)
    #expect(all.occurrences.truePairs == 9)
    #expect(
      evaluation.disagreements(isMerged: true, of: .siren).map(\.names) == [["kilo lima", "kilo lima"]])
    #expect(evaluation.disagreements(isMerged: false, of: .siren).count == 2)
    #expect(evaluation.blockingReport().recall == 0.25)
    #expect(corpus.mentions.allSatisfy { $0.mention.identifiers.isEmpty })
  }

  /// A number that fails its check is no truth; a SIRET gives its SIREN.
  @Test func wrongNumbersAreNoTruth() {
    #expect(CorpusMention.Truth(.siren, "552081318") == nil)
    #expect(CorpusMention.Truth(.siret, "55208131766522")?.value == "552081317")
  }
}
