import PasserelleCore
import PasserelleRendering

extension SourcingNote {
  mutating func writeFilters() {
    guard answer["filters"].value != nil else { return }
    let filters = answer["filters"].list
    section("Ce que les filtres ont écarté", "What the filters removed")
    guard !filters.isEmpty else {
      paragraph("Aucun filtre n’a été demandé.", "No filter was asked for.")
      return
    }
    let rows = filters.map { one -> [Report.Text] in
      let values =
        one["value"].strings.isEmpty ? [one["value"].scalar].compactMap { $0 } : one["value"].strings
      return Self.row([
        one["filter"].string.map { Words.filter($0)[language] },
        values.map { Words.filterValue($0)[language] }.joined(separator: ", "),
        one["removed"].int.map { format.number($0) }, one["unknown"].int.map { format.number($0) },
      ])
    }
    blocks.append(
      .table(
        .init(
          caption: say("Fournisseurs écartés par filtre", "Vendors removed by filter"),
          columns: [
            .init(say("Filtre", "Filter"), parts: 3),
            .init(say("Valeur demandée", "Value asked for"), parts: 4),
            .init(say("Écartés", "Removed"), .end, parts: 2),
            .init(say("Donnée inconnue", "Unknown"), .end, parts: 2),
          ], rows: rows, hasRowHeadings: true)))
    paragraph(
      "« Donnée inconnue » compte les fournisseurs dont on ignore s’ils remplissent la condition ; complétez leur profil "
        + "ou interrogez-les avant de conclure.",
      "“Unknown” counts the vendors of whom it is not known whether they meet the condition; complete their profile or "
        + "ask them before you conclude.")
  }

  mutating func writeChecks() {
    let checks = answer["checks"].list
    guard !checks.isEmpty else { return }
    section("Points à vérifier dans le texte", "Points to check in the text")
    paragraph(
      "Ce sont des signes à vérifier, relevés par des règles simples ; aucun ne vaut avis juridique.",
      "These are signs to check, found by simple rules; none is legal advice.")
    let rows = checks.map { one -> [Report.Text] in
      var words: Report.Text = []
      if let message = one["message"].text(language) { words.append(.plain(message)) }
      if let shown = joined(one["words"].strings.map { quoted($0) }, ", ") {
        words.append(.plain((words.isEmpty ? "" : " ") + "(" + shown + ")"))
      }
      let kind = one["kind"].string.map { Words.check($0)[language] }
      return Self.row([one["clause"].scalar, kind]) + [words] + Self.row([one["remedy"].text(language)])
    }
    blocks.append(
      .table(
        .init(
          caption: say("Points à vérifier", "Points to check"),
          columns: [
            .init("Clause", parts: 10), .init(say("Nature", "Kind"), parts: 16),
            .init(say("Constat", "Finding"), parts: 40),
            .init(say("Que faire", "What to do"), parts: 34),
          ], rows: rows, hasRowHeadings: true)))
  }

  mutating func writeContacts() {
    blocks.append(.pageBreak)
    section("Registre des échanges", "Contact log")
    blocks.append(
      .box(
        .init(
          .note, title: say("Égalité de traitement", "Equal treatment"),
          [
            [
              .plain(
                say(
                  "Donnez à toutes les entreprises les mêmes informations et les mêmes délais, posez-leur les mêmes "
                    + "questions, et notez chaque échange. Ce que l’une a appris avant la consultation doit être donné à "
                    + "toutes (en France, articles L. 3 et R. 2111-1 et R. 2111-2 du code de la commande publique). Notez "
                    + "la fonction des interlocuteurs, non leur nom.",
                  "Give all companies the same information and the same time, ask them the same questions, and note each "
                    + "exchange. What one has learned before the call must be given to all (in France, articles L. 3, "
                    + "R. 2111-1 and R. 2111-2 of the public procurement code). Note the function of people, not their "
                    + "name."))
            ]
          ])))
    blocks.append(
      .form(
        .init(
          caption: say("Échanges avec les entreprises, à remplir", "Exchanges with companies, to fill in"),
          columns: [
            .init("Date", parts: 11), .init(say("Entreprise", "Vendor"), parts: 20),
            .init(say("Fonction", "Function"), parts: 16), .init(say("Canal", "Channel"), parts: 12),
            .init(say("Objet", "Subject"), parts: 20), .init(say("Réponse", "Answer"), parts: 21),
          ], rowCount: Self.contactRows)))
  }

  /// The empty rows of the contact log: what fills the rest of an A4 page.
  private static let contactRows = 14
}
