import PasserelleCore
import PasserelleGraph
import PasserelleOntology
import PasserellePipeline

/// Puts values in the places of a question's parameters.
///
/// A value never becomes text of the query as it was typed: it is read as what its parameter is (a number, a date, a
/// thing that is known), and the place of the parameter, which the grammar of SPARQL tells, takes the term.
struct QuestionBinder {
  let prefixes: OntologyPrefixes
  let values: QuestionValueReader
  let language: MessageLanguage

  /// A question with its values.
  struct Bound {
    /// The query, which stands alone: its prefixes are declared.
    let sparql: String
    /// The values, in the order of the parameters.
    let values: [QuestionAnswer.Value]
  }

  /// Reads `name=value` arguments.
  ///
  /// - Throws: ``PasserelleError`` with code `query.invalid` for an argument of another form, an unknown parameter
  ///   (with the nearest name), or one given twice.
  static func arguments(_ texts: [String], of question: SavedQuestion) throws -> [QuestionArgument] {
    var found: [QuestionArgument] = []
    for text in texts {
      guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
        throw invalid(
          "« \(text) » n’a pas la forme paramètre=valeur.",
          "'\(text)' does not have the form parameter=value.")
      }
      let name = String(text[..<equals])
      guard question.parameter(name) != nil else { throw unknown(name, question) }
      guard !found.contains(where: { $0.name == name }) else {
        throw invalid("« \(name) » est donné deux fois.", "'\(name)' is given twice.")
      }
      found.append(QuestionArgument(name, String(text[text.index(after: equals)...])))
    }
    return found
  }

  /// Binds a question to arguments.
  ///
  /// - Throws: ``PasserelleError`` with code `query.invalid` for a value that is missing or cannot be read, with the
  ///   things that it may mean where there are several; `entity.notFound` for a name that means nothing.
  func bind(_ question: SavedQuestion, _ arguments: [QuestionArgument]) throws -> Bound {
    var bound: [QuestionAnswer.Value] = []
    var tokens = [QuestionLibrary.languageParameter: NQuads.text(.string(language.rawValue))]
    for parameter in question.parameters {
      let given = arguments.first { $0.name == parameter.name }?.value
      guard let text = given ?? parameter.defaultValue else {
        throw Self.invalid(
          "Il manque « \(parameter.name) » (\(parameter.label.french)) : écrivez \(parameter.name)=VALEUR.",
          "'\(parameter.name)' (\(parameter.label.english)) is missing: write \(parameter.name)=VALUE.")
      }
      let terms = try values.terms(text, of: parameter)
      tokens[parameter.name] = terms.map { Self.token($0, parameter.kind) }.joined(separator: " ")
      bound.append(
        QuestionAnswer.Value(
          name: parameter.name, label: parameter.label, given: given ?? text, isDefault: given == nil,
          terms: terms.map { $0.iriValue ?? $0.lexicalForm ?? "" }))
    }
    let cut = QuestionTokens(question.sparql)
    let body = cut.parts.map { part in
      switch part {
      case .text(let text): text
      case .parameter(let name): tokens[name] ?? "$" + name
      }
    }.joined()
    let used = cut.prefixes.filter { !cut.declared.contains($0) } + ["xsd"]
    let lines = Set(used).sorted().compactMap { prefix in
      prefixes.namespaces[prefix].map { "PREFIX \(prefix): <\($0)>" }
    }
    return Bound(sparql: (lines + [body, ""]).joined(separator: "\n"), values: bound)
  }

  /// A term as SPARQL writes it: whole numbers without quotes, since `LIMIT` takes no other.
  private static func token(_ term: Term, _ kind: QuestionParameter.Kind) -> String {
    switch kind {
    case .count, .year: term.lexicalForm ?? ""
    default: NQuads.text(term)
    }
  }

  private static func unknown(_ name: String, _ question: SavedQuestion) -> PasserelleError {
    let names = question.parameters.map(\.name)
    guard !names.isEmpty else {
      return invalid(
        "La question « \(question.id) » n’a pas de paramètre.",
        "The question '\(question.id)' has no parameter.")
    }
    let list = names.joined(separator: ", ")
    let near = NearestName.of(name, in: names)
    return invalid(
      "« \(name) » n’est pas un paramètre de « \(question.id) »."
        + (near.map { " Vouliez-vous dire « \($0) » ?" } ?? " Les paramètres : \(list)."),
      "'\(name)' is no parameter of '\(question.id)'."
        + (near.map { " Did you mean '\($0)'?" } ?? " The parameters: \(list)."))
  }

  static func invalid(_ french: String, _ english: String) -> PasserelleError {
    PasserelleError(.queryInvalid, LocalizedText(fr: french, en: english))
  }
}
