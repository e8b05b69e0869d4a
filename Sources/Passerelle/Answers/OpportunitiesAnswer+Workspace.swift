public import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserelleOntology
import PasserellePipeline

extension Workspace {
  /// Finds the open calls that a vendor may answer, and says what its profile lacks to come closer.
  ///
  /// The vendor's profile chooses the calls, and each is then matched as its buyer would match it: the rank, the
  /// reasons and the evidence are those of ``match(id:request:language:)``. A vendor with nothing but a declared
  /// profile is served the same way.
  ///
  /// - Parameters:
  ///   - name: An IRI, `scheme:value`, a bare SIREN or SIRET, or the name of a company.
  ///   - request: The day and the conditions.
  ///   - language: The language of labels.
  /// - Returns: The opportunities; none where nothing is open or near.
  /// - Throws: ``PasserelleError`` with code `entity.notFound` or `query.invalid`.
  /// - Complexity: O(calls) and a match for each of the 50 nearest calls and lots.
  public func opportunities(
    for name: String, request: OpportunitiesRequest = OpportunitiesRequest(), language: MessageLanguage
  ) throws -> OpportunitiesAnswer {
    try request.check()
    let day = request.day ?? context.clock().date
    let index = try currentIndex()
    return try store.read { reader in
      let vendor = try OpportunitiesVendor(reader: reader, iris: store.iris, text: index).resolve(name)
      let profile = try OpportunitiesProfile(of: vendor.id, reader: reader, iris: store.iris)
      guard !profile.isEmpty else { throw Self.unknownVendor(name) }
      let builder = OpportunitiesBuilder(
        workspace: self, reader: reader, index: index, vendor: vendor, profile: profile,
        words: try OpportunitiesWords(profile, text: index), day: day, request: request, language: language)
      return try builder.answer()
    }
  }

  private static func unknownVendor(_ name: String) -> PasserelleError {
    PasserelleError(
      .entityNotFound,
      LocalizedText(
        fr:
          "« \(name) » est connu, mais ni marché, ni profil, ni fiche action ne dit ce qu’il offre. Importez son "
          + "profil avec « passerelle profile import ».",
        en:
          "'\(name)' is known, but no award, profile or action sheet tells what it offers. Import its profile with "
          + "'passerelle profile import'."))
  }
}
