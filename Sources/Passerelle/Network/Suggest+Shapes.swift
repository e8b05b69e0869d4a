import PasserelleCore
import PasserelleRendering

extension SuggestedThing {
  /// The thing for programs.
  var structured: StructuredValue {
    .object([
      "id": .string(iri), "name": .string(name), "kind": .string(kind), "kindLabel": .string(kindLabel),
      "country": .optional(country), "countryLabel": .optional(countryLabel),
      "population": population.map { .int($0) },
    ])
  }

  /// The thing with its kind, country and population.
  func described(_ language: MessageLanguage) -> String {
    var parts = [kindLabel.lowercasedFirst]
    if let countryLabel { parts.append(countryLabel) }
    parts.append(
      population.map {
        ValueFormat(language).number($0) + language.say(" hab.", " inhabitants")
      } ?? language.say("population non renseignée", "population not known"))
    return name + " (" + parts.joined(separator: ", ") + ")"
  }

  /// The name with the country.
  var placed: String { countryLabel.map { "\(name) (\($0))" } ?? name }
}

extension SuggestedTie {
  /// The tie for programs.
  var structured: StructuredValue {
    .object([
      "sentence": .string(sentence), "passage": passage.isEmpty ? nil : .string(passage),
      "count": .int(count),
      "sources": .array(sources.map(\.structured)),
    ])
  }

  /// The tie with the passage or record that states it.
  func line(_ language: MessageLanguage) -> String {
    guard let first = sources.first else { return sentence }
    let more = sources.count > 1 ? SuggestFormat.more(sources.count - 1, language) : ""
    return sentence + " [" + (passage.isEmpty ? first.record : passage) + more + "]"
  }
}

extension SuggestedReason {
  /// The part for programs; an unknown value is null.
  var structured: StructuredValue {
    .object([
      "part": .string(part), "label": label.structured,
      "value": value.map { .number($0, digits: 4) } ?? .null, "known": .bool(value != nil),
      "weight": .number(weight, digits: 2), "contribution": .number(contribution, digits: 4),
    ])
  }

  /// The part for people.
  func told(_ language: MessageLanguage) -> String {
    guard let value else { return label[language] + language.say(" : non renseigné", ": not known") }
    let colon = language.say(" : ", ": ")
    return label[language] + colon + SuggestFormat.number(value, language) + " ("
      + SuggestFormat.signed(contribution, language) + ")"
  }
}

/// How suggestions write their numbers.
enum SuggestFormat {
  /// A number with its noun.
  static func count(_ count: Int, _ one: String, _ several: String) -> String {
    "\(count) " + (count == 1 ? one : several)
  }

  /// That there are more than are named.
  static func more(_ count: Int, _ language: MessageLanguage) -> String {
    language.say(" et \(fr: count, "autre")", " and \(count) more")
  }

  /// A number with two decimals.
  static func number(_ value: Double, _ language: MessageLanguage) -> String {
    let hundredths = Int((value * 100).rounded())
    let text =
      "\(abs(hundredths) / 100)\(language.say(",", "."))\(abs(hundredths) % 100 < 10 ? "0" : "")\(abs(hundredths) % 100)"
    return hundredths < 0 ? "−" + text : text
  }

  /// A number with its sign.
  static func signed(_ value: Double, _ language: MessageLanguage) -> String {
    let text = number(value, language)
    return text.hasPrefix("−") ? text : "+" + text
  }
}

/// Lines of a page for people, wrapped to a width.
struct SuggestPage {
  let width: Int
  private(set) var lines: [String] = []

  init(width: Int) { self.width = width }

  mutating func add(_ text: String, indent: Int = 0, hanging: Int = 2) {
    lines += TextWrap.wrap(text, width: width, indent: indent + hanging, firstIndent: indent)
  }

  mutating func space() { if lines.last != "" { lines.append("") } }
}
