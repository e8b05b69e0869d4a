import GRDB
import PasserelleCore

/// The SQL of one text query: where it reads, what it asks, with which arguments.
struct FTS5QueryText {
  /// `FROM … WHERE …`; the document's number is `number` in it, see ``numberColumn``.
  let source: String
  /// The column that holds the document's number.
  let numberColumn: String
  /// The scoring expression; constant where no term ranks.
  let score: String
  /// The arguments of ``source``, in order.
  let arguments: StatementArguments

  /// Makes the SQL of a query; nil when nothing can match, such as terms that are all empty.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - joining: Whether the document's attributes are needed even without a filter.
  /// - Throws: ``PasserelleError`` with code `.queryInvalid` for a CPV prefix that has no such shape.
  init?(_ query: TextQuery, joining: Bool) throws {
    let (conditions, values) = try Self.conditions(of: query.filter)
    let asksText = !query.terms.isEmpty || !query.phrases.isEmpty
    guard asksText else {
      numberColumn = "document.id"
      score = "0.0"
      var conditions = conditions
      var arguments = StatementArguments(values)
      if let excluded = Self.any(query.excluded) {
        let table = FTS5Schema.table(FTS5TextIndex.field(query.fields))
        conditions.append("document.id NOT IN (SELECT rowid FROM \(table) WHERE \(table) MATCH ?)")
        arguments += [excluded]
      }
      source = "FROM document" + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
      self.arguments = arguments
      return
    }
    guard let match = Self.match(query) else { return nil }
    let table = FTS5Schema.table(FTS5TextIndex.field(query.fields))
    numberColumn = "\(table).rowid"
    score = "bm25(\(table))"
    // CROSS JOIN keeps the order: FTS5 finds, the document table is looked up by number.
    let join = joining || !conditions.isEmpty ? " CROSS JOIN document ON document.id = \(table).rowid" : ""
    source =
      "FROM \(table)\(join) WHERE " + (["\(table) MATCH ?"] + conditions).joined(separator: " AND ")
    arguments = StatementArguments([match]) + StatementArguments(values)
  }

  /// The MATCH expression of terms, phrases and exclusions; nil when nothing is left to match.
  static func match(_ query: TextQuery) -> String? {
    var parts: [String] = []
    if !query.terms.isEmpty {
      let terms = query.terms.filter { !$0.isEmpty }.map(quoted)
      guard !terms.isEmpty else { return nil }
      parts.append("(" + terms.joined(separator: query.requiresAll ? " AND " : " OR ") + ")")
    }
    for phrase in query.phrases {
      let terms = phrase.filter { !$0.isEmpty }
      guard !terms.isEmpty else { return nil }
      parts.append("\"" + terms.map(FTS5TermEncoding.encode).joined(separator: " ") + "\"")
    }
    guard !parts.isEmpty else { return nil }
    let wanted = parts.joined(separator: " AND ")
    guard let excluded = any(query.excluded) else { return wanted }
    return "(\(wanted)) NOT (\(excluded))"
  }

  private static func any(_ terms: [String]) -> String? {
    let terms = terms.filter { !$0.isEmpty }.map(quoted)
    return terms.isEmpty ? nil : terms.joined(separator: " OR ")
  }

  /// An encoded term holds no quotation mark.
  private static func quoted(_ term: String) -> String { "\"" + FTS5TermEncoding.encode(term) + "\"" }

  private static func conditions(
    of filter: DocumentFilter
  ) throws -> (conditions: [String], values: [(any DatabaseValueConvertible)?]) {
    var conditions: [String] = []
    var values: [(any DatabaseValueConvertible)?] = []
    func add(_ condition: String, _ value: any DatabaseValueConvertible) {
      conditions.append(condition)
      values.append(value)
    }
    if !filter.kinds.isEmpty {
      let marks = repeatElement("?", count: filter.kinds.count).joined(separator: ", ")
      conditions.append("document.kind IN (\(marks))")
      for kind in filter.kinds { values.append(kind.rawValue) }
    }
    if let prefix = filter.cpvPrefix {
      guard (2...8).contains(prefix.utf8.count), prefix.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
        throw PasserelleError(
          .queryInvalid,
          LocalizedText(
            fr: "un préfixe CPV a de 2 à 8 chiffres, comme `45` ou `4531`",
            en: "a CPV prefix has 2 to 8 digits, such as `45` or `4531`"))
      }
      add("document.cpv >= ?", prefix)
      // The colon follows the digit 9 in ASCII.
      add("document.cpv < ?", prefix + ":")
    }
    if let place = filter.place { add("document.place = ?", place) }
    if let from = filter.from { add("document.date_key >= ?", from.firstDay) }
    if let to = filter.to { add("document.date_key <= ?", lastDay(of: to)) }
    if let least = filter.minimumAmount { add("document.amount_key >= ?", least.approximateDouble) }
    if let most = filter.maximumAmount { add("document.amount_key <= ?", most.approximateDouble) }
    if let language = filter.language { add("document.language = ?", language) }
    if let documents = filter.documents {
      conditions.append("document.id IN (SELECT value FROM json_each(?))")
      values.append("[" + documents.map(String.init).joined(separator: ",") + "]")
    }
    if let demonstration = filter.isDemonstration { add("document.demonstration = ?", demonstration) }
    return (conditions, values)
  }

  /// The last day that a date may mean.
  private static func lastDay(of date: PartialDate) -> Int {
    if date.day != nil { return date.firstDay }
    let month = date.month ?? 12
    let last = PartialDate(
      year: date.year, month: month, day: PartialDate.dayCount(year: date.year, month: month))
    return last?.firstDay ?? date.firstDay
  }
}
