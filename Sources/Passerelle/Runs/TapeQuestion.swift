import PasserelleCore

/// A question to a text index as bytes, from which its fingerprint is made; every part of it counts.
enum TapeQuestion {
  case top(TextQuery, limit: Int)
  case count(TextQuery)
  case facets(TextQuery, [Facet], limit: Int)
  case summaries([Int64])
  case frequencies([String], [TextField])
  case documentCount([TextField])

  /// The question's name in messages: that of the call.
  var name: String {
    switch self {
    case .top: "top"
    case .count: "count"
    case .facets: "facets"
    case .summaries: "summaries"
    case .frequencies: "documentFrequencies"
    case .documentCount: "documentCount"
    }
  }

  var fingerprint: TextTape.Fingerprint {
    var writer = TapeWriter()
    writer.append(name)
    switch self {
    case .top(let query, let limit):
      Self.append(query, &writer)
      writer.append(Int64(limit))
    case .count(let query): Self.append(query, &writer)
    case .facets(let query, let facets, let limit):
      Self.append(query, &writer)
      Self.append(facets.map(\.rawValue), &writer)
      writer.append(Int64(limit))
    case .summaries(let documents): Self.append(documents, &writer)
    case .frequencies(let terms, let fields):
      Self.append(terms, &writer)
      Self.append(fields.map(\.rawValue), &writer)
    case .documentCount(let fields): Self.append(fields.map(\.rawValue), &writer)
    }
    return TextTape.Fingerprint(of: writer.bytes)
  }

  private static func append(_ texts: [String], _ writer: inout TapeWriter) {
    writer.append(count: texts.count)
    for text in texts { writer.append(text) }
  }

  private static func append(_ numbers: [Int64], _ writer: inout TapeWriter) {
    writer.append(count: numbers.count)
    for number in numbers { writer.append(number) }
  }

  private static func append(_ query: TextQuery, _ writer: inout TapeWriter) {
    append(query.fields.map(\.rawValue), &writer)
    append(query.terms, &writer)
    writer.append(byte: query.requiresAll ? 1 : 0)
    writer.append(count: query.phrases.count)
    for phrase in query.phrases { append(phrase, &writer) }
    append(query.excluded, &writer)
    let filter = query.filter
    append(filter.kinds.map(\.rawValue), &writer)
    for text in [
      filter.cpvPrefix, filter.place, filter.from?.description, filter.to?.description,
      filter.minimumAmount?.description, filter.maximumAmount?.description, filter.language,
    ] {
      writer.append(optional: text)
    }
    writer.append(byte: filter.isDemonstration.map { $0 ? 2 : 1 } ?? 0)
    writer.append(byte: filter.documents == nil ? 0 : 1)
    append(filter.documents ?? [], &writer)
  }
}
