import PasserelleCore
import PasserelleMatching
import PasserellePipeline
import PasserelleRendering

extension ProfileAnswer {
  /// The profile as a page of text: declared and observed apart, then what others say, then the sources.
  ///
  /// - Parameters:
  ///   - width: The line width in columns.
  ///   - limit: How many buyers, co-winners, places and sheets are told.
  /// - Returns: The lines.
  public func text(width: Int, limit: Int = 8) -> [String] {
    var page = ProfilePage(width: width, limit: limit, language: language)
    page.lines = [name, identifier]
    if isNewcomer {
      page.say(language.say("Aucun marché connu.", "No known award."))
    }
    page.declared(declared)
    page.observed(observed)
    if let divisions, let departments, !isNewcomer { page.compare(divisions, departments) }
    page.evaluations(evaluations)
    page.sheets(sheets)
    if hasDemonstration {
      page.lines.append("")
      page.say(language.say("Données de démonstration : fictives.", "Demonstration data: fictitious."))
    }
    return page.lines
  }
}

/// A page of text about a vendor, as it grows.
private struct ProfilePage {
  let width: Int
  let limit: Int
  let language: MessageLanguage
  var lines: [String] = []

  private var format: ValueFormat { ValueFormat(language) }

  mutating func say(_ text: String, indent: Int = 0) {
    lines += TextWrap.wrap(text, width: width, indent: indent + 2, firstIndent: indent)
  }

  private mutating func head(_ french: String, _ english: String) {
    lines += ["", language.say(french, english)]
  }

  private mutating func item(_ french: String, _ english: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    let colon = language.say(" : ", ": ")
    say(
      language.say(french, english) + colon + values.joined(separator: language.say(" ; ", "; ")), indent: 2)
  }

  private func source(_ source: Dossier.Source) -> String {
    "source" + language.say(" : ", ": ") + source.record + " (v\(source.version))"
  }

  mutating func declared(_ declared: ProfileAnswer.Declared?) {
    guard let declared else { return }
    let profile = declared.profile.profile
    head("Déclaré par le fournisseur (non vérifié)", "Declared by the vendor (not checked)")
    if !profile.text.isEmpty { say(profile.text, indent: 2) }
    item("CPV", "CPV", declared.codeLabels)
    item("lieux", "places", declared.placeLabels)
    item("labels", "labels", profile.labels)
    item("taille", "size", profile.size.map { [$0.label[language]] } ?? [])
    item("souveraineté", "sovereignty", profile.sovereignty.map { $0.label[language] })
    item("création", "founded", profile.founded.map { [format.date($0)] } ?? [])
    item("pays", "country", profile.country.map { [$0] } ?? [])
    item("boîte de service", "role mailbox", declared.profile.mailbox.map { [$0] } ?? [])
    item("site", "site", declared.profile.webPage.map { [$0] } ?? [])
    for reference in declared.profile.references {
      let facts =
        [reference.buyer, reference.year.map(format.date), reference.amount.map(format.amount)].compactMap {
          $0
        }
      item("référence", "reference", [([reference.title] + facts).joined(separator: ", ")])
    }
    item("déclaré le", "declared on", declared.profile.declared.map { [format.date($0)] } ?? [])
    say(source(declared.source), indent: 2)
  }

  mutating func observed(_ observed: ProfileAnswer.Observed) {
    guard observed.awardCount > 0 else { return }
    head(
      "Observé dans \(format.count(observed.awardCount, "marché"))",
      "Observed in \(format.count(observed.awardCount, "award"))")
    func counted(_ list: [ProfileAnswer.Count], withCode: Bool = false) -> [String] {
      more(list.map { (withCode ? $0.code + " " : "") + "\($0.label) (\($0.awards))" })
    }
    item("divisions CPV", "CPV divisions", counted(observed.divisions, withCode: true))
    item("départements", "departments", counted(observed.places))
    item("années", "years", observed.years.map { "\($0.label) (\($0.awards))" })
    item("acheteurs", "buyers", more(observed.buyers.map { "\($0.name) (\($0.awards))" }))
    item(
      "en groupement avec", "in a group with", more(observed.coWinners.map { "\($0.name) (\($0.awards))" }))
  }

  private func more(_ values: [String]) -> [String] {
    values.count <= limit ? values : values.prefix(limit) + ["… +\(values.count - limit)"]
  }

  mutating func compare(_ divisions: ProfileAnswer.Comparison, _ departments: ProfileAnswer.Comparison) {
    head("Déclaré et observé", "Declared and observed")
    for (name, one) in [
      (language.say("divisions CPV", "CPV divisions"), divisions),
      (language.say("départements", "departments"), departments),
    ] {
      item("\(name), les deux", "\(name), both", joined(one.both))
      item("\(name), déclarés seulement", "\(name), declared only", joined(one.declaredOnly))
      item("\(name), observés seulement", "\(name), observed only", joined(one.observedOnly))
    }
  }

  private func joined(_ codes: [String]) -> [String] {
    codes.isEmpty ? [] : [codes.joined(separator: ", ")]
  }

  mutating func evaluations(_ evaluations: [ProfileAnswer.SourcedEvaluation]) {
    guard !evaluations.isEmpty else { return }
    head(
      "Évaluations (elles n’entrent dans un classement que si on le demande)",
      "Evaluations (they enter a ranking only when asked for)")
    for one in evaluations {
      let evaluation = one.evaluation
      say(
        ([evaluation.project, one.author] + [evaluation.date.map(format.date)].compactMap { $0 })
          .joined(separator: ", "), indent: 2)
      for mark in evaluation.marks {
        let label = ProfileAnswer.criterionLabel(mark.criterion)[language]
        let value = mark.mark.map { language.say("\($0) sur 5", "\($0) out of 5") }
        say(([label] + [value, mark.comment].compactMap { $0 }).joined(separator: " · "), indent: 4)
      }
      if let text = evaluation.text { say(text, indent: 4) }
      if let reply = evaluation.reply {
        let date = reply.date.map { " (" + format.date($0) + ")" } ?? ""
        let head = language.say("réponse du fournisseur", "reply of the vendor") + date
        say(head + language.say(" : ", ": ") + reply.text, indent: 4)
      }
      say(source(one.source), indent: 4)
    }
  }

  mutating func sheets(_ sheets: [ProfileAnswer.SourcedSheet]) {
    guard !sheets.isEmpty else { return }
    head("Fiches actions qui le nomment (\(sheets.count))", "Action sheets that name it (\(sheets.count))")
    for one in sheets.prefix(limit) {
      let facts = [one.sheet.title, one.sheet.city, one.sheet.date.map(format.date)].compactMap { $0 }
      say(facts.joined(separator: ", "), indent: 2)
      say(source(one.source), indent: 4)
    }
    if sheets.count > limit { lines.append("  … +\(sheets.count - limit)") }
  }
}
