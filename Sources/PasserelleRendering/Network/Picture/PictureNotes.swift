import PasserelleCore

/// What pictures say of themselves in words.
struct PictureNotes {
  let language: MessageLanguage
  private let format: ValueFormat

  init(_ language: MessageLanguage) {
    self.language = language
    format = ValueFormat(language)
  }

  private func say(_ french: String, _ english: String) -> String { language.say(french, english) }
  private func count(_ number: Int) -> String { format.number(number) }

  /// The note of the graph with its date.
  func scope(_ graph: NodeEdgeGraph) -> String {
    let date = graph.date.map { say("État au \(format.date($0)).", "As of \(format.date($0)).") }
    return [graph.note, date].compactMap { $0 }.joined(separator: " ")
  }

  /// The nodes that have no place, by name as far as there is room.
  func unplaced(
    _ graph: NodeEdgeGraph, isPlaced: (Int) -> Bool, isMap: Bool = true, limit: Int = 12
  ) -> String {
    let names = graph.nodes.indices.filter { !isPlaced($0) }.map { graph.nodes[$0].label }
    guard !names.isEmpty else { return "" }
    let shown = names.prefix(limit).map { TextMetrics.shortened($0, to: 60) }.joined(separator: ", ")
    let more = names.count - min(limit, names.count)
    let rest =
      more > 1
      ? say(" et \(count(more)) autres", " and \(count(more)) more")
      : more == 1 ? say(" et un autre", " and one more") : ""
    guard isMap else {
      return say(
        "Sans place dans le dessin (\(count(names.count)))\u{A0}: \(shown)\(rest).",
        "Without a place in the drawing (\(count(names.count))): \(shown)\(rest).")
    }
    return say(
      "Sans coordonnées connues, donc absents de la carte (\(count(names.count)))\u{A0}: \(shown)\(rest).",
      "Without known coordinates, hence not on the map (\(count(names.count))): \(shown)\(rest).")
  }

  /// What became of the links that are not drawn one by one.
  func links(_ links: PictureLinks, graph: NodeEdgeGraph) -> String {
    var texts: [String] = []
    if links.isBundled {
      texts.append(
        say(
          "Les \(count(graph.edges.count)) liens sont trop nombreux pour être tracés un à un\u{A0}: ceux qui joignent les mêmes voisinages forment un seul faisceau, d’autant plus large qu’il en réunit.",
          "The \(count(graph.edges.count)) links are too many to be drawn one by one: those that join the same neighbourhoods are one bundle, the wider the more there are."
        ))
    }
    if links.omittedEdges > 0 {
      texts.append(
        links.omittedEdges == 1
          ? say("Un lien plus faible n’est pas tracé.", "One weaker link is not drawn.")
          : say(
            "\(count(links.omittedEdges)) liens, parmi les plus faibles, ne sont pas tracés.",
            "\(count(links.omittedEdges)) of the weakest links are not drawn."))
    }
    if links.unplacedEdges > 0 {
      texts.append(
        links.unplacedEdges == 1
          ? say(
            "Un lien n’est pas tracé, une de ses extrémités n’étant pas située.",
            "One link is not drawn, for one of its ends has no place.")
          : say(
            "\(count(links.unplacedEdges)) liens ne sont pas tracés, une extrémité n’étant pas située.",
            "\(count(links.unplacedEdges)) links are not drawn, for one of their ends has no place."))
    }
    return texts.joined(separator: " ")
  }

  /// What the outlines are worth.
  var outlines: String {
    say(
      "Fond de carte\u{A0}: d’après Natural Earth (domaine public), tracés simplifiés, sans valeur juridique quant aux frontières.",
      "Base map: after Natural Earth (public domain), simplified; lines imply no opinion on any boundary.")
  }
}
