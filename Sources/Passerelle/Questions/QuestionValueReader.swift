import PasserelleCore
import PasserelleGraph
import PasserelleOntology
import PasserelleText

/// Reads the value of a parameter as the terms that it means.
struct QuestionValueReader {
  let ontology: Ontology
  let names: QuestionNames

  /// The terms of a value: one, or several that are the same thing by other identifiers.
  func terms(_ text: String, of parameter: QuestionParameter) throws -> [Term] {
    let text = text.trimmingSpaces
    switch parameter.kind {
    case .text: return [.string(text)]
    case .iri: return try names.things(text, kind: nil)
    case .city: return try names.things(text, kind: .territory)
    case .organisation: return try names.things(text, kind: .organisation)
    case .theme: return try names.things(text, kind: .theme)
    case .cpv: return [.string(try cpv(text, parameter))]
    case .country: return [.string(try country(text, parameter))]
    case .date:
      guard let date = PartialDate(iso: text), date.precision == .day else {
        throw Self.wrong(text, parameter, "une date AAAA-MM-JJ", "a date YYYY-MM-DD")
      }
      return [.date(date)]
    case .year:
      guard text.utf8.count == 4, let year = Int(text), year > 0 else {
        throw Self.wrong(text, parameter, "une année AAAA", "a year YYYY")
      }
      return [.integer(year)]
    case .count:
      guard let count = Int(text), count > 0, count <= 1_000_000 else {
        throw Self.wrong(
          text, parameter, "un nombre entier de 1 à 1 000 000", "a whole number from 1 to 1,000,000")
      }
      return [.integer(count)]
    case .amount:
      let plain = text.filter { !$0.isWhitespace }.replacing(",", with: ".")
      guard let amount = DecimalNumber(plain), !amount.isNegative else {
        throw Self.wrong(
          text, parameter, "un montant comme 90000 ou 1250,50", "an amount such as 90000 or 1250.50")
      }
      return [.decimal(amount)]
    }
  }

  /// The digits that say something: `45000000` means all of division 45.
  private func cpv(_ text: String, _ parameter: QuestionParameter) throws -> String {
    let digits = text.prefix { $0 != "-" }
    guard (2...8).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      let near = codes("cpv", text)
      throw near.isEmpty
        ? Self.wrong(text, parameter, "un code CPV de 2 à 8 chiffres", "a CPV code of 2 to 8 digits")
        : Self.several(text, parameter, near)
    }
    guard digits.utf8.count == 8 else { return String(digits) }
    let significant = digits.reversed().drop { $0 == "0" }.reversed()
    return String(significant.count < 2 ? Array(digits.prefix(2)) : Array(significant))
  }

  private func country(_ text: String, _ parameter: QuestionParameter) throws -> String {
    let list = ontology.codeList("countries")
    if let entry = list?.entry(code: text.uppercased()) { return entry.code }
    if let entry = list?.entry(writtenAs: text) { return entry.code }
    let near = codes("countries", text)
    throw near.isEmpty
      ? Self.wrong(
        text, parameter, "un pays, par son nom ou son code (SN)", "a country, by its name or code (SN)")
      : Self.several(text, parameter, near)
  }

  /// The first codes of a list whose labels hold a text.
  private func codes(_ list: String, _ text: String) -> [(id: String, label: LocalizedText)] {
    let wanted = TextFolding.fold(text)
    guard wanted.utf8.count > 2, let entries = ontology.codeList(list)?.entries else { return [] }
    var found: [(String, LocalizedText)] = []
    for entry in entries
    where TextFolding.fold(entry.label.french).contains(wanted)
      || TextFolding.fold(entry.label.english).contains(wanted)
    {
      found.append((entry.code, entry.label))
      if found.count == 8 { break }
    }
    return found
  }

  static func several(
    _ text: String, _ parameter: QuestionParameter, _ found: [(id: String, label: LocalizedText)]
  ) -> PasserelleError {
    QuestionBinder.invalid(
      "« \(text) » n’est pas un code pour « \(parameter.name) ». Peut-être : "
        + found.map { "\($0.id) (\($0.label.french))" }.joined(separator: ", ") + ".",
      "'\(text)' is no code for '\(parameter.name)'. Perhaps: "
        + found.map { "\($0.id) (\($0.label.english))" }.joined(separator: ", ") + ".")
  }

  private static func wrong(
    _ text: String, _ parameter: QuestionParameter, _ french: String, _ english: String
  ) -> PasserelleError {
    QuestionBinder.invalid(
      "« \(parameter.name) » attend \(french), pas « \(text) ».",
      "'\(parameter.name)' takes \(english), not '\(text)'.")
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
