public import PasserelleCore
import PasserelleRendering

extension DiagnosisAnswer {
  /// The answer as a document to print or edit: the mosaic as tables with words in their cells.
  ///
  /// - Parameter instant: When it is made.
  /// - Returns: The document; the same answer and moment give the same one.
  public func report(at instant: Instant) -> Report {
    var blocks: [Report.Block] = [
      .box(
        .init(
          .caution, title: language.say("À lire d’abord", "To read first"), remarks().map { [.plain($0)] })),
      .heading(
        level: 1, [.plain(language.say("La collectivité et ses pairs", "The authority and its peers"))]),
      .paragraph([.strong(city.label), .plain(" (\(city.identifier)), \(city.line(language)).")]),
    ]
    if !peers.isEmpty { blocks.append(.table(peerTable)) }
    if let peerNotice { blocks.append(.paragraph([.plain(peerNotice[language])])) }
    blocks.append(.heading(level: 1, [.plain(language.say("La mosaïque", "The mosaic"))]))
    blocks.append(
      .paragraph([
        .plain(
          language.say(
            "« Indice » : un texte parle du service (fiche, projet, marché) ; ce n’est pas une réponse.",
            "\"Hint\": a text speaks of the service (sheet, project, award); that is no answer."))
      ]))
    for (label, range) in stakes {
      blocks.append(.heading(level: 2, [.plain(label[language])]))
      blocks.append(
        .table(
          mosaic(language.say("Ce que l’on sait de chaque service", "What is known of each service"), range)))
    }
    blocks.append(.heading(level: 1, [.plain(language.say("Ce que des pairs ont", "What peers have"))]))
    blocks += gapBlocks
    blocks.append(.heading(level: 1, [.plain(language.say("Sources", "Sources"))]))
    blocks.append(sources)
    return Report(
      title: language.say("Diagnostic : ", "Diagnosis: ") + city.label, language: language,
      metadata: .init(
        created: instant,
        subject: language.say(
          "Services et enjeux, taxonomie provisoire", "Services and stakes, provisional taxonomy")),
      blocks: blocks)
  }

  private var peerTable: Report.Table {
    Report.Table(
      caption: language.say("Les pairs, et pourquoi ceux-là", "The peers, and why these"),
      columns: [
        .init(language.say("Pair", "Peer"), parts: 2), .init(language.say("Pourquoi", "Why"), parts: 5),
      ],
      rows: peers.map {
        [[.plain("\($0.city.label) (\($0.city.identifier))")], [.plain($0.reason[language])]]
      }, hasRowHeadings: true)
  }

  private func mosaic(_ caption: String, _ range: Range<Int>) -> Report.Table {
    Report.Table(
      caption: caption,
      columns: [.init(language.say("Service", "Service"), parts: 3)]
        + cities.map { .init($0.label, parts: 2) },
      rows: range.map { service in
        [[.plain(services[service].label[language])]]
          + cells[service].map { cell in
            let words = cell.symbol + " " + cell.words(language)
            return [cell.state == .yes ? .strong(words) : .plain(words)]
          }
      }, hasRowHeadings: true)
  }

  private var gapBlocks: [Report.Block] {
    guard !gaps.isEmpty else {
      return [
        .paragraph([
          .plain(
            language.say(
              "Aucun service connu chez un pair ne manque ou n’est non renseigné ici. Cela ne dit pas que rien ne manque.",
              "No service that is known of a peer is missing or not told here. That does not say that nothing is missing."
            ))
        ])
      ]
    }
    return [
      .table(
        .init(
          caption: language.say(
            "Services à regarder, dans l’ordre de la taxonomie",
            "Services to look at, in the order of the taxonomy"),
          columns: [
            .init(language.say("Service", "Service"), parts: 3), .init(city.label, parts: 2),
            .init(language.say("Chez les pairs", "At peers"), parts: 3),
            .init(language.say("Comment ils ont fait", "How they did it"), parts: 5),
          ],
          rows: gaps.map { gap in
            [
              [.plain(services[gap.service].label[language])], [.plain(state(gap))], [.plain(havers(gap))],
              [
                .plain(
                  gap.examples.isEmpty
                    ? noExample : gap.examples.map(line).joined(separator: language.say(" ; ", "; ")))
              ],
            ]
          }, hasRowHeadings: true))
    ]
  }

  /// The records behind the mosaic, each once, with what it is.
  private var sources: Report.Block {
    var seen: Set<String> = []
    var items: [Report.Text] = []
    for row in cells {
      for (city, cell) in zip(cities, row) {
        for piece in cell.evidence + cell.hints where seen.insert(piece.source.record).inserted {
          items.append([
            .plain(sourceLine(piece, city) + language.say(" ; notice ", "; record ") + piece.source.record)
          ])
        }
      }
    }
    guard !items.isEmpty else {
      return .paragraph([.plain(language.say("Aucune source connue.", "No source known."))])
    }
    return .list(items)
  }

  /// A record in one line; a diagnosis holds all answers of its authority.
  private func sourceLine(_ piece: DiagnosisEvidence, _ city: DiagnosisCity) -> String {
    guard piece.origin == .declared else { return city.label + ", " + piece.line(language) }
    let date = piece.date.map { ", " + ValueFormat(language).date($0) } ?? ""
    let mark = piece.source.isDemonstration ? language.say(" [démonstration]", " [demonstration]") : ""
    return city.label + language.say(", diagnostic déclaré", ", declared diagnosis") + date + mark
  }
}
