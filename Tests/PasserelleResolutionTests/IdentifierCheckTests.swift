import PasserelleResolution
import Testing

struct IdentifierCheckTests {
  @Test(arguments: [
    ("732 829 320", EntityIdentifierScheme.siren, "732829320"), ("73282932000074", .siret, "73282932000074"),
    ("356 000 000 49837", .siret, "35600000049837"), ("PT 501964843", .nif, "501964843"),
    ("FR 03 552081317", .vat, "FR03552081317"), ("https://ror.org/05q3vnk25", .ror, "05q3vnk25"),
    ("grid.4444.0", .grid, "grid.4444.0"), ("http://www.wikidata.org/entity/Q90", .wikidata, "Q90"),
    ("0000-0002-1825-0097", .orcid, "0000000218250097"), ("200012345a", .rnsr, "200012345A"),
    ("A58818501", .cif, "A58818501"), ("IT 00743110157", .vat, "IT00743110157"),
    ("DE 136695976", .vat, "DE136695976"),
  ])
  func validIdentifiersAreMadeNormal(_ text: String, _ scheme: EntityIdentifierScheme, _ normal: String) {
    #expect(IdentifierCheck.check(text, scheme) == .valid(normal))
  }

  @Test(arguments: [
    ("732829321", EntityIdentifierScheme.siren), ("73282932000075", .siret), ("501964844", .nif),
    ("FR04552081317", .vat), ("DE136695977", .vat), ("0000-0002-1825-0098", .orcid), ("05q3vnk26", .ror),
  ])
  func wrongCheckDigitsAreFound(_ text: String, _ scheme: EntityIdentifierScheme) {
    guard case .checkDigit = IdentifierCheck.check(text, scheme) else {
      Issue.record("\(text) passed, or has a wrong shape")
      return
    }
  }

  @Test(arguments: [
    ("73282932", EntityIdentifierScheme.siren), ("grid.x.1", .grid), ("90", .wikidata), ("", .nif),
    ("FR1", .vat),
  ])
  func wrongShapesAreFound(_ text: String, _ scheme: EntityIdentifierScheme) {
    #expect(IdentifierCheck.check(text, scheme) == .shape)
  }

  @Test func establishmentsAndVATNumbersTellTheCompany() {
    let siret = EntityIdentifier.implied(by: Mention.Identifier(.siret, "732 829 320 00074"))
    #expect(siret.contains(Mention.Identifier(.siren, "732829320")))
    let vat = EntityIdentifier.implied(by: Mention.Identifier(.vat, "FR03552081317"))
    #expect(vat.contains(Mention.Identifier(.siren, "552081317")))
    #expect(EntityIdentifier.implied(by: Mention.Identifier(.siren, "732829321")).isEmpty)
  }
}
