import Passerelle
import PasserelleCore
import PasserelleRendering
import Testing

@Suite struct NetworkReportTests {
  private static func sample(_ language: MessageLanguage) -> NetworkReport {
    var graph = NodeEdgeGraph(title: "Lyon")
    for (id, country) in [("a", "FR"), ("b", "JP"), ("c", "JP")] {
      graph.nodes.append(
        NodeEdgeGraph.Node(
          id: id, label: "Ville \(id)", kind: "commune", kindLabel: id == "a" ? "Commune" : "Ville",
          country: country,
          point: id == "c" ? nil : GeographicPoint(latitude: 45, longitude: id == "a" ? 4 : 139)))
    }
    graph.edges = [
      NodeEdgeGraph.Edge(id: "e", source: 0, target: 1, kind: "twinning", kindLabel: "Jumelage"),
      NodeEdgeGraph.Edge(id: "f", source: 0, target: 2, kind: "twinning", kindLabel: "Jumelage"),
    ]
    var report = NetworkReport(
      title: "Lyon", scope: "Ses jumelages.", language: language, created: Instant(milliseconds: 0))
    report.graph = graph
    report.positions = [.init(x: 0, y: 0), .init(x: 1, y: 0), .init(x: 0, y: 1)]
    report.keyFigures = [.init("Jumelages", "2", remark: "2022"), .init("Universités", nil)]
    report.countryNames = ["JP": "Japon"]
    report.sources = [.init("Wikidata", date: PartialDate(year: 2022), count: 2)]
    return report
  }

  @Test func itHoldsFiguresPicturesCountsAndSources() throws {
    let report = Self.sample(.french).report
    let headings = report.blocks.compactMap { block -> String? in
      if case .heading(_, let text) = block { text.map(\.words).joined() } else { nil }
    }
    #expect(headings == ["Chiffres clés", "Carte", "Réseau", "Composition", "Sources et réserves"])
    let figures = report.blocks.compactMap { block -> Report.Figure? in
      if case .figure(let figure) = block { figure } else { nil }
    }
    #expect(figures.map(\.alternative).first == "Carte\u{A0}: 2 nœuds situés sur 3, liens\u{A0}: 2.")
    #expect(figures.count == 2)
    let tables = report.blocks.compactMap { block -> Report.Table? in
      if case .table(let table) = block { table } else { nil }
    }
    #expect(
      tables.map(\.caption) == [
        "Nœuds par nature", "Liens par nature", "Nœuds par pays", "Ce sur quoi repose ce document",
      ])
    #expect(tables[2].rows.map { $0.map { $0.map(\.words).joined() } }[0] == ["Japon", "2", "66,7\u{A0}%"])
    #expect(tables[0].rows.map { $0.last?.map(\.words).joined() } == ["1", "1", "2"])
  }

  @Test(arguments: MessageLanguage.allCases) func noneKnownIsNotNone(language: MessageLanguage) {
    let definitions = Self.sample(language).report.blocks.compactMap { block -> [Report.Definition]? in
      if case .definitions(let list) = block { list } else { nil }
    }.joined()
    #expect(
      definitions.map { $0.text[0].words } == ["2", language.say("aucune donnée connue", "none known")])
    #expect(NetworkReport.noneKnown(language) == language.say("aucune donnée connue", "none known"))
  }

  @Test func aReportWithoutNetworkHasNoPictures() {
    var sample = Self.sample(.english)
    sample.graph = nil
    let kinds = sample.report.blocks.filter { if case .figure = $0 { true } else { false } }
    #expect(kinds.isEmpty)
    #expect(
      HTMLRenderer.data(Self.sample(.english).report) == HTMLRenderer.data(Self.sample(.english).report))
  }
}
