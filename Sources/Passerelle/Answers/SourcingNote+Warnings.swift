import PasserelleCore
import PasserelleMatching
import PasserelleRendering

extension SourcingNote {
  /// The warnings of substance: each clause quoted with its place, then the precedents of its kind.
  mutating func writeWarnings() {
    let warnings = answer["warnings"].list
    guard !warnings.isEmpty else { return }
    section("Droits des personnes : points d’attention", "Rights of persons: points of attention")
    paragraph(
      "Ces points ne bloquent rien et ne changent aucun classement. Ils signalent des clauses à faire relire avant "
        + "publication ; aucun ne vaut avis juridique.",
      "These points block nothing and change no ranking. They show clauses to be read again before publication; none is "
        + "legal advice.")
    var told: Set<String> = []
    for warning in warnings {
      let kind = warning["kind"].string ?? ""
      let place = [warning["clause"].scalar, warning["anchor"].string].compactMap { $0 }.joined(
        separator: ", ")
      let label = SubstanceWarning.Kind(rawValue: kind)?.label[language] ?? kind
      blocks.append(
        .quote(
          [.plain(warning["quote"].string ?? "")],
          source: [.plain([place, label].filter { !$0.isEmpty }.joined(separator: " · "))]))
      guard told.insert(kind).inserted else { continue }
      if let message = warning["message"].text(language) { blocks.append(.paragraph([.plain(message)])) }
      let precedents = warning["precedents"].list.compactMap { one -> Report.Text? in
        guard let text = one["text"].text(language) else { return nil }
        let source =
          one["document"].string.map { document in
            " (" + document + (one["lines"].string.map { ", l. " + $0 } ?? "") + ")"
          } ?? say(" (indicatif, à vérifier)", " (indicative, to check)")
        return [.plain(text + source)]
      }
      if !precedents.isEmpty { blocks.append(.list(precedents)) }
      if let remedy = warning["remedy"].text(language) { blocks.append(.paragraph([.plain(remedy)])) }
    }
  }
}
