import Foundation
public import PasserelleCore
import PasserelleRendering
import PasserelleSources

/// A form for a territory to fill: a row for each service, with what is known.
public struct DiagnosisTemplate: Sendable {
  /// The forms of a template.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// A table for spreadsheets: semicolons, UTF-8 with its mark.
    case csv
    /// YAML, for editors of text.
    case yaml

    /// The form that a file's name tells; nil for another ending.
    public init?(path: String) {
      switch path.split(separator: ".").last.map({ $0.lowercased() }) {
      case "csv": self = .csv
      case "yaml", "yml": self = .yaml
      default: return nil
      }
    }
  }

  private let answer: DiagnosisAnswer
  private let today: PartialDate

  /// Makes a template of an answer.
  ///
  /// - Parameters:
  ///   - answer: What is known of the territory; its own answers are filled in, nothing else is.
  ///   - today: The day that stands as the day of declaration.
  public init(_ answer: DiagnosisAnswer, today: PartialDate) {
    self.answer = answer
    self.today = today
  }

  /// The bytes of the template.
  public func data(_ form: Form) -> [UInt8] {
    switch form {
    case .csv: CSVRenderer.data(table, options: csv)
    case .yaml: Array(yaml.utf8)
    }
  }

  private var language: MessageLanguage { answer.language }

  private var csv: CSVOptions {
    CSVOptions(
      header: .headings(language), separator: ";", hasByteOrderMark: true, guardsFormulas: true)
  }

  /// The answer that the territory itself gave before; nothing where it gave none.
  private func own(_ service: Int) -> String {
    guard let cell = answer.cells[service].first,
      let piece = cell.evidence.first(where: { $0.origin == .declared })
    else { return "" }
    return piece.says.label[language]
  }

  /// What other records say, for whoever fills the form in.
  private func known(_ service: Int) -> String {
    guard let cell = answer.cells[service].first else { return "" }
    return (cell.evidence.filter { $0.origin != .declared } + cell.hints).map { $0.line(language) }
      .joined(separator: language.say(" ; ", "; "))
  }

  private var isCommune: Bool { answer.city.identifier.hasPrefix("INSEE ") }
  private var code: String {
    isCommune ? String(answer.city.identifier.dropFirst("INSEE ".count)) : answer.city.iri
  }
  private var isDemonstration: Bool {
    answer.cells.contains { row in
      row.first?.evidence.contains { $0.origin == .declared && $0.source.isDemonstration } ?? false
    }
  }

  private var table: Table {
    var columns: [Table.Column] = [
      .init("city", LocalizedText(fr: "Collectivité", en: "Authority")),
      isCommune
        ? .init("insee", LocalizedText(fr: "Code INSEE", en: "INSEE code"))
        : .init("identifier", LocalizedText(fr: "Identifiant", en: "Identifier")),
      .init("population", LocalizedText(fr: "Population", en: "Population")),
      .init("declared", LocalizedText(fr: "Date de déclaration", en: "Declared")),
      .init("stake", LocalizedText(fr: "Enjeu", en: "Stake")),
      .init("service", LocalizedText(fr: "Code service", en: "Service code")),
      .init("label", LocalizedText(fr: "Libellé du service", en: "Service label")),
      .init("answer", LocalizedText(fr: "Réponse", en: "Answer")),
      .init("known", LocalizedText(fr: "Ce que l’on sait", en: "What is known")),
    ]
    if isDemonstration {
      columns.append(.init("demonstration", LocalizedText(fr: "Démonstration", en: "Demonstration")))
    }
    return Table(
      columns: columns,
      rows: answer.services.indices.map { index in
        let service = answer.services[index]
        return [
          .text(answer.city.label), .text(code), answer.city.population.map { .text(String($0)) } ?? .empty,
          .text(today.description), .text(service.stakeLabel[language]), .text(service.key),
          .text(service.label[language]), .text(own(index)), .text(known(index)),
        ] + (isDemonstration ? [.text(language.say("oui", "yes"))] : [])
      })
  }

  private var yaml: String {
    var lines = [
      "format: " + DiagnosisReader.format,
      language.say(
        "# Répondez oui ou non après chaque service ; laissez vide ce que vous ne savez pas.",
        "# Answer yes or no after each service; leave empty what you do not know."),
      language.say(
        "# La liste des services est provisoire. N’écrivez aucun nom de personne.",
        "# The list of services is provisional. Write no person's name."),
      "city:", "  name: " + quoted(answer.city.label),
      isCommune ? "  insee: " + quoted(code) : "  identifier: " + quoted(code),
    ]
    if let population = answer.city.population { lines.append("  population: \(population)") }
    lines.append("declared: " + today.description)
    if isDemonstration { lines.append("demonstration: true") }
    lines.append("answers:")
    for (label, range) in answer.stakes {
      lines += ["", "  # " + label[language]]
      for index in range {
        let service = answer.services[index]
        let help = known(index).replacing("\n", with: " ")
        lines.append(
          "  \(service.key): \(own(index))".trimmedEnd + "  # " + service.label[language]
            + (help.isEmpty ? "" : " | " + help))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
