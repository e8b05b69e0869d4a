package import PasserelleResolution

/// An entity of the store as a mention, with what it weighs there.
package struct StoredMention: Sendable, Hashable {
  /// Its names, identifiers and surroundings; its identifier is the entity's IRI.
  package var mention: Mention
  /// In how many records it is named.
  package var records: Int

  /// Makes a mention.
  package init(mention: Mention, records: Int) {
    self.mention = mention
    self.records = records
  }

  /// The rank of the best official identifier, the least the best; the number of schemes where there is none.
  ///
  /// A company's number comes before that of one of its establishments.
  package var identifierRank: Int {
    mention.identifiers.map { Self.schemes.firstIndex(of: $0.scheme) ?? Self.schemes.count }.min()
      ?? Self.schemes.count
  }

  /// The rank of the scheme that the IRI itself is made of.
  static func schemeRank(ofIRI scheme: EntityIdentifierScheme?) -> Int {
    scheme.flatMap { schemes.firstIndex(of: $0) } ?? schemes.count
  }

  /// The schemes by which entities are called, the best first.
  private static let schemes: [EntityIdentifierScheme] = [
    .siren, .insee, .siret, .vat, .nif, .cif, .rnsr, .ror, .grid, .wikidata, .geonames, .pic, .duns, .nuts,
  ]
}
