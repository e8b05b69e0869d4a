import PasserelleCore

/// Makes award-like records, the same ones for the same seed: about 25 statements each, with buyers, winners,
/// codes and places used again and again as real awards do.
struct AwardRecords {
  private var state: UInt64
  private let iris = IRISpace()
  private static let words = [
    "travaux", "fourniture", "réseaux", "entretien", "école", "voirie", "éclairage", "public", "maîtrise",
    "œuvre", "assainissement", "rénovation", "bâtiment", "espaces", "verts", "nettoyage", "logiciel",
    "transport", "scolaire", "restauration", "collective", "lot", "électricité", "menuiserie", "mobilier",
  ]

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  /// A number below a count, the small ones far more often.
  private mutating func skewed(_ count: Int) -> Int { below(below(count) + 1) }

  private mutating func words(_ count: Int) -> String {
    (0..<count).map { _ in Self.words[below(Self.words.count)] }.joined(separator: " ")
  }

  mutating func record(_ number: Int) -> RecordDraft {
    let key = "2024-\(number)"
    let contract = iris.identifier(.decp, key)
    let buyer = 21_000_000_000_000 + skewed(4000) * 7919
    let buyerIRI = iris.identifier(.siret, String(buyer))
    let cpv = 45_000_000 + skewed(3000) * 100
    let amount = DecimalNumber(digits: Int128(below(9_000_000) + 1000), scale: 2)
    let notified = PartialDate(daysSince1970: 18_000 + below(2000)) ?? .init(daysSince1970: 0)
    var buffer = StatementBuffer()
    func add(_ subject: String, _ predicate: String, _ object: Term) {
      buffer.add(subject, predicate, object)
    }
    add(contract, Vocabulary.type, .iri(Vocabulary.contract))
    add(contract, Vocabulary.title, .string(words(8) + " \(number)", language: "fr"))
    add(contract, Vocabulary.description, .string(words(20), language: "fr"))
    add(contract, Vocabulary.identifier, .string(key))
    add(contract, Vocabulary.hasBuyer, .iri(buyerIRI))
    add(contract, Vocabulary.pas + "cpv", .iri("http://data.europa.eu/cpv/cpv/\(cpv)"))
    add(contract, Vocabulary.pas + "amount", .decimal(amount))
    add(
      contract, Vocabulary.pas + "currency",
      .iri("http://publications.europa.eu/resource/authority/currency/EUR"))
    if let notified { add(contract, Vocabulary.pas + "notified", .date(notified)) }
    add(contract, Vocabulary.pas + "months", .integer(below(48) + 1))
    add(contract, Vocabulary.pas + "offers", .integer(skewed(20)))
    add(
      contract, Vocabulary.pas + "procedure",
      .string(["Procédure adaptée", "Appel d'offres ouvert"][below(2)]))
    add(contract, Vocabulary.pas + "place", .iri(iris.identifier(.insee, String(10_000 + skewed(8000)))))
    add(contract, Vocabulary.source, .iri(iris.identifier(.local, "decp-2024")))
    add(buyerIRI, Vocabulary.type, .iri(Vocabulary.buyer))
    add(buyerIRI, Vocabulary.label, .string("Commune no \(buyer)"))
    add(buyerIRI, Vocabulary.identifier, .string(String(buyer)))
    for _ in 0..<1 + skewed(4) {
      let winner = 30_000_000_000_000 + skewed(60_000) * 6007
      let winnerIRI = iris.identifier(.siret, String(winner))
      add(contract, Vocabulary.hasWinner, .iri(winnerIRI))
      add(winnerIRI, Vocabulary.type, .iri(Vocabulary.winner))
      add(winnerIRI, Vocabulary.label, .string("Entreprise \(winner)"))
      add(winnerIRI, Vocabulary.identifier, .string(String(winner)))
    }
    var bytes: [UInt8] = []
    for _ in 0..<4 { withUnsafeBytes(of: next()) { bytes += $0 } }
    guard let hash = ContentHash(bytes: bytes) else { preconditionFailure("32 bytes were made") }
    return RecordDraft(
      source: "decp", key: key, contentHash: hash, mappingVersion: 1, published: notified, subject: contract,
      kind: .award, isDemonstration: false, statements: buffer)
  }
}
