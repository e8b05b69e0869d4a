import PasserelleCore
import PasserelleTestSupport
import Testing

/// Random documents and queries: both implementations find, count and show the same.
@Suite struct EngineAgreementTests {
  @Test(arguments: 1...12) func bothFindTheSame(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let engines = try Engine.allCases.map { try $0.index() }
    var greatest = 0
    for sequence in 1...3 {
      let documents = (0..<random.number(1...25)).map { _ in
        Self.document(Int64(random.number(1...40)), &random)
      }
      let removed = (0..<random.number(0...3)).map { _ in Int64(random.number(1...40)) }
      for engine in engines {
        try engine.apply(adding: documents, removing: removed, upTo: Int64(sequence))
      }
      for _ in 0..<25 {
        let query = Self.query(&random)
        let found = try engines.map { try $0.numbers(query).sorted() }
        #expect(found[0] == found[1], "seed \(seed): \(query)")
        for engine in engines { #expect(try engine.count(query) == found[0].count, "seed \(seed): \(query)") }
        let facets = try engines.map { try $0.facets(query, Facet.allCases, limit: 3) }
        #expect(facets[0] == facets[1], "seed \(seed): \(query)")
        greatest = max(greatest, found[0].count)
      }
      let summaries = try engines.map { try $0.summaries(of: Array(0...41)) }
      #expect(summaries[0] == summaries[1], "seed \(seed)")
    }
    #expect(greatest > 3, "seed \(seed): the queries find too little")
  }

  private static func word(_ random: inout SeededGenerator) -> String {
    // The product of two numbers makes some words frequent and some rare.
    "w\(random.number(0...4) * random.number(0...4))"
  }

  private static func document(_ id: Int64, _ random: inout SeededGenerator) -> TextDocument {
    let text = (0..<random.number(0...8)).map { _ in word(&random) }.joined(separator: " ")
    let other = (0..<random.number(0...3)).map { _ in word(&random) }.joined(separator: " ")
    return TextDocument(
      id: id, kind: random.pick(DocumentKind.allCases), subject: "s:\(random.number(0...9))",
      title: random.text(0...6).replacing("\0", with: ""), language: random.pick(["fr", "pt", "und"]),
      date: random.pick([nil, "2018", "2019-02", "2019-02-28", "2020-12-31"]).flatMap {
        PartialDate(iso: $0)
      },
      cpv: random.pick([nil, "45260000", "45214200", "30197000", "03000000"]).flatMap { CPVCode(digits: $0) },
      place: random.pick([nil, "29", "2A", "Portugal, Lisboa"]),
      amount: random.pick([nil, "0", "0.01", "1000.5", "-3", "99999999999999.99", "1e30"]).flatMap {
        DecimalNumber($0).map { Money($0) }
      },
      isDemonstration: random.oneIn(3), texts: [.vendors: [text], .buyers: other.isEmpty ? [] : [other]])
  }

  private static func query(_ random: inout SeededGenerator) -> TextQuery {
    func words(_ counts: ClosedRange<Int>, _ random: inout SeededGenerator) -> [String] {
      (0..<random.number(counts)).map { _ in word(&random) }
    }
    var query = TextQuery(
      fields: [random.pick([.vendors, .vendors, .buyers])], terms: words(0...3, &random),
      requiresAll: random.oneIn(2))
    if random.oneIn(4) { query.phrases = [words(1...3, &random)] }
    if random.oneIn(4) { query.excluded = words(1...2, &random) }
    if random.oneIn(5) { query.filter.kinds = [random.pick(DocumentKind.allCases), .award] }
    if random.oneIn(6) { query.filter.cpvPrefix = random.pick(["45", "452", "45260000", "03", "99"]) }
    if random.oneIn(6) { query.filter.place = random.pick(["29", "2A", "x"]) }
    if random.oneIn(6) { query.filter.from = PartialDate(iso: random.pick(["2019", "2019-02-28"])) }
    if random.oneIn(6) { query.filter.to = PartialDate(iso: random.pick(["2019", "2019-02", "2018-01-01"])) }
    if random.oneIn(6) { query.filter.minimumAmount = DecimalNumber(random.pick(["0", "0.02", "1000.5"])) }
    if random.oneIn(6) { query.filter.maximumAmount = DecimalNumber(random.pick(["0", "1000.49", "1e15"])) }
    if random.oneIn(6) { query.filter.language = random.pick(["fr", "und"]) }
    if random.oneIn(6) { query.filter.isDemonstration = random.oneIn(2) }
    if random.oneIn(6) { query.filter.documents = (0..<8).map { _ in Int64(random.number(0...41)) } }
    return query
  }
}
