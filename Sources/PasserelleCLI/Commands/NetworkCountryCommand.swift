import ArgumentParser
import Foundation
import Passerelle
import PasserelleCore

/// `network country`: a country in the cooperation network.
struct NetworkCountryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "country",
      abstract: Speech.say(
        "Montre qui coopère avec un pays, sur quoi, depuis quand, avec quelles sources.",
        "Shows who cooperates with a country, on what, since when, with which sources."),
      discussion: Speech.say(
        """
        Un pays se donne par son code (SN) ou son nom, en français ou en anglais. --note écrit une note pour une \
        visite, en HTML ou en ODT selon le fichier. Une rubrique vide reste : rien n'en est connu dans les \
        sources ingérées, ce qui ne dit pas qu'il n'y a rien.

        Exemple : passerelle network country Sénégal --note senegal.html
        """,
        """
        A country is given by its code (SN) or its name, in French or English. --note writes a note for a visit, \
        as HTML or ODT according to the file. An empty section stays: nothing of it is known in the sources \
        ingested, which does not say that there is nothing.

        Example: passerelle network country Senegal --note senegal.html
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Le pays, par code ou nom.", "The country, by code or name."),
      valueName: Speech.say("pays", "country")))
  var country: String

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Écrit une note dans ce fichier : .html, ou .odt à modifier.",
        "Writes a note to this file: .html, or .odt to edit."), valueName: Speech.say("fichier", "file")))
  var note: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Lignes montrées dans chaque rubrique (json et csv donnent tout).",
        "Rows shown in each section (json and csv give all)."), valueName: "n"))
  var limit = 100

  @OptionGroup var moment: NetworkMomentOptions

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  private var noteFormat: SourcingNoteFormat? {
    note.flatMap { SourcingNoteFormat(rawValue: ($0 as NSString).pathExtension.lowercased()) }
  }

  func validate() throws {
    guard limit > 0 else {
      throw ValidationError(
        Speech.say("--limit : un nombre de 1 ou plus.", "--limit: a number of 1 or more."))
    }
    guard note == nil || noteFormat != nil else {
      throw ValidationError(
        Speech.say("--note : un fichier en .html ou .odt.", "--note: a file that ends in .html or .odt."))
    }
  }

  func run() throws {
    var request = CountryRequest(country)
    request.includesDemonstration = moment.demonstration
    request.asOf = moment.asOf
    let workspace = try Workspace(options.configuration())
    if let note, let noteFormat {
      let report = try workspace.countryNote(request, language: Speech.language)
      try OutputOptions.write(Data(try noteFormat.data(report)), to: note)
      options.note(Speech.say("Note écrite : \(note)", "Note written: \(note)"))
      return
    }
    let answer = try workspace.networkCountry(request, language: Speech.language)
    try output.write(structured: answer.structured, rows: "sections", table: answer.dataTable) {
      lines(of: answer)
    }
    if answer.isEmpty { throw ExitCode(Failure.nothing) }
  }

  private func lines(of answer: CountryAnswer) -> [String] {
    var lines = [answer.title]
    for section in answer.page(limit: limit) {
      lines += ["", section.title]
      if let table = section.table { lines += output.textLines(table) }
      if let note = section.note { lines += output.wrapped(note) }
    }
    if !answer.sourceLines.isEmpty {
      lines += ["", Speech.say("Sources", "Sources")] + answer.sourceLines.flatMap { output.wrapped($0) }
    }
    return lines
  }
}
