public import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserelleOntology
import PasserellePipeline
import PasserelleRendering

extension Workspace {
  /// Looks at past awards for concentration on few vendors and dependence on one buyer.
  ///
  /// - Parameters:
  ///   - request: Which awards.
  ///   - language: The language of names.
  /// - Returns: Figures for each buyer and CPV division with enough awards, and patterns to check.
  /// - Throws: ``PasserelleError``, with code `entity.notFound` for an unknown buyer.
  public func auditConcentration(
    _ request: ConcentrationRequest = ConcentrationRequest(), language: MessageLanguage
  ) throws -> ConcentrationAnswer {
    let thresholds = ontology.auditThresholds
    return try store.read { reader in
      let loaded = try AuditedAwards(reader, iris: store.iris, request)
      let audit = ConcentrationAudit(loaded.awards, thresholds: thresholds, limits: request.limits)
      let wording = try AuditWording(
        reader, LabelResolver(reader: reader, ontology: ontology, iris: store.iris), loaded, store.iris,
        language)
      return ConcentrationAnswer(
        rows: try audit.groups.map { try wording.row($0, request.limits) },
        dependences: try audit.dependences.map { try wording.row($0) }, awards: audit.awardCount,
        leftOut: audit.leftOut, smallGroups: audit.smallGroups,
        converted: audit.converted, withoutRate: audit.withoutRate, thresholds: thresholds.count,
        limits: request.limits, hasDemonstration: loaded.hasDemonstration)
    }
  }
}
