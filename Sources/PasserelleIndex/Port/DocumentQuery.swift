public import PasserelleCore

/// Turns the queries of the port into those of the index.
public enum DocumentQuery {
  /// The query of terms, phrases, exclusions and conditions.
  ///
  /// - Parameter query: The query; a term counts as often as it stands there.
  /// - Returns: The same question; `.nothing` where all the terms, or those of a phrase, are empty.
  /// - Throws: ``PasserelleError`` with code `.queryInvalid` for a CPV prefix that has no such shape.
  public static func query(_ query: TextQuery) throws -> IndexQuery {
    var must = try conditions(of: query.filter)
    if !query.terms.isEmpty {
      let words = counted(query.terms).map { word($0.term, query.fields, boost: Float($0.count)) }
      guard !words.isEmpty else { return .nothing }
      // In a part of their own, so that conditions do not make them optional.
      must += query.requiresAll ? words : [.boolean(must: [], should: words, mustNot: [])]
    }
    for phrase in query.phrases {
      let terms = phrase.filter { !$0.isEmpty }
      guard !terms.isEmpty else { return .nothing }
      must.append(self.phrase(terms, query.fields))
    }
    let mustNot = counted(query.excluded).map { word($0.term, query.fields, boost: 1) }
    if must.isEmpty, mustNot.isEmpty { return .everything }
    if must.isEmpty { must = [.everything] }
    return .boolean(must: must, should: [], mustNot: mustNot)
  }

  /// The distinct terms with their numbers of occurrences, in the order of first occurrence; empty ones are left out.
  private static func counted(_ terms: [String]) -> [(term: String, count: Int)] {
    var places: [[UInt8]: Int] = [:]
    var counted: [(term: String, count: Int)] = []
    for term in terms where !term.isEmpty {
      let key = Array(term.utf8)
      if let place = places[key] {
        counted[place].count += 1
      } else {
        places[key] = counted.count
        counted.append((term, 1))
      }
    }
    return counted
  }

  private static func word(_ term: String, _ fields: [TextField], boost: Float) -> IndexQuery {
    .word(
      TermGroup(
        fields.map {
          FieldTerm(
            field: DocumentSchema.place(of: $0), term: Array(term.utf8), weight: DocumentSchema.weight($0))
        }, boost: boost, parameters: parameters))
  }

  /// The constants that matching was measured with: its questions are titles, as its documents are.
  static let parameters = BM25Parameters(k1: 1.2, b: 0.75)

  private static func phrase(_ terms: [String], _ fields: [TextField]) -> IndexQuery {
    if terms.count == 1 { return word(terms[0], fields, boost: 1) }
    return .phrase(
      PhraseGroup(
        fields.filter(DocumentSchema.hasPositions).map {
          PhraseGroup.Sequence(
            field: DocumentSchema.place(of: $0), terms: terms.map { Array($0.utf8) },
            weight: DocumentSchema.weight($0))
        }))
  }

  /// The conditions of a filter, all of which must hold.
  ///
  /// - Parameter filter: The filter.
  /// - Returns: One query of score 0 for each condition.
  /// - Throws: ``PasserelleError`` with code `.queryInvalid` for a CPV prefix that has no such shape.
  public static func conditions(of filter: DocumentFilter) throws -> [IndexQuery] {
    var parts: [IndexQuery] = []
    func keyword(_ column: DocumentSchema.Keyword, _ values: [String]) {
      parts.append(.keyword(column: column.column, values: values))
    }
    func number(_ column: DocumentSchema.Number, from least: Int64?, to most: Int64?) {
      let (least, most) = (least ?? .min, most ?? .max)
      parts.append(least <= most ? .number(column: column.column, range: least...most) : .nothing)
    }
    if !filter.kinds.isEmpty { keyword(.kind, filter.kinds.map(\.rawValue)) }
    if let prefix = filter.cpvPrefix {
      parts.append(.keywordPrefix(column: DocumentSchema.Keyword.cpv.column, prefix: try checked(prefix)))
    }
    if let place = filter.place { keyword(.place, [place]) }
    if filter.from != nil || filter.to != nil {
      number(.date, from: filter.from.map { Int64($0.firstDay) }, to: filter.to.map { Int64($0.lastDay) })
    }
    if filter.minimumAmount != nil || filter.maximumAmount != nil {
      number(
        .amount, from: filter.minimumAmount.map(DocumentSchema.cents),
        to: filter.maximumAmount.map(DocumentSchema.cents))
    }
    if let language = filter.language { keyword(.language, [language]) }
    if let demonstration = filter.isDemonstration {
      number(.demonstration, from: demonstration ? 1 : 0, to: demonstration ? 1 : 0)
    }
    if let documents = filter.documents { parts.append(.documents(DocumentSet(documents))) }
    return parts
  }

  private static func checked(_ prefix: String) throws -> String {
    guard (2...8).contains(prefix.utf8.count), prefix.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
      throw PasserelleError(
        .queryInvalid,
        LocalizedText(
          fr: "un préfixe CPV a de 2 à 8 chiffres, comme `45` ou `4531`",
          en: "a CPV prefix has 2 to 8 digits, such as `45` or `4531`"))
    }
    return prefix
  }
}
