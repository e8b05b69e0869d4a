import Foundation
import PasserelleCore
import PasserelleNetwork
import Testing

/// Two coasts of 40 places each; places are tied with those of the other coast at about their own height and size.
struct LinkPredictorTests {
  private static let count = 80
  private static let attributes: LinkAttributes = {
    var attributes = LinkAttributes(vertexCount: count)
    for place in 0..<count {
      attributes.points[place] = GeographicPoint(
        latitude: Double(place % 40) / 4, longitude: place < 40 ? 0 : 30 + Double(place % 3))
      attributes.populations[place] = 1000 << (place % 4 * 2)
      attributes.countries[place] = place < 40 ? "FR" : "SN"
      attributes.labels[place] = "Ville \(place)"
    }
    return attributes
  }()
  private static let ties: [(Int32, Int32)] = {
    var ties: [(Int32, Int32)] = []
    for place in 0..<40 {
      for other in [place - 4, place, place + 4] where other >= 0 && other < 40 {
        ties.append((Int32(place), Int32(40 + other)))
      }
    }
    return ties
  }()
  private static func graph(_ ties: [(Int32, Int32)]) -> NetworkGraph {
    NetworkGraph(
      vertexCount: count, sources: ties.map(\.0), targets: ties.map(\.1), isDirected: false)
  }
  private static func options(_ features: [LinkFeature]) -> LinkTraining.Options {
    var options = LinkTraining.Options()
    options.rounds = 30
    options.folds = 4
    options.features = features
    return options
  }
  private static let model = LinkTraining(
    options(LinkFeature.withoutFame), name: "coasts", trained: "-", dataHash: "-"
  ).model(graph: graph(ties), attributes: attributes)

  @Test func aTieTakenAwayComesBackAmongTheFirst() {
    let held = Self.ties.filter { $0 == (20, 60) }
    let predictor = LinkPredictor(
      graph: Self.graph(Self.ties.filter { $0 != (20, 60) }), attributes: Self.attributes, model: Self.model)
    let best = predictor.candidates(for: 20, limit: 5)
    #expect(held.count == 1)
    #expect(best.contains { $0.target == 60 })
    #expect(best.allSatisfy { !predictor.isTied(20, $0.target) })
    #expect(best == predictor.candidates(for: 20, limit: 5))
    let others = predictor.candidates(for: 20, limit: 5) { $0 < 40 }
    #expect(others.allSatisfy { $0.target < 40 })
  }

  @Test func partsAddUpAndReadTheSameFromBothSides() {
    let predictor = LinkPredictor(
      graph: Self.graph(Self.ties), attributes: Self.attributes, model: Self.model)
    for (left, right) in [(0, 50), (3, 70), (10, 20)] as [(Int32, Int32)] {
      let (one, other) = (predictor.score(left, right), predictor.score(right, left))
      let sum = one.parts.reduce(Self.model.bias) { $0 + $1.contribution }
      #expect(abs(one.value - sum) < 1e-9)
      #expect(abs(one.value - other.value) < 1e-9)
      #expect(one.adequacy > 0 && one.adequacy < 1)
    }
  }

  @Test func suggestionsDoWithoutFame() {
    let used = Self.model.shapes.map(\.feature)
    #expect(!used.contains(.degreeProduct) && !used.contains(.smallerDegree))
    #expect(!used.contains(.smallerPopulation))
    #expect(used == LinkFeature.withoutFame)
  }

  @Test func whatIsNotKnownIsMissingNotZero() {
    let predictor = LinkPredictor(
      graph: Self.graph(Self.ties), attributes: LinkAttributes(vertexCount: Self.count), model: Self.model)
    let score = predictor.score(0, 50)
    let unknown: [LinkFeature] = [
      .distance, .sameCountry, .sharedLanguage, .populationRatio, .areaTies, .sameKind,
    ]
    for feature in unknown {
      #expect(score.parts.contains { $0.feature == feature && $0.value == nil }, "\(feature)")
    }
  }

  @Test func trainingTwiceGivesTheSameBytes() {
    let again = LinkTraining(
      Self.options(LinkFeature.withoutFame), name: "coasts", trained: "-", dataHash: "-"
    ).model(graph: Self.graph(Self.ties), attributes: Self.attributes)
    #expect(again.text == Self.model.text)
  }

  @Test func aGraphWithoutTiesTeachesNothing() {
    let model = LinkTraining(Self.options(LinkFeature.allCases), name: "none", trained: "-", dataHash: "-")
      .model(graph: Self.graph([]), attributes: Self.attributes)
    #expect(model.tiedPairs == 0)
    #expect(model.shapes.allSatisfy { $0.amounts.allSatisfy { $0 == 0 } })
  }
}
