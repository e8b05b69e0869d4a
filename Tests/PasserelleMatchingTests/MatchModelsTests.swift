import PasserelleCore
import PasserelleText
import Testing

@testable import PasserelleMatching

@Suite struct MatchModelsTests {
  private func model(_ name: String, _ feature: RankingFeature) -> RankingModel {
    RankingModel(
      checked: RankingModel.Header(
        name: name, language: "mul", trained: "2026-01-31", dataHash: String(repeating: "a", count: 64),
        queries: 1, rows: 1),
      features: [RankingModel.Feature(name: feature.name, mean: 0, deviation: 1, weight: 1, importance: 1)],
      trees: [], inputs: RankingFeature.names, places: [feature.rawValue])
  }

  @Test func eachLanguageHasItsOwnElseTheOther() {
    let models = MatchModels([
      model("match-fr", .mixSum), model("match-other", .wordSum), model("match-fr-neutral", .gramSum),
    ])
    #expect(models.model(for: .french, neutral: false).header.name == "match-fr")
    #expect(models.model(for: .french, neutral: true).header.name == "match-fr-neutral")
    #expect(models.model(for: .german, neutral: false).header.name == "match-other")
    #expect(models.model(for: .german, neutral: true).header.name == "formula-neutral")
    #expect(MatchModels().model(for: .french, neutral: false).header.name == "formula")
    #expect(models.all.map(\.header.name) == ["match-fr", "match-fr-neutral", "match-other"])
  }

  @Test func filesAreReadByFeatureName() throws {
    let written = model("match-fr", .profile)
    let read = try MatchModels(files: [("match-fr.ranker", written.text)]).model(for: .french, neutral: false)
    var values = [Float](repeating: 0, count: FeatureRows.width)
    values[RankingFeature.profile.rawValue] = 2
    #expect(read.score(values) == 2)
    #expect(throws: PasserelleError.self) {
      try MatchModels(files: [("x", written.text.replacing("profile", with: "fame"))])
    }
  }

  @Test func theRankingFollowsTheModel() throws {
    let byName = try Market.sample.matcher(MatchModels([model("match-fr", .codeDepth)]))
      .match(need("Réfection de la toiture", cpv: "45261100"))
    #expect(byName.vendors.first?.iri == "v:sud")
    #expect(byName.weights == "match-fr")
    #expect(byName.vendors.first?.contributions.map(\.feature) == [.codeDepth])
  }
}
