public import PasserelleCore
import PasserelleOntology

extension QuestionCatalogue {
  /// The machine-readable list, `passerelle-questions/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-questions/1"),
      "questions": .array(library.questions.map { .object($0.members) }),
    ])
  }

  /// A row a question.
  public func table(_ language: MessageLanguage) -> Table {
    Table(
      columns: [
        .init("group", LocalizedText(fr: "groupe", en: "group")),
        .init("question", LocalizedText(fr: "question", en: "question")),
        .init("title", LocalizedText(fr: "titre", en: "title")),
        .init("parameters", LocalizedText(fr: "paramètres", en: "parameters")),
      ],
      rows: library.questions.map { question in
        [
          .text(question.group.label[language]), .text(question.id), .text(question.title[language]),
          .text(question.parameters.map { $0.isRequired ? $0.name : "[\($0.name)]" }.joined(separator: " ")),
        ]
      })
  }

  /// The list for people: a heading a group, a line a question.
  public func text(_ language: MessageLanguage) -> [String] {
    let width = names.map(\.count).max() ?? 0
    var lines: [String] = []
    for group in SavedQuestion.Group.allCases {
      let questions = library.questions(of: group)
      guard !questions.isEmpty else { continue }
      if !lines.isEmpty { lines.append("") }
      lines.append(group.label[language])
      for question in questions {
        let padding = String(repeating: " ", count: width - question.id.count)
        lines.append("  \(question.id)\(padding)  \(question.title[language])")
      }
    }
    return lines + [
      "",
      language.say(
        "Pour en savoir plus : passerelle ask NOM --describe", "To know more: passerelle ask NAME --describe"),
    ]
  }

  /// One question, described.
  ///
  /// - Throws: ``PasserelleError`` with code `query.invalid` for an unknown name.
  public func description(of name: String) throws -> QuestionDescription {
    QuestionDescription(question: try question(name))
  }
}

/// What a question answers, what it is asked with and what it gives.
public struct QuestionDescription: Sendable {
  let question: SavedQuestion

  /// The machine-readable description, `passerelle-questions/1` with one question.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-questions/1"), "questions": .array([.object(question.members)]),
    ])
  }

  /// The parameters in rows.
  public func table(_ language: MessageLanguage) -> Table {
    Table(
      columns: [
        .init("name", LocalizedText(fr: "paramètre", en: "parameter")),
        .init("type", LocalizedText(fr: "type", en: "type")),
        .init("required", LocalizedText(fr: "obligatoire", en: "required")),
        .init("default", LocalizedText(fr: "par défaut", en: "default")),
        .init("label", LocalizedText(fr: "libellé", en: "label")),
      ],
      rows: question.parameters.map {
        [
          .text($0.name), .text($0.kind.rawValue),
          .text($0.isRequired ? language.say("oui", "yes") : language.say("non", "no")),
          $0.defaultValue.map { .text($0) } ?? .empty, .text($0.label[language]),
        ]
      })
  }

  /// The page for people, its lines no longer than a width where words allow it.
  public func text(_ language: MessageLanguage, width: Int) -> [String] {
    var lines = [question.title[language], ""] + SimpleWrap.lines(question.description[language], width)
    if !question.parameters.isEmpty {
      lines += ["", language.say("Paramètres", "Parameters")]
      for parameter in question.parameters {
        let state = parameter.defaultValue.map {
          language.say("par défaut : \($0.isEmpty ? "aucun" : $0)", "default: \($0.isEmpty ? "none" : $0)")
        }
        lines.append(
          "  \(parameter.name)  \(parameter.label[language]) (\(state ?? language.say("obligatoire", "required")))"
        )
      }
    }
    lines += ["", language.say("Colonnes", "Columns")]
    lines += SimpleWrap.lines(question.columns.map { $0.label[language] }.joined(separator: ", "), width - 2)
      .map { "  " + $0 }
    return lines + ["", language.say("Exemple", "Example"), "  " + example]
  }

  /// The example as a command.
  private var example: String {
    (["passerelle", "ask", question.id]
      + question.example.map { argument in
        let text = argument.name + "=" + argument.value
        return text.contains(where: { " '’\"".contains($0) })
          ? "\"" + text.replacing("\"", with: "\\\"") + "\"" : text
      }).joined(separator: " ")
  }
}

/// Breaks plain sentences between words.
private enum SimpleWrap {
  static func lines(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

extension SavedQuestion {
  /// The question's members in JSON, but its format.
  var members: [StructuredValue.Member] {
    [
      .init("id", .string(id)), .init("group", .string(group.rawValue)), .init("title", Self.both(title)),
      .init("description", Self.both(description)),
      .init(
        "parameters",
        .array(
          parameters.map {
            .object([
              "name": .string($0.name), "type": .string($0.kind.rawValue), "required": .bool($0.isRequired),
              "default": .optional($0.defaultValue), "label": Self.both($0.label),
            ])
          })),
      .init(
        "columns",
        .array(
          columns.map {
            .object(["name": .string($0.name), "kind": .string($0.kind.name), "label": Self.both($0.label)])
          })),
      .init("example", .object(example.map { .init($0.name, .string($0.value)) })),
      .init("sparql", .string(sparql)),
    ]
  }

  static func both(_ text: LocalizedText) -> StructuredValue {
    .object(["fr": .string(text.french), "en": .string(text.english)])
  }
}
