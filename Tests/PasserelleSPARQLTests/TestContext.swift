import PasserelleCore
import PasserelleDigest
import PasserelleSPARQL

/// A context with a fixed time and the digests of libcrypto.
let testContext = EvaluationContext(
  now: Instant(milliseconds: 1_760_000_000_000), seed: 7,
  digest: { function, bytes in MessageDigest(rawValue: function.rawValue.lowercased())?.hash(bytes) })

/// A dataset of an update request.
func dataset(_ request: String) throws -> MemoryDataset {
  var data = MemoryDataset()
  try SPARQLParser.update(
    "PREFIX : <http://e/> PREFIX xsd: <\(Vocabulary.xsd)> " + request, base: "http://e/"
  )
  .apply(to: &data, testContext)
  return data
}

/// The result of a query.
func evaluate(
  _ query: String, over data: MemoryDataset = MemoryDataset(), _ context: EvaluationContext = testContext
) throws -> QueryResult {
  try SPARQLParser.query("PREFIX : <http://e/> PREFIX xsd: <\(Vocabulary.xsd)> " + query, base: "http://e/")
    .evaluate(over: data, context)
}

/// The rows of a query as short texts: literals by their text, IRIs by what follows the last slash, `-` for
/// no value.
func rows(
  _ query: String, over data: MemoryDataset = MemoryDataset(), _ context: EvaluationContext = testContext
) throws -> [String] {
  guard case .solutions(let table) = try evaluate(query, over: data, context) else { return ["no table"] }
  return table.rows.map { row in row.map(short).joined(separator: " ") }
}

/// The value of an expression as N-Quads write it; `-` for an error.
func value(_ expression: String, _ context: EvaluationContext = testContext) throws -> String {
  guard case .solutions(let table) = try evaluate("SELECT (\(expression) AS ?v) {}", context) else {
    return ""
  }
  guard let term = table.rows.first?.first ?? nil else { return "-" }
  if case .literal(let literal) = term, literal.datatype.iri.hasPrefix(Vocabulary.xsd),
    literal.datatype != .string
  {
    return literal.lexicalForm + " " + literal.datatype.iri.dropFirst(Vocabulary.xsd.count)
  }
  return NQuads.text(term)
}

private func evaluate(_ query: String, _ context: EvaluationContext) throws -> QueryResult {
  try evaluate(query, over: MemoryDataset(), context)
}

private func short(_ term: Term?) -> String {
  guard let term else { return "-" }
  if term.isBlank { return "_" }
  return term.lexicalForm ?? term.iriValue?.split(separator: "/").last.map(String.init) ?? ""
}
