public import PasserelleCore
import PasserelleGraph
import PasserelleOntology
import PasserellePipeline

/// What a saved question gave.
public struct QuestionAnswer: Sendable {
  /// A value that the question was asked with.
  struct Value: Sendable {
    let name: String
    let label: LocalizedText
    /// As it was written.
    let given: String
    let isDefault: Bool
    /// What it was read as: texts, numbers or IRIs.
    let terms: [String]
  }

  /// One place of a row.
  enum Cell: Sendable, Hashable {
    case empty
    case text(String)
    case thing(iri: String, label: String)
    case code(String, label: String)
    case number(DecimalNumber)
    case date(PartialDate)
    case yes
  }

  let question: SavedQuestion
  let language: MessageLanguage
  let values: [Value]
  let rows: [[Cell]]
  let asOf: Instant?
  /// The query that was asked; it stands alone.
  public let sparql: String

  /// Whether there is no row.
  public var isEmpty: Bool { rows.isEmpty }
}

extension Workspace {
  /// Asks a saved question.
  ///
  /// - Parameters:
  ///   - name: The question's name.
  ///   - arguments: Values as `parameter=value`.
  ///   - catalogue: Where the question stands.
  ///   - language: The language of names and labels.
  ///   - asOf: Asks the state known at that moment; nil for now.
  ///   - isRaw: Whether things stay called as their records call them; else what is one thing has one IRI.
  ///   - timeout: How long it may take.
  /// - Returns: The answer.
  /// - Throws: ``PasserelleError`` with code `query.invalid` or `entity.notFound` for what cannot be read, and those of
  ///   ``answer(to:asOf:isRaw:timeout:stopFlag:)``.
  public func ask(
    _ name: String, _ arguments: [String] = [], of catalogue: QuestionCatalogue, language: MessageLanguage,
    asOf: Instant? = nil, isRaw: Bool = false, timeout: Duration? = nil
  ) throws -> QuestionAnswer {
    let question = try catalogue.question(name)
    let given = try QuestionBinder.arguments(arguments, of: question)
    let bound = try bind(question, given, catalogue, language, asOf)
    let answer = try answer(
      to: GraphQuery(bound.sparql, file: question.file), asOf: asOf, isRaw: isRaw, timeout: timeout)
    let found = answer.table
    let places = question.columns.map { column in found.columns.firstIndex { $0.key == column.name } }
    let rows = try store.read(scope(asOf)) { reader in
      let labels = LabelResolver(reader: reader, ontology: ontology, iris: store.iris)
      return try found.rows.map { row in
        try zip(question.columns, places).map { column, place in
          guard let place, case .text(let text) = row[place] else { return QuestionAnswer.Cell.empty }
          return try cell(text, column.kind, labels, language)
        }
      }
    }
    return QuestionAnswer(
      question: question, language: language, values: bound.values, rows: rows, asOf: asOf,
      sparql: bound.sparql)
  }

  /// The SPARQL query that a saved question asks, which stands alone; it is not asked.
  ///
  /// - Throws: ``PasserelleError`` with code `query.invalid` or `entity.notFound`.
  public func sparql(
    of name: String, _ arguments: [String] = [], in catalogue: QuestionCatalogue, language: MessageLanguage,
    asOf: Instant? = nil
  ) throws -> String {
    let question = try catalogue.question(name)
    let given = try QuestionBinder.arguments(arguments, of: question)
    return try bind(question, given, catalogue, language, asOf).sparql
  }

  /// Binds the parameters, by the names that the state asked knows.
  private func bind(
    _ question: SavedQuestion, _ arguments: [QuestionArgument], _ catalogue: QuestionCatalogue,
    _ language: MessageLanguage, _ asOf: Instant?
  ) throws -> QuestionBinder.Bound {
    try store.read(scope(asOf)) { reader in
      let names = QuestionNames(reader: reader, ontology: ontology, iris: store.iris, language: language)
      return try QuestionBinder(
        prefixes: catalogue.library.prefixes, values: QuestionValueReader(ontology: ontology, names: names),
        language: language
      ).bind(question, arguments)
    }
  }

  private func scope(_ asOf: Instant?) -> VersionScope { asOf.map { .ingested(asOf: $0) } ?? .current }

  private func cell(
    _ text: String, _ kind: QuestionColumn.Kind, _ labels: LabelResolver, _ language: MessageLanguage
  ) throws -> QuestionAnswer.Cell {
    switch kind {
    case .text: return .text(text)
    case .thing:
      // An object may be a thing or what a source says in words.
      guard text.hasPrefix(store.iris.base) || text.contains("://"), !text.contains(" ") else {
        return .text(text)
      }
      return .thing(iri: text, label: try labels.label(of: text, language: language))
    case .code(let list):
      guard let label = ontology.label(of: text, list: list) else { return .text(text) }
      return .code(text, label: label[language])
    case .count, .number, .amount: return DecimalNumber(text).map { .number($0) } ?? .text(text)
    case .date: return PartialDate(iso: text).map { .date($0) } ?? .text(text)
    case .flag: return text == "true" ? .yes : .empty
    }
  }
}
