import PasserelleJSON
import Testing

@testable import PasserelleSources

/// The map of 2017: its figures are published whole, its lists are held in part, and nothing is padded.
@Suite("The 2017 map of cities and programmes")
struct FactsProgrammeMapTests {
  static let guide = "guide-smart-city"
  static let lists = ["divd", "demonstrateurs-cdc", "projets-h2020-france", "communication-projets-locaux"]
  let corpus: FactsCorpus

  init() throws { corpus = try FactsCorpus.shipped.get() }

  /// The edges between a place and a list of the map, from every document.
  private var edges: [FactClaim] {
    corpus.claims(nil, "participatesIn").filter { Self.lists.contains($0.object ?? "") }
  }

  private func published(_ thing: String, unit: String, scope: String = "") -> [Int] {
    corpus.claims(thing, "hasCount").filter {
      $0.document == Self.guide && $0.unit == unit && $0.scope.hasPrefix(scope)
    }.compactMap(\.number)
  }

  @Test("its published figures")
  func figures() {
    #expect(published("carte-projets-2017", unit: "edge") == [38])
    #expect(published("carte-projets-2017", unit: "place", scope: "lieux distincts") == [31])
    let sizes = Self.lists.map { published($0, unit: "site") }
    #expect(sizes == [[14], [7], [4], [13]])
    #expect(sizes.joined().reduce(0, +) == 38)
  }

  @Test("places in three, two and one lists add up to the edges and the places")
  func multiplicities() {
    func places(_ scope: String) -> [Int] {
      published("carte-projets-2017", unit: "place", scope: scope)
    }
    let (three, two, one) = (
      places("lieux de trois listes"), places("lieux de deux listes"), places("lieux d’une seule liste")
    )
    #expect([three, two, one] == [[2], [3], [26]])
    var lists: [String: Int] = [:]
    for claim in corpus.claims("carte-projets-2017", "hasCount") where claim.unit == "list" {
      if let place = claim.attribute("territory")?.stringValue { lists[place] = claim.number }
    }
    #expect(lists == ["lyon": 3, "bordeaux": 3, "nice": 2, "nantes": 2, "plaine-commune": 2])
  }

  @Test("the guide's own edges are those that our notes of it name, with their lines")
  func ownEdges() {
    let own = edges.filter { $0.document == Self.guide }
    #expect(
      Set(own.map { "\($0.subject) \($0.object ?? "") \($0.lines ?? "")" }) == [
        "plaine-commune divd 197", "marie-galante divd 199", "marne-la-vallee divd 200",
        "besancon demonstrateurs-cdc 205", "grenoble communication-projets-locaux 214",
      ])
    #expect(own.allSatisfy { $0.attribute("year")?.stringValue == "2017" })
  }

  @Test("the other edges come from named pages, and no list holds more than was published")
  func coverage() {
    #expect(
      edges.allSatisfy { $0.document == Self.guide || corpus.documents[$0.document]?["address"] != nil })
    let held = Set(edges.map { [$0.subject, $0.object ?? ""] })
    let byList = Self.lists.map { list in held.filter { $0[1] == list }.count }
    let sizes = Self.lists.compactMap { published($0, unit: "site").first }
    #expect(byList == [10, 7, 4, 1])
    #expect(zip(byList, sizes).allSatisfy { $0 <= $1 })
    #expect(held.count == 22)
    #expect(sizes.reduce(0, +) - held.count == 16)
  }
}
