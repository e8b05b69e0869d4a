import PasserelleCore
import PasserelleTestSupport
import Testing

@Suite struct CompanyNumberTests {
  /// Establishments that public data name: communes, departments, a hospital trust, companies.
  @Test(arguments: [
    "78471226700060", "21690123100011", "21974015600019", "21940068600016", "35600000000048",
    "21750001600019",
  ])
  func acceptsEstablishments(siret: String) {
    #expect(CompanyNumber.flaw(inSiret: siret) == nil)
    #expect(CompanyNumber.flaw(inSiren: String(siret.prefix(9))) == nil)
  }

  @Test(arguments: [
    ("78471226700061", CompanyNumber.Flaw.checkDigit), ("78471226700006", .checkDigit),
    ("87471226700060", .checkDigit), ("00000000000000", .checkDigit), ("7847122670006", .shape),
    ("784712267000600", .shape), ("7847122670006A", .shape), ("", .shape), ("784 712 267 00060", .shape),
    ("٧٨٤٧١٢٢٦٧٠٠٠٦٠", .shape),
  ])
  func refusesEstablishments(siret: String, flaw: CompanyNumber.Flaw) {
    #expect(CompanyNumber.flaw(inSiret: siret) == flaw)
  }

  @Test func refusesCompanies() {
    #expect(CompanyNumber.flaw(inSiren: "784712268") == .checkDigit)
    #expect(CompanyNumber.flaw(inSiren: "000000000") == .checkDigit)
    #expect(CompanyNumber.flaw(inSiren: "78471226") == .shape)
    #expect(CompanyNumber.flaw(inSiren: "78471226X") == .shape)
  }

  /// The formula finds every single wrong digit.
  @Test func anyWrongDigitIsFound() {
    let siret = Array("78471226700060")
    for index in siret.indices {
      for digit in "0123456789" where digit != siret[index] {
        var wrong = siret
        wrong[index] = digit
        #expect(CompanyNumber.flaw(inSiret: String(wrong)) == .checkDigit, "\(String(wrong))")
      }
    }
  }

  @Test func laPosteMayUseTheSumOfItsDigits() {
    // 3 + 5 + 6 + 1 = 15, which the Luhn formula refuses.
    #expect(CompanyNumber.flaw(inSiret: "35600000000001") == nil)
    #expect(CompanyNumber.flaw(inSiret: "35600000000002") == .checkDigit)
    // The rule is La Poste's alone.
    #expect(CompanyNumber.flaw(inSiret: "78471226700005") == .checkDigit)
  }

  @Test func leavesOutWhatPeopleWriteBetweenDigits() {
    #expect(CompanyNumber.compact("784\u{A0}712\u{202F}267 000-60.") == "78471226700060")
    #expect(CompanyNumber.compact("FR 12") == "FR12")
  }

  @Test(arguments: [
    ("216901231", "69", "69123"), ("219400686", "94", "94068"), ("216101691", "61", "61169"),
    ("211300553", "13", "13055"), ("210100012", "01", "01001"), ("219740156", "974", "97415"),
    ("219740024", "974", "97402"),
  ])
  func communesCarryTheirCode(siren: String, department: String, commune: String) {
    let territory = CompanyNumber.territory(ofSiren: siren)
    #expect(territory?.department == department)
    #expect(territory?.commune == commune)
  }

  @Test(arguments: [
    ("226900019", "69"), ("246900245", "69"), ("267500452", "75"), ("229740014", "974"), ("212000046", "20"),
    ("211910302", "19"),
  ])
  func otherBodiesCarryOnlyTheDepartment(siren: String, department: String) {
    let territory = CompanyNumber.territory(ofSiren: siren)
    #expect(territory?.department == department)
    #expect(territory?.commune == nil)
  }

  /// Paris is both commune and department: its number ends in 001, its commune code in 056.
  @Test func parisHasItsOwnRule() {
    #expect(CompanyNumber.territory(ofSiren: "217500016")?.commune == "75056")
  }

  @Test(arguments: [
    "784712267", "200046977", "239100000", "219600000", "210000000", "219700000", "", "21690123",
  ])
  func otherNumbersCarryNone(siren: String) {
    #expect(CompanyNumber.territory(ofSiren: siren) == nil)
  }
}
