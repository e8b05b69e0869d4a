import PasserelleCore
import PasserellePipeline
import PasserelleSources
import Testing

/// Amounts of a record's view: in their currency, with the value in euros of the same thing.
@Suite struct RecordViewAmountTests {
  private typealias Statement = (subject: String, predicate: String, object: Term)

  private func converted(_ lot: String, _ relation: String, _ euros: Int) -> [Statement] {
    [
      (lot, relation, .decimal(DecimalNumber(euros))),
      (lot, Vocabulary.euroRate, .decimal(DecimalNumber(2))),
      (lot, Vocabulary.euroRateDate, .string("2024-02-20")),
    ]
  }

  /// What is known of a call is not taken for its lots, nor a ceiling for an estimate.
  @Test func eachThingAndRelationHasItsOwnValue() throws {
    let statements: [Statement] = ["urn:call", "urn:lot"].flatMap { thing -> [Statement] in
      [
        (thing, Vocabulary.currency, .string("GBP")),
        (thing, Vocabulary.estimatedAmount, .decimal(DecimalNumber(100))),
        (thing, Vocabulary.maximumAmount, .decimal(DecimalNumber(400))),
      ]
    }
    let known = ConvertedAmounts(
      statements: converted("urn:call", Vocabulary.estimatedAmountInEuros, 50)
        + converted("urn:lot", Vocabulary.maximumAmountInEuros, 200))
    let call = RecordView(subject: "urn:call", statements: statements, converted: known)
    let lot = RecordView(subject: "urn:lot", statements: statements, converted: known)
    #expect(call.amount([Vocabulary.estimatedAmount])?.inEuros == DecimalNumber(50))
    #expect(call.amount([Vocabulary.maximumAmount])?.isUnconverted == true)
    #expect(lot.amount([Vocabulary.estimatedAmount])?.isUnconverted == true)
    let ceiling = try #require(lot.amount([Vocabulary.estimatedAmount, Vocabulary.maximumAmount]))
    #expect(ceiling.amount == DecimalNumber(400) && ceiling.currency == "GBP")
    #expect(ceiling.euros?.rate == DecimalNumber(2) && ceiling.euros?.date.description == "2024-02-20")
  }

  @Test func twoCurrenciesGiveNoAmount() {
    let statements: [Statement] = [
      ("urn:a", Vocabulary.currency, .string("EUR")), ("urn:a", Vocabulary.currency, .string("GBP")),
      ("urn:a", Vocabulary.amount, .decimal(DecimalNumber(100))),
    ]
    #expect(RecordView(subject: "urn:a", statements: statements).amount == nil)
    #expect(RecordView(subject: "urn:a", statements: Array(statements.dropLast(1))).amount == nil)
    #expect(
      RecordView(subject: "urn:a", statements: [statements[0], statements[2]]).amount?.inEuros
        == DecimalNumber(100))
  }
}
