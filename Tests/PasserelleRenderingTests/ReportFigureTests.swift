import PasserelleCore
import PasserelleRendering
import Testing

@Suite struct ReportFigureTests {
  private static var report: Report {
    let graph = NetworkSample.small
    return Report(
      title: "Réseau", language: .french,
      metadata: Report.Metadata(created: Instant(milliseconds: 1_795_255_200_000)),
      blocks: [
        .heading(level: 1, [.plain("Carte")]),
        .figure(
          Report.Figure(
            MapRenderer.picture(graph), caption: [.plain("La carte <1>")],
            alternative: "Carte de quatre lieux")),
        .figure(
          Report.Figure(
            DrawingRenderer.picture(graph, positions: NetworkSample.circle(4)),
            caption: [.plain("Le dessin")],
            alternative: "Dessin")),
      ])
  }

  @Test func aPageHoldsItsPictures() throws {
    let tree = try #require(XMLTree.read(HTMLRenderer.data(Self.report)), "not well formed")
    let figures = tree.all("figure")
    #expect(figures.map { $0.attributes["aria-label"] } == ["Carte de quatre lieux", "Dessin"])
    #expect(figures.map { $0.all("figcaption").map(\.text) } == [["La carte <1>"], ["Le dessin"]])
    #expect(figures.allSatisfy { !$0.all("svg").isEmpty })
    #expect(Set(tree.everything.map(\.name)).isDisjoint(with: ["script", "link", "img", "iframe", "object"]))
    let names = tree.everything.compactMap { $0.attributes["id"] }
    #expect(Set(names).count == names.count)
  }

  @Test func aTextDocumentHoldsItsPictures() throws {
    let parts = ODTRenderer.parts(Self.report)
    #expect(parts.map(\.path).suffix(2) == ["Pictures/figure1.svg", "Pictures/figure2.svg"])
    let content = try #require(XMLTree.read(parts[4].bytes))
    #expect(
      content.all("draw:image").map { $0.attributes["xlink:href"] } == [
        "Pictures/figure1.svg", "Pictures/figure2.svg",
      ])
    #expect(content.all("draw:frame").allSatisfy { $0.attributes["svg:width"]?.hasSuffix("mm") == true })
    let manifest = try #require(XMLTree.read(parts[1].bytes))
    let entries = manifest.all("manifest:file-entry").suffix(2)
    #expect(entries.map { $0.attributes["manifest:media-type"] } == ["image/svg+xml", "image/svg+xml"])
    #expect(parts.suffix(2).allSatisfy { XMLTree.read($0.bytes)?.name == "svg" })
  }
}
