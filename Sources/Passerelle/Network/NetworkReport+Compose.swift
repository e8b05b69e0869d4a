public import PasserelleCore
import PasserelleRendering

extension NetworkReport {
  /// The document, to render as HTML or OpenDocument; the same contents give the same document.
  public var report: Report {
    var blocks: [Report.Block] = [.paragraph([.plain(scope)])]
    blocks += keyFigureBlocks
    blocks += pictureBlocks
    for section in sections where !section.blocks.isEmpty {
      blocks.append(.heading(level: 1, [.plain(section.title)]))
      blocks += section.blocks
    }
    if hasCounts { blocks += countBlocks }
    blocks += sourceBlocks
    return Report(
      title: title, language: language,
      metadata: Report.Metadata(created: created, subject: scope, identifier: identifier), blocks: blocks)
  }

  /// How "none known" is written: nothing in the records held says so, which is not that there is none.
  public static func noneKnown(_ language: MessageLanguage) -> String {
    language.say("aucune donnée connue", "none known")
  }

  private func say(_ french: String, _ english: String) -> String { language.say(french, english) }

  private var keyFigureBlocks: [Report.Block] {
    guard !keyFigures.isEmpty else { return [] }
    return [
      .heading(level: 1, [.plain(say("Chiffres clés", "Key figures"))]),
      .definitions(
        keyFigures.map { figure in
          var text: Report.Text = [
            figure.value.map { .strong($0) } ?? .plain(Self.noneKnown(language))
          ]
          if let remark = figure.remark { text.append(.plain(" — " + remark)) }
          return Report.Definition(figure.term, text)
        }),
    ]
  }

  private var pictureBlocks: [Report.Block] {
    guard let graph, !graph.nodes.isEmpty else { return [] }
    var blocks: [Report.Block] = []
    let format = ValueFormat(language)
    let (nodes, edges) = (format.number(graph.nodes.count), format.number(graph.edges.count))
    if var map, graph.nodes.contains(where: { $0.point != nil }) {
      map.width = min(map.width, Self.pictureWidth)
      let placed = format.number(graph.nodes.count { $0.point != nil })
      let words = say(
        "Carte\(colon)\(placed) nœuds situés sur \(nodes), liens\(colon)\(edges).",
        "Map: \(placed) nodes with a place of \(nodes), links: \(edges).")
      blocks.append(.heading(level: 1, [.plain(say("Carte", "Map"))]))
      blocks.append(
        .figure(
          Report.Figure(MapRenderer.picture(graph, map), caption: [.plain(words)], alternative: words)))
    }
    if let positions {
      var drawing = drawing
      drawing.width = min(drawing.width, Self.pictureWidth)
      drawing.height = min(drawing.height, Self.pictureWidth)
      let words = say(
        "Dessin du réseau (nœuds\(colon)\(nodes), liens\(colon)\(edges)).",
        "Drawing of the network (nodes: \(nodes), links: \(edges)).")
      blocks.append(.heading(level: 1, [.plain(say("Réseau", "Network"))]))
      blocks.append(
        .figure(
          Report.Figure(
            DrawingRenderer.picture(graph, positions: positions, drawing), caption: [.plain(words)],
            alternative: words)))
    }
    return blocks
  }

  /// The width of pictures in pixels: that of the page, so that names are as large as its text.
  private static let pictureWidth = 820

  private var colon: String { say("\(ValueFormat.fixedSpace): ", ": ") }

  private var sourceBlocks: [Report.Block] {
    var blocks: [Report.Block] = [
      .heading(level: 1, [.plain(say("Sources et réserves", "Sources and caveats"))])
    ]
    if sources.isEmpty {
      blocks.append(.paragraph([.plain(say("Aucune source citée.", "No source cited."))]))
    } else {
      let format = ValueFormat(language)
      blocks.append(
        .table(
          Report.Table(
            caption: say("Ce sur quoi repose ce document", "What this document rests on"),
            columns: [
              .init("Source", parts: 40), .init(say("Usage", "Use"), parts: 35), .init("Date", parts: 12),
              .init(say("Énoncés", "Statements"), .end, parts: 13),
            ],
            rows: sources.map { source in
              let name: Report.Run =
                source.address.map { .link(source.name, address: $0) } ?? .plain(source.name)
              return [
                [name], source.detail.map { [.plain($0)] } ?? [],
                source.date.map { [.plain(format.date($0))] } ?? [],
                source.count.map { [.plain(format.number($0))] } ?? [],
              ]
            }, hasRowHeadings: true)))
    }
    let always = [
      say(
        "«\u{A0}Aucune donnée connue\u{A0}» veut dire que les enregistrements chargés n’en disent rien, et non qu’il n’y a rien.",
        "“None known” means that the records held say nothing of it, not that there is none."),
      say(
        "Les nombres comptent les enregistrements chargés ; un nombre publié est donné avec sa date et sa source.",
        "Numbers count the records held; a published number is given with its date and its source."),
    ]
    blocks.append(.list((caveats + always).map { [.plain($0)] }))
    return blocks
  }
}
