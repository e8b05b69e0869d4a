import PasserelleCore

/// Official identifiers: what is written made normal, checked, and told in other schemes where one number says another.
public enum EntityIdentifier {
  /// The identifiers that one implies, itself first: a SIRET says its SIREN, a French VAT number too.
  ///
  /// - Returns: Valid identifiers only; none where the value is not valid in its scheme.
  public static func implied(by identifier: Mention.Identifier) -> [Mention.Identifier] {
    guard case .valid(let value) = IdentifierCheck.check(identifier.value, identifier.scheme) else {
      return []
    }
    var all = [Mention.Identifier(identifier.scheme, value)]
    switch identifier.scheme {
    case .siret: all.append(Mention.Identifier(.siren, String(value.prefix(9))))
    case .vat where value.hasPrefix("FR") && value.utf8.count == 13:
      let siren = String(value.suffix(9))
      if CompanyNumber.flaw(inSiren: siren) == nil { all.append(Mention.Identifier(.siren, siren)) }
    case .vat where value.hasPrefix("PT"): all.append(Mention.Identifier(.nif, String(value.dropFirst(2))))
    case .vat where value.hasPrefix("ES"): all.append(Mention.Identifier(.cif, String(value.dropFirst(2))))
    default: break
    }
    return all
  }
}
