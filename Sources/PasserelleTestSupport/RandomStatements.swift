public import PasserelleCore

/// Makes random terms, statements and records; the same seed makes the same ones.
public struct RandomStatements: Sendable {
  private var random: SeededGenerator

  /// Starts from a seed.
  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Literal texts that are near the edge of what fits in an identifier, by datatype.
  private static let edges: [(Datatype, [String])] = [
    (
      .integer,
      [
        "0", "-0", "+5", "007", "-1", "36028797018963967", "36028797018963968", "-36028797018963968",
        "-36028797018963969", "9223372036854775808", "many", "",
      ]
    ),
    (
      .decimal,
      [
        "0", "0.5", "-0.5", "1.0", "1.", ".5", "+1.5", "1e3", "1125899906842623", "1125899906842624",
        "-1125899906842623", "0.0000000000000000000000000001", "12.", "x", "",
      ]
    ),
    (
      .date,
      [
        "2024-02-29", "2023-02-29", "0001-01-01", "9999-12-31", "2024-01-01Z", "2024-01-01+02:00",
        "-0044-03-15", "10000-01-01", "2024-1-1", "2024-01-01T10:00:00",
      ]
    ),
    (.yearMonth, ["2024-02", "0001-01", "9999-12", "2024-13", "2024-02Z", "2024-02+01:00"]),
    (.year, ["2024", "0001", "9999", "0000", "-0044", "12024", "2024Z", "2024+01:00"]),
    (
      .dateTime,
      [
        "2024-02-29T23:59:59Z", "2024-02-29T23:59:60Z", "2024-02-29T24:00:00Z", "1969-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2024-01-01T10:00:00", "2024-01-01T10:00:00.5Z",
        "2024-01-01T10:00:00+02:00", "2024-01-01T10:00Z", "2024-01-01",
      ]
    ),
    (.boolean, ["true", "false", "1", "0", "TRUE", ""]),
    (.string, ["", "\0", "a\0b", "caf\u{E9}", "cafe\u{301}", "\u{1F1EB}\u{1F1F7}", "\r\n", "  ", "\\u0041"]),
  ]

  /// Every literal of the table of edges.
  public static var edgeLiterals: [Term] {
    edges.flatMap { datatype, texts in texts.map { .literal(Literal($0, datatype)) } }
  }

  /// An IRI: often one that other records use too.
  public mutating func iri() -> Term {
    switch random.number(0...9) {
    case 0...4: .iri(IRISpace.defaultBase + "id/local/thing-\(random.number(0...40))")
    case 5: .iri(Vocabulary.pas + "p\(random.number(0...5))")
    case 6: .iri("http://data.europa.eu/cpv/cpv/45\(random.number(100000...999999))")
    case 7: .iri(IRISpace.defaultBase + "id/siret/\(random.number(10_000_000_000_000...99_999_999_999_999))")
    case 8: .iri("urn:x:" + random.text(0...6))
    default: .iri(random.text(0...3))
    }
  }

  /// A literal of any datatype, its text often not in canonical form.
  public mutating func literal() -> Term {
    switch random.number(0...9) {
    case 0...2:
      let (datatype, texts) = random.pick(Self.edges)
      return .literal(Literal(random.pick(texts), datatype))
    case 3: return .integer(random.number(-1_000_000...1_000_000))
    case 4:
      let digits = Int128(random.number(-999_999_999...999_999_999))
      return .decimal(DecimalNumber(digits: digits, scale: random.number(0...4)))
    case 5:
      return PartialDate(daysSince1970: random.number(-100_000...100_000)).map { .date($0) } ?? .boolean(true)
    case 6: return .string(random.text(0...12), language: random.pick(["fr", "en", "pt-br", "ca-valencia"]))
    case 7:
      return .literal(Literal(random.text(0...5), .other("https://example.org/type#\(random.number(0...3))")))
    case 8: return .string(String(repeating: random.text(1...4), count: random.number(1...400)))
    default: return .string(random.text(0...12))
    }
  }

  /// Any term.
  public mutating func term() -> Term { random.oneIn(2) ? iri() : literal() }

  /// Some statements, now and then with one said twice.
  public mutating func statements(_ counts: ClosedRange<Int> = 0...12) -> StatementBuffer {
    var buffer = StatementBuffer()
    for _ in 0..<random.number(counts) {
      let (subject, object) = (iri(), term())
      let predicate = Term.iri(Vocabulary.pas + "p\(random.number(0...5))")
      buffer.add(subject, predicate, object)
      if random.oneIn(8) { buffer.add(subject, predicate, object) }
    }
    return buffer
  }

  /// A hash that stands for the bytes of a record.
  public mutating func hash() -> ContentHash {
    let bytes = (0..<32).map { _ in UInt8(random.number(0...255)) }
    guard let hash = ContentHash(bytes: bytes) else { preconditionFailure("32 bytes were made") }
    return hash
  }

  /// A record with a given key and random contents.
  public mutating func record(source: String = "test", key: String) -> RecordDraft {
    RecordDraft(
      source: source, key: key, contentHash: hash(), mappingVersion: random.number(1...2),
      published: PartialDate(year: random.number(2015...2026)),
      subject: IRISpace.defaultBase + "id/local/subject-\(random.number(0...9))",
      kind: random.pick(DocumentKind.allCases), isDemonstration: random.oneIn(4), statements: statements())
  }
}
