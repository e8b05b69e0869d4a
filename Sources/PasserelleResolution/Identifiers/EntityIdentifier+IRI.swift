public import PasserelleCore

extension EntityIdentifier {
  /// The IRI that a valid identifier gives the thing: the same in every run and source.
  ///
  /// An establishment's number names its company (`id/siren/…`); a French VAT number too; NUTS units keep the EU's IRIs.
  ///
  /// - Returns: Nil for an identifier that is not valid, or of a scheme without IRIs (ORCID: persons are not resolved).
  public static func iri(_ identifier: Mention.Identifier, in space: IRISpace) -> String? {
    let implied = implied(by: identifier)
    guard let own = implied.first, own.scheme != .orcid, own.scheme != .local else { return nil }
    if own.scheme == .nuts { return "http://data.europa.eu/nuts/code/" + own.value }
    let best = implied.first { $0.scheme == .siren } ?? implied.first { $0.scheme == .nif } ?? own
    guard let scheme = IdentifierScheme(rawValue: best.scheme.rawValue) else { return nil }
    return space.identifier(scheme, best.value)
  }
}
