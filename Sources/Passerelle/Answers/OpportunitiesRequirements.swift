import PasserelleCore
import PasserelleGraph
import PasserelleIndex
import PasserelleMatching
import PasserellePipeline
import PasserelleText

/// Reads the requirements of a call and what is known of a vendor for each.
struct OpportunitiesRequirements {
  /// The most requirements read of one call or lot.
  private static let limit = 40

  let evidence: EvidenceReader
  let iris: IRISpace
  let text: any TextSearching
  /// The documents about the vendor: its awards, and the one of its profile.
  let documents: [Int64]

  private struct Asked {
    let kind: SpecificationClause.Kind
    let text: String
  }

  /// The functional and technical clauses, then the abilities that candidates must show, each with its coverage.
  func read(_ unit: OpportunitiesUnit, _ need: Need) throws -> [Opportunity.Requirement] {
    let asked = requirements(of: unit, need)
    let coverage = try CoverageReader(text: text, language: need.language)
      .coverage(of: asked.map(\.text), by: [documents])[0]
    return try zip(asked, coverage).map { one, found in
      let record = try found.document.flatMap { try source(of: $0) }
      return Opportunity.Requirement(
        kind: one.kind, text: one.text, level: found.level, share: found.share, quote: record?.quote,
        source: record?.source)
    }
  }

  private func requirements(of unit: OpportunitiesUnit, _ need: Need) -> [Asked] {
    let outline = SpecificationAnalyzer().outline(of: unit.description, language: need.language)
    var clauses = outline.clauses.filter(\.kind.isRequirement)
    // A notice often tells its object in sentences that no word marks as requirements.
    if clauses.isEmpty { clauses = outline.clauses.filter { $0.kind == .information } }
    let stated = clauses.map { Asked(kind: $0.kind == .information ? .functional : $0.kind, text: $0.text) }
    let criteria = unit.criteria.filter(\.asksAbility).map { Asked(kind: .selectionCriterion, text: $0.text) }
    return Array((stated.prefix(Self.limit) + criteria).prefix(Self.limit))
  }

  private func source(of document: Int64) throws -> (quote: String, source: Dossier.Source?)? {
    guard document < IndexUpdater.vendorOffset else {
      let profile = LocalizedText(fr: "profil du fournisseur", en: "the vendor’s profile")
      return (profile[evidence.language], nil)
    }
    guard let (record, view) = try evidence.stored(document) else { return nil }
    return (view.texts(Vocabulary.title).first ?? record.key, Dossier.Source(record, iris: iris))
  }
}
