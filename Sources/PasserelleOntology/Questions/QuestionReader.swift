import PasserelleCore

/// Reads a file of `Questions`: YAML in the comment lines at its head, then the query.
///
/// A question whose parameters, columns and prefixes do not agree with its query is refused; whether the query can be
/// parsed is for the engine to say.
struct QuestionReader {
  let file: String
  let prefixes: OntologyPrefixes

  /// Reads a question.
  func read(_ contents: String) throws -> SavedQuestion {
    let lines = contents.split(separator: "\n", omittingEmptySubsequences: false)
    let head = lines.prefix { $0.hasPrefix("#") }
    let yaml = head.map { $0.hasPrefix("# ") ? $0.dropFirst(2) : $0.dropFirst(1) }.joined(separator: "\n")
    let document = try YAMLMapping.document(yaml, location: file)
    try OntologyFormat.check(try document.optionalText("format"), file: file, line: document.line)
    try document.allow([
      "format", "question", "group", "title", "description", "parameters", "example", "columns",
    ])
    guard let group = SavedQuestion.Group(rawValue: try document.text("group")) else {
      throw wrong("group", try document.text("group"), SavedQuestion.Group.allCases.map(\.rawValue), document)
    }
    let question = SavedQuestion(
      id: try document.text("question"), group: group, title: try both("title", document),
      description: try both("description", document),
      parameters: try document.optionalMapping("parameters")?.members().map(parameter) ?? [],
      example: try document.optionalMapping("example")?.textMembers().map {
        QuestionArgument($0.key, $0.text)
      } ?? [],
      columns: try document.mapping("columns").members().map(column),
      sparql: lines.dropFirst(head.count).joined(separator: "\n").trimmed, file: file)
    try check(question)
    return question
  }

  private func parameter(_ name: String, _ body: YAMLMapping) throws -> QuestionParameter {
    try body.allow(["type", "required", "default", "label"])
    guard let kind = QuestionParameter.Kind(rawValue: try body.text("type")) else {
      throw wrong("type", try body.text("type"), QuestionParameter.Kind.allCases.map(\.rawValue), body)
    }
    let isRequired = try body.flag("required")
    let value = try body.optionalText("default")
    guard isRequired == (value == nil) else {
      throw fault(
        "Le paramètre « \(name) » doit être obligatoire ou avoir une valeur par défaut, l’un des deux.",
        "The parameter \"\(name)\" must be required or have a default value, one of the two.", body.line)
    }
    return QuestionParameter(
      name: name, kind: kind, isRequired: isRequired, defaultValue: value, label: try both("label", body))
  }

  private func column(_ name: String, _ body: YAMLMapping) throws -> QuestionColumn {
    try body.allow(["kind", "list", "label"])
    guard
      let kind = QuestionColumn.Kind(name: try body.text("kind"), list: try body.optionalText("list"))
    else {
      throw wrong(
        "kind", try body.text("kind"),
        ["text", "thing", "code (+ list)", "count", "number", "amount", "date", "flag"], body)
    }
    return QuestionColumn(name: name, kind: kind, label: try both("label", body))
  }

  private func both(_ key: String, _ body: YAMLMapping) throws -> LocalizedText {
    let text = try body.localized(key)
    guard !text.french.isEmpty, !text.english.isEmpty else {
      throw fault(
        "« \(key) » doit être donné en français et en anglais.",
        "\"\(key)\" must be given in French and English.",
        body.line)
    }
    return text
  }

  /// Whether a question's parts fit together.
  private func check(_ question: SavedQuestion) throws {
    guard file.hasSuffix("/" + question.id + ".rq") else {
      throw fault(
        "La question « \(question.id) » doit être dans un fichier de son nom.",
        "The question \"\(question.id)\" must stand in a file of its name.", 1)
    }
    let tokens = QuestionTokens(question.sparql)
    let used = tokens.parameters.filter { $0 != QuestionLibrary.languageParameter }
    for name in used where question.parameter(name) == nil {
      throw fault(
        "La requête emploie « $\(name) », qui n’est pas un paramètre de la question.",
        "The query uses \"$\(name)\", which is no parameter of the question.", nil)
    }
    for parameter in question.parameters where !used.contains(parameter.name) {
      throw fault(
        "La requête n’emploie pas le paramètre « \(parameter.name) » : écrivez-le $\(parameter.name).",
        "The query does not use the parameter \"\(parameter.name)\": write it $\(parameter.name).", nil)
    }
    for prefix in tokens.prefixes
    where prefixes.namespaces[prefix] == nil && !tokens.declared.contains(prefix) {
      throw fault(
        "Préfixe inconnu « \(prefix): » ; ils sont dans Schemas/prefixes.yaml.",
        "Unknown prefix \"\(prefix):\"; they stand in Schemas/prefixes.yaml.", nil)
    }
    for argument in question.example where question.parameter(argument.name) == nil {
      throw fault(
        "L’exemple donne « \(argument.name) », qui n’est pas un paramètre.",
        "The example gives \"\(argument.name)\", which is no parameter.", nil)
    }
    for parameter in question.parameters
    where parameter.isRequired && !question.example.contains(where: { $0.name == parameter.name }) {
      throw fault(
        "L’exemple doit donner « \(parameter.name) », qui est obligatoire.",
        "The example must give \"\(parameter.name)\", which is required.", nil)
    }
  }

  private func wrong(_ key: String, _ value: String, _ known: [String], _ body: YAMLMapping)
    -> PasserelleError
  {
    let list = known.joined(separator: ", ")
    return fault(
      "Valeur inconnue « \(value) » pour « \(key) » ; les valeurs possibles sont \(list).",
      "Unknown value \"\(value)\" for \"\(key)\"; the values possible are \(list).", body.line)
  }

  private func fault(_ french: String, _ english: String, _ line: Int?) -> PasserelleError {
    OntologyFormat.fault(LocalizedText(fr: french, en: english), file: file, line: line)
  }
}

extension String {
  /// The text without blank lines at its ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isNewline == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
