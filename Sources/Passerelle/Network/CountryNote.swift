public import PasserelleCore
import PasserelleNetwork
import PasserelleRendering

extension Workspace {
  /// A note on a country for a visit: key figures, map, sections, sources.
  ///
  /// - Parameters:
  ///   - request: The country.
  ///   - language: The language of the note.
  /// - Returns: The note, to render as HTML or OpenDocument.
  /// - Throws: As ``networkCountry(_:language:)``.
  public func countryNote(_ request: CountryRequest, language: MessageLanguage) throws -> Report {
    let code = try countryCode(request, language)
    let network = try network(asOf: request.asOf)
    let answer = try networkCountry(code, in: network, request, language: language)
    var selection = NetworkSelection()
    selection.countries = [answer.code]
    selection.nodeKinds = Set(NodeKind.allCases.filter(\.isAuthority))
    selection.edgeKinds = [.twinning, .cooperation, .partnership]
    selection.includesDemonstration = request.includesDemonstration
    let title = answer.label + language.say(" : liens de coopération", ": ties of cooperation")
    let graph = try nodeEdgeGraph(
      of: network, network.projection(selection), title: title, language: language)
    return CountryNote(answer: answer, graph: graph.tied(to: "FR"), created: context.clock()).report
  }
}

/// Composes the note on a country.
struct CountryNote {
  let answer: CountryAnswer
  let graph: NodeEdgeGraph
  let created: Instant
  private var language: MessageLanguage { answer.language }

  private func say(_ french: String, _ english: String) -> String { language.say(french, english) }

  /// The note.
  var report: Report {
    var note = NetworkReport(
      title: answer.label + say(" : note sur la coopération", ": note on the cooperation"),
      scope: say(
        "Ce que les sources ingérées disent des liens entre les collectivités françaises et ce pays : qui y travaille, sur quoi, depuis quand, avec quels partenaires.",
        "What the sources ingested say of the ties between French authorities and this country: who works there, on what, since when, with which partners."
      ), language: language, created: created)
    note.keyFigures = keyFigures
    note.hasCounts = false
    note.graph = isDrawable ? graph : nil
    var map = MapOptions(language: language)
    map.emphasisedCountries = [answer.code]
    map.sizeTitle = say("Nombre de liens", "Number of ties")
    note.map = map
    note.sections = answer.page(limit: 200).map { section in
      var blocks: [Report.Block] = []
      if let table = section.table {
        blocks.append(
          NetworkReport.table(table, caption: rowCount(table), language: language, parts: parts(table)))
      }
      if let note = section.note { blocks.append(.paragraph([.plain(note)])) }
      return NetworkReport.Section(section.title, blocks)
    }
    if !answer.sources.isEmpty {
      note.sections.append(
        NetworkReport.Section(
          say("Passages cités", "Passages cited"),
          [.list(answer.sourceLines.prefix(300).map { [.plain($0)] })]))
    }
    note.sources = documents
    note.caveats = [
      say(
        "Une rubrique vide ne dit pas qu’il n’existe rien : elle dit que les sources ingérées n’en parlent pas.",
        "An empty section does not say that there is nothing: it says that the sources ingested do not speak of it."
      )
    ]
    return note.report
  }

  /// Whether a map would show a tie.
  private var isDrawable: Bool {
    graph.edges.contains { graph.nodes[$0.source].point != nil && graph.nodes[$0.target].point != nil }
  }

  private func rowCount(_ table: Table) -> String {
    let number = ValueFormat(language).number(table.rows.count)
    return number + " " + (table.rows.count == 1 ? say("ligne", "row") : say("lignes", "rows"))
  }

  private var keyFigures: [NetworkReport.KeyFigure] {
    let format = ValueFormat(language)
    let words = StatsWords(
      language: language, units: answer.units, comparators: answer.comparators)
    func known(_ count: Int) -> String? { count == 0 ? nil : format.number(count) }
    let rows = answer.parts.flatMap(\.rows)
    let cooperating = [CountryTie.Section.cooperations, .agreements, .projects].flatMap(answer.rows)
    let held = say("détenus ici", "held here")
    var figures: [NetworkReport.KeyFigure] = [
      .init(
        say("Collectivités françaises actives", "French authorities at work"),
        known(Set(cooperating.flatMap(\.home)).count), remark: held),
      .init(
        say("Partenaires sur place", "Partners in the country"),
        known(Set(cooperating.flatMap(\.abroad)).count), remark: held),
      .init(
        say("Projets communs", "Common projects"), known(answer.rows(.projects).count), remark: held),
      .init(say("Liens en tout", "Ties in all"), known(rows.count), remark: held),
    ]
    for figure in answer.published where figure.place == answer.code {
      let denominator = figure.denominator.map { say("sur ", "out of ") + $0[language] }
      let remark = [denominator, words.date(figure), figure.source].compactMap { $0 }.filter { !$0.isEmpty }
      figures.append(
        .init(
          say("Publié : ", "Published: ") + (figure.scope?[language] ?? figure.subjectLabel),
          words.value(figure),
          remark: remark.joined(separator: ", ")))
    }
    return figures
  }

  /// The documents cited, with how many of their passages.
  private var documents: [NetworkReport.Source] {
    var counts: [String: Int] = [:]
    for source in answer.sources { counts[source.document ?? source.record, default: 0] += 1 }
    let published = answer.published.compactMap(\.document)
    for document in published where counts[document] == nil { counts[document] = 0 }
    for document in published { counts[document, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(60).map { name, count in
      NetworkReport.Source(name, detail: say("passages cités", "passages cited"), count: count)
    }
  }

  /// Wider columns for names, narrow ones for sources.
  private func parts(_ table: Table) -> [Int] {
    table.columns.map { column in
      switch column.key {
      case "source" where table.columns.first?.key != "published": 3
      case "period", "date", "mode", "detail", "kind", "modality": 3
      case "published": 4
      default: 6
      }
    }
  }
}

extension NodeEdgeGraph {
  /// The ties with an end in a country, and what they tie.
  fileprivate func tied(to country: String) -> NodeEdgeGraph {
    let kept = edges.filter { nodes[$0.source].country == country || nodes[$0.target].country == country }
    let places = Set(kept.flatMap { [$0.source, $0.target] }).sorted()
    var numbers = [Int](repeating: -1, count: nodes.count)
    for (number, place) in places.enumerated() { numbers[place] = number }
    var graph = self
    graph.nodes = places.map { nodes[$0] }
    graph.edges = kept.map { edge in
      var edge = edge
      (edge.source, edge.target) = (numbers[edge.source], numbers[edge.target])
      return edge
    }
    return graph
  }
}
