import PasserelleCore
import Testing

@Suite struct MoneyTests {
  @Test func equalityIsByValueAndCurrency() throws {
    let amount = try #require(DecimalNumber("10.50"))
    let same = try #require(DecimalNumber("10.5"))
    #expect(Money(amount) == Money(same, "EUR"))
    #expect(Money(amount) != Money(amount, "USD"))
    #expect(Set([Money(amount), Money(same), Money(same, "USD")]).count == 2)
  }
}
