import PasserelleCore
import PasserelleJSON
import Testing

@testable import PasserelleSources

@Suite("Shipped facts")
struct FactsCorpusTests {
  let corpus: FactsCorpus

  init() throws { corpus = try FactsCorpus.shipped.get() }

  @Test("are many, and each names its document and lines, or a page")
  func sourced() {
    #expect(corpus.claims.count >= 1400)
    let unsourced = corpus.claims.filter { claim in
      guard let document = corpus.documents[claim.document] else { return true }
      return (claim.lines == nil) == (document["address"] == nil)
    }
    #expect(unsourced.map(\.id).isEmpty)
  }

  @Test(
    "speak of every kind of thing that the sources name",
    arguments: [
      "Commune", "Intercommunality", "Departement", "Region", "ForeignAuthority", "Country", "District",
      "WorldRegion", "Company", "Organisation", "PublicBody", "ResearchTeam", "Network", "Consortium", "Jury",
      "SteeringCouncil", "Committee", "CitizenGroup", "Label", "LabelGrade", "CriteriaVersion", "Ranking",
      "Programme", "FundingInstrument", "Call", "CallStage", "CallCriterion", "Award", "Contract",
      "ContractExtract", "CooperationAgreement", "CooperationProject", "Project", "Experiment",
      "Specification", "Clause", "Evaluation", "Service", "Stake", "Theme", "SubTheme", "UseCase",
      "InfrastructureLayer", "InfrastructureZone", "Technology", "Solution", "Standard", "Indicator",
      "Statistic", "Plan", "Charter", "Law", "Decision", "Opposition", "Consultation", "Event", "Publication",
      "Dataset", "DataPortal", "CityModel", "Need", "Site",
    ])
  func covers(kind: String) {
    let things = Set(corpus.things.filter { $0.value["kind"]?.stringValue == kind }.keys)
    #expect(!things.isEmpty)
    let used = corpus.claims.contains { things.contains($0.subject) || things.contains($0.object ?? "") }
    #expect(used)
  }

  @Test("claims that disagree name each other")
  func conflicts() {
    let conflicts = Dictionary(uniqueKeysWithValues: corpus.claims.map { ($0.id, $0.conflicts) })
    let broken = conflicts.flatMap { id, others in
      others.filter { !(conflicts[$0] ?? []).contains(id) }.map { "\(id) \($0)" }
    }
    #expect(broken.sorted().isEmpty)
    #expect(conflicts.values.filter { !$0.isEmpty }.count >= 20)
  }

  @Test("the cooperation atlas is whole: twenty sub-themes, two themes of sustainable development")
  func atlas() {
    let counts = corpus.claims("cncd-projets", "hasCount")
    let subThemes = counts.filter { $0.scope.hasPrefix("sous-thème") }.compactMap(\.number)
    #expect(subThemes.count == 20)
    #expect(subThemes.reduce(0, +) == 12951)
    let themes = counts.filter { $0.scope.hasPrefix("thème") }.compactMap(\.number)
    #expect(themes.sorted() == [895, 1606])
    #expect(counts.contains { $0.number == themes.reduce(0, +) && $0.number == 2501 })
    #expect(corpus.claims("atlas-cncd", "ranks").count == 7)
  }

  @Test("a count of the sustainable-development section says so, and is not that of all cooperation")
  func scopes() {
    for territory in ["senegal", "mali", "burkina-faso", "maroc", "madagascar"] {
      let counts = corpus.claims("cncd-projets", "hasCount").filter {
        $0.attribute("territory")?.stringValue == territory
      }
      #expect(counts.count == 1)
      #expect(counts.allSatisfy { $0.scope.hasPrefix("développement durable") })
      #expect(counts.allSatisfy { $0.attribute("theme")?.stringValue == "developpement-durable" })
      #expect(counts.allSatisfy { $0.attribute("denominator") != nil })
    }
  }

  @Test("what failed is told with its state")
  func failures() {
    let states = Dictionary(
      grouping: corpus.claims.filter { ["hasStatus", "callOutcome"].contains($0.relation) }, by: \.subject)
    func codes(_ thing: String) -> Set<String> {
      Set((states[thing] ?? []).compactMap { $0.json["code"]?.stringValue })
    }
    #expect(codes("ami-toronto-2017").contains("abandoned"))
    #expect(codes("label-villes-internet-quebec") == ["never-launched"])
    #expect(codes("label-villes-internet-afrique") == ["prototype"])
    #expect(codes("reconnaissance-faciale-nice") == ["stopped-by-regulator"])
    #expect(corpus.claims("quayside", "reason").count >= 5)
  }
}
