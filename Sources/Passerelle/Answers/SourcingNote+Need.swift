import PasserelleCore
import PasserelleRendering

extension SourcingNote {
  mutating func writeHead() {
    let run = answer["run"]
    let retention = input.retention ?? run["retention"].date
    definitions([
      (say("Recherche", "Run"), input.run),
      (say("Date", "Date"), format.instant(input.instant) + " UTC"),
      (
        say("Classement", "Ranking"),
        isNeutral.map { $0 ? say("neutre", "neutral") : say("non neutre", "not neutral") }
      ),
      (say("Diffusion", "Class"), run["class"].string.map { Words.documentClass($0)[language] }),
      (
        say("Recherche conservée jusqu’au", "Run kept until"),
        retention.map { format.date($0) } ?? run["retention"].string
      ),
    ])
    if answer["demonstration"].bool == true {
      caution(
        say("Données de démonstration", "Demonstration data"),
        say(
          "Des acheteurs, des fournisseurs ou des marchés cités ici sont fictifs. Ne classez pas cette note dans un "
            + "dossier réel.",
          "Some buyers, vendors or awards cited here are fictitious. Do not file this note in a real case."))
    }
    if isNeutral == false {
      caution(
        say("Classement non neutre", "Ranking not neutral"),
        say(
          "Pour une note à classer, relancez la recherche avec « passerelle match --neutral ».",
          "For a note to file, run the search again with “passerelle match --neutral”."))
    }
  }

  private mutating func caution(_ title: String, _ text: String) {
    blocks.append(.box(.init(.caution, title: title, [[.plain(text)]])))
  }

  mutating func writeNeed() {
    let need = answer["need"]
    guard need.value != nil else { return }
    section("Le besoin tel qu’il a été compris", "The need as understood")
    let suggested = need["cpvSuggested"].list.compactMap { one -> String? in
      guard let code = one["code"].scalar else { return nil }
      let share = one["probability"].double.map { " (\(format.percent($0)))" } ?? ""
      return [code, one["label"].text(language)].compactMap { $0 }.joined(separator: " ") + share
    }
    let labels = need["cpvLabels"].strings
    definitions([
      (say("Objet", "Subject"), need["title"].string),
      (say("Acheteur", "Buyer"), need["buyerName"].string ?? need["buyer"].name),
      (say("Codes CPV", "CPV codes"), joined(labels.isEmpty ? need["cpv"].strings : labels)),
      (say("Codes CPV proposés", "CPV codes suggested"), joined(suggested)),
      (say("Lieu", "Place"), place(need["place"])),
      (say("Montant estimé", "Estimated amount"), need.amount().map { format.amount($0) }),
      (
        say("Durée", "Duration"),
        need["durationMonths"].int.map { count($0, ("mois", "month"), ("mois", "months")) }
      ),
      (say("Date limite des offres", "Deadline for offers"), date(need["deadline"])),
      (
        say("Langue du texte", "Language of the text"),
        need["language"].string.map { Words.textLanguage($0)[language] }
      ),
    ])
    if !suggested.isEmpty {
      paragraph(
        "Les codes proposés viennent de marchés au texte semblable ; vérifiez-les avant de les retenir.",
        "The codes suggested come from awards with a similar text; check them before you keep them.")
    }
    writeLots(need["lots"].list)
    writeRequirements(need["requirements"].list + need["criteria"].list)
    if let count = need["requirementsLeftOut"].int, count > 0 {
      paragraph(
        "Le texte a \(format.count(count, "exigence de plus, qui n’est ni listée ni comparée", "exigences de plus, qui ne sont ni listées ni comparées")) ici.",
        "The text has \(format.number(count)) more \(count == 1 ? "requirement" : "requirements"), neither listed nor compared here."
      )
    }
  }

  private mutating func writeLots(_ lots: [Value]) {
    guard !lots.isEmpty else { return }
    let rows = lots.map { lot -> [Report.Text] in
      let codes = lot["cpv"].strings.isEmpty ? [lot["cpv"].scalar].compactMap { $0 } : lot["cpv"].strings
      return Self.row([lot["number"].scalar, lot["title"].string, codes.joined(separator: ", ")])
    }
    blocks.append(
      .table(
        .init(
          caption: say("Lots", "Lots"),
          columns: [
            .init(say("Lot", "Lot"), parts: 1), .init(say("Intitulé", "Title"), parts: 7),
            .init("CPV", parts: 2),
          ],
          rows: rows, hasRowHeadings: true)))
  }

  private mutating func writeRequirements(_ requirements: [Value]) {
    guard !requirements.isEmpty else { return }
    let hasLots = requirements.contains { $0["lot"].scalar != nil }
    let hasAnchors = requirements.contains { $0["anchor"].string != nil }
    let rows = requirements.map { one -> [Report.Text] in
      let tags = one["tags"].list.compactMap { $0["label"].text(language) ?? $0["key"].string }
      // What binds is the requirement; of a criterion, its weight tells.
      let isCriterion = one["kind"].string?.hasSuffix("criterion") ?? false
      let kind = [
        one["kind"].string.map { Words.kind($0)[language] },
        isCriterion
          ? one["weight"].double.map { format.percent($0 / 100) }
          : one["obligation"].string.map { Words.obligation($0)[language] },
      ]
      var cells: [String?] = [
        one["id"].scalar, one["text"].string, kind.compactMap { $0 }.joined(separator: ", "),
        tags.joined(separator: ", "),
      ]
      if hasAnchors { cells.insert(one["anchor"].string, at: 2) }
      if hasLots { cells.insert(one["lot"].scalar ?? say("tous", "all"), at: 1) }
      return Self.row(cells)
    }
    var columns: [Report.Table.Column] = [
      .init(say("N°", "No."), parts: 8), .init(say("Exigence", "Requirement"), parts: 54),
      .init(say("Nature", "Kind"), parts: 19), .init(say("Thèmes", "Themes"), parts: 19),
    ]
    if hasAnchors {
      columns[1] = .init(say("Exigence", "Requirement"), parts: 44)
      columns.insert(.init(say("Emplacement", "Place"), parts: 14), at: 2)
    }
    if hasLots { columns.insert(.init("Lot", parts: 7), at: 1) }
    blocks.append(
      .table(
        .init(
          caption: say(
            "Exigences et critères lus dans le texte", "Requirements and criteria read in the text"),
          columns: columns, rows: rows, hasRowHeadings: true)))
  }

  /// A place by its label, else by its codes.
  private func place(_ place: Value) -> String? {
    place["label"].string ?? place["commune"].scalar ?? place["department"].scalar ?? place.string
  }

  /// A date at its precision; text that is none stands as it is.
  func date(_ value: Value) -> String? { value.date.map { format.date($0) } ?? value.string }

  /// Texts as one, with semicolons between them where nothing else is asked; nil for none.
  func joined(_ texts: [String], _ separator: String? = nil) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: separator ?? say("\(ValueFormat.fixedSpace); ", "; "))
  }
}
